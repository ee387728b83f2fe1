import type { ItemKind, Language } from '@kohorte/contracts';
import type { AssignmentDesign, SessionDemand } from '@kohorte/rules';
import { type KeptFile, type Unit, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { Courses } from './courses.js';

/** A whole course as it comes from elsewhere: from a cartridge, or written for the demo. */
export interface WholeCourse {
  title: string;
  summary: string | null;
  audience: string | null;
  language: Language;
  modules: {
    title: string;
    summary: string | null;
    objectives: string[];
    highlights: string | null;
    items: WholeItem[];
  }[];
  /** Files that were kept for it, by the id under which items and pages name them. */
  files: ({ fileId: string; name: string } & KeptFile)[];
}

export interface WholeItem {
  kind: ItemKind;
  title: string;
  minutes: number;
  required: boolean;
  dueAfterDays: number | null;
  body: string | null;
  bodyFormat: 'markdown' | 'html';
  url: string | null;
  fileId: string | null;
  /** Of a live session; without it the session is not planned. */
  session?: SessionDemand | null;
  /** Of an assignment with a due date; without it nothing can be handed in. */
  assignment?: AssignmentDesign | null;
}

/** Puts whole courses into the catalogue, set by set. */
@Injectable()
export class WholeCourses {
  constructor(
    private readonly courses: Courses,
    private readonly work: Work,
  ) {}

  /** Adds a course as a draft, in the caller's transaction. */
  async add(unit: Unit, authorId: string, course: WholeCourse): Promise<{ courseId: string; versionId: string }> {
    const versionId = unit.ids.next();
    const { summary, audience } = course;
    const courseId = await this.courses.begin(unit, authorId, {
      title: course.title,
      language: course.language,
      versionId,
      ...(summary ? { summary } : {}),
      ...(audience ? { audience } : {}),
    });
    await unit.query(
      `with kept as (
         insert into stored_file (id, name, media_type, bytes, sha256, path, created_at)
         select x."fileId", x.name, x."mediaType", x.bytes, decode(x.sha256, 'hex'), x.path, $3
         from jsonb_to_recordset($2::jsonb) as x ("fileId" uuid, name text, "mediaType" text, bytes bigint, sha256 text, path text)
         returning id)
       insert into course_file (course_id, file_id) select $1, id from kept`,
      [courseId, JSON.stringify(course.files.map((f) => ({ ...f, sha256: f.sha256.toString('hex') }))), unit.now],
    );
    const modules = course.modules.map((module, index) => ({ ...module, id: unit.ids.next(), position: index + 1 }));
    await unit.query(
      `insert into module (id, version_id, position, title, summary, objectives, highlights)
       select x.id, $1, x.position, x.title, x.summary, coalesce(x.objectives, '{}'), x.highlights
       from jsonb_to_recordset($2::jsonb)
         as x (id uuid, position int, title text, summary text, objectives text[], highlights text)`,
      [versionId, JSON.stringify(modules.map(({ items: _, ...module }) => module))],
    );
    const items = modules.flatMap(({ id, items: inModule }) =>
      inModule.map((item, index) => ({ ...item, id: unit.ids.next(), moduleId: id, position: index + 1 })),
    );
    await unit.query(
      `insert into item (id, module_id, position, kind, title, minutes, required, due_after_days, body, body_format, url, file_id,
         session, assignment)
       select x.id, x."moduleId", x.position, x.kind, x.title, x.minutes, x.required, x."dueAfterDays", x.body,
         x."bodyFormat", x.url, x."fileId", x.session, x.assignment
       from jsonb_to_recordset($1::jsonb) as x (id uuid, "moduleId" uuid, position int, kind text, title text, minutes int,
         required boolean, "dueAfterDays" int, body text, "bodyFormat" text, url text, "fileId" uuid, session jsonb,
         assignment jsonb)`,
      [JSON.stringify(items)],
    );
    return { courseId, versionId };
  }

  /** Adds a course and publishes it at once. */
  async addPublished(authorId: string, course: WholeCourse): Promise<{ courseId: string; versionId: string }> {
    return this.work.run(async (unit) => {
      const added = await this.add(unit, authorId, course);
      await this.courses.publishIn(unit, added.courseId, added.versionId);
      return added;
    }, authorId);
  }
}
