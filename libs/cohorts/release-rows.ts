import type { Unit } from '@kohorte/platform';
import type { PlannedRelease } from '@kohorte/rules';

/** The planned modules as rows; `$1` is the cohort, `$2` the instant of writing. */
const planned = `
  unnest($3::uuid[], $4::int[], $5::timestamptz[], $6::date[], $7::text[], $8::text[])
    as p (module_id, step, opens_at, planned_on, moved_by, holiday)`;

/** A release that is there already stays the same one; calendars hear of its new instant by its sequence. */
const orInPlace = `
  on conflict (cohort_id, module_id, enrolment_id) do update set
    step = excluded.step, opens_at = excluded.opens_at, planned_on = excluded.planned_on,
    moved_by = excluded.moved_by, holiday = excluded.holiday,
    changed_at = case when release.opens_at = excluded.opens_at then release.changed_at else excluded.changed_at end,
    sequence = release.sequence + (release.opens_at <> excluded.opens_at)::int`;

const columns = `id, cohort_id, enrolment_id, module_id, step, opens_at, planned_on, moved_by, holiday, changed_at`;
const values = `p.module_id, p.step, p.opens_at, p.planned_on, p.moved_by, p.holiday, $2`;

/** Writes the releases of a whole cohort, in place where they are there already. */
export async function writeReleases(unit: Unit, cohortId: string, calendar: PlannedRelease[]): Promise<void> {
  await unit.query(
    `insert into release (${columns}) select uuidv7(), $1, null, ${values} from ${planned} ${orInPlace}`,
    parameters(unit, cohortId, calendar),
  );
}

/** Whose own releases are meant: of some enrolments, of those of one batch, or of everybody who is in. */
export type Whose = { enrolmentIds: string[] } | { batchId: string } | 'all';

/** Writes the own releases of active learners, for cohorts with relative pacing: one statement for any number. */
export async function writeOwnReleases(
  unit: Unit,
  cohortId: string,
  calendar: PlannedRelease[],
  whose: Whose,
): Promise<void> {
  await unit.query(
    `insert into release (${columns})
     select uuidv7(), $1, e.id, ${values}
     from enrolment e cross join ${planned}
     where e.cohort_id = $1 and e.status = 'active'
       and ($9::uuid[] is null or e.id = any ($9)) and ($10::uuid is null or e.batch_id = $10)
     ${orInPlace}`,
    [
      ...parameters(unit, cohortId, calendar),
      whose !== 'all' && 'enrolmentIds' in whose ? whose.enrolmentIds : null,
      whose !== 'all' && 'batchId' in whose ? whose.batchId : null,
    ],
  );
}

function parameters(unit: Unit, cohortId: string, calendar: PlannedRelease[]): unknown[] {
  return [
    cohortId,
    unit.now,
    calendar.map(({ moduleId }) => moduleId),
    calendar.map(({ step }) => step),
    calendar.map(({ opensAt }) => opensAt),
    calendar.map(({ plannedOn }) => plannedOn),
    calendar.map(({ movedBy }) => movedBy),
    calendar.map(({ holiday }) => holiday),
  ];
}
