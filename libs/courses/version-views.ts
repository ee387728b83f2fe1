import type { CourseView, VersionView } from '@kohorte/contracts';
import { Database, found } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

interface VersionRow {
  id: string;
  number: number;
  title: string;
  summary: string | null;
  audience: string | null;
  language: VersionView['language'];
  published_at: Date | null;
  modules: VersionView['modules'];
}

/** Courses and versions as their authors see them. */
@Injectable()
export class VersionViews {
  constructor(private readonly database: Database) {}

  /** A version with its modules and items in order, in one statement. */
  async version(versionId: string): Promise<VersionView> {
    const row = found(
      await this.database.one<VersionRow>(
        `select v.id, v.number, v.title, v.summary, v.audience, v.language, v.published_at,
           coalesce((
             select json_agg(json_build_object(
               'moduleId', m.id, 'title', m.title, 'summary', m.summary, 'objectives', m.objectives,
               'highlights', m.highlights, 'items', coalesce((
                 select json_agg(json_build_object(
                   'itemId', i.id, 'kind', i.kind, 'title', i.title, 'minutes', i.minutes, 'required', i.required,
                   'dueAfterDays', i.due_after_days, 'body', i.body, 'bodyFormat', i.body_format, 'url', i.url,
                   'file', case when f.id is not null then json_build_object(
                     'fileId', f.id, 'name', f.name, 'mediaType', f.media_type, 'bytes', f.bytes) end,
                   'session', i.session, 'assignment', i.assignment
                 ) order by i.position)
                 from item i left join stored_file f on f.id = i.file_id where i.module_id = m.id), '[]')
             ) order by m.position)
             from module m where m.version_id = v.id), '[]') as modules
         from course_version v where v.id = $1`,
        [versionId],
      ),
    );
    return {
      versionId: row.id,
      number: row.number,
      title: row.title,
      summary: row.summary,
      audience: row.audience,
      language: row.language,
      publishedAt: row.published_at?.toISOString() ?? null,
      modules: row.modules,
    };
  }

  /** A course with one of its versions: the one asked for, else the draft, else the newest. */
  async course(courseId: string, versionId?: string): Promise<CourseView> {
    const row = found(
      await this.database.one<{
        authors: CourseView['authors'];
        versions: { versionId: string; number: number; publishedAt: string | null }[];
      }>(
        `select
           coalesce((select json_agg(json_build_object(
               'userId', u.id, 'name', u.given_name || ' ' || u.family_name, 'jobTitle', u.job_title, 'unit', o.name)
               order by u.family_name)
             from course_author a join app_user u on u.id = a.user_id left join org_unit o on o.id = u.org_unit_id
             where a.course_id = c.id), '[]') as authors,
           (select json_agg(json_build_object(
               'versionId', v.id, 'number', v.number, 'publishedAt', v.published_at) order by v.number desc)
             from course_version v where v.course_id = c.id) as versions
         from course c where c.id = $1`,
        [courseId],
      ),
    );
    const versions = row.versions.map((v) => ({
      ...v,
      publishedAt: v.publishedAt === null ? null : new Date(v.publishedAt).toISOString(),
    }));
    const chosen = versionId ? versions.find((v) => v.versionId === versionId) : versions[0];
    return { courseId, authors: row.authors, versions, version: await this.version(found(chosen).versionId) };
  }
}
