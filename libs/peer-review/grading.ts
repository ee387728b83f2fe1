import type { ReplyOf } from '@kohorte/contracts';
import { found, Problem, type SignedIn, type Unit, Work } from '@kohorte/platform';
import {
  agreementOf,
  gradeAll,
  helpfulnessOf,
  type KnownReviewer,
  reviewingPoints,
  tenth,
  type WholeGrade,
} from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { clearGrades, type ReviewingRow, saveGrades, saveReviewing } from './grade-rows.js';
import {
  calibrationsOf,
  type GradedReview,
  type Reviewer,
  reviewersOf,
  reviewsOf,
  type StandingGrade,
  standingGrades,
} from './grade-sources.js';
import { RoundViews } from './round-views.js';
import type { Round } from './round.js';
import { Rounds } from './rounds.js';

/** By so much a grade must move before its authors are told again. */
const worthTelling = 0.5;

/** What grading came to. */
export interface Graded {
  /** Submissions with a grade. */
  count: number;
  /** Submissions whose grade was shown before and is another now. */
  moved: string[];
}

/** Grades from reviews. */
@Injectable()
export class Grading {
  constructor(
    private readonly rounds: Rounds,
    private readonly work: Work,
    private readonly roundViews: RoundViews,
  ) {}

  /**
   * Works all grades out again, at any time; what trainers have decided stays. Authors are told of grades that they have
   * seen and that are others now.
   * @throws {Problem} `nothing-to-grade`
   */
  async regrade(
    actor: SignedIn,
    cohortId: string,
    itemId: string,
  ): Promise<ReplyOf<'POST /cohorts/:cohortId/assignments/:itemId/grading'>> {
    await this.work.run(async (unit) => {
      const { roundId } = await this.rounds.of(actor, cohortId, itemId, 'runs-cohort', unit);
      if (!roundId) throw new Problem('nothing-to-grade');
      const { count, moved } = await this.gradeRound(unit, roundId);
      if (count === 0) throw new Problem('nothing-to-grade');
      await unit.query(`update review_round set graded_at = $2 where id = $1`, [roundId, unit.now]);
      unit.record('peer-review.graded', { roundId });
      for (const submissionId of moved) unit.record('peer-review.grade-shown', { submissionId });
    }, actor.userId);
    return this.roundViews.view(actor, cohortId, itemId);
  }

  /**
   * Grades a round from all reviews that count, by the method its assignment chose, in a fixed number of statements. The
   * same reviews give the same rows, and what is the same is not written again. Nothing is shown by it, and nobody told.
   * @param only in cohorts where each goes by their own start: whose grade is kept, while those of others stay as they
   *   are, and who comes to those whose reviewing is kept
   */
  async gradeRound(
    unit: Unit,
    roundId: string,
    only?: { submissionIds: readonly string[]; enrolmentIds?: readonly string[] },
  ): Promise<Graded> {
    // Two who grade the same round do so one after the other; who hands in or reviews does not wait.
    await unit.query(`select id from review_round where id = $1 for no key update`, [roundId]);
    const round = found(await this.rounds.ofNobody(unit, roundId));
    const reviews = await reviewsOf(unit.query, roundId);
    const calibrations = await calibrationsOf(unit.query, roundId, round.design);
    const standing = await standingGrades(unit.query, roundId);
    const { method } = round.design.grading;
    const { grades, reviewers } = gradeAll({ method, need: round.design.reviews.need, reviews, calibrations });

    const ofThese = only && new Set(only.submissionIds);
    const kept = ofThese ? grades.filter(({ submissionId }) => ofThese.has(submissionId)) : grades;
    await saveGrades(unit, roundId, kept, { method, publishedAt: round.row.published_at });
    const graded = new Set(kept.map(({ submissionId }) => submissionId));
    const isStale = (id: string): boolean => !graded.has(id) && (!ofThese || ofThese.has(id));
    await clearGrades(unit, roundId, [...standing.keys()].filter(isStale));
    const byThese = new Set(only?.enrolmentIds);
    // Where each goes by their own start, the sweep begins with everybody when their own reviews are over.
    const people = (await reviewersOf(unit.query, round)).filter(
      ({ enrolmentId, isKept }) => isKept || byThese.has(enrolmentId) || !round.isOwnPace,
    );
    const reviewing = reviewingOf(people, { reviews, grades, reviewers, standing });
    for (const enrolmentId of await saveReviewing(unit, roundId, reviewing))
      unit.record('peer-review.part-changed', { roundId, enrolmentId });
    return { count: kept.length, moved: movedAmong(kept, standing, round) };
  }
}

/** How people have reviewed, against what the grades came to. */
function reviewingOf(
  people: readonly Reviewer[],
  {
    reviews,
    grades,
    reviewers,
    standing,
  }: {
    reviews: readonly GradedReview[];
    grades: readonly WholeGrade[];
    reviewers: ReadonlyMap<string, KnownReviewer>;
    standing: ReadonlyMap<string, StandingGrade>;
  },
): ReviewingRow[] {
  const comparable = new Map<string, number>();
  for (const { submissionId, points, reviews: count } of grades) {
    const decided = standing.get(submissionId)?.decided ?? null;
    // A grade that only the own review makes up says nothing about it.
    if (decided !== null || count > 1) comparable.set(submissionId, decided ?? points);
  }
  const given = new Map<string, GradedReview[]>();
  for (const review of reviews) {
    if (review.byTrainer || !review.enrolmentId) continue;
    const list = given.get(review.enrolmentId);
    if (list) list.push(review);
    else given.set(review.enrolmentId, [review]);
  }
  return people.map(({ enrolmentId, userId, given: count, owed }) => {
    const own = given.get(enrolmentId) ?? [];
    const known = reviewers.get(userId);
    const compared = own.flatMap(({ submissionId, points }) => {
      const grade = comparable.get(submissionId);
      return grade === undefined ? [] : [{ points, grade }];
    });
    const agreement = count > 0 ? agreementOf(compared, known?.bias ?? 0) : 0;
    const helpfulness = helpfulnessOf(own.flatMap(({ helpful }) => helpful ?? []));
    return {
      enrolmentId,
      points: tenth(reviewingPoints({ agreement, helpfulness, given: count, owed })),
      agreement: tenth(agreement),
      helpfulness: helpfulness === null ? null : tenth(helpfulness),
      bias: known ? tenth(known.bias) : null,
      noise: known ? tenth(known.noise) : null,
      given: count,
      owed,
    };
  });
}

/** What was shown to its authors, or has come to it since, and is another now. */
function movedAmong(
  grades: readonly WholeGrade[],
  standing: ReadonlyMap<string, StandingGrade>,
  round: Round,
): string[] {
  return grades
    .filter(({ submissionId, points }) => {
      const before = standing.get(submissionId);
      if (!before) return round.row.published_at !== null;
      if (before.decided !== null || !(before.publishedAt ?? round.row.published_at)) return false;
      return Math.abs(points - before.points) >= worthTelling || !before.publishedAt;
    })
    .map(({ submissionId }) => submissionId);
}
