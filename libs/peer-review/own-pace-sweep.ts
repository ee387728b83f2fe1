import { Clock, Database, type Unit, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { authorPhases } from './author-phases.js';
import { Grading } from './grading.js';
import type { Query } from './round-row.js';

/** What is due in one round in which each goes by their own start. */
interface Due {
  /** Whose reviews are over, and whose reviewing has no grade yet. */
  over: Set<string>;
  /** What has a review, or a trainer's decision, and is to be shown; and by whom it is. */
  submissionIds: Set<string>;
  authors: Set<string>;
}

/**
 * The phases of cohorts in which each learner goes by their own start: nothing is common there, so each submission is
 * graded and shown when its own authors' time has come, or when its first review comes after that. What is shown stays
 * as it is, until a trainer has it worked out again.
 */
@Injectable()
export class OwnPaceSweep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly work: Work,
    private readonly grading: Grading,
  ) {}

  /** Gives what failed; a round that fails does not keep the others waiting. */
  async advance(signal: AbortSignal): Promise<unknown[]> {
    const failures: unknown[] = [];
    const due = await dueAmong((text, values) => this.database.query(text, values), this.clock.now());
    for (const roundId of due.keys()) {
      if (signal.aborted) break;
      try {
        await this.work.run((unit) => this.act(unit, roundId));
      } catch (error) {
        failures.push(error);
      }
    }
    return failures;
  }

  private async act(unit: Unit, roundId: string): Promise<void> {
    const locked = await unit.query(`select id from review_round where id = $1 for no key update skip locked`, [roundId]); // prettier-ignore
    if (locked.length === 0) return;
    const due = (await dueAmong(unit.query, unit.now, roundId)).get(roundId);
    if (!due) return;
    const submissionIds = [...due.submissionIds];
    await this.grading.gradeRound(unit, roundId, { submissionIds, enrolmentIds: [...due.over, ...due.authors] });
    const shown = await unit.query<{ submission_id: string }>(
      `update grade set published_at = $2 where submission_id = any ($1) and published_at is null returning submission_id`,
      [submissionIds, unit.now],
    );
    for (const { submission_id: submissionId } of shown) unit.record('peer-review.grade-shown', { submissionId });
    for (const enrolmentId of due.over) unit.record('peer-review.part-changed', { roundId, enrolmentId });
  }
}

/** What is due, by round; two statements for all of them or for one. */
async function dueAmong(query: Query, now: Date, roundId: string | null = null): Promise<Map<string, Due>> {
  const due = new Map<string, Due>();
  const of = (id: string): Due => {
    const known = due.get(id) ?? { over: new Set(), submissionIds: new Set(), authors: new Set() };
    due.set(id, known);
    return known;
  };
  for (const { roundId: id, enrolmentId, phases } of await authorPhases(query, `${atOwnPace} and ${isOpen}`, [roundId]))
    if (now > phases.reviewsUntil) of(id).over.add(enrolmentId);
  const showable = await authorPhases(query, `${atOwnPace} and ${mayBeShown}`, [roundId]);
  // Where several have worked on it, it is shown when the time of the last of them has come.
  const early = new Set(
    showable.filter(({ phases }) => now < phases.publishAt).map(({ submissionId }) => submissionId),
  );
  for (const { roundId: id, submissionId, enrolmentId } of showable.filter((one) => !early.has(one.submissionId))) {
    of(id).submissionIds.add(submissionId);
    of(id).authors.add(enrolmentId);
  }
  return due;
}

/** Work that is in the round, in cohorts where each goes by their own start; of the round $1, if one is given. */
const atOwnPace = `c.pacing = 'relative' and c.cancelled_at is null and s.handed_in_at is not null
  and s.excluded_at is null and ($1::uuid is null or rr.id = $1)`;

/** SQL for whether the reviewing of the author `a` has no grade yet. */
const isOpen = `not exists (
  select from reviewing_grade rg where rg.round_id = a.round_id and rg.enrolment_id = a.enrolment_id)`;

/** SQL for whether the submission `s` has what a grade comes of, and none is shown. */
const mayBeShown = `not exists (
  select from grade g where g.submission_id = s.id and g.published_at is not null)
  and (exists (select from grade g where g.submission_id = s.id)
    or exists (select from review r where r.submission_id = s.id and r.done_at is not null and r.set_aside_at is null))`;
