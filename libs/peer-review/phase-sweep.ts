import { Clock, Database, hours, later, type Unit, Work } from '@kohorte/platform';
import { type AssignmentDesign, nextRoundStep, type RoundStep, type RoundTimes } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { Allocations } from './allocations.js';
import { Grading } from './grading.js';
import { OwnPaceSweep } from './own-pace-sweep.js';
import { everybody, figures } from './round-figures.js';
import type { Query } from './round-row.js';
import { seedOf } from './rounds.js';
import { type PhaseColumns, phasesOfRow } from './row-phases.js';

/** As many rounds as are begun by one statement; what is left is begun by the next run. */
const begunAtOnce = 1_000;

/**
 * Asks which phases of assignments are due and acts on them, each once. A phase is noted in the transaction that acts on
 * it, so that a worker that is killed in the middle leaves nothing half done; and the round is locked for it, so that of
 * several workers one acts and the others pass by.
 */
@Injectable()
export class PhaseSweep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly work: Work,
    private readonly grading: Grading,
    private readonly allocations: Allocations,
    private readonly ownPace: OwnPaceSweep,
  ) {}

  /** One round that fails does not keep the others waiting; the failure is told when all are done. */
  async advance(signal: AbortSignal): Promise<void> {
    await this.beginRounds();
    await this.work.run((unit) => this.allocations.lapseDue(unit));
    const failures: unknown[] = [];
    const now = this.clock.now();
    const due = (await roundsAt((text, values) => this.database.query(text, values), running, [now])).filter((round) =>
      nextRoundStep(round.notes, round.times, now),
    );
    for (const { roundId } of due)
      try {
        while (!signal.aborted && (await this.work.run((unit) => this.takeStep(unit, roundId))));
      } catch (error) {
        failures.push(error);
      }
    failures.push(...(await this.ownPace.advance(signal)));
    if (failures.length > 0) throw failures[0];
  }

  /** Gives whether there was one to take. */
  private async takeStep(unit: Unit, roundId: string): Promise<boolean> {
    const [round] = await roundsAt(unit.query, 'rr.id = $1 and c.cancelled_at is null for no key update of rr skip locked', [roundId]); // prettier-ignore
    const step = round && nextRoundStep(round.notes, round.times, unit.now);
    if (!step) return false;
    await this.act(unit, round, step);
    return true;
  }

  private async act(unit: Unit, round: RoundAt, step: RoundStep): Promise<void> {
    const { roundId } = round;
    switch (step.do) {
      case 'turn-back':
        await unit.query(
          `update review_round set closed_at = case when $2 then null else closed_at end,
             reviews_closed_at = case when $3 then null else reviews_closed_at end,
             graded_at = case when $3 then null else graded_at end,
             published_at = case when $4 then null else published_at end
           where id = $1`,
          [roundId, step.closed, step.reviewsClosed, step.published],
        );
        if (step.reviewsClosed) await this.recordParts(unit, round);
        return;
      case 'open-reviews':
        await unit.query(`update review_round set reviews_opened_at = $2 where id = $1`, [roundId, unit.now]);
        if (!step.late) unit.record('peer-review.reviews-opened', { roundId });
        return;
      case 'close-submissions':
        await unit.query(`update review_round set closed_at = $2 where id = $1`, [roundId, unit.now]);
        unit.record('peer-review.submissions-closed', { roundId });
        return;
      case 'allocate':
        await this.allocations.batch(unit, roundId);
        // Noted also where there was nothing to give out.
        await unit.query(`update review_round set allocated_at = $2 where id = $1 and allocated_at is null`, [roundId, unit.now]); // prettier-ignore
        return;
      case 'close-reviews':
        await unit.query(`update review_round set reviews_closed_at = $2, graded_at = $2 where id = $1`, [roundId, unit.now]); // prettier-ignore
        await this.grading.gradeRound(unit, roundId);
        unit.record('peer-review.reviews-closed', { roundId });
        unit.record('peer-review.graded', { roundId });
        await this.recordParts(unit, round);
        return;
      case 'publish':
        await this.publish(unit, roundId);
    }
  }

  /**
   * Grades once more, for what trainers have done since the reviews closed, and shows all grades at once. A round is told
   * of once, whatever its deadlines do after that: the trail says whether it was. What is new then is told by itself.
   */
  private async publish(unit: Unit, roundId: string): Promise<void> {
    await this.grading.gradeRound(unit, roundId);
    const [before] = await unit.query<{ told: boolean }>(
      `select exists (select from fact where name = 'peer-review.published' and payload ->> 'roundId' = $1) as told`,
      [roundId],
    );
    await unit.query(`update review_round set published_at = $2 where id = $1`, [roundId, unit.now]);
    const shown = await unit.query<{ submission_id: string }>(
      `update grade set published_at = $2 where round_id = $1 and published_at is null returning submission_id`,
      [roundId, unit.now],
    );
    if (!before!.told) unit.record('peer-review.published', { roundId });
    else for (const { submission_id: submissionId } of shown) unit.record('peer-review.grade-shown', { submissionId });
  }

  /** Once reviews are over, nobody owes more than there was: who has given less may have done their part by that. */
  private async recordParts(unit: Unit, { roundId, cohortId, design }: RoundAt): Promise<void> {
    const rows = await unit.query<{ enrolment_id: string }>(
      `with ${figures}, ${everybody}
       select enrolment_id from everybody where state in ('handed-in', 'late') and given < $5 order by enrolment_id`,
      [roundId, unit.now, true, cohortId, design.reviews.give, null],
    );
    for (const { enrolment_id: enrolmentId } of rows) unit.record('peer-review.part-changed', { roundId, enrolmentId });
  }

  /** A round also for assignments in which nobody has begun anything by the time that reviews begin. */
  private async beginRounds(): Promise<void> {
    const now = this.clock.now();
    const missing = await this.database.query<{ cohort_id: string; item_id: string; rubric: unknown }>(
      `select c.id as cohort_id, i.id as item_id, i.assignment -> 'rubric' as rubric
       from item i join release r on r.module_id = i.module_id and r.enrolment_id is null
       join cohort c on c.id = r.cohort_id and c.cancelled_at is null and c.pacing <> 'relative'
       where i.assignment is not null and r.opens_at + make_interval(days => coalesce(i.due_after_days, 0)) <= $1
         and not exists (select from review_round rr where rr.cohort_id = c.id and rr.item_id = i.id)
       limit $2`,
      [later(now, hours(2)), begunAtOnce],
    );
    if (missing.length === 0) return;
    await this.work.run(async (unit) => {
      const roundIds = missing.map(() => unit.ids.next());
      await unit.query(
        `with begun as (
           insert into review_round (id, cohort_id, item_id, seed, created_at)
           select id, cohort_id, item_id, seed, $7 from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[])
             as n (id, cohort_id, item_id, seed)
           on conflict (cohort_id, item_id) do nothing returning id)
         insert into rubric (id, round_id, number, criteria, created_at)
         select n.id, begun.id, 1, n.criteria, $7
         from unnest($1::uuid[], $5::uuid[], $6::jsonb[]) as n (round_id, id, criteria) join begun on begun.id = n.round_id`,
        [
          roundIds,
          missing.map(({ cohort_id }) => cohort_id),
          missing.map(({ item_id }) => item_id),
          roundIds.map(seedOf),
          missing.map(() => unit.ids.next()),
          missing.map(({ rubric }) => JSON.stringify(rubric)),
          unit.now,
        ],
      );
    });
  }
}

/**
 * Rounds with common phases in which something may be due: what is not shown yet, and for as long as reviews could still
 * run, what is, for a deadline may have been moved into the future since.
 */
const running = `c.cancelled_at is null and c.pacing <> 'relative' and release.opens_at <= $1
  and (rr.published_at is null or rr.published_at > $1 - interval '120 days')`;

/** A round with its notes and the instants that its sweep goes by. */
interface RoundAt {
  roundId: string;
  cohortId: string;
  design: AssignmentDesign;
  notes: Parameters<typeof nextRoundStep>[0];
  times: RoundTimes;
}

async function roundsAt(query: Query, condition: string, values: unknown[]): Promise<RoundAt[]> {
  const rows = await query<
    PhaseColumns & {
      id: string;
      cohort_id: string;
      extended_to: Date | null;
      reviews_opened_at: Date | null;
      closed_at: Date | null;
      allocated_at: Date | null;
      reviews_closed_at: Date | null;
      published_at: Date | null;
    }
  >(
    `select rr.id, rr.cohort_id, c.time_zone, i.assignment as design, coalesce(i.due_after_days, 0) as due_after_days,
       release.opens_at, rr.due_moved_to, rr.reviews_moved_to, rr.reviews_opened_at, rr.closed_at, rr.allocated_at,
       rr.reviews_closed_at, rr.published_at,
       (select max(x.due_at) from extension x where x.round_id = rr.id) as extended_to
     from review_round rr
     join cohort c on c.id = rr.cohort_id
     join item i on i.id = rr.item_id and i.assignment is not null
     join release on release.cohort_id = c.id and release.module_id = i.module_id and release.enrolment_id is null
     where ${condition}`,
    values,
  );
  return rows.map((row) => {
    const { reviews, graceHours } = row.design;
    const { reviewsFrom, graceUntil, reviewsUntil, publishAt } = phasesOfRow(row, row.extended_to);
    return {
      roundId: row.id,
      cohortId: row.cohort_id,
      design: row.design,
      notes: {
        reviewsOpenedAt: row.reviews_opened_at,
        closedAt: row.closed_at,
        allocatedAt: row.allocated_at,
        reviewsClosedAt: row.reviews_closed_at,
        publishedAt: row.published_at,
      },
      times: {
        reviewsFrom,
        graceUntil: later(reviewsFrom, hours(graceHours)),
        lastGraceUntil: graceUntil,
        reviewsUntil,
        publishAt,
        isBatch: reviews.way === 'batch' && reviews.give > 0,
      },
    };
  });
}
