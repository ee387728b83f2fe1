import { Clock, Database, fileReply, FileStore, found, Problem, type RawReply, type SignedIn } from '@kohorte/platform';
import { may } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { isByMember } from './drafts.js';
import type { ReviewRow } from '@kohorte/contracts';
import { stateAt } from './pools.js';
import type { Round } from './round.js';
import { Rounds } from './rounds.js';
import { plainFileName } from './works.js';

interface FileRow {
  round_id: string;
  name: string;
  media_type: string;
  bytes: number;
  path: string;
  /** Counts the files of the submission from 1, as they are shown. */
  number: number;
  handed_in: boolean;
  in_gallery: boolean;
  own: boolean;
  review: { state: ReviewRow['state']; why: string | null; byTrainer: boolean } | null;
}

/** Hands out the files of submissions to those who may read them. */
@Injectable()
export class SubmissionFiles {
  constructor(
    private readonly database: Database,
    private readonly store: FileStore,
    private readonly clock: Clock,
    private readonly rounds: Rounds,
  ) {}

  /**
   * The file, or the part of it that a player asks for; its own name only to those who may know whose it is.
   * @throws {Problem} `not-found` also where there is a file that is not for this reader
   */
  async read(actor: SignedIn, submissionId: string, fileId: string, range: string | null): Promise<RawReply> {
    const file = found(
      await this.database.one<FileRow & Record<string, unknown>>(fileStatement, [
        submissionId,
        fileId,
        actor.userId,
        this.clock.now(),
      ]),
    );
    // Whether the reader may is asked below, once the phases are known.
    const round = await this.rounds.byId(actor, file.round_id, 'sees-work', { more: { own: true } });
    const standing = standingTo(file, round);
    if (!file.own && !file.handed_in) throw new Problem('not-found');
    if (!may('sees-work', actor, { ...round.standing, own: standing !== null })) throw new Problem('not-found');
    const knows = standing === 'author' || round.runs || (standing === 'reviewer' && round.design.anonymity !== 'double-blind'); // prettier-ignore
    return fileReply(
      {
        name: knows ? file.name : plainFileName(file.name, file.number, actor.language),
        mediaType: file.media_type,
        bytes: file.bytes,
      },
      range,
      (part) => this.store.read(file.path, part),
    );
  }
}

/** As whom somebody sees a work, besides those who run the cohort. */
function standingTo(file: FileRow, round: Round): 'author' | 'reviewer' | 'visitor' | null {
  if (file.own) return 'author';
  if (file.review && isReviewer(file.review, round)) return 'reviewer';
  return file.in_gallery && round.learns ? 'visitor' : null;
}

/** A lease that has run out can still be taken up while reviews run. */
function isReviewer({ state, why, byTrainer }: NonNullable<FileRow['review']>, round: Round): boolean {
  if (byTrainer || !round.learns) return false;
  if (state !== 'lapsed') return true;
  return (why === null || why === 'lease') && round.now <= round.phases.reviewsUntil;
}

/** The file $2 of the submission $1, and how the person $3 stands to it at $4. */
const fileStatement = `
  select s.round_id, f.name, f.media_type, f.bytes::float8 as bytes, f.path,
    (select count(*)::int from submission_file y where y.submission_id = s.id and y.position <= x.position) as number,
    s.handed_in_at is not null as handed_in, s.gallery_at is not null as in_gallery, ${isByMember('$3')} as own, (
      select json_build_object('state', ${stateAt('$4')}, 'why', v.lapsed_why, 'byTrainer', v.kind = 'trainer')
      from review v where v.submission_id = s.id and v.reviewer_id = $3) as review
  from submission s join submission_file x on x.submission_id = s.id join stored_file f on f.id = x.file_id
  where s.id = $1 and f.id = $2`;
