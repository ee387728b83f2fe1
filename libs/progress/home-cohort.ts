import type { HomeCohort } from '@kohorte/contracts';
import type { Underway } from '@kohorte/rules';
import { nextStepView } from './outline.js';
import type { Walk, WalkModule } from './walk.js';

/** A cohort as home shows it. */
export function homeCohort(walk: Walk): HomeCohort {
  const opens = walk.modules.filter(({ isOpen }) => !isOpen).map(({ opensAt }) => opensAt.getTime());
  return {
    cohortId: walk.cohortId,
    name: walk.row.name,
    courseTitle: walk.row.course_title,
    step: currentStep(walk),
    steps: Math.max(0, ...walk.modules.map(({ step }) => step)),
    progress: walk.progress,
    next: nextStepView(walk),
    nextOpensAt: opens.length > 0 ? new Date(Math.min(...opens)).toISOString() : null,
    completedAt: walk.row.completed_at?.toISOString() ?? null,
  };
}

/** The latest week that has opened; 0 before the first. */
function currentStep(walk: Walk): number {
  return Math.max(0, ...walk.modules.filter(({ isOpen }) => isOpen).map(({ step }) => step));
}

/** What decides whether home leads on into this cohort. */
export function underway(walk: Walk): Underway & { walk: Walk } {
  const open = walk.modules.filter(({ isOpen }) => isOpen);
  const due = open
    .flatMap((module) => toDoIn(walk, module).map((item) => walk.whenDue(module, item)?.getTime()))
    .filter((at) => at !== undefined && at >= walk.now.getTime());
  const openedAt = open.map(({ opensAt }) => opensAt.getTime());
  return {
    walk,
    next: walk.next,
    nextDueAt: due.length > 0 ? new Date(Math.min(...(due as number[]))) : null,
    openedAt: openedAt.length > 0 ? new Date(Math.max(...openedAt)) : null,
  };
}

/** Minutes left of this week's work: of its modules, and of what else is due in it. */
export function minutesThisWeek(walk: Walk, week: { from: Date; to: Date }): number {
  const modules = new Set(modulesThisWeek(walk, week));
  return walk.modules
    .flatMap((module) =>
      toDoIn(walk, module).filter((item) => {
        const due = walk.whenDue(module, item);
        return modules.has(module) || (due !== null && week.from <= due && due < week.to);
      }),
    )
    .reduce((sum, { minutes }) => sum + minutes, 0);
}

/**
 * The modules that open within the week; in a week in which none does, those of the current step. Where everything
 * opened at once, the one that the next step is in.
 */
function modulesThisWeek(walk: Walk, week: { from: Date; to: Date }): WalkModule[] {
  const { next } = walk;
  if (walk.row.pacing === 'all-at-once') return next ? [next.module] : [];
  const opening = walk.modules.filter(({ opensAt }) => week.from <= opensAt && opensAt < week.to);
  if (opening.length > 0) return opening;
  const step = currentStep(walk);
  return walk.modules.filter((module) => module.step === step);
}

function toDoIn(walk: Walk, { items }: WalkModule) {
  return items.filter(({ countable, itemId }) => countable && !walk.done.has(itemId));
}
