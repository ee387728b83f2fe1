import type { ModuleDraftView, ReleasePlanInput } from '@kohorte/contracts';
import {
  endsAt,
  type Holiday,
  holidayHorizon,
  type PlannedRelease,
  planProblems,
  type PlanProblem,
  releaseCalendar,
} from '@kohorte/rules';
import { useQueries } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { queryFor } from '../../queries.js';

export interface PreviewedRelease extends PlannedRelease {
  title: string;
  minutes: number;
}

export interface ReleasePreview {
  /** The plan that these releases are of. */
  plan: ReleasePlanInput;
  releases: PreviewedRelease[];
  endsAt: Date | null;
}

/** Holidays further away than this play no part in a preview. */
const mostYears = 12;

/** The calendar of releases as the worker will reckon it; while a plan is impossible, the last that was possible. */
export function useReleasePreview(
  plan: ReleasePlanInput,
  modules: readonly ModuleDraftView[],
): { problems: PlanProblem[]; preview: ReleasePreview | null } {
  const problems = useMemo(() => planProblems(plan).filter(({ field }) => !isOfBlankBreak(plan, field)), [plan]);
  const told = useMemo(() => withoutBlankBreaks(plan), [plan]);
  const isPossible = problems.length === 0;
  const holidays = useHolidays(told, isPossible ? modules.length : 0);
  const made = useMemo(
    () => (isPossible && modules.length > 0 ? previewOf(told, modules, holidays) : null),
    [told, modules, holidays, isPossible],
  );
  const [last, setLast] = useState(made);
  useEffect(() => {
    if (made) setLast(made);
  }, [made]);
  return { problems, preview: modules.length === 0 ? null : (made ?? last) };
}

/** A break that was added and has no day yet is none. */
export const withoutBlankBreaks = (plan: ReleasePlanInput): ReleasePlanInput => ({
  ...plan,
  breaks: plan.breaks.filter(({ from, to }) => from !== '' || to !== ''),
});

function isOfBlankBreak({ breaks }: ReleasePlanInput, field: string): boolean {
  const one = breaks[Number(/^breaks\.(\d+)\./.exec(field)?.[1])];
  return one?.from === '' && one.to === '';
}

function previewOf(
  plan: ReleasePlanInput,
  modules: readonly ModuleDraftView[],
  holidays: readonly Holiday[],
): ReleasePreview {
  const calendar = releaseCalendar(
    plan,
    modules.map(({ moduleId }) => moduleId),
    holidays,
  );
  const releases = calendar.map((release, index) => {
    const { title, items } = modules[index]!;
    return { ...release, title, minutes: items.reduce((sum, { minutes }) => sum + minutes, 0) };
  });
  return { plan, releases, endsAt: endsAt(plan, calendar) };
}

/** Asked year by year, so that moving the start asks for nothing that is known already. */
function useHolidays(plan: ReleasePlanInput, moduleCount: number): readonly Holiday[] {
  const { holidayRegion: region, pacing } = plan;
  const isAsked = region !== '' && pacing === 'weekly' && moduleCount > 0;
  const first = Number(plan.startOn.slice(0, 4));
  const last = isAsked ? Number(holidayHorizon(plan, moduleCount).slice(0, 4)) : 0;
  const years = isAsked
    ? Array.from({ length: Math.min(last - first + 1, mostYears) }, (_, index) => first + index)
    : [];
  return useQueries({
    queries: years.map((year) => ({
      ...queryFor('GET /holidays', { query: { region, from: `${year}-01-01`, to: `${year}-12-31` } }),
      staleTime: Infinity,
    })),
    combine: allHolidays,
  });
}

const allHolidays = (years: { data: Holiday[] | undefined }[]): readonly Holiday[] =>
  years.flatMap(({ data }) => data ?? []);
