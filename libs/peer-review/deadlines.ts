import { instantIn } from '@kohorte/cohorts';
import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { fieldProblem, found, Problem, type SignedIn, type Unit, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { followEnd } from './allocation-rows.js';
import { RoundViews } from './round-views.js';
import { Round } from './round.js';
import { selectRound } from './round-row.js';
import { Rounds } from './rounds.js';

/** Moves the phases of a round, for all or for one. */
@Injectable()
export class Deadlines {
  constructor(
    private readonly work: Work,
    private readonly rounds: Rounds,
    private readonly roundViews: RoundViews,
  ) {}

  /**
   * What is left out stays, `null` is as the course says. What would not count, as it lies before the phase that it
   * follows, is refused; so is what lies in the past and has not stood there before: nobody is closed out unawares.
   * Work that had come late and is in time now is so.
   * @throws {Problem} `own-pace`, `deadlines-order`, `invalid-input`
   */
  async move(
    actor: SignedIn,
    cohortId: string,
    itemId: string,
    body: BodyOf<'PUT /cohorts/:cohortId/assignments/:itemId/deadlines'>,
  ): Promise<ReplyOf<'PUT /cohorts/:cohortId/assignments/:itemId/deadlines'>> {
    await this.work.run(async (unit) => {
      const round = await this.rounds.of(actor, cohortId, itemId, 'runs-cohort', unit);
      if (round.isOwnPace) throw new Problem('own-pace');
      const { roundId } = await this.rounds.begin(unit, round);
      const [before] = await unit.query<{ due_moved_to: Date | null; reviews_moved_to: Date | null }>(
        `select due_moved_to, reviews_moved_to from review_round where id = $1 for no key update`,
        [roundId],
      );
      const asked = {
        due_moved_to: instantOr(before!.due_moved_to, body.dueAt, 'dueAt', actor),
        reviews_moved_to: instantOr(before!.reviews_moved_to, body.reviewsUntil, 'reviewsUntil', actor),
      };
      const now = phasesIn({ ...round.row, ...before }, actor, unit);
      const then = phasesIn({ ...round.row, ...asked }, actor, unit);
      refuseUnordered(asked, then);
      refusePast(now, then, actor, unit);
      const isDueMoved = !isSame(asked.due_moved_to, before!.due_moved_to);
      if (!isDueMoved && isSame(asked.reviews_moved_to, before!.reviews_moved_to)) return;
      // Phases that were noted and lie ahead again are turned back by their sweep.
      await unit.query(`update review_round set due_moved_to = $2, reviews_moved_to = $3 where id = $1`, [
        roundId,
        asked.due_moved_to,
        asked.reviews_moved_to,
      ]);
      if (isDueMoved) await noteDueChanged(unit, roundId);
      await noteInTime(unit, { roundId, enrolmentId: null, dueAt: then.reviewsFrom });
      await followEnd(unit, roundId, then.reviewsUntil);
      unit.record('peer-review.deadline-moved', { roundId });
    }, actor.userId);
    return this.roundViews.view(actor, cohortId, itemId);
  }

  /**
   * Gives a learner more time than the others have, and with them their team; of one who has some already, it is set.
   * @throws {Problem} `not-found` for who is no member of the cohort, `invalid-input`
   */
  async extend(
    actor: SignedIn,
    cohortId: string,
    itemId: string,
    enrolmentId: string,
    body: BodyOf<'PUT /cohorts/:cohortId/assignments/:itemId/extensions/:enrolmentId'>,
  ): Promise<ReplyOf<'PUT /cohorts/:cohortId/assignments/:itemId/extensions/:enrolmentId'>> {
    await this.work.run(async (unit) => {
      const round = await this.rounds.of(actor, cohortId, itemId, 'runs-cohort', unit);
      const dueAt = instantIn(body.dueAt, 'dueAt', actor.language)!;
      const common = await this.dueWithoutExtension(unit, actor, round, enrolmentId);
      if (dueAt <= common) refuse('dueAt', 'before-due', actor);
      if (dueAt < unit.now) refuse('dueAt', 'in-the-past', actor);
      const { roundId } = await this.rounds.begin(unit, round);
      const [changed] = await unit.query(
        `insert into extension as x (round_id, enrolment_id, due_at, reason, granted_by, granted_at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (round_id, enrolment_id) do update set due_at = $3, reason = $4, granted_by = $5, granted_at = $6
           where (x.due_at, x.reason) is distinct from ($3, $4)
         returning enrolment_id`,
        [roundId, enrolmentId, dueAt, body.reason || null, actor.userId, unit.now],
      );
      if (!changed) return;
      await noteDueChanged(unit, roundId);
      await noteInTime(unit, { roundId, enrolmentId, dueAt });
      unit.record('peer-review.extended', { roundId, enrolmentId });
    }, actor.userId);
    return this.roundViews.view(actor, cohortId, itemId);
  }

  /**
   * What was handed in meanwhile stays in time.
   * @throws {Problem} `not-found` where there is none
   */
  async takeExtensionBack(
    actor: SignedIn,
    cohortId: string,
    itemId: string,
    enrolmentId: string,
  ): Promise<ReplyOf<'DELETE /cohorts/:cohortId/assignments/:itemId/extensions/:enrolmentId'>> {
    await this.work.run(async (unit) => {
      const { roundId } = await this.rounds.of(actor, cohortId, itemId, 'runs-cohort', unit);
      const [gone] = await unit.query(
        `delete from extension where round_id = $1 and enrolment_id = $2 returning enrolment_id`,
        [roundId, enrolmentId],
      );
      found(gone);
      await noteDueChanged(unit, roundId!);
      unit.record('peer-review.extension-taken-back', { roundId: roundId!, enrolmentId });
    }, actor.userId);
    return this.roundViews.view(actor, cohortId, itemId);
  }

  /** When it is due for a member as for all the others: of the cohort, or by their own start. */
  private async dueWithoutExtension(unit: Unit, actor: SignedIn, round: Round, enrolmentId: string): Promise<Date> {
    const [member] = await unit.query<{ user_id: string }>(
      `select user_id from enrolment where id = $1 and cohort_id = $2 and status in ('active', 'completed')`,
      [enrolmentId, round.cohortId],
    );
    const { user_id: userId } = found(member);
    const [row] = await unit.query<Round['row']>(`${selectRound} where c.id = $2 and i.id = $3`, [
      userId,
      round.cohortId,
      round.itemId,
    ]);
    return phasesIn({ ...row!, extended_to: null }, actor, unit).dueAt;
  }
}

type Moved = Pick<Round['row'], 'due_moved_to' | 'reviews_moved_to'>;
type Phases = Round['phases'];

function phasesIn(row: Round['row'], actor: SignedIn, unit: Unit): Phases {
  return new Round(row, actor, unit.now).phases;
}

function instantOr(
  before: Date | null,
  asked: string | null | undefined,
  field: string,
  { language }: SignedIn,
): Date | null {
  return asked === undefined ? before : instantIn(asked, field, language);
}

function isSame(one: Date | null, other: Date | null): boolean {
  return one?.getTime() === other?.getTime();
}

/** @throws {Problem} `deadlines-order` where the phases do not come to what was asked */
function refuseUnordered({ due_moved_to: due, reviews_moved_to: reviews }: Moved, then: Phases): void {
  if ((due && !isSame(due, then.reviewsFrom)) || (reviews && !isSame(reviews, then.reviewsUntil)))
    throw new Problem('deadlines-order');
}

/** @throws {Problem} `invalid-input` where something would end in the past that does not end then already */
function refusePast(now: Phases, then: Phases, actor: SignedIn, unit: Unit): void {
  const isPast = (end: 'reviewsFrom' | 'reviewsUntil') => then[end] < unit.now && !isSame(now[end], then[end]);
  if (isPast('reviewsFrom')) refuse('dueAt', 'in-the-past', actor);
  if (isPast('reviewsUntil')) refuse('reviewsUntil', 'in-the-past', actor);
}

function refuse(field: string, code: string, { language }: SignedIn): never {
  throw new Problem('invalid-input', { errors: [fieldProblem(field, code, language)] });
}

/** Calendars go by how often a due date has changed, for all or for somebody. */
async function noteDueChanged(unit: Unit, roundId: string): Promise<void> {
  await unit.query(
    `update review_round set deadlines_changed_at = $2, deadlines_sequence = deadlines_sequence + 1 where id = $1`,
    [roundId, unit.now],
  );
}

/** Work of all, or of one learner and their team, that was late and no longer is. */
async function noteInTime(
  unit: Unit,
  { roundId, enrolmentId, dueAt }: { roundId: string; enrolmentId: string | null; dueAt: Date },
): Promise<void> {
  await unit.query(
    `update submission s set late = false
     where s.round_id = $1 and s.late and s.handed_in_at <= $2 and ($3::uuid is null or exists (
       select from submission_author a where a.submission_id = s.id and a.enrolment_id = $3))`,
    [roundId, dueAt, enrolmentId],
  );
}
