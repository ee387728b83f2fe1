import type { ReplyOf } from '@kohorte/contracts';
import {
  Clock,
  Database,
  fileReply,
  FileStore,
  found,
  hours,
  type KeptFile,
  later,
  NameCleaner,
  Problem,
  type RawReply,
  type SignedIn,
  type Unit,
  type Upload,
  Work,
} from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { plainFileName } from './file-names.js';
import { headBytes, imageSize, isMeasured, mostPixels } from './image-size.js';
import type { PlacedCohort } from './placed.js';
import { Places } from './places.js';
import { handedOut } from './post-files.js';
import { mustNotKnow } from './writers.js';

/** The largest file of a post. */
const largestFile = 20 * 1024 * 1024;
/** As many files as somebody may have uploaded without having posted them. */
const mostUnattached = 50;
/** As many as one transaction of the sweep takes. */
const clearedAtOnce = 200;

interface FileRow extends Record<string, unknown> {
  name: string;
  media_type: string;
  bytes: number;
  path: string;
  cohort_id: string;
  user_id: string | null;
  post_id: string | null;
  /** Counts the files of the post from 1, as they are shown. */
  number: number;
}

/** A file as it came, and as it may be shown where nobody learns whose it is: the same where it holds no names. */
interface Arrived {
  came: KeptFile;
  /** `null`: that is not known, or cannot be made. */
  nameless: KeptFile | null;
}

/** Pictures and files of posts. */
@Injectable()
export class DiscussionFiles {
  constructor(
    private readonly work: Work,
    private readonly database: Database,
    private readonly store: FileStore,
    private readonly cleaner: NameCleaner,
    private readonly clock: Clock,
    private readonly places: Places,
  ) {}

  /**
   * Whether its post will be anonymous is not known yet, so that where it may be, one without names is kept beside it.
   * @throws {Problem} `not-found`, `not-allowed`, `too-large` also for a picture of too many pixels,
   *   `file-type-not-allowed` also for a picture that does not say how large it is, `too-many-files`
   */
  async upload(
    actor: SignedIn,
    cohortId: string,
    { name, stream }: Upload,
  ): Promise<ReplyOf<'POST /cohorts/:cohortId/discussion-files'>> {
    const place = await this.places.ofCohort(actor, cohortId, 'reads-cohort');
    const came = await this.store.keep(stream, name, largestFile);
    let nameless: KeptFile | null = null;
    try {
      await this.checkPicture(came, actor);
      if (await this.mayGoUnnamed(place, actor)) nameless = await this.withoutNames(came, name);
      const known = name.slice(0, 200) || 'file';
      const fileId = await this.work.run((unit) => note(unit, actor, cohortId, known, { came, nameless }), actor.userId); // prettier-ignore
      return { fileId, name: known, mediaType: came.mediaType, bytes: came.bytes };
    } catch (error) {
      await this.store.remove(came.path);
      if (nameless) await this.store.remove(nameless.path);
      throw error;
    }
  }

  /**
   * For those who may read the post it is in; while it is in none, for who uploaded it.
   * @throws {Problem} `not-found` also where there is a file that is not for this reader
   */
  async read(actor: SignedIn, fileId: string, range: string | null): Promise<RawReply> {
    const file = found(await this.database.one<FileRow>(fileStatement, [fileId]));
    const name = file.post_id ? await this.nameFor(actor, file, file.post_id) : file.name;
    if (!file.post_id && file.user_id !== actor.userId) throw new Problem('not-found');
    // A drawing could hold a program, or unfold without end: it is saved, never shown.
    const mediaType = file.media_type === 'image/svg+xml' ? 'application/octet-stream' : file.media_type;
    return fileReply({ name, mediaType, bytes: file.bytes }, range, (part) => this.store.read(file.path, part));
  }

  /** The sweep: what has lain for a day without being in a post, or in a draft of who uploaded it. */
  async clearAbandoned(): Promise<void> {
    const old = later(this.clock.now(), -hours(24));
    for (;;) {
      const gone = await this.work.run((unit) => unit.query<{ path: string }>(clearStatement, [old, clearedAtOnce]));
      await Promise.all(gone.map(({ path }) => this.store.remove(path)));
      if (gone.length < clearedAtOnce) return;
    }
  }

  /** How the file of a post is called for this reader: of somebody anonymous it says nothing. */
  private async nameFor(actor: SignedIn, file: FileRow, postId: string): Promise<string> {
    const placed = await this.places.ofPost(actor, postId, 'reads-thread', { gone: true });
    const isRemoved = placed.row.deleted_at !== null && !placed.isOwn && !placed.moderates;
    if (isRemoved || (!placed.isReadable && placed.row.deleted_at === null)) throw new Problem('not-found');
    return mustNotKnow(placed.row, { userId: actor.userId, runs: placed.runs })
      ? plainFileName(file.name, file.number, actor.language)
      : file.name;
  }

  /** Into an anonymous post: a new one where the cohort allows them, or one of when it did, by changing it. */
  private async mayGoUnnamed({ settings, cohortId }: PlacedCohort, { userId }: SignedIn): Promise<boolean> {
    if (settings.anonymousAllowed) return true;
    const written = await this.database.one(
      `select from post where author_id = $1 and cohort_id = $2 and anonymous and deleted_at is null limit 1`,
      [userId, cohortId],
    );
    return written !== null;
  }

  /** What cannot be looked into is taken all the same: posts that say who wrote them may have it. */
  private async withoutNames(came: KeptFile, name: string): Promise<KeptFile | null> {
    try {
      const cleaned = await this.cleaner.withoutNames(came.path, name);
      return cleaned === null ? came : await this.store.keepGrown(cleaned, came.mediaType);
    } catch (error) {
      if (error instanceof Problem) return null;
      throw error;
    }
  }

  /** A picture of a few bytes can unfold to gigabytes in every browser that shows it. */
  private async checkPicture({ path, mediaType }: KeptFile, { language }: SignedIn): Promise<void> {
    if (!isMeasured(mediaType)) return;
    const parts: Buffer[] = [];
    for await (const part of this.store.read(path, { start: 0, end: headBytes - 1 }) as AsyncIterable<Buffer>)
      parts.push(part);
    const size = imageSize(mediaType, Buffer.concat(parts));
    if (!size) throw new Problem('file-type-not-allowed');
    if (size.width * size.height > mostPixels)
      throw new Problem('too-large', { params: { limit: `${mostPixels / 1e6} ${language === 'de' ? 'Megapixel' : 'megapixels'}` } }); // prettier-ignore
  }
}

async function note(
  unit: Unit,
  actor: SignedIn,
  cohortId: string,
  name: string,
  { came, nameless }: Arrived,
): Promise<string> {
  const [open] = await unit.query<{ times: number }>(
    `select count(*)::int as times from discussion_file where user_id = $1 and post_id is null`,
    [actor.userId],
  );
  if (open!.times >= mostUnattached) throw new Problem('too-many-files', { params: { limit: mostUnattached } });
  const fileId = unit.ids.next();
  const namelessId = nameless && (nameless === came ? fileId : unit.ids.next());
  const stored = new Map([[fileId, came]]);
  if (namelessId) stored.set(namelessId, nameless);
  const kept = [...stored.values()];
  await unit.query(
    `with kept as (
       insert into stored_file (id, name, media_type, bytes, sha256, path, created_at)
       select k.id, $2, $3, k.bytes, k.sha256, k.path, $4
       from unnest($5::uuid[], $6::bigint[], $7::bytea[], $8::text[]) as k (id, bytes, sha256, path))
     insert into discussion_file (file_id, nameless_id, cohort_id, user_id, created_at) values ($1, $9, $10, $11, $4)`,
    [
      fileId,
      name,
      came.mediaType,
      unit.now,
      [...stored.keys()],
      kept.map(({ bytes }) => bytes),
      kept.map(({ sha256 }) => sha256),
      kept.map(({ path }) => path),
      namelessId,
      cohortId,
      actor.userId,
    ],
  );
  return fileId;
}

const fileStatement = `
  select f.name, f.media_type, f.bytes::float8 as bytes, f.path, d.cohort_id, d.user_id, d.post_id,
    (select count(*)::int from discussion_file o where o.post_id = d.post_id and o.file_id <= d.file_id) as number
  from discussion_file d left join post p on p.id = d.post_id
  join stored_file f on f.id = ${handedOut('d', 'p.anonymous')} where d.file_id = $1`;

const clearStatement = `
  with old as (
    select d.file_id, d.nameless_id from discussion_file d
    where d.post_id is null and d.created_at < $1 and not exists (
      select from discussion_draft w where w.user_id = d.user_id and strpos(w.body ->> 'text', d.file_id::text) > 0)
    order by d.created_at limit $2 for update skip locked)
  delete from stored_file where id in (select file_id from old union all select nameless_id from old)
  returning path`;
