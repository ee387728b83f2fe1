import type { FileView, ItemContent } from '@kohorte/contracts';
import {
  Database,
  FileStore,
  found,
  type KeptFile,
  type SignedIn,
  type Unit,
  type Upload,
  Work,
} from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { itemContent, itemContentColumns, type ItemRow } from './item-content.js';
import { CourseStanding } from './standing.js';

/** The largest file of a course. */
export const largestCourseFile = 512 * 1024 * 1024;

/** Files that authors upload, and items as learners will see them. */
@Injectable()
export class CourseFiles {
  constructor(
    private readonly work: Work,
    private readonly database: Database,
    private readonly store: FileStore,
    private readonly standing: CourseStanding,
  ) {}

  async upload(actor: SignedIn, courseId: string, { name, stream }: Upload): Promise<FileView> {
    await this.standing.ofCourse(actor, courseId);
    const kept = await this.store.keep(stream, name, largestCourseFile);
    try {
      const fileId = await this.work.run((unit) => noteFile(unit, courseId, name, kept), actor.userId);
      return { fileId, name, mediaType: kept.mediaType, bytes: kept.bytes };
    } catch (error) {
      await this.store.remove(kept.path);
      throw error;
    }
  }

  async preview(actor: SignedIn, itemId: string): Promise<ItemContent> {
    await this.standing.ofItem(actor, itemId);
    const row = await this.database.one<ItemRow>(
      `select ${itemContentColumns} from item i left join stored_file f on f.id = i.file_id where i.id = $1`,
      [itemId],
    );
    return itemContent(found(row));
  }
}

async function noteFile(unit: Unit, courseId: string, name: string, kept: KeptFile): Promise<string> {
  const fileId = unit.ids.next();
  await unit.query(
    `with kept as (
       insert into stored_file (id, name, media_type, bytes, sha256, path, created_at) values ($1, $2, $3, $4, $5, $6, $7))
     insert into course_file (course_id, file_id) values ($8, $1)`,
    [fileId, name, kept.mediaType, kept.bytes, kept.sha256, kept.path, unit.now, courseId],
  );
  return fileId;
}
