import type { EnrolmentRow, MyEnrolment } from '@kohorte/contracts';
import { found, permit, Problem, type Unit, Work } from '@kohorte/platform';
import { acceptOffer, type Actor, approve, join, leave, may } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { CohortPeople } from './cohort-people.js';
import { beginLearning, decided, enter, withdraw } from './enrolment-rows.js';
import type { Cohort } from './entities/cohort.entity.js';
import { Enrolment } from './entities/enrolment.entity.js';
import { type Comer, comerOf, lockCohort } from './locked-cohort.js';
import { Waitlist } from './waitlist.js';

/** How single people come into cohorts and leave them. All of it is decided while the cohort is locked. */
@Injectable()
export class Enrolments {
  constructor(
    private readonly work: Work,
    private readonly waitlist: Waitlist,
    private readonly people: CohortPeople,
  ) {}

  /** @throws {Problem} `not-found`, and what the rule `join` refuses with */
  async join(actor: Actor, cohortId: string): Promise<MyEnrolment> {
    return this.work.run(async (unit) => {
      const { cohort, comer } = await this.enterDoor(unit, cohortId, actor);
      await this.waitlist.settle(unit, cohort);
      const entry = decided(
        join({
          cohort: cohort.door,
          now: unit.now,
          invited: comer.invited,
          status: comer.status,
          taken: cohort.seatsTaken,
          waiting: cohort.waiting,
        }),
      );
      const enrolmentId = await enter(unit, cohort, actor.userId, entry);
      const place = entry === 'waitlisted' ? cohort.waiting + 1 : null;
      return { enrolmentId, status: entry, place, offerEndsAt: null };
    }, actor.userId);
  }

  /** Leaves a cohort or its waitlist, takes a request back, or declines an offer. The seat is handed on at once. */
  async leave(actor: Actor, cohortId: string): Promise<void> {
    await this.work.run(async (unit) => {
      const { cohort, comer } = await this.enterDoor(unit, cohortId, actor);
      decided(leave(comer.status));
      await withdraw(unit, cohort, comer.enrolmentId!);
      await this.waitlist.settle(unit, cohort);
    }, actor.userId);
  }

  /** Takes the seat that is held for the actor. @throws {Problem} `no-seat-offered`, also when the offer is over */
  async accept(actor: Actor, cohortId: string): Promise<MyEnrolment> {
    return this.work.run(async (unit) => {
      const { cohort, comer } = await this.enterDoor(unit, cohortId, actor);
      if (cohort.cancelledAt) throw new Problem('cohort-cancelled');
      const status = decided(acceptOffer({ ...comer, now: unit.now }));
      const enrolmentId = comer.enrolmentId!;
      await unit.query(`update enrolment set status = 'active', active_at = $2, offer_ends_at = null where id = $1`, [
        enrolmentId,
        unit.now,
      ]);
      await beginLearning(unit, cohort, { enrolmentIds: [enrolmentId] });
      unit.record('cohorts.enrolled', { cohortId, enrolmentId });
      return { enrolmentId, status, place: null, offerEndsAt: null };
    }, actor.userId);
  }

  /** Approves a request: a seat, or a place in the waitlist. */
  async approve(actor: Actor, enrolmentId: string): Promise<EnrolmentRow> {
    await this.work.run(async (unit) => {
      const { cohort, enrolment } = await this.asTrainer(unit, actor, enrolmentId);
      await this.waitlist.settle(unit, cohort);
      const { seatsTaken: taken, waiting } = cohort;
      const entry = decided(approve({ cohort, status: enrolment.status, taken, waiting }));
      await enter(unit, cohort, enrolment.userId, entry);
    }, actor.userId);
    return this.people.enrolment(enrolmentId);
  }

  /** Takes a person out of a cohort or its waitlist, or declines their request. */
  async remove(actor: Actor, enrolmentId: string): Promise<void> {
    await this.work.run(async (unit) => {
      const { cohort, enrolment } = await this.asTrainer(unit, actor, enrolmentId);
      if (enrolment.status === 'withdrawn') throw new Problem('not-found');
      decided(leave(enrolment.status));
      await withdraw(unit, cohort, enrolmentId);
      await this.waitlist.settle(unit, cohort);
    }, actor.userId);
  }

  /**
   * Notes in the caller's transaction that a learner has done all that is asked, for progress, which knows. Gives
   * whether that is news: `false` for who has completed before or is not active.
   */
  async complete(unit: Unit, enrolmentId: string): Promise<boolean> {
    const completed = await unit.query(
      `update enrolment set status = 'completed', completed_at = $2 where id = $1 and status = 'active' returning id`,
      [enrolmentId, unit.now],
    );
    return completed.length > 0;
  }

  private async enterDoor(unit: Unit, cohortId: string, actor: Actor): Promise<{ cohort: Cohort; comer: Comer }> {
    const cohort = await lockCohort(unit, cohortId);
    const comer = await comerOf(unit, cohort, actor);
    if (!may('sees-cohort', actor, comer.standing)) throw new Problem('not-found');
    return { cohort, comer };
  }

  private async asTrainer(unit: Unit, actor: Actor, enrolmentId: string) {
    const [named] = await unit.query<{ cohort_id: string }>(`select cohort_id from enrolment where id = $1`, [
      enrolmentId,
    ]);
    const cohort = await lockCohort(unit, found(named).cohort_id);
    permit('runs-cohort', actor, (await comerOf(unit, cohort, actor)).standing);
    const enrolment = found(await unit.manager.findOneBy(Enrolment, { id: enrolmentId }));
    return { cohort, enrolment };
  }
}
