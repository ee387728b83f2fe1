import type { QueryOf, ReplyOf, SearchHit } from '@kohorte/contracts';
import { cursorAfter, Database, readCursor, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { headlineOptions, isMarked, markedHtml, markParts, withoutMarks } from './highlights.js';
import { excerptOf } from './mentions.js';
import type { PlacedCohort } from './placed.js';
import { Places } from './places.js';
import { type Found, foundByParts, foundByWords, wordsOf } from './search-statements.js';
import { spellingsOf } from './spellings.js';
import { writerView } from './writers.js';

/** Nobody reads further; what is looked for is said more exactly instead. */
const mostHits = 200;

/** Finds posts by their words. */
@Injectable()
export class ThreadSearch {
  constructor(
    private readonly database: Database,
    private readonly places: Places,
  ) {}

  /**
   * Three statements, four where words alone find less than a page. First comes what has the words, in whatever form, in
   * either language, and titles like what was typed; then what has them as parts of longer words.
   */
  async page(
    actor: SignedIn,
    cohortId: string,
    { cursor, limit = 20, ...asked }: QueryOf<'GET /cohorts/:cohortId/thread-search'>,
  ): Promise<ReplyOf<'GET /cohorts/:cohortId/thread-search'>> {
    const from = Number(readCursor(cursor, 1)?.[0] ?? 0);
    const place = await this.places.ofCohort(actor, cohortId, 'reads-cohort');
    const until = Math.min(from + limit, mostHits);
    if (!(from >= 0 && from < until)) return { rows: [], next: null };
    const { search } = asked;
    const all = await this.find({ ...asked, actor, place, most: until + 1 });
    return {
      rows: await this.hits(all.slice(from, until), search, place, actor),
      next: all.length > until && until < mostHits ? cursorAfter(until) : null,
    };
  }

  private async find(asked: Parameters<typeof foundByWords>[0]): Promise<Found[]> {
    const byWords = await this.database.query<Found & Record<string, unknown>>(...foundByWords(asked));
    const parts = partsIn(asked.search);
    if (byWords.length >= asked.most || parts.length === 0) return byWords;
    const rest = { ...asked, most: asked.most - byWords.length, parts, besides: byWords.map(({ id }) => id) };
    return [...byWords, ...(await this.database.query<Found & Record<string, unknown>>(...foundByParts(rest)))];
  }

  private async hits(rows: Found[], search: string, place: PlacedCohort, actor: SignedIn): Promise<SearchHit[]> {
    const texts = rows.map(({ body, names }) => withoutMarks(excerptOf(body, names ?? {}, body.length)));
    const headlines =
      rows.length === 0
        ? []
        : await this.database.query<{ headline: string }>(headlineStatement, [texts, search, headlineOptions]);
    const reader = { userId: actor.userId, runs: place.runs };
    return rows.map((row, at) => {
      const { headline } = headlines[at]!;
      return {
        threadId: row.thread_id,
        postId: row.post_id,
        number: row.number,
        title: row.title,
        highlight: isMarked(headline) ? markedHtml(headline) : markParts(texts[at]!, partsIn(search).flat()),
        writer: writerView(row, reader),
        at: row.created_at.toISOString(),
        accepted: row.accepted,
      };
    });
  }
}

/** German first: what is marked in neither is marked by parts. */
const headlineStatement = `
  select case when strpos(german, E'\\uE000') > 0 then german
    else ts_headline('kohorte_english', text, ${wordsOf('$2')}, $3) end as headline
  from unnest($1::text[]) with ordinality as x (text, nth),
    lateral (select ts_headline('kohorte_german', text, ${wordsOf('$2')}, $3) as german) g
  order by nth`;

/** Words that are long enough to be looked for within others, each as it may be spelt; none where some are excluded. */
function partsIn(search: string): string[][] {
  if (/(^|\s)-\S/.test(search)) return [];
  const words = search.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 5);
  return [...new Set(words)].slice(0, 5).map(spellingsOf);
}
