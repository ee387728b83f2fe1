import type { ReplyOf } from '@kohorte/contracts';
import { days, instantSaid, later, Problem, type SignedIn, type Unit, Work } from '@kohorte/platform';
import { askForMore, nextReview } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { Allocations } from './allocations.js';
import { isNearEnd, poolOf } from './pools.js';
import { type Reachable, reachable, remind } from './reminding.js';
import { RoundViews } from './round-views.js';
import { isReviewingTime, type Round } from './round.js';
import { Rounds } from './rounds.js';

/** In a round of more works than this there is always something left for who owes a review. */
const smallRound = 40;

/** Asks those who owe reviews, and some for one more; each person once a day at the most, over all rounds. */
@Injectable()
export class Reminders {
  constructor(
    private readonly work: Work,
    private readonly rounds: Rounds,
    private readonly allocations: Allocations,
    private readonly roundViews: RoundViews,
  ) {}

  /**
   * Reminds everybody who owes a review, at whatever hour: a trainer has decided so.
   * @throws {Problem} `not-found`, `not-allowed`, `cohort-cancelled`, `not-reviewing-time`
   */
  async remindNow(
    actor: SignedIn,
    cohortId: string,
    itemId: string,
  ): Promise<ReplyOf<'POST /cohorts/:cohortId/assignments/:itemId/reminder'>> {
    await this.work.run(async (unit) => {
      const round = await this.rounds.of(actor, cohortId, itemId, 'runs-cohort', unit);
      if (round.row.cancelled_at) throw new Problem('cohort-cancelled');
      const { reviewingFrom, phases } = round;
      if (!round.isOwnPace && !isReviewingTime(round))
        throw new Problem('not-reviewing-time', {
          params: { from: instantSaid(reviewingFrom, actor), until: instantSaid(phases.reviewsUntil, actor) },
        });
      if (round.roundId) await this.remindIn(unit, round, true);
    }, actor.userId);
    return this.roundViews.view(actor, cohortId, itemId);
  }

  /**
   * The sweep: reminds who owes in their working hours, from the second day of the reviews on, and asks for more near the
   * end. Each round is a decision of its own, so that one that fails does not keep the others.
   */
  async remindOwing(): Promise<void> {
    const rounds = await this.work.run(async (unit) => {
      await this.allocations.lapseDue(unit);
      return unit.query<{ id: string }>(
        `select r.id from review_round r join cohort c on c.id = r.cohort_id and c.cancelled_at is null
         where r.published_at is null or c.pacing = 'relative'`,
      );
    });
    for (const { id } of rounds)
      await this.work.run(async (unit) => {
        const round = await this.rounds.ofNobody(unit, id);
        if (!round || round.design.reviews.give === 0 || !(round.isOwnPace || isReviewingTime(round))) return;
        await this.remindIn(unit, round, false);
        await this.topUp(unit, round);
      });
  }

  private async remindIn(unit: Unit, round: Round, isAsked: boolean): Promise<void> {
    const people = await reachable(unit.query, round, isAsked);
    const owing = people.filter((one) => one.given < round.design.reviews.give && isTimeFor(round, one, isAsked));
    if (owing.length === 0) return;
    const [{ count } = { count: 0 }] = await unit.query<{ count: number }>(
      `select count(*)::int as count from submission where round_id = $1 and handed_in_at is not null`,
      [round.roundId],
    );
    const pool = count > smallRound ? null : (await poolOf(unit.query, round, null)).pool;
    await remind(
      unit,
      round,
      'owed',
      pool ? owing.filter(({ userId, hasOpen }) => hasOpen || nextReview(pool, userId)) : owing,
    );
  }

  /**
   * Near the end, asks for one review more where works are short of what their authors have earned: as many people as
   * reviews are missing, less those who were asked since yesterday and may still do it.
   */
  async topUp(unit: Unit, round: Round): Promise<void> {
    if (!isNearEnd(round)) return;
    const people = await reachable(unit.query, round, false);
    const free = new Map(
      people.filter(({ given }) => given >= round.design.reviews.give).map((one) => [one.userId, one]),
    );
    if (free.size === 0) return;
    const { pool } = await poolOf(unit.query, round, null);
    const [{ pending } = { pending: 0 }] = await unit.query<{ pending: number }>(
      `select count(*)::int as pending from review_reminder m
       where m.round_id = $1 and m.kind = 'more' and m.reminded_at > $2 and not exists (
         select from review v where v.round_id = $1 and v.reviewer_id = m.user_id and v.allocated_at >= m.reminded_at)`,
      [round.roundId, later(unit.now, -days(1))],
    );
    const asked = askForMore(pool, { mayBeAsked: (userId) => free.has(userId), pending });
    await remind(
      unit,
      round,
      'more',
      asked.map(({ reviewerId }) => free.get(reviewerId)!),
    );
    if (asked.length > 0)
      await unit.query(`update review_round set more_asked_at = $2 where id = $1`, [round.roundId, unit.now]);
  }
}

/** Whether somebody's time for reviews runs, and the first day of it is over, so that nobody is pressed at once. */
function isTimeFor(round: Round, { opensAt, handedInAt }: Reachable, isAsked: boolean): boolean {
  const own = round.isOwnPace ? round.startedAt(opensAt) : round;
  const from = round.isOwnPace ? handedInAt : round.reviewingFrom;
  const { reviewsUntil } = own.phases;
  if (round.now <= from || round.now > reviewsUntil) return false;
  return isAsked || round.now >= later(from, days(1)) || round.now >= later(reviewsUntil, -days(3));
}
