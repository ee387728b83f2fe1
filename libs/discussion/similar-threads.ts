import type { ReplyOf, SimilarThread } from '@kohorte/contracts';
import { Database, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { excerptOf, namesIn } from './mentions.js';
import { Places } from './places.js';

/** Questions that were asked before. */
@Injectable()
export class SimilarThreads {
  constructor(
    private readonly database: Database,
    private readonly places: Places,
  ) {}

  /**
   * Two statements. Of other cohorts only what was answered well, and nobody's name; nothing of learning groups, nor of
   * modules that come later in the course than the reader is.
   */
  async of(
    actor: SignedIn,
    cohortId: string,
    title: string,
  ): Promise<ReplyOf<'GET /cohorts/:cohortId/similar-threads'>> {
    const place = await this.places.ofCohort(actor, cohortId, 'reads-cohort');
    const rows = await this.database.query<SimilarRow>(statement, [cohortId, title, place.openModules]);
    return rows.map(view);
  }
}

/** SQL for any of the words of a text, in both languages. */
const anyWord = (text: string): string =>
  ['german', 'english']
    .map((language) => `replace(plainto_tsquery('kohorte_${language}', ${text})::text, '&', '|')::tsquery`)
    .join(' || ');

/** Titles with most of the words, and those that look alike; only the best of them are compared closely. */
const statement = `
  with asked as materialized (select ${anyWord('$2::text')} as words),
  course as materialized (
    select c.id, c.name from cohort c join cohort own on own.id = $1 and own.course_id = c.course_id
  ), open_to as materialized (
    select max(o.position) as position from module o where o.id = any ($3::uuid[])
  ), candidates as (
    (select t.id from thread t
     where t.words @@ (select words from asked) and t.cohort_id in (select id from course)
       and t.kind = 'question' and t.deleted_at is null and t.merged_into is null and t.group_id is null
     order by ts_rank(t.words, (select words from asked)) desc, t.id desc limit 100)
    union
    (select t.id from thread t
     where t.title % $2::text and t.cohort_id in (select id from course)
       and t.kind = 'question' and t.deleted_at is null and t.merged_into is null and t.group_id is null
     order by similarity(t.title, $2::text) desc, t.id desc limit 100)
  )
  select s.*, a.body, a.names
  from (
    select t.id, t.cohort_id, c.name, t.title, t.accepted_post_id, t.author_id, t.cohort_id <> $1 as elsewhere,
      greatest(similarity(t.title, $2::text), 0.8 * word_similarity($2::text, t.title))
        + least(2 * ts_rank(t.words, (select words from asked)), 0.5) as score
    from candidates k join thread t on t.id = k.id
    join course c on c.id = t.cohort_id
    join post f on f.thread_id = t.id and f.number = 1 and f.deleted_at is null and f.hidden_at is null
    left join module m on m.id = t.module_id
    where $3::uuid[] is null or t.module_id is null or t.module_id = any ($3::uuid[])
      or (t.cohort_id <> $1 and m.position <= (select position from open_to))
  ) s
  left join lateral (
    select left(p.body, 3000) as body, ${namesIn('p')} as names from post p
    where p.thread_id = s.id and p.number > 1 and p.deleted_at is null and p.hidden_at is null
      and (p.id = s.accepted_post_id or p.endorsed_at is not null
        or (p.helpful > 0 and p.author_id is distinct from s.author_id))
    order by p.id = s.accepted_post_id desc nulls last, p.endorsed_at is not null desc, p.helpful desc, p.number
    limit 1) a on true
  where s.score >= 0.3 and (not s.elsewhere or a.body is not null)
  order by s.score desc, s.elsewhere, s.id desc limit 6`;

interface SimilarRow extends Record<string, unknown> {
  id: string;
  cohort_id: string;
  name: string;
  title: string;
  accepted_post_id: string | null;
  elsewhere: boolean;
  body: string | null;
  names: Record<string, string> | null;
}

function view(row: SimilarRow): SimilarThread {
  return {
    threadId: row.id,
    cohortId: row.cohort_id,
    cohortName: row.name,
    title: row.title,
    answer: row.body === null ? null : excerptOf(row.body, row.elsewhere ? {} : (row.names ?? {}), 400),
    accepted: row.accepted_post_id !== null,
    elsewhere: row.elsewhere,
  };
}
