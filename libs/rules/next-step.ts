/** One item of a module, as far as it matters for progress. */
export interface StepItem {
  itemId: string;
  /** How long it takes. */
  minutes: number;
  /** Whether completion asks for it. */
  required: boolean;
  /** Whether one can do it by oneself; placeholders cannot be done yet and count nowhere. */
  countable: boolean;
  /** There is nothing to do for it now: it waits for others, or it is too late. */
  waits?: boolean;
  /** Counts, but is done by being there: a live session in which the learner has a seat. */
  byAttendance?: boolean;
}

/** Done of what counts. */
export interface Progress {
  done: number;
  total: number;
  /** 0 to 100, rounded down, so that it is 100 only when all is done; 0 where nothing counts. */
  percent: number;
  /** Minutes of what counts and is not done. */
  minutesLeft: number;
}

/** Whole percent, rounded down: 100 only when all is done, and 0 where there is nothing to do. */
export function percentDone(done: number, total: number): number {
  return total === 0 ? 0 : Math.floor((100 * done) / total);
}

const counts = ({ countable, byAttendance }: StepItem): boolean => countable || byAttendance === true;

/** The progress in any set of items: of a module, a week or a whole cohort. */
export function progressIn(items: readonly StepItem[], done: ReadonlySet<string>): Progress {
  const counting = items.filter(counts);
  const left = counting.filter(({ itemId }) => !done.has(itemId));
  const total = counting.length;
  return {
    done: total - left.length,
    total,
    percent: percentDone(total - left.length, total),
    minutesLeft: left.reduce((sum, { minutes }) => sum + minutes, 0),
  };
}

/** The progress in each week, by the step that its modules carry, in the order in which the steps come. */
export function progressByStep(
  modules: readonly { step: number; items: readonly StepItem[] }[],
  done: ReadonlySet<string>,
): (Progress & { step: number })[] {
  const itemsOf = new Map<number, StepItem[]>();
  for (const { step, items } of modules) itemsOf.set(step, [...(itemsOf.get(step) ?? []), ...items]);
  return [...itemsOf].map(([step, items]) => ({ step, ...progressIn(items, done) }));
}

/**
 * The one thing to do next: the first required item of the open modules that is not done, in the course's order; when
 * none is left, the first optional one. So who skips something optional is not led back to it week after week.
 * `null` when all that is open is done. A live session is never next: it has its own time. Nor is what waits.
 */
export function nextStep<Item extends StepItem, Module extends { isOpen: boolean; items: readonly Item[] }>(
  modules: readonly (Module & { items: readonly Item[] })[],
  done: ReadonlySet<string>,
): { module: Module; item: Item } | null {
  let optional: { module: Module; item: Item } | null = null;
  for (const module of modules) {
    if (!module.isOpen) continue;
    for (const item of module.items) {
      if (!item.countable || item.waits === true || done.has(item.itemId)) continue;
      if (item.required) return { module, item };
      optional ??= { module, item };
    }
  }
  return optional;
}

/**
 * Whether all that completion asks for is done: every required item of the whole cohort, open or not. Where nothing
 * that counts is required, all that counts is; where nothing counts, nobody completes by doing nothing.
 */
export function isComplete(items: readonly StepItem[], done: ReadonlySet<string>): boolean {
  const counting = items.filter(counts);
  const required = counting.filter((item) => item.required);
  const asked = required.length > 0 ? required : counting;
  return asked.length > 0 && asked.every(({ itemId }) => done.has(itemId));
}
