import type { Unit } from '@kohorte/platform';
import { Problem } from '@kohorte/platform';
import { learnerStart } from '@kohorte/rules';
import { calendarOf } from './calendar.js';
import type { Cohort } from './entities/cohort.entity.js';
import { type Whose, writeOwnReleases } from './release-rows.js';

/** How somebody comes into a cohort. */
export type Entry = 'active' | 'waitlisted' | 'requested';

/** SQL for what changes of the enrolment of somebody who left or who asked to come in, when they enter as `row` says. */
export const enteringAs = (row: string): string => `
  status = ${row}.status, queued_at = ${row}.queued_at, queue_number = ${row}.queue_number, active_at = ${row}.active_at,
  batch_id = ${row}.batch_id,
  requested_at = case when enrolment.status = 'requested' then enrolment.requested_at else ${row}.requested_at end,
  offer_ends_at = null, offers_lapsed = 0, completed_at = null, withdrawn_at = null`;

/** Lets one person into a locked cohort as a rule has decided, with the fact of it; gives the enrolment's id. */
export async function enter(unit: Unit, cohort: Cohort, userId: string, entry: Entry): Promise<string> {
  const [row] = await unit.query<{ id: string }>(
    `insert into enrolment (id, cohort_id, user_id, status, requested_at, queued_at, queue_number, active_at)
     values ($1, $2, $3, $4,
       case $4 when 'requested' then $5::timestamptz end,
       case $4 when 'waitlisted' then $5::timestamptz end,
       case $4 when 'waitlisted' then nextval('enrolment_queue_number') end,
       case $4 when 'active' then $5::timestamptz end)
     on conflict (cohort_id, user_id) do update set ${enteringAs('excluded')}
     returning id`,
    [unit.ids.next(), cohort.id, userId, entry, unit.now],
  );
  const enrolmentId = row!.id;
  if (entry === 'active') await beginLearning(unit, cohort, { enrolmentIds: [enrolmentId] });
  unit.record(factOf[entry], { cohortId: cohort.id, enrolmentId });
  return enrolmentId;
}

const factOf = {
  active: 'cohorts.enrolled',
  waitlisted: 'cohorts.waitlisted',
  requested: 'cohorts.enrolment-requested',
} as const;

/** With relative pacing, lays the releases of those who have just become active, counted from now. */
export async function beginLearning(unit: Unit, cohort: Cohort, whose: Whose): Promise<void> {
  if (cohort.pacing !== 'relative') return;
  const { moduleIds, language } = await contentOf(unit, cohort.versionId);
  const calendar = calendarOf(cohort.regionalPlan, moduleIds, language, learnerStart(cohort.plan, unit.now));
  await writeOwnReleases(unit, cohort.id, calendar, whose);
}

/** The modules of a version in order, and the language in which holidays are named for its readers. */
export async function contentOf(
  unit: Unit,
  versionId: string,
): Promise<{ moduleIds: string[]; language: 'de' | 'en' }> {
  const [content] = await unit.query<{ module_ids: string[]; language: 'de' | 'en' }>(
    `select v.language, array(select m.id from module m where m.version_id = v.id order by m.position)::text[] as module_ids
     from course_version v where v.id = $1`,
    [versionId],
  );
  return { moduleIds: content!.module_ids, language: content!.language };
}

/** Takes somebody out of a locked cohort. Their own releases go with them: nothing opens for who is not there. */
export async function withdraw(unit: Unit, cohort: Cohort, enrolmentId: string): Promise<void> {
  await unit.query(
    `with gone as (delete from release where enrolment_id = $1)
     update enrolment set status = 'withdrawn', withdrawn_at = $2, offer_ends_at = null where id = $1`,
    [enrolmentId, unit.now],
  );
  unit.record('cohorts.withdrawn', { cohortId: cohort.id, enrolmentId });
}

/** The decision of a rule, or the problem that it names. */
export function decided<E>(decision: { enrol: E } | { refuse: ConstructorParameters<typeof Problem>[0] }): E {
  if ('refuse' in decision) throw new Problem(decision.refuse);
  return decision.enrol;
}
