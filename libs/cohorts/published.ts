import type { Language } from '@kohorte/contracts';
import { found } from '@kohorte/platform';
import type { Actor } from '@kohorte/rules';

/** The newest published version of a course, as far as planning needs it. */
export interface Published {
  authorsCourse: boolean;
  /** `null` where nothing is published yet. */
  versionId: string | null;
  language: Language;
  moduleIds: string[];
  modules: { moduleId: string; title: string; minutes: number }[];
}

interface Row {
  authors: boolean;
  id: string | null;
  language: Language | null;
  modules: Published['modules'] | null;
}

/**
 * Finds it with one statement, run by whatever runs statements here.
 * @throws {Problem} `not-found` where there is no such course
 */
export async function newestPublished(
  query: <R extends object>(text: string, values: unknown[]) => Promise<R[]>,
  courseId: string,
  actor: Actor,
): Promise<Published> {
  const [row] = await query<Row>(
    `select v.id, v.language,
       exists (select 1 from course_author a where a.course_id = c.id and a.user_id = $2) as authors,
       (select json_agg(json_build_object('moduleId', m.id, 'title', m.title,
            'minutes', (select coalesce(sum(i.minutes), 0) from item i where i.module_id = m.id)) order by m.position)
          from module m where m.version_id = v.id) as modules
     from course c
     left join lateral (
       select id, language from course_version
       where course_id = c.id and published_at is not null order by number desc limit 1) v on true
     where c.id = $1`,
    [courseId, actor.userId],
  );
  const { authors, id, language, modules } = found(row);
  return {
    authorsCourse: authors,
    versionId: id,
    language: language ?? 'de',
    modules: modules ?? [],
    moduleIds: (modules ?? []).map(({ moduleId }) => moduleId),
  };
}
