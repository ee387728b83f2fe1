import type { BulkOutcome, ChoosePeople } from '@kohorte/contracts';
import { fieldProblem, permit, Problem, type Unit, Work } from '@kohorte/platform';
import { type Actor, seatsForNewcomers } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import type { Speaker } from './speaker.js';
import { beginLearning, enteringAs } from './enrolment-rows.js';
import type { Cohort } from './entities/cohort.entity.js';
import { comerOf, lockCohort } from './locked-cohort.js';
import { Waitlist } from './waitlist.js';

/**
 * The people chosen, as `chosen (user_id, turn)`: by name (`$2`) in the order given, or all of an org unit (`$3`) and
 * those below it, in an order drawn by lot. The lot is the batch's id (`$4`), so that it can be drawn again and shown.
 */
const chosen = `
  chosen as (
    select u.id as user_id, n.turn, null as lot
    from unnest($2::uuid[]) with ordinality as n (id, turn) join app_user u on u.id = n.id
    where u.deactivated_at is null
    union all
    select u.id, null, md5($4::text || u.id)
    from org_unit top join org_unit o on o.path <@ top.path join app_user u on u.org_unit_id = o.id
    where top.id = $3 and $2::uuid[] is null and u.deactivated_at is null)`;

/** Brings many people into a cohort at once: set by set, with one fact for the whole batch. */
@Injectable()
export class BulkEnrolment {
  constructor(
    private readonly work: Work,
    private readonly waitlist: Waitlist,
  ) {}

  /**
   * Enrols people until the seats are gone; the rest wait, in the same order. Who had asked to come in goes first, and
   * nobody overtakes those who wait already.
   */
  async enrol(actor: Speaker, cohortId: string, choice: ChoosePeople): Promise<BulkOutcome> {
    return this.work.run(async (unit) => {
      const cohort = await this.asTrainer(unit, actor, cohortId);
      await this.waitlist.settle(unit, cohort);
      const seats = seatsForNewcomers({ ...cohort, taken: cohort.seatsTaken });
      const batchId = unit.ids.next();
      const [outcome] = await unit.query<{ people: number; enrolled: number; waitlisted: number }>(
        `with ${chosen},
         newcomers as (
           select e.id as enrolment_id, c.user_id, row_number() over (
             order by case e.status when 'requested' then e.requested_at end nulls last, c.turn, c.lot) as turn
           from chosen c left join enrolment e on e.cohort_id = $1 and e.user_id = c.user_id
           where e.id is null or e.status in ('withdrawn', 'requested')),
         entering as (
           select enrolment_id, user_id, $4::uuid as batch_id, null::timestamptz as requested_at,
             case when has_seat then 'active' else 'waitlisted' end as status,
             case when has_seat then $5::timestamptz end as active_at,
             case when not has_seat then $5::timestamptz end as queued_at,
             case when not has_seat then nextval('enrolment_queue_number') end as queue_number
           from (select *, turn <= $6::float8 as has_seat from newcomers) n order by turn),
         came as (
           insert into enrolment (id, cohort_id, user_id, status, batch_id, active_at, queued_at, queue_number)
           select uuidv7(), $1, user_id, status, batch_id, active_at, queued_at, queue_number
           from entering where enrolment_id is null),
         came_back as (
           update enrolment set ${enteringAs('entering')} from entering where enrolment.id = entering.enrolment_id)
         select (select count(*)::int from chosen) as people,
           count(*) filter (where status = 'active')::int as enrolled,
           count(*) filter (where status = 'waitlisted')::int as waitlisted
         from entering`,
        [cohortId, named(choice), choice.orgUnitId ?? null, batchId, unit.now, seats],
      );
      const { people, enrolled, waitlisted } = outcome!;
      await this.refuseUnknown(unit, choice, people, actor);
      if (enrolled > 0) await beginLearning(unit, cohort, { batchId });
      if (enrolled + waitlisted > 0) unit.record('cohorts.batch-enrolled', { cohortId, batchId });
      return { enrolled, waitlisted, invited: 0, alreadyThere: people - enrolled - waitlisted };
    }, actor.userId);
  }

  /** Invites people who are neither in nor invited yet. */
  async invite(actor: Speaker, cohortId: string, choice: ChoosePeople): Promise<BulkOutcome> {
    return this.work.run(async (unit) => {
      await this.asTrainer(unit, actor, cohortId);
      const batchId = unit.ids.next();
      const [outcome] = await unit.query<{ people: number; invited: number }>(
        `with ${chosen},
         asked as (
           insert into invitation (cohort_id, user_id, batch_id, invited_by, invited_at)
           select $1, c.user_id, $4::uuid, $5, $6 from chosen c
           where not exists (
             select 1 from enrolment e where e.cohort_id = $1 and e.user_id = c.user_id and e.status <> 'withdrawn')
           on conflict do nothing returning user_id)
         select (select count(*)::int from chosen) as people, (select count(*)::int from asked) as invited`,
        [cohortId, named(choice), choice.orgUnitId ?? null, batchId, actor.userId, unit.now],
      );
      const { people, invited } = outcome!;
      await this.refuseUnknown(unit, choice, people, actor);
      if (invited > 0) unit.record('cohorts.batch-invited', { cohortId, batchId });
      return { enrolled: 0, waitlisted: 0, invited, alreadyThere: people - invited };
    }, actor.userId);
  }

  private async asTrainer(unit: Unit, actor: Actor, cohortId: string): Promise<Cohort> {
    const cohort = await lockCohort(unit, cohortId);
    permit('runs-cohort', actor, (await comerOf(unit, cohort, actor)).standing);
    if (cohort.cancelledAt) throw new Problem('cohort-cancelled');
    return cohort;
  }

  /** Thrown after the writing, which is undone by it: so what is right, as nearly always, costs no statement. */
  private async refuseUnknown(unit: Unit, choice: ChoosePeople, people: number, actor: Speaker): Promise<void> {
    const { language } = actor;
    if (choice.userIds) {
      if (people === named(choice)!.length) return;
      throw new Problem('person-unknown', { errors: [fieldProblem('userIds', 'person-unknown', language)] });
    }
    if (!choice.orgUnitId)
      throw new Problem('invalid-input', { errors: [fieldProblem('userIds', 'isNotEmpty', language)] });
    if (people > 0) return;
    const [unitFound] = await unit.query(`select id from org_unit where id = $1`, [choice.orgUnitId]);
    if (!unitFound)
      throw new Problem('unit-unknown', { errors: [fieldProblem('orgUnitId', 'unit-unknown', language)] });
  }
}

/** Whoever is named twice is meant once. */
function named({ userIds }: ChoosePeople): string[] | null {
  return userIds ? [...new Set(userIds)] : null;
}
