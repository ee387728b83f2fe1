import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { FileStore, found, Problem, type SignedIn, type Unit, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { AssignmentViews } from './assignment-views.js';
import { Drafts, isByMember, type LockedSubmission } from './drafts.js';
import { checkAsked, checkContent, checkTime, refuseCancelled } from './hand-in-checks.js';
import { OwnSubmissions } from './own-submissions.js';
import { Rounds } from './rounds.js';

/** Drafts, handing in, taking back. */
@Injectable()
export class Submissions {
  constructor(
    private readonly work: Work,
    private readonly store: FileStore,
    private readonly rounds: Rounds,
    private readonly drafts: Drafts,
    private readonly ownSubmissions: OwnSubmissions,
    private readonly views: AssignmentViews,
  ) {}

  /**
   * What is left out stays, `null` empties. Nothing is lost after the deadline either; it can only not be handed in.
   * @throws {Problem} `cohort-cancelled`, `already-handed-in`, `changed-meanwhile`, `invalid-input`
   */
  async saveDraft(
    actor: SignedIn,
    cohortId: string,
    itemId: string,
    body: BodyOf<'PUT /cohorts/:cohortId/assignments/:itemId/draft'>,
  ): Promise<ReplyOf<'PUT /cohorts/:cohortId/assignments/:itemId/draft'>> {
    await this.work.run(async (unit) => {
      const round = await this.rounds.of(actor, cohortId, itemId, 'learns-in-cohort', unit);
      refuseCancelled(round);
      checkAsked(body, round.design, actor);
      const draft = await this.drafts.begin(unit, round);
      if (draft.handedInAt) throw new Problem('already-handed-in');
      const next = {
        text: changed(draft.text, body.text),
        link: changed(draft.link, body.link),
        video: changed(draft.video, body.video),
      };
      // Sent again after a reply was lost: it is there already.
      if (next.text === draft.text && next.link === draft.link && next.video === draft.video) return;
      if (draft.revision !== body.revision) throw new Problem('changed-meanwhile');
      await unit.query(
        `update submission set text = $2, link = $3, video = $4, revision = revision + 1, changed_at = $5 where id = $1`,
        [draft.id, next.text, next.link, next.video, unit.now],
      );
    }, actor.userId);
    const round = await this.rounds.of(actor, cohortId, itemId, 'learns-in-cohort');
    return found(await this.ownSubmissions.of(actor, round));
  }

  /**
   * Hands in by the clock at the moment of the request, and pins the rubric as it is now. Files that have not arrived
   * whole do not count.
   * @throws {Problem} `already-handed-in`, `submission-closed`, `submission-empty`, `too-few-words`, `too-many-words`
   */
  async handIn(
    actor: SignedIn,
    cohortId: string,
    itemId: string,
  ): Promise<ReplyOf<'POST /cohorts/:cohortId/assignments/:itemId/submission'>> {
    await this.work.run(async (unit) => {
      const round = await this.rounds.of(actor, cohortId, itemId, 'learns-in-cohort', unit);
      refuseCancelled(round);
      const draft = await this.drafts.find(unit, round);
      if (draft?.handedInAt) throw new Problem('already-handed-in');
      const late = checkTime(round, actor) === 'late';
      checkContent(draft, round.design, actor);
      const { id, rubricId } = found(draft);
      await unit.query(
        `update submission set handed_in_at = $2, handed_in_by = $3, late = $4, rubric_id = $5 where id = $1`,
        [id, unit.now, actor.userId, late, rubricId],
      );
      unit.record('peer-review.handed-in', { submissionId: id });
      await recordParts(unit, found(draft));
    }, actor.userId);
    return this.views.view(actor, cohortId, itemId);
  }

  /**
   * Makes a draft of it again, until the own due date and while no reviewer was ever given it.
   * @throws {Problem} `nothing-handed-in`, `too-late-to-take-back`
   */
  async takeBack(
    actor: SignedIn,
    cohortId: string,
    itemId: string,
  ): Promise<ReplyOf<'DELETE /cohorts/:cohortId/assignments/:itemId/submission'>> {
    await this.work.run(async (unit) => {
      // Whoever is given a review at this moment waits, or was first.
      const round = await this.rounds.locked(actor, cohortId, itemId, 'learns-in-cohort', unit);
      refuseCancelled(round);
      const submission = await this.drafts.find(unit, round);
      if (!submission?.handedInAt) throw new Problem('nothing-handed-in');
      if (unit.now > round.phases.dueAt || submission.isBeingReviewed) throw new Problem('too-late-to-take-back');
      await unit.query(
        `update submission set handed_in_at = null, handed_in_by = null, late = false, rubric_id = null where id = $1`,
        [submission.id],
      );
      unit.record('peer-review.taken-back', { submissionId: submission.id });
      await recordParts(unit, submission);
    }, actor.userId);
    return this.views.view(actor, cohortId, itemId);
  }

  /** @throws {Problem} `not-found` also for the file of somebody else, `already-handed-in` */
  async removeFile(
    actor: SignedIn,
    submissionId: string,
    fileId: string,
  ): Promise<ReplyOf<'DELETE /submissions/:submissionId/files/:fileId'>> {
    const { roundId, path } = await this.work.run(async (unit) => {
      const [file] = await unit.query<{ round_id: string; handed_in_at: Date | null; path: string }>(
        `select s.round_id, s.handed_in_at, f.path from submission s
         join submission_file x on x.submission_id = s.id join stored_file f on f.id = x.file_id
         where s.id = $1 and x.file_id = $2 and ${isByMember('$3')}
         for update of s`,
        [submissionId, fileId, actor.userId],
      );
      const { round_id, handed_in_at, path: at } = found(file);
      if (handed_in_at) throw new Problem('already-handed-in');
      await unit.query(
        `with gone as (delete from submission_file where submission_id = $1 and file_id = $2),
           done as (delete from upload where submission_id = $1 and file_id = $2)
         update submission set changed_at = $3 where id = $1`,
        [submissionId, fileId, unit.now],
      );
      // A team that was divided may have it in two drafts.
      const [other] = await unit.query(`select from stored_file where id = $1`, [fileId]);
      return { roundId: round_id, path: other ? null : at };
    }, actor.userId);
    if (path) await this.store.remove(path);
    const round = await this.rounds.byId(actor, roundId, 'authors-submission', { more: { own: true } });
    return found(await this.ownSubmissions.of(actor, round));
  }
}

/** A field as it will be; an empty one is none. */
function changed(before: string | null, given: string | null | undefined): string | null {
  return given === undefined ? before : given || null;
}

/** What each author has done for the assignment may have changed. */
async function recordParts(unit: Unit, { id, roundId }: LockedSubmission): Promise<void> {
  const authors = await unit.query<{ enrolment_id: string }>(
    `select e.id as enrolment_id from submission_author a join enrolment e on e.id = a.enrolment_id
     where a.submission_id = $1 and e.status in ('active', 'completed') order by e.id`,
    [id],
  );
  for (const { enrolment_id } of authors)
    unit.record('peer-review.part-changed', { roundId, enrolmentId: enrolment_id });
}
