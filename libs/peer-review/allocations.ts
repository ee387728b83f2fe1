import type { ReplyOf } from '@kohorte/contracts';
import { found, instantSaid, Problem, type SignedIn, type Unit, Work } from '@kohorte/platform';
import { allocateAll, nextReview } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { insertMany, insertNext } from './allocation-rows.js';
import { InTurn } from './in-turn.js';
import { isInPool, isNearEnd, poolOf } from './pools.js';
import { Reviews } from './reviews.js';
import { isReviewingTime, leaseOf, type Round } from './round.js';
import { lockRound } from './round-lock.js';
import { Rounds } from './rounds.js';

/** Who reviews what: leases, examples, and everybody's at once. Decisions about one round are made one after the other. */
@Injectable()
export class Allocations {
  private readonly inTurn = new InTurn();

  constructor(
    private readonly work: Work,
    private readonly rounds: Rounds,
    private readonly reviews: Reviews,
  ) {}

  async next(
    actor: SignedIn,
    cohortId: string,
    itemId: string,
  ): Promise<ReplyOf<'POST /cohorts/:cohortId/assignments/:itemId/reviews'>> {
    return this.reviews.view(actor, await this.allocate(actor, cohortId, itemId));
  }

  /**
   * The next review: one that is held, else a new one, else an own one whose lease has run out. In three statements: the
   * round with its lock, the pool, and the row.
   * @throws {Problem} `not-reviewing-time`, `hand-in-first`, `examples-first`, `no-review-now`
   */
  async allocate(actor: SignedIn, cohortId: string, itemId: string): Promise<string> {
    const decide = async (unit: Unit): Promise<string> => {
      const round = await this.rounds.locked(actor, cohortId, itemId, 'learns-in-cohort', unit);
      if (!round.roundId) throw new Problem('hand-in-first');
      refuseOutsideTime(round, actor);
      return this.nextOf(unit, round, actor.userId);
    };
    return this.inTurn.run(`${cohortId} ${itemId}`, () => this.work.run(decide, actor.userId));
  }

  /** @throws {Problem} `hand-in-first`, `not-reviewing-time`, `no-review-now` where all are done */
  async nextExample(
    actor: SignedIn,
    cohortId: string,
    itemId: string,
  ): Promise<ReplyOf<'POST /cohorts/:cohortId/assignments/:itemId/examples'>> {
    const reviewId = await this.work.run(async (unit) => {
      const round = await this.rounds.locked(actor, cohortId, itemId, 'learns-in-cohort', unit);
      if (!round.roundId) throw new Problem('hand-in-first');
      if (round.row.cancelled_at || round.now > round.phases.reviewsUntil) refuseOutsideTime(round, actor);
      const [standing] = await unit.query<{ handed_in: boolean; begun: { id: string; example: string; done: boolean }[] }>(
        `select exists (select from submission_author a join submission s on s.id = a.submission_id
             where a.round_id = $1 and a.user_id = $2 and s.handed_in_at is not null) as handed_in,
           coalesce((select json_agg(json_build_object('id', v.id, 'example', v.example_id, 'done', v.done_at is not null)
               order by v.number)
             from review v where v.round_id = $1 and v.reviewer_id = $2 and v.kind = 'example'), '[]') as begun`,
        [round.roundId, actor.userId],
      ); // prettier-ignore
      if (!standing!.handed_in) throw new Problem('hand-in-first');
      const begun = standing!.begun.find(({ example, done }) => !done && round.design.examples.some(({ exampleId }) => exampleId === example)); // prettier-ignore
      if (begun) return begun.id;
      const next = round.design.examples.find(({ exampleId }) => standing!.begun.every(({ example }) => example !== exampleId)); // prettier-ignore
      if (!next) throw new Problem('no-review-now');
      const [made] = await unit.query<{ id: string }>(
        `insert into review (id, round_id, example_id, rubric_id, reviewer_id, enrolment_id, kind, number, way,
           allocated_at, changed_at)
         values (gen_random_uuid(), $1, $2, $3, $4, $5, 'example', $6, 'next', $7, $7) returning id`,
        [round.roundId, next.exampleId, round.row.rubric_id, actor.userId, round.enrolmentId,
          standing!.begun.length + 1, unit.now],
      ); // prettier-ignore
      return made!.id;
    }, actor.userId);
    return this.reviews.view(actor, reviewId);
  }

  /**
   * A review by somebody who runs the cohort, of any work that is handed in, at any time.
   * @throws {Problem} `not-found`, `not-allowed` also for one's own work, `nothing-to-grade`, `review-over`
   */
  async ofTrainer(actor: SignedIn, submissionId: string): Promise<ReplyOf<'POST /submissions/:submissionId/review'>> {
    const reviewId = await this.work.run(async (unit) => {
      const [submission] = await unit.query<{
        round_id: string;
        handed_in_at: Date | null;
        excluded_at: Date | null;
        own: boolean;
      }>(
        `select s.round_id, s.handed_in_at, s.excluded_at, exists (
           select from submission_author a where a.submission_id = s.id and a.user_id = $2) as own
         from submission s where s.id = $1`,
        [submissionId, actor.userId],
      );
      const { round_id, handed_in_at, excluded_at, own } = found(submission);
      const round = await this.rounds.byId(actor, round_id, 'runs-cohort', { unit });
      if (own) throw new Problem('not-allowed');
      if (!handed_in_at) throw new Problem('nothing-to-grade');
      if (excluded_at) throw new Problem('review-over');
      // Whoever takes their work back at this moment waits, or was first.
      await unit.query(`select ${lockRound('$1', '$2')}`, [round.cohortId, round.itemId]);
      const [review] = await unit.query<{ id: string }>(
        `with made as (
           insert into review (id, round_id, submission_id, rubric_id, reviewer_id, kind, number, way, allocated_at, changed_at)
           select gen_random_uuid(), s.round_id, s.id, s.rubric_id, $2, 'trainer', 1 + coalesce((select max(v.number) from review v
             where v.round_id = s.round_id and v.reviewer_id = $2 and v.kind = 'trainer'), 0), 'trainer', $3, $3
           from submission s where s.id = $1 and ${isInPool}
           on conflict (submission_id, reviewer_id) where submission_id is not null
             do update set changed_at = review.changed_at returning id)
         select id from made`,
        [submissionId, actor.userId, unit.now],
      );
      if (!review) throw new Problem('nothing-to-grade');
      return review.id;
    }, actor.userId);
    return this.reviews.view(actor, reviewId);
  }

  /** Gives everybody their reviews, once, where they get them at once; in a fixed number of statements. */
  async batch(unit: Unit, roundId: string): Promise<void> {
    const round = await this.rounds.ofNobody(unit, roundId);
    if (round?.design.reviews.way !== 'batch' || round.isOwnPace || !isReviewingTime(round)) return;
    await unit.query(`select ${lockRound('$1', '$2')}`, [round.cohortId, round.itemId]);
    const { pool, standing } = await poolOf(unit.query, round, null);
    if (standing.allocated) return;
    await insertMany(unit, round, allocateAll(pool));
    await unit.query(`update review_round set allocated_at = $2 where id = $1`, [roundId, unit.now]);
    unit.record('peer-review.allocated', { roundId });
  }

  /** Notes which leases have run out; who asks goes by the clock and does not wait for this. */
  async lapseDue(unit: Unit): Promise<void> {
    await unit.query(
      `update review set lapsed_at = lease_until, lapsed_why = 'lease'
       where done_at is null and lapsed_at is null and lease_until < $1`,
      [unit.now],
    );
  }

  /**
   * Whoever leaves a cohort lets go of what they review; what they have reviewed counts on. Whose work has only them is in
   * the pool no more by their enrolment alone. May run twice.
   */
  async letGoOfLeaver(enrolmentId: string): Promise<void> {
    await this.work.run(async (unit) => {
      const rounds = await unit.query<{ round_id: string }>(
        `with leaver as (select id from enrolment where id = $1 and status = 'withdrawn'),
         let_go as (
           update review set lapsed_at = $2, lapsed_why = 'left'
           where enrolment_id in (select id from leaver) and done_at is null and lapsed_at is null returning round_id)
         select a.round_id from submission_author a join leaver on leaver.id = a.enrolment_id
         union select round_id from let_go`,
        [enrolmentId, unit.now],
      );
      for (const { round_id } of rounds) unit.record('peer-review.part-changed', { roundId: round_id, enrolmentId });
    });
  }

  /** The decision of `next`, under the lock of the round: the pool is read now, when nobody else allocates. */
  private async nextOf(unit: Unit, round: Round, userId: string): Promise<string> {
    const { design } = round;
    let { pool, standing } = await poolOf(unit.query, round, userId);
    if (!standing.handedIn) throw new Problem('hand-in-first');
    if (standing.examplesDone < design.examples.length) throw new Problem('examples-first');
    if (design.reviews.give === 0) throw new Problem('no-review-now');
    if (design.reviews.way === 'batch' && !round.isOwnPace && !standing.allocated) {
      await this.batch(unit, round.roundId!);
      ({ pool, standing } = await poolOf(unit.query, round, userId));
    }
    const held = standing.open.find(({ state }) => state === 'held');
    if (held) return held.reviewId;
    const leaseUntil = leaseOf(round);
    const next = nextReview(pool, userId);
    if (next) {
      const way = next.reason.extra && isNearEnd(round) ? 'top-up' : 'next';
      const made = await insertNext(unit, round, { ...next, userId, way, leaseUntil });
      if (made) return made;
    }
    const taken = pool.allocated.filter(({ reviewerId, state }) => reviewerId === userId && state !== 'lapsed').length;
    const [lapsed] = standing.open;
    if (!lapsed || taken >= pool.give) throw new Problem('no-review-now');
    await unit.query(`update review set lapsed_at = null, lapsed_why = null, lease_until = $2 where id = $1`, [
      lapsed.reviewId,
      leaseUntil,
    ]);
    return lapsed.reviewId;
  }
}

/** @throws {Problem} `cohort-cancelled`, `not-reviewing-time` */
function refuseOutsideTime(round: Round, actor: SignedIn): void {
  if (round.row.cancelled_at) throw new Problem('cohort-cancelled');
  if (isReviewingTime(round)) return;
  const { reviewingFrom, phases } = round;
  throw new Problem('not-reviewing-time', {
    params: { from: instantSaid(reviewingFrom, actor), until: instantSaid(phases.reviewsUntil, actor) },
  });
}
