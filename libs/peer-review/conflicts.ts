import type { ReplyOf } from '@kohorte/contracts';
import { Database, fieldProblem, Problem, type SignedIn, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { refuseChoosing } from './letting-go.js';
import { ownReview } from './review-rows.js';
import type { Round } from './round.js';
import type { Query } from './round-row.js';
import { Rounds } from './rounds.js';

/** Who had rather not review whom. */
@Injectable()
export class Conflicts {
  constructor(
    private readonly database: Database,
    private readonly work: Work,
    private readonly rounds: Rounds,
  ) {}

  /**
   * Replaces what the actor has declared. It counts for what is given out from now on: were a review that is held taken
   * away, it would tell whose work it was. For the same reason nobody declares more than half of the others.
   * @throws {Problem} `invalid-input`
   */
  async declare(
    actor: SignedIn,
    cohortId: string,
    itemId: string,
    userIds: string[],
  ): Promise<ReplyOf<'PUT /cohorts/:cohortId/assignments/:itemId/conflicts'>> {
    return this.work.run(async (unit) => {
      const round = await this.rounds.locked(actor, cohortId, itemId, 'learns-in-cohort', unit);
      const { roundId } = await this.rounds.begin(unit, round);
      await refuseUnfitting(unit.query, round, actor, userIds);
      await unit.query(
        `with gone as (
           delete from review_conflict where round_id = $1 and reviewer_id = $2 and author_id <> all ($3::uuid[]))
         insert into review_conflict (round_id, reviewer_id, author_id, declared_at)
         select $1, $2, author_id, $4 from unnest($3::uuid[]) as a (author_id) on conflict do nothing`,
        [roundId, actor.userId, userIds, unit.now],
      );
      return { userIds: [...userIds].sort() };
    }, actor.userId);
  }

  async declared(
    actor: SignedIn,
    cohortId: string,
    itemId: string,
  ): Promise<ReplyOf<'GET /cohorts/:cohortId/assignments/:itemId/conflicts'>> {
    const { roundId } = await this.rounds.of(actor, cohortId, itemId, 'learns-in-cohort');
    const rows = await this.database.query<{ author_id: string }>(
      `select author_id from review_conflict where round_id = $1 and reviewer_id = $2 order by author_id`,
      [roundId, actor.userId],
    );
    return { userIds: rows.map(({ author_id }) => author_id) };
  }

  /**
   * The review goes to somebody else, and neither side reviews the other from now on. That is kept with the review and not
   * among what was declared, which its reviewer reads: it would tell whose work it was.
   * @throws {Problem} `not-found`, `review-given`, `review-kept`
   */
  async ofReview(actor: SignedIn, reviewId: string): Promise<ReplyOf<'POST /reviews/:reviewId/conflict'>> {
    await this.work.run(async (unit) => {
      const review = await ownReview([unit.query, unit.now], this.rounds, actor, reviewId, unit);
      if (review.row.kind !== 'peer') throw new Problem('not-found');
      if (review.row.done_at) throw new Problem('review-given');
      await refuseChoosing(unit.query, review, actor);
      await unit.query(`update review set lapsed_at = coalesce(lapsed_at, $2), lapsed_why = 'conflict' where id = $1`, [
        reviewId,
        unit.now,
      ]);
    }, actor.userId);
  }
}

/** @throws {Problem} `invalid-input` for people who are not in the cohort, for oneself, and for too many */
async function refuseUnfitting(query: Query, round: Round, actor: SignedIn, userIds: string[]): Promise<void> {
  const [found] = await query<{ others: number; known: number }>(
    `select count(*)::int as others, (count(*) filter (where user_id = any ($3::uuid[])))::int as known
     from enrolment where cohort_id = $1 and user_id <> $2 and status in ('active', 'completed')`,
    [round.cohortId, actor.userId, userIds],
  );
  const { others, known } = found!;
  const most = Math.floor(others / 2);
  const refuse = (code: string, figure?: number): Problem =>
    new Problem('invalid-input', { errors: [fieldProblem('userIds', code, actor.language, figure?.toString())] });
  if (known < userIds.length) throw refuse('person-unknown');
  if (userIds.length > most) throw refuse('arrayMaxSize', most);
}
