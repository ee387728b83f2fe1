import type {
  AddCourse,
  ChangeVersion,
  CourseRow,
  CourseView,
  Page,
  SearchQuery,
  VersionView,
} from '@kohorte/contracts';
import { Database, found, pageOf, Problem, readCursor, type SignedIn, type Unit, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { CourseStanding } from './standing.js';
import { VersionViews } from './version-views.js';

/** The most modules of a course, and the most items. */
export const mostModules = 500;
export const mostItems = 5_000;

/** Courses and their versions: begin, draft, publish. */
@Injectable()
export class Courses {
  constructor(
    private readonly work: Work,
    private readonly database: Database,
    private readonly standing: CourseStanding,
    private readonly views: VersionViews,
  ) {}

  /** Own courses, newest change first; all of them for L&D admins. */
  async list(actor: SignedIn, { search, cursor, limit = 50 }: SearchQuery): Promise<Page<CourseRow>> {
    const after = readCursor(cursor, 2);
    const rows = await this.database.query<ListRow>(
      `select c.id, c.changed_at, v.title, v.language,
         p.number as published_number, p.published_at, v.published_at is null as has_draft,
         coalesce((select json_agg(json_build_object(
             'userId', u.id, 'name', u.given_name || ' ' || u.family_name, 'jobTitle', u.job_title, 'unit', o.name)
             order by u.family_name)
           from course_author a join app_user u on u.id = a.user_id left join org_unit o on o.id = u.org_unit_id
           where a.course_id = c.id), '[]') as authors,
         (select count(*)::int from module m where m.version_id = v.id) as modules,
         count.items, count.minutes
       from course c
       join lateral (select * from course_version v where v.course_id = c.id order by number desc limit 1) v on true
       left join lateral (select number, published_at from course_version p
         where p.course_id = c.id and p.published_at is not null order by number desc limit 1) p on true
       join lateral (select count(*)::int as items, coalesce(sum(i.minutes), 0)::int as minutes
         from module m join item i on i.module_id = m.id where m.version_id = v.id) count on true
       where ($1 or exists (select 1 from course_author a where a.course_id = c.id and a.user_id = $2))
         and ($3::text is null or v.title ilike '%' || $3 || '%')
         and ($4::timestamptz is null or (c.changed_at, c.id) < ($4, $5::uuid))
       order by c.changed_at desc, c.id desc limit $6`,
      [
        actor.roles.includes('admin'),
        actor.userId,
        likeable(search),
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ],
    );
    return pageOf(rows, limit, (row) => [row.changed_at.toISOString(), row.id], courseRow);
  }

  async view(actor: SignedIn, courseId: string, versionId?: string): Promise<CourseView> {
    await this.standing.ofCourse(actor, courseId);
    return this.views.course(courseId, versionId);
  }

  async add(actor: SignedIn, asked: AddCourse): Promise<CourseView> {
    const courseId = await this.work.run(
      (unit) => this.begin(unit, actor.userId, { ...asked, language: asked.language ?? actor.language }),
      actor.userId,
    );
    return this.views.course(courseId);
  }

  /** Puts a new course with an empty draft into the unit; gives the course's id. */
  async begin(unit: Unit, authorId: string, said: AddCourse & { versionId?: string }): Promise<string> {
    const courseId = unit.ids.next();
    await unit.query(
      `with course as (insert into course (id, created_by, created_at, changed_at) values ($1, $2, $3, $3)),
       author as (insert into course_author (course_id, user_id) values ($1, $2))
       insert into course_version (id, course_id, number, title, summary, audience, language, created_at)
       values ($4, $1, 1, $5, $6, $7, $8, $3)`,
      [
        courseId,
        authorId,
        unit.now,
        said.versionId ?? unit.ids.next(),
        said.title,
        said.summary ?? null,
        said.audience ?? null,
        said.language ?? 'de',
      ],
    );
    unit.record('courses.course-added', { courseId });
    return courseId;
  }

  /** Begins the next draft as a copy of the newest version; a draft that is there already stays. */
  async draft(actor: SignedIn, courseId: string): Promise<CourseView> {
    await this.standing.ofCourse(actor, courseId);
    await this.work.run(async (unit) => {
      await unit.query(`select 1 from course where id = $1 for update`, [courseId]);
      const [newest] = await unit.query<{ id: string; published_at: Date | null }>(
        `select id, published_at from course_version where course_id = $1 order by number desc limit 1`,
        [courseId],
      );
      if (found(newest).published_at !== null) await this.copy(unit, newest!.id);
    }, actor.userId);
    return this.views.course(courseId);
  }

  async discardDraft(actor: SignedIn, courseId: string): Promise<void> {
    await this.standing.ofCourse(actor, courseId);
    await this.work.run(async (unit) => {
      await unit.query(`select 1 from course where id = $1 for update`, [courseId]);
      await unit.query(`delete from course_version where course_id = $1 and published_at is null`, [courseId]);
      // A course that was never published has nothing left without its draft.
      await unit.query(
        `delete from course c where id = $1 and not exists (select 1 from course_version v where v.course_id = c.id)`,
        [courseId],
      );
    }, actor.userId);
  }

  /** @throws {Problem} `nothing-to-publish`, `version-published` */
  async publish(actor: SignedIn, versionId: string): Promise<CourseView> {
    const { courseId } = await this.standing.ofVersion(actor, versionId);
    await this.work.run((unit) => this.publishIn(unit, courseId, versionId), actor.userId);
    return this.views.course(courseId, versionId);
  }

  async publishIn(unit: Unit, courseId: string, versionId: string): Promise<void> {
    const [content] = await unit.query<{ items: number }>(
      `select count(*)::int as items from module m join item i on i.module_id = m.id where m.version_id = $1`,
      [versionId],
    );
    if (content!.items === 0) throw new Problem('nothing-to-publish');
    const published = await unit.query(
      `update course_version set published_at = $2 where id = $1 and published_at is null returning id`,
      [versionId, unit.now],
    );
    if (published.length === 0) throw new Problem('version-published');
    await unit.query(`update course set changed_at = $2 where id = $1`, [courseId, unit.now]);
    unit.record('courses.version-published', { courseId, versionId });
  }

  async change(actor: SignedIn, versionId: string, asked: ChangeVersion): Promise<VersionView> {
    const { courseId } = await this.standing.ofVersion(actor, versionId);
    await this.work.run(async (unit) => {
      const changed = await unit.query(
        `update course_version set title = coalesce($2, title), summary = coalesce($3, summary),
           audience = coalesce($4, audience), language = coalesce($5, language)
         where id = $1 and published_at is null returning id`,
        [versionId, asked.title ?? null, asked.summary ?? null, asked.audience ?? null, asked.language ?? null],
      );
      if (changed.length === 0) throw new Problem('version-published');
      await unit.query(`update course set changed_at = $2 where id = $1`, [courseId, unit.now]);
    }, actor.userId);
    return this.views.version(versionId);
  }

  private async copy(unit: Unit, fromVersionId: string): Promise<void> {
    const versionId = unit.ids.next();
    await unit.query(
      `insert into course_version (id, course_id, number, title, summary, audience, language, created_at)
       select $2, course_id, number + 1, title, summary, audience, language, $3 from course_version where id = $1`,
      [fromVersionId, versionId, unit.now],
    );
    await unit.query(
      `insert into module (id, version_id, position, title, summary, objectives, highlights)
       select uuidv7(), $2, position, title, summary, objectives, highlights from module where version_id = $1`,
      [fromVersionId, versionId],
    );
    await unit.query(
      `insert into item (id, module_id, position, kind, title, minutes, required, due_after_days, body, body_format, url, file_id,
         session, assignment)
       select uuidv7(), fresh.id, i.position, i.kind, i.title, i.minutes, i.required, i.due_after_days, i.body,
         i.body_format, i.url, i.file_id, i.session, i.assignment
       from item i join module old on old.id = i.module_id
       join module fresh on fresh.version_id = $2 and fresh.position = old.position
       where old.version_id = $1`,
      [fromVersionId, versionId],
    );
  }
}

interface ListRow {
  id: string;
  changed_at: Date;
  title: string;
  language: CourseRow['language'];
  published_number: number | null;
  published_at: Date | null;
  has_draft: boolean;
  authors: CourseRow['authors'];
  modules: number;
  items: number;
  minutes: number;
}

function courseRow(row: ListRow): CourseRow {
  return {
    courseId: row.id,
    title: row.title,
    language: row.language,
    authors: row.authors,
    publishedVersion: row.published_number,
    publishedAt: row.published_at?.toISOString() ?? null,
    hasDraft: row.has_draft,
    modules: row.modules,
    items: row.items,
    minutes: row.minutes,
    changedAt: row.changed_at.toISOString(),
  };
}

/** A text to look for, with the signs that LIKE would read as wildcards made plain. */
function likeable(search: string | undefined): string | null {
  return search ? search.replace(/[\\%_]/g, '\\$&') : null;
}
