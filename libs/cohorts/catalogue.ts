import type { CatalogueEntry, CatalogueQuery, CoursePage, Language, Page } from '@kohorte/contracts';
import { plainText, renderText } from '@kohorte/courses';
import { Clock, Database, found, pageOf, readCursor } from '@kohorte/platform';
import type { Actor } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { CohortCards, isOffered, seenCohorts } from './cohort-cards.js';

interface EntryRow {
  id: string;
  title: string;
  sort_title: string;
  summary: string | null;
  language: Language;
  modules: number;
  minutes: number;
}

interface PageRow {
  title: string;
  summary: string | null;
  audience: string | null;
  language: Language;
  modules: CoursePage['modules'];
}

/** SQL for the newest published version `v` of the course `course`. */
const publishedVersion = `join lateral (
  select * from course_version where course_id = course.id and published_at is not null
  order by number desc limit 1) v on true`;

/** How many cohorts of a course the catalogue shows. */
const shownCohorts = 3;

/** Courses as people see them who may join. */
@Injectable()
export class Catalogue {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cards: CohortCards,
  ) {}

  /** Courses with a cohort to join, by title. A search finds words anywhere in the title, and forgives slips. */
  async list(actor: Actor, { search, language, cursor, limit = 50 }: CatalogueQuery): Promise<Page<CatalogueEntry>> {
    const after = readCursor(cursor, 2);
    const rows = await this.database.query<EntryRow>(
      `select course.id, v.title, s.sort_title, v.summary, v.language,
         (select count(*)::int from module m where m.version_id = v.id) as modules,
         (select coalesce(sum(i.minutes), 0)::int from module m join item i on i.module_id = m.id
          where m.version_id = v.id) as minutes
       from course ${publishedVersion}
       join lateral (select lower(unaccent(v.title)) collate "C" as sort_title) s on true
       where exists (select 1 from ${seenCohorts} where c.course_id = course.id and ${isOffered})
         and ($4::text is null or v.language = $4)
         and ($5::text is null or strpos(s.sort_title, lower(unaccent($5))) > 0
           or strict_word_similarity(lower(unaccent($5)), s.sort_title) >= 0.4)
         and ($6::text is null or (s.sort_title, course.id) > ($6, $7::uuid))
       order by s.sort_title, course.id limit $8`,
      [
        actor.userId,
        this.clock.now(),
        actor.roles.includes('admin'),
        language ?? null,
        search || null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ],
    );
    const page = pageOf(rows, limit, (row) => [row.sort_title, row.id], entryOf);
    const courseIds = page.rows.map(({ courseId }) => courseId);
    const offered = courseIds.length > 0 ? await this.cards.offeredOf(actor, courseIds, shownCohorts) : [];
    const entries = new Map(page.rows.map((entry) => [entry.courseId, entry]));
    for (const { courseId, card } of offered) entries.get(courseId)?.cohorts.push(card);
    return page;
  }

  /**
   * The page of a published course. One whose cohorts are all by invitation is known only to those they are for, and
   * to its authors.
   */
  async course(actor: Actor, courseId: string): Promise<CoursePage> {
    const row = await this.database.one<PageRow>(
      `select v.title, v.summary, v.audience, v.language,
         (select coalesce(json_agg(json_build_object(
             'title', m.title, 'summary', m.summary, 'objectives', m.objectives, 'minutes', i.minutes, 'items', i.items)
             order by m.position), '[]')
          from module m join lateral (
            select coalesce(sum(minutes), 0)::int as minutes, count(*)::int as items
            from item where module_id = m.id) i on true
          where m.version_id = v.id) as modules
       from course ${publishedVersion}
       where course.id = $4 and $2::timestamptz is not null
         and (not exists (select 1 from cohort where course_id = course.id)
           or exists (select 1 from ${seenCohorts} where c.course_id = course.id)
           or exists (select 1 from course_author a where a.course_id = course.id and a.user_id = $1))`,
      [actor.userId, this.clock.now(), actor.roles.includes('admin'), courseId],
    );
    const { title, summary, audience, language, modules } = found(row);
    const cohorts = await this.cards.ofCourse(actor, courseId);
    return {
      courseId,
      title,
      summaryHtml: summary ? renderText(summary) : null,
      audience,
      language,
      minutes: modules.reduce((sum, module) => sum + module.minutes, 0),
      modules,
      cohorts: cohorts.map(({ card }) => card),
    };
  }
}

function entryOf(row: EntryRow): CatalogueEntry {
  const { id: courseId, title, summary, language, modules, minutes } = row;
  return { courseId, title, teaser: summary ? plainText(summary) : null, language, modules, minutes, cohorts: [] };
}
