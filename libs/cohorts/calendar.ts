import type { FieldProblem, Language, ReleasePlanInput } from '@kohorte/contracts';
import { fieldProblem, Problem } from '@kohorte/platform';
import {
  dateOf,
  endsAt,
  holidayHorizon,
  type PlannedRelease,
  planProblems,
  releaseCalendar,
  type ReleasePlan,
} from '@kohorte/rules';
import { holidaysOf, isHolidayRegion } from './holidays.js';

/** A plan together with the region whose holidays count. */
export type RegionalPlan = ReleasePlan & { holidayRegion: string };

/** Longer than any cohort; a plan beyond is a slip, and would ask for the holidays of centuries. */
const longestPlanInYears = 25;

/**
 * Refuses a plan that cannot be, naming the fields below `plan`.
 * @throws {Problem} `plan-impossible`, `zone-unknown`, `region-unknown`
 */
export function refuseImpossible(plan: ReleasePlanInput, moduleCount: number, language: Language): void {
  const errors = planProblems(plan).map(({ field, code }) => fieldProblem(`plan.${field}`, code, language));
  if (plan.holidayRegion && !isHolidayRegion(plan.holidayRegion))
    errors.push(fieldProblem('plan.holidayRegion', 'region-unknown', language));
  if (errors.length === 0 && holidayHorizon(plan, moduleCount) > yearsLater(plan.startOn, longestPlanInYears))
    errors.push(fieldProblem('plan.weeksPerStep', 'too-long', language));
  if (errors.length > 0) throw new Problem(problemOf(errors), { errors });
}

function problemOf(errors: FieldProblem[]) {
  const [first] = errors;
  if (errors.length > 1) return 'plan-impossible';
  return first?.code === 'zone-unknown' || first?.code === 'region-unknown' ? first.code : 'plan-impossible';
}

function yearsLater(date: string, years: number): string {
  return `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
}

/**
 * When the modules open, with the holidays of the plan's region named in `language`: the one calendar for preview,
 * planning and each learner's own start.
 */
export function calendarOf(
  plan: RegionalPlan,
  moduleIds: readonly string[],
  language: Language,
  startedAt?: Date,
): PlannedRelease[] {
  const holidays =
    plan.pacing === 'weekly'
      ? holidaysOf(plan.holidayRegion, plan.startOn, holidayHorizon(plan, moduleIds.length), language)
      : [];
  return releaseCalendar(plan, moduleIds, holidays, startedAt);
}

/** The day on which the last week ends. */
export function lastDay(plan: ReleasePlan, releases: readonly { opensAt: Date }[]): string {
  const end = endsAt(plan, releases);
  return end ? dateOf(end, plan.timeZone) : plan.startOn;
}
