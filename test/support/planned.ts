import type { CohortView, PlanCohort, ReleasePlanInput } from '@kohorte/contracts';
import type { Agent } from './agent.js';

/** Plans a cohort by the API: every Monday at nine in Berlin from 2026-03-02, unless said otherwise. */
export function planned(
  by: Agent,
  courseId: string,
  said: Partial<Omit<PlanCohort, 'plan'>> & { plan?: Partial<ReleasePlanInput> } = {},
): Promise<CohortView> {
  const { plan, ...rest } = said;
  return by.does('POST /cohorts', {
    body: {
      courseId,
      name: 'Frühjahr',
      admission: 'open',
      trainerIds: [],
      ...rest,
      plan: {
        pacing: 'weekly',
        startOn: '2026-03-02',
        timeZone: 'Europe/Berlin',
        weekday: 1,
        time: '09:00',
        modulesPerStep: 1,
        weeksPerStep: 1,
        onHoliday: 'keep',
        holidayRegion: '',
        breaks: [],
        ...plan,
      },
    },
  });
}
