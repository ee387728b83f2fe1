import { weightedPoints } from './grade-submission/index.js';

/** One step of a criterion, from worst to best by its points. */
export interface Level {
  points: number;
  title: string;
  description: string | null;
}

/** What a review looks at, and how it can answer. */
export interface Criterion {
  /** Known within its rubric; stays the same through its versions. */
  criterionId: string;
  title: string;
  /** What the comment shall say. */
  prompt: string | null;
  /** Against the other criteria. */
  weight: number;
  commentRequired: boolean;
  levels: Level[];
}

/** What somebody says to one criterion: which of its levels, from 0, and why. */
export interface CriterionAnswer {
  criterionId: string;
  level: number | null;
  comment: string | null;
}

/** Work that the trainer has graded, for reviewers to try themselves on. */
export interface Example {
  exampleId: string;
  title: string;
  /** Markdown. */
  text: string;
  answers: CriterionAnswer[];
}

/** Who knows whom: neither side; reviewers know authors; both know each other. */
export type Anonymity = 'double-blind' | 'single-blind' | 'open';
/** How a grade comes from reviews; `calibrated` is the estimate of `rules/grade-submission`. */
export type GradingMethod = 'calibrated' | 'mean' | 'median';

/** What an assignment asks; its instructions and due date are those of its item. */
export interface AssignmentDesign {
  handIn: {
    text: boolean;
    link: boolean;
    /** A video by its address. */
    video: boolean;
    /** How many files at most; 0: none. */
    files: number;
    /** How large one of them may be. */
    fileMegabytes: number;
  };
  /** Of the text. */
  leastWords: number | null;
  mostWords: number | null;
  /** What the text begins with; Markdown. */
  template: string | null;
  /** So long after the due date work is still taken, as late. */
  graceHours: number;
  teams: boolean;
  anonymity: Anonymity;
  reviews: {
    /** That each person gives; 0: only trainers review. */
    give: number;
    /** That each submission shall get. */
    need: number;
    /** Days after the grace by whose end reviews are given. */
    days: number;
    /** Reviewers ask for one after the other, or everybody gets theirs at once. */
    way: 'next' | 'batch';
    /** How long a reviewer who does nothing keeps a review. */
    leaseHours: number;
    /** Words that a review shall say at least, over all its comments. */
    leastWords: number;
  };
  rubric: Criterion[];
  examples: Example[];
  grading: {
    method: GradingMethod;
    /** Percent of the result that reviewing makes up. */
    reviewingShare: number;
    /** What trainers have after the reviews before grades are shown. */
    publishAfterHours: number;
  };
}

/** What an assignment asks unless it says otherwise: a text, double-blind, three reviews within a week. */
export const usualDesign: AssignmentDesign = {
  handIn: { text: true, link: false, video: false, files: 0, fileMegabytes: 20 },
  leastWords: null,
  mostWords: null,
  template: null,
  graceHours: 24,
  teams: false,
  anonymity: 'double-blind',
  reviews: { give: 3, need: 3, days: 7, way: 'next', leaseHours: 48, leastWords: 20 },
  rubric: [],
  examples: [],
  grading: { method: 'calibrated', reviewingShare: 0, publishAfterHours: 48 },
};

/** What is wrong with a design, by the path of the field. */
export interface DesignProblem {
  field: string;
  code:
    'nothing-to-hand-in' | 'min' | 'levels-alike' | 'same-id' | 'criterion-unknown' | 'level-unknown' | 'not-answered';
  figure?: number;
}

/** Contradictions in a design; nothing where there is none. */
export function designProblems(design: AssignmentDesign): DesignProblem[] {
  const problems: DesignProblem[] = [];
  const { handIn, leastWords, mostWords, reviews, rubric, examples } = design;
  if (!handIn.text && !handIn.link && !handIn.video && handIn.files === 0)
    problems.push({ field: 'handIn', code: 'nothing-to-hand-in' });
  if (leastWords !== null && mostWords !== null && mostWords < leastWords)
    problems.push({ field: 'mostWords', code: 'min', figure: leastWords });
  if (reviews.need > 0 && reviews.give < reviews.need)
    problems.push({ field: 'reviews.give', code: 'min', figure: reviews.need });
  if (rubric.length > 0 && rubric.every(({ weight }) => weight === 0))
    problems.push({ field: 'rubric.0.weight', code: 'min', figure: 1 });
  return [...problems, ...rubricProblems(rubric), ...exampleProblems(examples, rubric)];
}

/** What is wrong with a rubric: ids and levels that cannot be told apart. */
export function rubricProblems(rubric: readonly Criterion[]): DesignProblem[] {
  return rubric.flatMap((criterion, at): DesignProblem[] => {
    const problems: DesignProblem[] = [];
    if (rubric.findIndex(({ criterionId }) => criterionId === criterion.criterionId) < at)
      problems.push({ field: `rubric.${at}.criterionId`, code: 'same-id' });
    if (new Set(criterion.levels.map(({ points }) => points)).size < criterion.levels.length)
      problems.push({ field: `rubric.${at}.levels`, code: 'levels-alike' });
    return problems;
  });
}

function exampleProblems(examples: readonly Example[], rubric: readonly Criterion[]): DesignProblem[] {
  return examples.flatMap((example, at): DesignProblem[] => {
    const problems: DesignProblem[] = answerProblems(example.answers, rubric).map(({ index, code }) => ({
      field: `examples.${at}.answers.${index}`,
      code,
    }));
    if (examples.findIndex(({ exampleId }) => exampleId === example.exampleId) < at)
      problems.push({ field: `examples.${at}.exampleId`, code: 'same-id' });
    const isWhole = rubric.every(({ criterionId }) =>
      example.answers.some((answer) => answer.criterionId === criterionId && answer.level !== null),
    );
    return isWhole ? problems : [...problems, { field: `examples.${at}.answers`, code: 'not-answered' }];
  });
}

/** Answers that do not belong to a rubric, by their index. */
export function answerProblems(
  answers: readonly CriterionAnswer[],
  rubric: readonly Criterion[],
): { index: number; code: 'criterion-unknown' | 'level-unknown' | 'same-id' }[] {
  const problem = (index: number, code: 'criterion-unknown' | 'level-unknown' | 'same-id') => [{ index, code }];
  return answers.flatMap(({ criterionId, level }, index) => {
    const criterion = rubric.find((one) => one.criterionId === criterionId);
    if (!criterion) return problem(index, 'criterion-unknown');
    if (answers.findIndex((one) => one.criterionId === criterionId) < index) return problem(index, 'same-id');
    return level !== null && level >= criterion.levels.length ? problem(index, 'level-unknown') : [];
  });
}

/** Points of 100 that answers come to; `null` while a criterion has no level. */
export function pointsOf(answers: readonly CriterionAnswer[], rubric: readonly Criterion[]): number | null {
  const scores = rubric.map((criterion) => {
    const level = answers.find(({ criterionId }) => criterionId === criterion.criterionId)?.level ?? null;
    const points = level === null ? null : (criterion.levels[level]?.points ?? null);
    const most = Math.max(...criterion.levels.map((one) => one.points));
    return points === null ? null : { points, most, weight: criterion.weight };
  });
  return scores.some((score) => score === null) ? null : weightedPoints(scores as { points: number; most: number; weight: number }[]); // prettier-ignore
}

/** Words of a text, as people count them: what stands between blanks and holds a letter or a digit. */
export function wordsIn(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
