import type { CohortView, PlanCohort, ReleasePlanInput } from '@kohorte/contracts';
import type { Agent } from './agent.js';
import { planned } from './planned.js';
import type { Somebody, World } from './world.js';

/** Mondays at nine in Leipzig, one module a week, no holidays and no breaks, from 9 March 2026. */
export const mondays: ReleasePlanInput = {
  pacing: 'weekly',
  startOn: '2026-03-09',
  timeZone: 'Europe/Berlin',
  weekday: 1,
  time: '09:00',
  modulesPerStep: 1,
  weeksPerStep: 1,
  onHoliday: 'keep',
  holidayRegion: '',
  breaks: [],
};

/** Plans a cohort that is open to all and has its first Monday on 9 March 2026, unless said otherwise. */
export function plan(
  planner: Agent,
  courseId: string,
  said: Partial<Omit<PlanCohort, 'plan'>> & { plan?: Partial<ReleasePlanInput> } = {},
): Promise<CohortView> {
  return planned(planner, courseId, { ...said, plan: { ...mondays, ...said.plan } });
}

/** Many people at once, signed in, in the order in which they were made. */
export async function crowd(world: World, size: number, unitId: string | null = null): Promise<Somebody[]> {
  const mark = `${(await world.sql<{ n: string }>(`select count(*) as n from app_user`))[0]!.n}`;
  const rows = await world.sql<{ id: string; email: string; secret: string }>(
    `with person as (
       insert into app_user (id, email, given_name, family_name, org_unit_id, created_at)
       select uuidv7(), 'crowd-' || $1 || '-' || n || '@world.test', 'Crowd', lpad(n::text, 5, '0'), $4, $3
       from generate_series(1, $2) n returning id, email, family_name),
     session as (
       insert into user_session (id, secret_hash, user_id, agent, created_at, seen_at, expires_at)
       select uuidv7(), sha256(email::text::bytea), id, 'test', $3, $3, $3::timestamptz + interval '10 years' from person)
     select id, email::text, email::text as secret from person order by family_name`,
    [mark, size, world.clock.now(), unitId],
  );
  return rows.map(({ id, email, secret }) => {
    const agent = world.nobody();
    agent.cookie = `kohorte_session=${secret}`;
    return Object.assign(agent, { userId: id, email });
  });
}

/** How often each fact was recorded about a cohort, in the order of names. */
export async function factsOf(world: World, cohortId: string): Promise<Record<string, number>> {
  const rows = await world.sql<{ name: string; times: number }>(
    `select name, count(*)::int as times from fact where payload ->> 'cohortId' = $1 group by name order by name`,
    [cohortId],
  );
  return Object.fromEntries(rows.map(({ name, times }) => [name, times]));
}
