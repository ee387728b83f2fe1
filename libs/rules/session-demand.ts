import type { SessionDemand } from './assemble-schedule/index.js';

/** The shortest session that is worth a place in a schedule, in minutes. */
export const shortestSession = 5;
/** What a new session takes. */
export const usualSessionMinutes = 60;

/** What a session asks for until its author says otherwise. */
export const usualDemand: SessionDemand = {
  mode: 'online',
  groupLeast: 1,
  groupBest: 12,
  groupMost: 20,
  equipment: [],
  trainers: 1,
  qualification: null,
  window: 'module-week',
  windowDays: 0,
  leastDaysAfterPrevious: 0,
  sameWeekSlot: true,
  sameRoom: true,
  sameTrainer: true,
  spreadDays: null,
  backToBack: false,
};

/** What a demand contradicts itself in: the field, why, and the figure that it should keep to. */
export interface DemandProblem {
  field: 'groupBest' | 'groupMost' | 'windowDays';
  code: 'min';
  figure: number;
}

/** Whether the sizes of groups rise from least to most, and the days of a window are there where it needs them. */
export function demandProblems(demand: SessionDemand): DemandProblem[] {
  const problems: DemandProblem[] = [];
  const { groupLeast, groupBest, groupMost, window, windowDays } = demand;
  if (groupBest < groupLeast) problems.push({ field: 'groupBest', code: 'min', figure: groupLeast });
  if (groupMost < groupBest) problems.push({ field: 'groupMost', code: 'min', figure: groupBest });
  if (window !== 'module-week' && windowDays < 1) problems.push({ field: 'windowDays', code: 'min', figure: 1 });
  return problems;
}
