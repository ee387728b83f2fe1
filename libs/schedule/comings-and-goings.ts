import { Work } from '@kohorte/platform';
import { groupForNewcomer } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { SeatsInSessions } from './seats-in-sessions.js';

/** Keeps sessions in line with who is in their cohort: who joins later, who leaves, and a cohort that is called off. */
@Injectable()
export class ComingsAndGoings {
  constructor(
    private readonly work: Work,
    private readonly seats: SeatsInSessions,
  ) {}

  /**
   * Puts learners of a cohort who have no group yet into one that has room, with seats in its sessions to come. Where no
   * schedule is published, or all groups are full, they wait for the next one.
   */
  async seatNewcomers(cohortId: string): Promise<void> {
    await this.work.run(async (unit) => {
      await unit.query(`select 1 from cohort where id = $1 for no key update`, [cohortId]);
      const newcomers = await unit.query<{ enrolment_id: string; user_id: string; site_id: string | null }>(
        `select e.id as enrolment_id, e.user_id, w.site_id from enrolment e
         left join work_pattern w on w.user_id = e.user_id
         where e.cohort_id = $1 and e.status = 'active'
           and not exists (select from group_member m where m.enrolment_id = e.id)
         order by e.active_at, e.id`,
        [cohortId],
      );
      if (newcomers.length === 0) return;
      const rows = await unit.query<{ id: string; number: number; site_id: string | null; people: number; most: number | null }>(
        `select g.id, g.number, g.site_id,
           (select count(*)::int from group_member m join enrolment e on e.id = m.enrolment_id and e.status = 'active'
            where m.group_id = g.id) as people,
           (select min(least(s.seats, (i.session ->> 'groupMost')::int)) from session s join item i on i.id = s.item_id
            where s.group_id = g.id and s.cancelled_at is null and s.starts_at > $2) as most
         from cohort_group g where g.cohort_id = $1 order by g.number`,
        [cohortId, unit.now],
      ); // prettier-ignore
      const groups = rows
        .filter(({ most }) => most !== null)
        .map((row) => ({ groupId: row.id, number: row.number, siteId: row.site_id, people: row.people, most: row.most! })); // prettier-ignore
      const joined = newcomers.flatMap((one) => {
        const group = groupForNewcomer(one.site_id, groups);
        if (!group) return [];
        group.people += 1;
        return [{ ...one, groupId: group.groupId }];
      });
      const seats = await unit.query<{ session_id: string; enrolment_id: string }>(
        `with joined as (
           select * from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as j (enrolment_id, user_id, group_id)
         ), members as (
           insert into group_member (enrolment_id, group_id, user_id) select enrolment_id, group_id, user_id from joined
           on conflict do nothing
         )
         insert into session_seat (session_id, enrolment_id, user_id, seated_at)
         select s.id, j.enrolment_id, j.user_id, $4 from joined j join session s on s.group_id = j.group_id
         where s.cancelled_at is null and s.starts_at > $4
         on conflict (session_id, enrolment_id) do update set left_at = null, seated_at = $4
         returning session_id, enrolment_id`,
        [
          joined.map(({ enrolment_id }) => enrolment_id),
          joined.map(({ user_id }) => user_id),
          joined.map(({ groupId }) => groupId),
          unit.now,
        ],
      );
      for (const { session_id: sessionId, enrolment_id: enrolmentId } of seats)
        unit.record('schedule.seat-changed', { sessionId, enrolmentId });
    });
  }

  /** Whoever has left a cohort has no seat in its sessions any more; who waits for one moves up. */
  async freeSeats(enrolmentId: string): Promise<void> {
    await this.work.run(async (unit) => {
      const [gone] = await unit.query(`select 1 from enrolment where id = $1 and status = 'withdrawn' for no key update`, [enrolmentId]); // prettier-ignore
      if (!gone) return;
      const left = await unit.query<{ session_id: string }>(
        `with out as (delete from group_member where enrolment_id = $1)
         update session_seat a set left_at = $2 from session s
         where s.id = a.session_id and a.enrolment_id = $1 and a.left_at is null and s.starts_at > $2
           and s.cancelled_at is null
         returning a.session_id`,
        [enrolmentId, unit.now],
      );
      for (const { session_id: sessionId } of left) {
        unit.record('schedule.seat-changed', { sessionId, enrolmentId });
        await this.seats.passOn(unit, sessionId);
      }
    });
  }

  /** A cohort was called off, and with it all its sessions to come. */
  async cancelSessions(cohortId: string): Promise<void> {
    await this.work.run(async (unit) => {
      const ended = await unit.query<{ id: string }>(
        `with gone as (
           update session s set cancelled_at = $2, changed_at = $2, sequence = sequence + 1 from cohort c
           where s.cohort_id = $1 and c.id = s.cohort_id and c.cancelled_at is not null
             and s.cancelled_at is null and s.starts_at > $2 returning s.id
         ), free as (
           update session_trainer t set left_at = $2 from gone where t.session_id = gone.id and t.left_at is null
         )
         select id from gone`,
        [cohortId, unit.now],
      );
      for (const { id } of ended) unit.record('schedule.session-cancelled', { sessionId: id });
    });
  }
}
