import type { BodyOf, ReplyOf, UploadView } from '@kohorte/contracts';
import {
  Clock,
  Database,
  days,
  fieldProblem,
  FileStore,
  found,
  later,
  Problem,
  type SignedIn,
  type Unit,
  type Upload,
  Work,
} from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { Arrivals } from './arrivals.js';
import { Drafts } from './drafts.js';
import { refuseCancelled } from './hand-in-checks.js';
import { Rounds } from './rounds.js';
import { ownUpload, refuseClosed, uploadView } from './upload-rows.js';

const megabyte = 1024 * 1024;
/** The largest part; a connection that breaks costs no more than this. */
const largestPart = 8 * megabyte;
/** An upload to which nothing came for so long is given up. */
const daysKept = 2;

/** Files that come in parts. */
@Injectable()
export class Uploads {
  constructor(
    private readonly work: Work,
    private readonly database: Database,
    private readonly store: FileStore,
    private readonly clock: Clock,
    private readonly rounds: Rounds,
    private readonly drafts: Drafts,
    private readonly arrivals: Arrivals,
  ) {}

  /**
   * Says what will come, so that what is too much is refused before it is sent.
   * @throws {Problem} `too-large`, `too-many-files`, `already-handed-in`, `cohort-cancelled`
   */
  async begin(
    actor: SignedIn,
    cohortId: string,
    itemId: string,
    { name, bytes }: BodyOf<'POST /cohorts/:cohortId/assignments/:itemId/uploads'>,
  ): Promise<ReplyOf<'POST /cohorts/:cohortId/assignments/:itemId/uploads'>> {
    const uploadId = await this.work.run(async (unit) => {
      const round = await this.rounds.of(actor, cohortId, itemId, 'learns-in-cohort', unit);
      refuseCancelled(round);
      const { files, fileMegabytes } = round.design.handIn;
      if (files === 0)
        throw new Problem('invalid-input', { errors: [fieldProblem('name', 'not-asked', actor.language)] });
      if (bytes > fileMegabytes * megabyte)
        throw new Problem('too-large', { params: { limit: `${fileMegabytes} MB` } });
      const draft = await this.drafts.begin(unit, round);
      if (draft.handedInAt) throw new Problem('already-handed-in');
      if (draft.files + draft.uploads >= files) throw new Problem('too-many-files', { params: { limit: files } });
      const id = unit.ids.next();
      await unit.query(
        `insert into upload (id, submission_id, user_id, name, bytes, path, created_at, changed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $7)`,
        [id, draft.id, actor.userId, plainName(name), bytes, this.store.placeToGrow(), unit.now],
      );
      return id;
    }, actor.userId);
    return this.show(actor, uploadId);
  }

  /** How much has arrived. Where all has, and the answer to its last part was lost, it is looked at now. */
  async show(actor: SignedIn, uploadId: string): Promise<ReplyOf<'GET /uploads/:uploadId'>> {
    const upload = found(await ownUpload((text, values) => this.database.query(text, values), actor, uploadId));
    return upload.received === upload.bytes && !upload.file ? this.arrivals.settle(actor, upload) : uploadView(upload);
  }

  /**
   * A part is written to a place of its own first, so that a slow or broken connection touches nothing; then it is put
   * to the others while nobody else can.
   * @throws {Problem} `upload-elsewhere`, `too-large`, `already-handed-in`, and what is wrong with a file that is whole
   */
  async takePart(
    actor: SignedIn,
    uploadId: string,
    from: number,
    { stream }: Upload,
  ): Promise<ReplyOf<'POST /uploads/:uploadId/parts'>> {
    let part: string;
    try {
      const upload = found(await ownUpload((text, values) => this.database.query(text, values), actor, uploadId));
      refuseClosed(upload);
      refuseElsewhere(upload, from);
      part = await this.store.park(stream, largestPart);
    } catch (error) {
      // What is not read would hold the connection.
      stream.resume();
      throw error;
    }
    try {
      const bytes = await this.store.bytesOf(part);
      await this.work.run((unit) => this.put(unit, actor, { uploadId, from, part, bytes }), actor.userId);
    } finally {
      await this.store.remove(part);
    }
    return this.show(actor, uploadId);
  }

  async giveUp(actor: SignedIn, uploadId: string): Promise<ReplyOf<'DELETE /uploads/:uploadId'>> {
    const [gone] = await this.work.run(
      (unit) =>
        unit.query<{ path: string | null }>(`delete from upload where id = $1 and user_id = $2 returning path`, [
          uploadId,
          actor.userId,
        ]),
      actor.userId,
    );
    const { path } = found(gone);
    if (path) await this.store.remove(path);
  }

  /** Ends uploads that nobody has gone on with, and takes away parts that belong to none. */
  async clearAbandoned(): Promise<void> {
    const old = later(this.clock.now(), -days(daysKept));
    const gone = await this.work.run((unit) =>
      unit.query<{ path: string | null }>(`delete from upload where changed_at < $1 returning path`, [old]),
    );
    await Promise.all(gone.flatMap(({ path }) => (path ? [this.store.remove(path)] : [])));
    const candidates = await this.store.growingSince(old);
    const orphans = await this.database.query<{ path: string }>(
      `select p.path from unnest($1::text[]) as p (path) where not exists (select from upload u where u.path = p.path)`,
      [candidates],
    );
    await Promise.all(orphans.map(({ path }) => this.store.remove(path)));
  }

  private async put(
    unit: Unit,
    actor: SignedIn,
    { uploadId, from, part, bytes }: { uploadId: string; from: number; part: string; bytes: number },
  ): Promise<void> {
    const upload = found(await ownUpload(unit.query, actor, uploadId, 'for update of u'));
    refuseClosed(upload);
    refuseElsewhere(upload, from);
    if (from + bytes > upload.bytes) throw new Problem('too-large', { params: { limit: `${upload.bytes} Byte` } });
    if (bytes === 0) return;
    // What has arrived before is gone: it has to be sent anew.
    if (!(await this.store.grow(found(upload.path), from, part))) throw new Problem('not-found');
    await unit.query(`update upload set received = $2, changed_at = $3 where id = $1`, [
      uploadId,
      from + bytes,
      unit.now,
    ]);
  }
}

function refuseElsewhere({ received }: Pick<UploadView, 'received'>, from: number): void {
  if (from !== received) throw new Problem('upload-elsewhere', { params: { received } });
}

/** Only the last part of a path, as some programs send it whole, without signs that are not to be seen. */
function plainName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1)!;
  return last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim() || 'file';
}
