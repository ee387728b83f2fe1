import { Temporal } from 'temporal-polyfill';
import { type Break, type Holiday, planProblems, type ReleasePlan } from './release-plan.js';
import { dateOf, daysLater, instantAt } from './wall-clock.js';

export * from './release-plan.js';
export * from './wall-clock.js';

/** The opening of one module as the plan has it. */
export interface PlannedRelease {
  moduleId: string;
  /** The week it is labelled with, from 1. */
  step: number;
  opensAt: Date;
  /** The date it had before a holiday or a break moved it; steps before it have had their say by then. */
  plannedOn: string;
  /** What moved it; where several things did, the last of them. */
  movedBy: 'holiday' | 'break' | null;
  /** Name of the holiday that moved it. */
  holiday: string | null;
}

type Slot = Omit<PlannedRelease, 'moduleId' | 'step'>;

/**
 * When each module opens, in the order of `moduleIds`; never one before its predecessor.
 *
 * - *weekly*: on the first `weekday` on or after `startOn`, then every `weeksPerStep` weeks, always at `time` on the
 *   clocks of the zone. A step that falls into a break moves by whole weeks until it is outside, and all later steps
 *   with it. A step on a public holiday stays, or opens on the next working day (Monday to Friday, no holiday, no break)
 *   while later steps keep their days, or moves by a week with all later steps.
 * - *relative*: the first step when the learner starts, later ones every `weeksPerStep` weeks after that date at `time`.
 *   Without `startedAt`, as for somebody who starts on `startOn` at `time`. Holidays and breaks move nothing: who learns
 *   at their own pace also rests at their own.
 * - *all at once*: everything on `startOn` at `time`, as one step, whatever day that is.
 *
 * A time that the clocks jump over counts as after the jump, one that comes twice as the first of the two.
 *
 * @throws RangeError if the plan is impossible; ask `planProblems` first.
 */
export function releaseCalendar(
  plan: ReleasePlan,
  moduleIds: readonly string[],
  holidays: readonly Holiday[],
  startedAt?: Date,
): PlannedRelease[] {
  const [problem] = planProblems(plan);
  if (problem) throw new RangeError(`Impossible release plan: ${problem.field} is ${problem.code}`);

  const modulesPerStep = plan.pacing === 'all-at-once' ? Math.max(moduleIds.length, 1) : plan.modulesPerStep;
  const steps = Math.ceil(moduleIds.length / modulesPerStep);
  const slots =
    plan.pacing === 'weekly' ? weeklySlots(plan, steps, holidays) : undisturbedSlots(plan, steps, startedAt);
  return moduleIds.map((moduleId, index) => {
    const step = Math.floor(index / modulesPerStep);
    return { moduleId, step: step + 1, ...slots[step]! };
  });
}

function weeklySlots(plan: ReleasePlan, steps: number, holidays: readonly Holiday[]): Slot[] {
  const nameOfHoliday = holidayNames(holidays);
  const slots: Slot[] = [];
  let day = firstWeekday(plan);
  for (let step = 0; step < steps; step++, day = day.add({ weeks: plan.weeksPerStep })) {
    const plannedOn = day.toString();
    let moved: Pick<Slot, 'movedBy' | 'holiday'> = { movedBy: null, holiday: null };

    for (;;) {
      const breakEndsOn = endOfBreak(plan.breaks, day);
      const holiday = nameOfHoliday.get(day.toString());
      if (breakEndsOn) {
        day = day.add({ weeks: Math.floor(day.until(breakEndsOn).days / 7) + 1 });
        moved = { movedBy: 'break', holiday: null };
      } else if (holiday !== undefined && plan.onHoliday === 'skip-week') {
        day = day.add({ weeks: 1 });
        moved = { movedBy: 'holiday', holiday };
      } else break;
    }

    let opensOn = day;
    const holiday = nameOfHoliday.get(day.toString());
    if (holiday !== undefined && plan.onHoliday === 'next-working-day') {
      opensOn = nextWorkingDay(day, plan.breaks, nameOfHoliday);
      moved = { movedBy: 'holiday', holiday };
    }

    let opensAt = instantAt(opensOn.toString(), plan.time, plan.timeZone);
    const previous = slots.at(-1);
    // Only where releases fall on weekends can a working day after one step lie after the next step's own day.
    if (previous && previous.opensAt > opensAt) {
      opensAt = previous.opensAt;
      moved = { movedBy: previous.movedBy, holiday: previous.holiday };
    }
    slots.push({ opensAt, plannedOn, ...moved });
  }
  return slots;
}

function undisturbedSlots(plan: ReleasePlan, steps: number, startedAt?: Date): Slot[] {
  const firstAt = (plan.pacing === 'relative' && startedAt) || cohortStart(plan);
  const firstOn = Temporal.PlainDate.from(dateOf(firstAt, plan.timeZone));
  return Array.from({ length: steps }, (_, step) => {
    const plannedOn = firstOn.add({ weeks: step * plan.weeksPerStep }).toString();
    const opensAt = step === 0 ? firstAt : instantAt(plannedOn, plan.time, plan.timeZone);
    return { opensAt, plannedOn, movedBy: null, holiday: null };
  });
}

function firstWeekday({ startOn, weekday }: ReleasePlan): Temporal.PlainDate {
  const start = Temporal.PlainDate.from(startOn);
  return start.add({ days: (weekday - start.dayOfWeek + 7) % 7 });
}

function nextWorkingDay(
  after: Temporal.PlainDate,
  breaks: readonly Break[],
  nameOfHoliday: ReadonlyMap<string, string>,
): Temporal.PlainDate {
  let day = after.add({ days: 1 });
  for (;;) {
    const breakEndsOn = endOfBreak(breaks, day);
    if (breakEndsOn) day = breakEndsOn.add({ days: 1 });
    else if (day.dayOfWeek > 5 || nameOfHoliday.has(day.toString())) day = day.add({ days: 1 });
    else return day;
  }
}

/** The last day of a break that the day lies in, if it lies in one. */
function endOfBreak(breaks: readonly Break[], day: Temporal.PlainDate): Temporal.PlainDate | null {
  const date = day.toString();
  const around = breaks.find(({ from, to }) => from <= date && date <= to);
  return around ? Temporal.PlainDate.from(around.to) : null;
}

/** Names by date; of several on one date all, sorted, so that the order of the input shows nowhere. */
function holidayNames(holidays: readonly Holiday[]): Map<string, string> {
  const names = new Map<string, Set<string>>();
  for (const { date, name } of holidays) names.set(date, (names.get(date) ?? new Set()).add(name));
  return new Map([...names].map(([date, set]) => [date, [...set].sort().join(', ')]));
}

/**
 * The date up to which `releaseCalendar` may ask for holidays, so that one knows how many to bring. Generous: twice the
 * weeks that steps and breaks take, as even holidays that each skip a week fill less than every second one.
 */
export function holidayHorizon(plan: ReleasePlan, moduleCount: number): string {
  const weeksOfSteps = Math.ceil(moduleCount / plan.modulesPerStep) * plan.weeksPerStep;
  const weeksOfBreaks = plan.breaks.map(
    ({ from, to }) => Math.ceil(Temporal.PlainDate.from(from).until(to).days / 7) + 1,
  );
  const weeks = weeksOfBreaks.reduce((sum, each) => sum + each, weeksOfSteps);
  return Temporal.PlainDate.from(plan.startOn)
    .add({ weeks: 2 * weeks + 8 })
    .toString();
}

/** When the cohort as a whole starts: `startOn` at `time`, which may be before its first weekly release. */
export function cohortStart({ startOn, time, timeZone }: Pick<ReleasePlan, 'startOn' | 'time' | 'timeZone'>): Date {
  return instantAt(startOn, time, timeZone);
}

/** From when a learner's relative calendar counts: from joining, but not before the cohort starts. */
export function learnerStart(plan: Pick<ReleasePlan, 'startOn' | 'time' | 'timeZone'>, joinedAt: Date): Date {
  const start = cohortStart(plan);
  return joinedAt > start ? joinedAt : start;
}

/**
 * When the last step ends: one step after the last release, at the same wall-clock time; with weekly pacing not within
 * a break. Where all opens at once, there is as much time as a weekly pace would have given.
 * `releases` in order, as planned or as moved by hand; `null` if there are none.
 */
export function endsAt(plan: ReleasePlan, releases: readonly { opensAt: Date }[]): Date | null {
  const last = releases.at(-1);
  if (!last) return null;
  const steps = plan.pacing === 'all-at-once' ? Math.ceil(releases.length / plan.modulesPerStep) : 1;
  let end = daysLater(last.opensAt, 7 * plan.weeksPerStep * steps, plan.timeZone);
  if (plan.pacing !== 'weekly') return end;
  for (;;) {
    const day = Temporal.PlainDate.from(dateOf(end, plan.timeZone));
    const breakEndsOn = endOfBreak(plan.breaks, day);
    if (!breakEndsOn) return end;
    end = daysLater(end, 7 * (Math.floor(day.until(breakEndsOn).days / 7) + 1), plan.timeZone);
  }
}

/** A release that a move by hand puts to another instant. */
export interface Move<Release> {
  release: Release;
  to: Date;
}

/**
 * What postponing or bringing forward one module does: every release that changes, the module's own included.
 * The later ones keep their instants, or shift by as many calendar days at their own wall-clock time; in no case do
 * they open before the moved one. Refused where it would change the order: before the module before it, or past the
 * next one that keeps its instant.
 *
 * @param releases all releases of the cohort, in the order of its modules
 * @throws RangeError if the module is not among them
 */
export function afterMoving<Release extends { moduleId: string; opensAt: Date }>(
  releases: readonly Release[],
  moduleId: string,
  opensAt: Date,
  how: { following: 'keep' | 'shift'; timeZone: string },
): { moves: Move<Release>[] } | { refuse: 'order-of-modules' } {
  const index = releases.findIndex((release) => release.moduleId === moduleId);
  const moved = releases[index];
  if (!moved) throw new RangeError(`No release of module ${moduleId}`);

  const before = releases[index - 1];
  const later = releases.slice(index + 1);
  const overtakes = how.following === 'keep' && later[0] !== undefined && opensAt > later[0].opensAt;
  if (overtakes || (before && opensAt < before.opensAt)) return { refuse: 'order-of-modules' };

  const days = Temporal.PlainDate.from(dateOf(moved.opensAt, how.timeZone)).until(dateOf(opensAt, how.timeZone)).days;
  const moves: Move<Release>[] = [{ release: moved, to: opensAt }];
  if (how.following === 'shift') {
    let previousAt = opensAt;
    for (const release of later) {
      const shifted = daysLater(release.opensAt, days, how.timeZone);
      previousAt = shifted < previousAt ? previousAt : shifted;
      moves.push({ release, to: previousAt });
    }
  }
  return { moves: moves.filter(({ release, to }) => release.opensAt.getTime() !== to.getTime()) };
}
