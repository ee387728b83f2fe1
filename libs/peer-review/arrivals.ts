import type { UploadView } from '@kohorte/contracts';
import {
  fieldProblem,
  FileStore,
  found,
  Ids,
  type KeptFile,
  NameCleaner,
  Problem,
  type SignedIn,
  type Unit,
  Work,
} from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { ownUpload, refuseClosed, type UploadRow, uploadView } from './upload-rows.js';

/** Uploads of which all has arrived: what they are is looked at, then they join their submission. */
@Injectable()
export class Arrivals {
  /** Being looked at by this process: whoever asks meanwhile waits for the same answer. */
  private readonly running = new Map<string, Promise<UploadView>>();

  constructor(
    private readonly work: Work,
    private readonly store: FileStore,
    private readonly ids: Ids,
    private readonly cleaner: NameCleaner,
  ) {}

  /**
   * Safe to call again, also at the same time. A file that is not taken leaves nothing behind.
   * @throws {Problem} `file-type-not-allowed`, `file-unpacks-too-large`, `file-unreadable`, `already-handed-in`
   */
  async settle(actor: SignedIn, upload: UploadRow): Promise<UploadView> {
    const { uploadId } = upload;
    const running =
      this.running.get(uploadId) ?? this.examine(actor, upload).finally(() => this.running.delete(uploadId));
    this.running.set(uploadId, running);
    return running;
  }

  private async examine(actor: SignedIn, upload: UploadRow): Promise<UploadView> {
    const path = found(upload.path);
    let kept: KeptFile | null = null;
    try {
      refuseClosed(upload);
      const mediaType = await this.store.sniff(path, upload.name);
      const grown = await this.withoutNames(upload, path);
      kept = await this.store.keepGrown(grown, mediaType);
      const file = kept;
      const fileId = this.ids.untimed();
      const view = await this.work.run((unit) => join(unit, actor, upload, { ...file, fileId }), actor.userId);
      if (view.file?.fileId !== fileId) await this.store.remove(file.path);
      await this.store.remove(path);
      return view;
    } catch (error) {
      if (kept) await this.store.remove(kept.path);
      if (error instanceof Problem || kept) await this.drop(upload, path, actor);
      throw named(error, actor);
    }
  }

  /** Where the file lies that may be shown: where reviewers must not know authors, one without the names in it. */
  private async withoutNames({ name, design }: UploadRow, path: string): Promise<string> {
    if (design.anonymity === 'double-blind') return (await this.cleaner.withoutNames(path, name)) ?? path;
    await this.cleaner.checkArchive(path, name);
    return path;
  }

  private async drop({ uploadId }: UploadRow, path: string, actor: SignedIn): Promise<void> {
    await this.work.run(
      (unit) => unit.query(`delete from upload where id = $1 and file_id is null`, [uploadId]),
      actor.userId,
    );
    await this.store.remove(path);
  }
}

async function join(
  unit: Unit,
  actor: SignedIn,
  { uploadId }: UploadRow,
  kept: KeptFile & { fileId: string },
): Promise<UploadView> {
  const upload = found(await ownUpload(unit.query, actor, uploadId, 'for update of s, u'));
  refuseClosed(upload);
  // Another process was faster: its file is the one.
  if (upload.file) return uploadView(upload);
  const { fileId } = kept;
  await unit.query(
    `with kept as (
       insert into stored_file (id, name, media_type, bytes, sha256, path, created_at)
       values ($1, $2, $3, $4, $5, $6, $7) returning id)
     insert into submission_file (submission_id, file_id, position)
     select $8, kept.id, coalesce((select max(x.position) from submission_file x where x.submission_id = $8), 0) + 1 from kept`,
    [fileId, upload.name, kept.mediaType, kept.bytes, kept.sha256, kept.path, unit.now, upload.submissionId],
  );
  await unit.query(
    `with joined as (update submission set changed_at = $3 where id = $4)
     update upload set file_id = $2, path = null, changed_at = $3 where id = $1`,
    [uploadId, fileId, unit.now, upload.submissionId],
  );
  const file = { fileId, name: upload.name, mediaType: kept.mediaType, bytes: kept.bytes };
  return uploadView({ ...upload, file });
}

/** What is wrong with a file is said at the field in which it was chosen. */
function named(error: unknown, { language }: SignedIn): unknown {
  const isOfFile = error instanceof Problem && error.code.startsWith('file-');
  return isOfFile ? new Problem(error.code, { errors: [fieldProblem('name', error.code, language)] }) : error;
}
