import { type ImportView, type Page, type PageQuery, type ProblemCode, problems } from '@kohorte/contracts';
import {
  Clock,
  Database,
  FileStore,
  found,
  type KeptFile,
  log,
  minutes,
  pageOf,
  permit,
  Problem,
  readCursor,
  later,
  type SignedIn,
  type Upload,
  Ids,
  Work,
} from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { WholeCourses } from './authored.js';
import { CartridgeProblem, readCartridge } from './cartridge/index.js';
import { largestCourseFile } from './course-files.js';
import { wholeCourse } from './from-cartridge.js';

/** The largest cartridge. */
export const largestCartridge = 512 * 1024 * 1024;

type ImportedFile = { fileId: string; name: string } & KeptFile;

/** Cartridges on their way to becoming courses. */
@Injectable()
export class Imports {
  constructor(
    private readonly work: Work,
    private readonly database: Database,
    private readonly store: FileStore,
    private readonly courses: WholeCourses,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Takes a cartridge in; a job reads it. */
  async request(actor: SignedIn, { name, stream }: Upload): Promise<ImportView> {
    const parkedAt = await this.store.park(stream, largestCartridge);
    const importId = await this.work.run(async (unit) => {
      const id = unit.ids.next();
      await unit.query(
        `insert into course_import (id, file_name, parked_at, started_by, created_at) values ($1, $2, $3, $4, $5)`,
        [id, name, parkedAt, actor.userId, unit.now],
      );
      unit.record('courses.import-requested', { importId: id });
      return id;
    }, actor.userId);
    return this.view(actor, importId);
  }

  async list(actor: SignedIn, { cursor, limit = 20 }: PageQuery): Promise<Page<ImportView>> {
    const after = readCursor(cursor, 2);
    const rows = await this.database.query<ImportRow>(
      `${selectImport} where i.started_by = $1 and ($2::timestamptz is null or (i.created_at, i.id) < ($2, $3::uuid))
       order by i.created_at desc, i.id desc limit $4`,
      [actor.userId, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.created_at.toISOString(), row.id],
      (row) => importView(row, actor),
    );
  }

  async view(actor: SignedIn, importId: string): Promise<ImportView> {
    const row = found(await this.database.one<ImportRow>(`${selectImport} where i.id = $1`, [importId]));
    permit('own-import', actor, { own: row.started_by === actor.userId });
    return importView(row, actor);
  }

  /** Reads a cartridge and makes its course; safe to run again after a crash in the middle. */
  async run(importId: string): Promise<void> {
    const waiting = await this.begin(importId);
    if (!waiting) return;
    const files: ImportedFile[] = [];
    try {
      const cartridge = await readCartridge(this.store.locate(waiting.parkedAt), {
        fileName: waiting.fileName,
        onProgress: this.progressOf(importId),
        keep: async (stream, { name, mediaType }) => {
          const kept = await this.store.keepAs(mediaType, stream, largestCourseFile);
          const fileId = this.ids.next();
          files.push({ ...kept, fileId, name });
          return fileId;
        },
      });
      const { course, report } = wholeCourse(cartridge, files);
      const isFirst = await this.work.run(async (unit) => {
        const [open] = await unit.query(
          `select 1 from course_import where id = $1 and finished_at is null for update`,
          [importId],
        );
        if (!open) return false;
        const { courseId } = await this.courses.add(unit, waiting.startedBy, course);
        await unit.query(
          `update course_import set course_id = $2, finished_at = $3, report = $4, parked_at = null, done = total where id = $1`,
          [importId, courseId, unit.now, JSON.stringify(report)],
        );
        unit.record('courses.import-finished', { importId });
        return true;
      }, waiting.startedBy);
      if (!isFirst) await this.discard(files);
    } catch (error) {
      await this.discard(files);
      const code = codeOf(error);
      if (!code) throw error;
      await this.fail(importId, code);
    }
    await this.store.remove(waiting.parkedAt);
  }

  private async begin(importId: string): Promise<{ parkedAt: string; startedBy: string; fileName: string } | null> {
    const [row] = await this.work.run((unit) =>
      unit.query<{ parked_at: string; started_by: string; file_name: string }>(
        `update course_import set begun_at = coalesce(begun_at, $2) where id = $1 and finished_at is null
         returning parked_at, started_by, file_name`,
        [importId, unit.now],
      ),
    );
    return row ? { parkedAt: row.parked_at, startedBy: row.started_by, fileName: row.file_name } : null;
  }

  private async fail(importId: string, code: ProblemCode): Promise<void> {
    await this.work.run(async (unit) => {
      const ended = await unit.query(
        `update course_import set problem_code = $2, finished_at = $3, parked_at = null
         where id = $1 and finished_at is null returning id`,
        [importId, code, unit.now],
      );
      if (ended.length > 0) unit.record('courses.import-finished', { importId });
    });
  }

  private async discard(files: ImportedFile[]): Promise<void> {
    await Promise.all(files.map(({ path }) => this.store.remove(path)));
  }

  /** Writes progress down at most a few times a second, so that it costs nothing to speak of. */
  private progressOf(importId: string): (done: number, total: number) => void {
    let next = this.clock.now();
    return (done, total) => {
      const now = this.clock.now();
      if (now < next && done < total) return;
      next = later(now, 300);
      this.work
        .run((unit) =>
          unit.query(`update course_import set done = $2, total = $3 where id = $1 and finished_at is null`, [
            importId,
            done,
            total,
          ]),
        )
        .catch((error: unknown) => log.warn({ err: error, importId }, 'progress was not noted'));
    };
  }

  /** Removes what interrupted uploads and imports have left on the disk. */
  async clearAbandonedFiles(): Promise<void> {
    const old = later(this.clock.now(), -minutes(24 * 60));
    const candidates = await this.store.olderThan(old);
    for (let from = 0; from < candidates.length; from += 1_000) {
      const paths = candidates.slice(from, from + 1_000);
      const orphans = await this.database.query<{ path: string }>(
        `select p.path from unnest($1::text[]) as p (path)
         where not exists (select 1 from stored_file f where f.path = p.path)
           and not exists (select 1 from course_import i where i.parked_at = p.path)`,
        [paths],
      );
      await Promise.all(orphans.map(({ path }) => this.store.remove(path)));
    }
  }
}

const selectImport = `
  select i.*, u.given_name || ' ' || u.family_name as starter,
    (select v.title from course_version v where v.course_id = i.course_id order by v.number desc limit 1) as course_title
  from course_import i left join app_user u on u.id = i.started_by`;

interface ImportRow {
  id: string;
  file_name: string;
  started_by: string | null;
  starter: string | null;
  course_id: string | null;
  course_title: string | null;
  created_at: Date;
  begun_at: Date | null;
  finished_at: Date | null;
  done: number;
  total: number;
  problem_code: ProblemCode | null;
  report: ImportView['report'];
}

function importView(row: ImportRow, { language }: SignedIn): ImportView {
  return {
    importId: row.id,
    fileName: row.file_name,
    startedBy: row.starter ?? '',
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    state: row.problem_code ? 'failed' : row.finished_at ? 'done' : row.begun_at ? 'running' : 'waiting',
    progress: { done: row.done, total: row.total },
    problem: row.problem_code ? { code: row.problem_code, detail: problems[row.problem_code][language] } : null,
    courseId: row.course_id,
    courseTitle: row.course_title,
    report: row.report,
  };
}

/** The cartridge's own fault, as a problem's code; anything else is ours and is tried again. */
function codeOf(error: unknown): ProblemCode | null {
  if (error instanceof CartridgeProblem) return error.code;
  if (error instanceof Problem) return error.code;
  return null;
}
