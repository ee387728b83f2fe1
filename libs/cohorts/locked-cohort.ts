import { found, type Unit } from '@kohorte/platform';
import type { Actor, EnrolmentStatus, Standing } from '@kohorte/rules';
import { Cohort } from './entities/cohort.entity.js';

/**
 * Loads a cohort and keeps everybody else from deciding about it until the transaction ends: all that touches seats or
 * releases passes here first.
 * @throws {Problem} `not-found`
 */
export async function lockCohort(unit: Unit, cohortId: string): Promise<Cohort> {
  return found(await unit.manager.findOne(Cohort, { where: { id: cohortId }, lock: { mode: 'for_no_key_update' } }));
}

/** A person as they stand to a cohort, read after it was locked. */
export interface Comer {
  enrolmentId: string | null;
  status: EnrolmentStatus | null;
  offerEndsAt: Date | null;
  invited: boolean;
  standing: Standing;
}

/** How somebody stands to a locked cohort. */
export async function comerOf(unit: Unit, cohort: Cohort, actor: Actor): Promise<Comer> {
  const [row] = await unit.query<{
    enrolment_id: string | null;
    status: EnrolmentStatus | null;
    offer_ends_at: Date | null;
    invited: boolean;
    trains: boolean;
  }>(
    `select e.id as enrolment_id, e.status, e.offer_ends_at,
       exists (select 1 from invitation where cohort_id = $1 and user_id = $2) as invited,
       exists (select 1 from cohort_trainer where cohort_id = $1 and user_id = $2) as trains
     from (select) as one left join enrolment e on e.cohort_id = $1 and e.user_id = $2`,
    [cohort.id, actor.userId],
  );
  const { enrolment_id, status, offer_ends_at, invited, trains } = row!;
  return {
    enrolmentId: enrolment_id,
    status,
    offerEndsAt: offer_ends_at,
    invited,
    standing: { enrolment: status, invited, admission: cohort.admission, trainsCohort: trains },
  };
}
