import { Clock, Database, type Unit, Work } from '@kohorte/platform';
import { offersThatLapsed, seatsToHandOn } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import type { Cohort } from './entities/cohort.entity.js';
import { lockCohort } from './locked-cohort.js';

/** Hands free seats on to those who wait, as offers that last a while and then pass on. */
@Injectable()
export class Waitlist {
  constructor(
    private readonly work: Work,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Leaves no free seat beside somebody who waits: lets offers lapse that are over, then offers every free seat in the
   * order of the queue. To be called after whatever may have freed a seat, and before a newcomer is let in. Brings the
   * figures of `cohort`, which must be locked, up to date.
   */
  async settle(unit: Unit, cohort: Cohort): Promise<void> {
    const [figures] = await unit.query<{ seats_taken: number; waiting: number; has_lapsed: boolean }>(
      `select c.seats_taken, c.waiting,
         exists (select 1 from enrolment e where e.cohort_id = c.id and e.offer_ends_at <= $2) as has_lapsed
       from cohort c where c.id = $1`,
      [cohort.id, unit.now],
    );
    cohort.seatsTaken = figures!.seats_taken;
    cohort.waiting = figures!.waiting;
    if (cohort.cancelledAt || cohort.hasEnded(unit.now)) return;
    if (figures!.has_lapsed) await this.letLapse(unit, cohort);
    const isSeatFree = cohort.capacity === null || cohort.seatsTaken < cohort.capacity;
    if (isSeatFree && cohort.waiting > 0) await this.handOn(unit, cohort);
  }

  /** The sweep: settles every cohort where an offer is over or, whatever freed it, a seat is free while people wait. */
  async passOnOffers(): Promise<void> {
    const unsettled = await this.database.query<{ id: string }>(
      `select c.id from cohort c
       where c.cancelled_at is null and (c.ends_at is null or c.ends_at > $1)
         and c.id in (
           select cohort_id from enrolment where offer_ends_at <= $1
           union
           select id from cohort where waiting > 0 and (capacity is null or seats_taken < capacity))`,
      [this.clock.now()],
    );
    const failures: unknown[] = [];
    for (const { id } of unsettled) {
      try {
        await this.work.run(async (unit) => this.settle(unit, await lockCohort(unit, id)));
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Some waitlists could not be settled');
  }

  private async letLapse(unit: Unit, cohort: Cohort): Promise<void> {
    const rows = await unit.query<{ id: string; offer_ends_at: Date; offers_lapsed: number }>(
      `select id, offer_ends_at, offers_lapsed from enrolment where cohort_id = $1 and offer_ends_at <= $2
       order by queue_number`,
      [cohort.id, unit.now],
    );
    const lapsed = offersThatLapsed(
      unit.now,
      rows.map((row) => ({ enrolmentId: row.id, offerEndsAt: row.offer_ends_at, lapsedBefore: row.offers_lapsed })),
    );
    await unit.query(
      `update enrolment e set
         status = case when l.is_out then 'withdrawn' else e.status end,
         withdrawn_at = case when l.is_out then $3::timestamptz end,
         queue_number = l.queue_number, offer_ends_at = null, offers_lapsed = e.offers_lapsed + 1
       from (select id, is_out, nextval('enrolment_queue_number') as queue_number
             from unnest($1::uuid[], $2::boolean[]) with ordinality as u (id, is_out, turn) order by turn) l
       where e.id = l.id`,
      [lapsed.map(({ enrolmentId }) => enrolmentId), lapsed.map(({ then }) => then === 'withdrawn'), unit.now],
    );
    for (const { enrolmentId, then } of lapsed) {
      unit.record('cohorts.offer-lapsed', { cohortId: cohort.id, enrolmentId });
      if (then === 'withdrawn') unit.record('cohorts.withdrawn', { cohortId: cohort.id, enrolmentId });
    }
    cohort.seatsTaken -= lapsed.length;
    cohort.waiting += lapsed.filter(({ then }) => then === 'requeued').length;
  }

  private async handOn(unit: Unit, cohort: Cohort): Promise<void> {
    const { capacity, seatsTaken: taken, offerHours } = cohort;
    const next = await unit.query<{ id: string; queue_number: string }>(
      `select id, queue_number from enrolment
       where cohort_id = $1 and status = 'waitlisted' and offer_ends_at is null
       order by queue_number limit $2`,
      [cohort.id, capacity === null ? null : capacity - taken],
    );
    const waiting = next.map((row) => ({ enrolmentId: row.id, queueNumber: Number(row.queue_number) }));
    const offers = seatsToHandOn({ capacity, taken, waiting, now: unit.now, offerHours });
    await unit.query(
      `update enrolment e set offer_ends_at = o.offer_ends_at
       from unnest($1::uuid[], $2::timestamptz[]) as o (id, offer_ends_at) where e.id = o.id`,
      [offers.map(({ enrolmentId }) => enrolmentId), offers.map(({ offerEndsAt }) => offerEndsAt)],
    );
    for (const { enrolmentId } of offers) unit.record('cohorts.seat-offered', { cohortId: cohort.id, enrolmentId });
    cohort.seatsTaken += offers.length;
    cohort.waiting -= offers.length;
  }
}
