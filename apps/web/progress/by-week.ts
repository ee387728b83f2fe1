import type { OutlineModule, OutlineView } from '@kohorte/contracts';

/** One step of a cohort; often one module, sometimes several, that open together. */
export interface Week {
  step: number;
  modules: OutlineModule[];
  isOpen: boolean;
  isDone: boolean;
}

/** The modules of a cohort, gathered into the weeks they open in. */
export function weeksOf(outline: OutlineView): Week[] {
  const weeks = new Map<number, OutlineModule[]>();
  for (const module of outline.modules) weeks.set(module.step, [...(weeks.get(module.step) ?? []), module]);
  return [...weeks]
    .sort(([one], [other]) => one - other)
    .map(([step, modules]) => ({
      step,
      modules,
      isOpen: modules.some((module) => module.isOpen),
      isDone: modules.every((module) => module.isOpen && module.progress.done === module.progress.total),
    }));
}

/** The week to show first: where the next step is, else the newest open one. */
export function weekToShow(outline: OutlineView, weeks: Week[]): number {
  return outline.next?.step ?? weeks.findLast((week) => week.isOpen)?.step ?? weeks[0]?.step ?? 1;
}
