import type { AssignmentDesign, Criterion, CriterionAnswer, Example, Level } from '@kohorte/rules';

/** Changes of a rubric. Whatever moves or goes takes with it what examples say to it, so that no answer changes its meaning. */
export type Assessment = Pick<AssignmentDesign, 'rubric' | 'examples'>;

export const mostCriteria = 20;
export const mostLevels = 8;
export const mostExamples = 5;

/** An id that is new within its assignment, also where the page is served without encryption. */
export function freshId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(36).padStart(2, '0')).join('');
}

/** A criterion without a name, with the levels of the one before it, as those of a rubric are mostly alike. */
export function newCriterion(rubric: readonly Criterion[], levels: readonly Level[]): Criterion {
  return {
    criterionId: freshId(),
    title: '',
    prompt: null,
    weight: 1,
    commentRequired: false,
    levels: (rubric.at(-1)?.levels ?? levels).map(({ points, title }) => ({ points, title, description: null })),
  };
}

export function changeCriterion<T extends Assessment>(design: T, criterionId: string, changes: Partial<Criterion>): T {
  const rubric = design.rubric.map((one) => (one.criterionId === criterionId ? { ...one, ...changes } : one));
  return { ...design, rubric };
}

/** The same again below it, under another name; examples do not answer it yet. */
export function duplicateCriterion<T extends Assessment>(design: T, criterionId: string, title: string): T {
  const at = indexOf(design, criterionId);
  const copy: Criterion = { ...design.rubric[at]!, criterionId: freshId(), title };
  return { ...design, rubric: design.rubric.toSpliced(at + 1, 0, copy) };
}

export function stepCriterion<T extends Assessment>(design: T, criterionId: string, by: 1 | -1): T {
  return { ...design, rubric: swapped(design.rubric, indexOf(design, criterionId), by) };
}

export function removeCriterion<T extends Assessment>(design: T, criterionId: string): T {
  const rubric = design.rubric.filter((one) => one.criterionId !== criterionId);
  const examples = design.examples.map((example) => ({
    ...example,
    answers: example.answers.filter((one) => one.criterionId !== criterionId),
  }));
  return { ...design, rubric, examples };
}

/** Brings a criterion back as it was in `before`, with what examples said to it; everything else stays as it is now. */
export function putCriterionBack<T extends Assessment>(design: T, before: Assessment, criterionId: string): T {
  const at = indexOf(before, criterionId);
  const there = indexOf(design, criterionId);
  const rubric = design.rubric.toSpliced(there < 0 ? at : there, there < 0 ? 0 : 1, before.rubric[at]!);
  const examples = design.examples.map((example) => {
    const was = before.examples.find(({ exampleId }) => exampleId === example.exampleId);
    const answer = was?.answers.find((one) => one.criterionId === criterionId);
    return answer ? { ...example, answers: withAnswer(example.answers, answer) } : example;
  });
  return { ...design, rubric, examples };
}

/** A level above the best one. */
export function addLevel<T extends Assessment>(design: T, criterionId: string): T {
  const { levels } = design.rubric[indexOf(design, criterionId)]!;
  const best = Math.max(...levels.map(({ points }) => points));
  const points = best < 100 ? best + 1 : firstFree(levels);
  return changeCriterion(design, criterionId, { levels: [...levels, { points, title: '', description: null }] });
}

/** Exchanges what two neighbours say; the points stay where they are, from few to many. */
export function stepLevel<T extends Assessment>(design: T, criterionId: string, at: number, by: 1 | -1): T {
  const { levels } = design.rubric[indexOf(design, criterionId)]!;
  const to = at + by;
  if (!levels[to]) return design;
  const moved = swapped(levels, at, by).map((level, index) => ({ ...level, points: levels[index]!.points }));
  const answers = (level: number): number => (level === at ? to : level === to ? at : level);
  return inExamples(changeCriterion(design, criterionId, { levels: moved }), criterionId, answers);
}

/** Examples that had been given this level have to be answered again. */
export function removeLevel<T extends Assessment>(design: T, criterionId: string, at: number): T {
  const { levels } = design.rubric[indexOf(design, criterionId)]!;
  const answers = (level: number): number | null => (level === at ? null : level > at ? level - 1 : level);
  return inExamples(changeCriterion(design, criterionId, { levels: levels.toSpliced(at, 1) }), criterionId, answers);
}

export function changeExample<T extends Assessment>(design: T, exampleId: string, changes: Partial<Example>): T {
  const examples = design.examples.map((one) => (one.exampleId === exampleId ? { ...one, ...changes } : one));
  return { ...design, examples };
}

export function withAnswer(answers: readonly CriterionAnswer[], answer: CriterionAnswer): CriterionAnswer[] {
  const at = answers.findIndex(({ criterionId }) => criterionId === answer.criterionId);
  return at < 0 ? [...answers, answer] : answers.with(at, answer);
}

/** The titles of criteria that an example does not answer yet. */
export function openIn({ answers }: Example, rubric: readonly Criterion[]): string[] {
  return rubric
    .filter(({ criterionId }) => !answers.some((one) => one.criterionId === criterionId && one.level !== null))
    .map(({ title }) => title);
}

/** An example that its author is still writing: nobody could try themselves on it yet. */
export function isUnfinished(example: Example, rubric: readonly Criterion[]): boolean {
  return !example.title.trim() || !example.text.trim() || openIn(example, rubric).length > 0;
}

/** Whether a criterion or a level has no name yet. */
export function isNameless(rubric: readonly Criterion[]): boolean {
  return rubric.some(({ title, levels }) => !title.trim() || levels.some((level) => !level.title.trim()));
}

/** Whether its author is in the middle of something: until then the design waits on the device, and is not scolded. */
export function isBeingWritten({ rubric, examples }: Assessment): boolean {
  return isNameless(rubric) || examples.some((one) => isUnfinished(one, rubric));
}

const indexOf = ({ rubric }: Assessment, criterionId: string): number =>
  rubric.findIndex((one) => one.criterionId === criterionId);

function swapped<T>(list: readonly T[], at: number, by: 1 | -1): T[] {
  const [one, other] = [list[at], list[at + by]];
  return one === undefined || other === undefined ? [...list] : list.with(at, other).with(at + by, one);
}

function inExamples<T extends Assessment>(design: T, criterionId: string, to: (level: number) => number | null): T {
  const examples = design.examples.map((example) => ({
    ...example,
    answers: example.answers.map((one) =>
      one.criterionId === criterionId && one.level !== null ? { ...one, level: to(one.level) } : one,
    ),
  }));
  return { ...design, examples };
}

function firstFree(levels: readonly Level[]): number {
  return Array.from({ length: 101 }, (_, points) => points).find((free) =>
    levels.every(({ points }) => points !== free),
  )!;
}
