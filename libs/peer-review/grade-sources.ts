import { type AssignmentDesign, type Calibration, type CountedReview, pointsOf } from '@kohorte/rules';
import { everybody, figures } from './round-figures.js';
import type { Round } from './round.js';
import type { Query } from './round-row.js';

/** A review that counts for a grade, with what its reviewer's own grade follows from. */
export interface GradedReview extends CountedReview {
  enrolmentId: string | null;
  helpful: number | null;
}

/** A grade as it stands before grading. */
export interface StandingGrade {
  submissionId: string;
  points: number;
  publishedAt: Date | null;
  /** What a trainer has decided instead. */
  decided: number | null;
}

/** Somebody who has handed in. */
export interface Reviewer {
  enrolmentId: string;
  userId: string;
  given: number;
  owed: number;
  /** How they have reviewed is worked out already. */
  isKept: boolean;
}

/**
 * The reviews that count, in an order of their own: done, not set aside, of work that is in the round. Who has been
 * deleted since has reviewed as somebody of whom nothing else is known.
 */
export async function reviewsOf(query: Query, roundId: string): Promise<GradedReview[]> {
  const rows = await query<{
    id: string;
    submission_id: string;
    reviewer: string;
    enrolment_id: string | null;
    kind: 'peer' | 'trainer';
    points: number;
    helpful: number | null;
  }>(
    `select r.id, r.submission_id, coalesce(r.reviewer_id, r.id) as reviewer, r.enrolment_id, r.kind, r.points, r.helpful
     from review r join submission s on s.id = r.submission_id
     where r.round_id = $1 and r.kind in ('peer', 'trainer') and r.done_at is not null and r.set_aside_at is null
       and s.handed_in_at is not null and s.excluded_at is null
     order by r.id`,
    [roundId],
  );
  return rows.map((row) => ({
    reviewId: row.id,
    submissionId: row.submission_id,
    reviewerId: row.reviewer,
    enrolmentId: row.enrolment_id,
    byTrainer: row.kind === 'trainer',
    points: row.points,
    helpful: row.helpful,
  }));
}

/** What reviewers gave for the examples, against what their author had; both in points of 100, whatever the rubric. */
export async function calibrationsOf(
  query: Query,
  roundId: string,
  { examples, rubric }: Pick<AssignmentDesign, 'examples' | 'rubric'>,
): Promise<Calibration[]> {
  if (examples.length === 0) return [];
  const right = new Map(examples.map(({ exampleId, answers }) => [exampleId, pointsOf(answers, rubric)]));
  const rows = await query<{ reviewer_id: string; example_id: string; points: number }>(
    `select r.reviewer_id, r.example_id, r.points from review r
     where r.round_id = $1 and r.kind = 'example' and r.done_at is not null and r.reviewer_id is not null
     order by r.id`,
    [roundId],
  );
  return rows.flatMap(({ reviewer_id: reviewerId, example_id, points }) => {
    const known = right.get(example_id) ?? null;
    return known === null ? [] : [{ reviewerId, given: points, right: known }];
  });
}

export async function standingGrades(query: Query, roundId: string): Promise<Map<string, StandingGrade>> {
  const rows = await query<{
    submission_id: string;
    points: number;
    published_at: Date | null;
    decided: number | null;
  }>(
    `select g.submission_id, g.points, g.published_at, d.points as decided
     from grade g left join grade_decision d on d.submission_id = g.submission_id and d.taken_back_at is null
     where g.round_id = $1`,
    [roundId],
  );
  return new Map(
    rows.map(({ submission_id: submissionId, points, published_at: publishedAt, decided }) => [
      submissionId,
      { submissionId, points, publishedAt, decided },
    ]),
  );
}

/**
 * Everybody who has handed in, with the reviews that they have given and owed, as if reviews were over. Where each goes by
 * their own start, others go on handing in: nobody owes more for that than when their own reviews were over.
 */
export async function reviewersOf(query: Query, round: Round): Promise<Reviewer[]> {
  // Where each goes by their own start, everybody hands in before their own reviews are over.
  const until = round.isOwnPace ? round.now : round.phases.reviewsUntil;
  const rows = await query<{ enrolment_id: string; user_id: string; given: number; owed: number; is_kept: boolean }>(
    `with ${figures}, ${everybody}
     select b.enrolment_id, b.user_id, b.given, least(b.owed_now, case when $7 then rg.owed end) as owed,
       rg.enrolment_id is not null as is_kept
     from everybody b left join reviewing_grade rg on rg.round_id = $1 and rg.enrolment_id = b.enrolment_id
     where b.state in ('handed-in', 'late', 'excluded') or b.given > 0
     order by b.enrolment_id`,
    [round.roundId, round.now, true, round.cohortId, round.design.reviews.give, until, round.isOwnPace],
  );
  return rows.map((row) => ({
    enrolmentId: row.enrolment_id,
    userId: row.user_id,
    given: row.given,
    owed: row.owed,
    isKept: row.is_kept,
  }));
}
