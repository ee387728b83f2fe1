import type {
  ChangeCohort,
  CohortView,
  FieldProblem,
  Language,
  PlanCohort,
  ReleasePlanInput,
} from '@kohorte/contracts';
import { fieldProblem, permit, Problem, type Unit, Work } from '@kohorte/platform';
import { type Actor, learnerStart, type PlannedRelease, usualOfferHours } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { calendarOf, lastDay, refuseImpossible } from './calendar.js';
import { CohortViews } from './cohort-views.js';
import { pastFrom } from './door.js';
import { contentOf } from './enrolment-rows.js';
import { Cohort } from './entities/cohort.entity.js';
import { instantIn } from './instants.js';
import { comerOf, lockCohort } from './locked-cohort.js';
import { newestPublished } from './published.js';
import { writeOwnReleases, writeReleases } from './release-rows.js';
import type { Speaker } from './speaker.js';
import { Waitlist } from './waitlist.js';

/** Plans cohorts, changes them, cancels them. */
@Injectable()
export class Planning {
  constructor(
    private readonly work: Work,
    private readonly waitlist: Waitlist,
    private readonly views: CohortViews,
  ) {}

  /**
   * Plans a cohort on a course's newest published version. A trainer who plans one runs it, too.
   * @throws {Problem} `not-found`, `not-allowed`, `not-published`, `plan-impossible` and its kin, `person-unknown`
   */
  async plan(actor: Speaker, asked: PlanCohort): Promise<CohortView> {
    const cohortId = await this.work.run(async (unit) => {
      const course = await newestPublished(unit.query, asked.courseId, actor);
      permit('plans-cohorts', actor, { authorsCourse: course.authorsCourse });
      if (!course.versionId) throw new Problem('not-published');

      const cohort = unit.manager.create(Cohort, {
        id: unit.ids.next(),
        courseId: asked.courseId,
        versionId: course.versionId,
        name: asked.name,
        admission: asked.admission,
        capacity: asked.capacity ?? null,
        enrolmentOpensAt: instantIn(asked.enrolmentOpensAt, 'enrolmentOpensAt', actor.language),
        enrolmentClosesAt: instantIn(asked.enrolmentClosesAt, 'enrolmentClosesAt', actor.language),
        offerHours: asked.offerHours ?? usualOfferHours,
        createdBy: actor.userId,
        createdAt: unit.now,
        cancelledAt: null,
      });
      const calendar = layPlan(cohort, asked.plan, course, unit.now, actor.language);
      setEnd(cohort, actor.language);
      await unit.manager.insert(Cohort, cohort);
      const isOthers = actor.roles.includes('admin') || asked.trainerIds.includes(actor.userId);
      await this.setTrainers(unit, cohort.id, isOthers ? asked.trainerIds : [...asked.trainerIds, actor.userId], actor);
      if (cohort.pacing !== 'relative') await writeReleases(unit, cohort.id, calendar);
      unit.record('cohorts.planned', { cohortId: cohort.id });
      return cohort.id;
    }, actor.userId);
    return this.views.view(cohortId);
  }

  /**
   * Changes what is given. Seats that a larger capacity brings are offered at once to those who wait.
   * @throws {Problem} `cohort-cancelled`, `capacity-below-taken`, `plan-has-begun`, and as `plan` does
   */
  async change(actor: Speaker, cohortId: string, asked: ChangeCohort): Promise<CohortView> {
    await this.work.run(async (unit) => {
      const cohort = await this.asTrainer(unit, actor, cohortId);
      if (cohort.cancelledAt) throw new Problem('cohort-cancelled');
      const { name, admission, capacity, offerHours, enrolmentOpensAt, enrolmentClosesAt, plan, trainerIds } = asked;
      if (name !== undefined) cohort.name = name;
      if (admission !== undefined) cohort.admission = admission;
      if (offerHours !== undefined) cohort.offerHours = offerHours;
      if (capacity !== undefined) setCapacity(cohort, capacity, actor.language);
      if (enrolmentOpensAt !== undefined)
        cohort.enrolmentOpensAt = instantIn(enrolmentOpensAt, 'enrolmentOpensAt', actor.language);
      if (enrolmentClosesAt !== undefined)
        cohort.enrolmentClosesAt = instantIn(enrolmentClosesAt, 'enrolmentClosesAt', actor.language);
      if (plan !== undefined && !isSamePlan(cohort, plan)) await this.replan(unit, cohort, plan, actor.language);
      setEnd(cohort, actor.language);
      await unit.manager.save(Cohort, cohort, { transaction: false, reload: false });
      if (trainerIds !== undefined) await this.setTrainers(unit, cohortId, trainerIds, actor);
      await this.waitlist.settle(unit, cohort);
      unit.record('cohorts.changed', { cohortId });
    }, actor.userId);
    return this.views.view(cohortId);
  }

  /** Cancels a cohort; once cancelled it stays so. */
  async cancel(actor: Speaker, cohortId: string): Promise<CohortView> {
    await this.work.run(async (unit) => {
      const cohort = await this.asTrainer(unit, actor, cohortId);
      if (cohort.cancelledAt) return;
      await unit.manager.update(Cohort, { id: cohortId }, { cancelledAt: unit.now });
      unit.record('cohorts.cancelled', { cohortId });
    }, actor.userId);
    return this.views.view(cohortId);
  }

  private async asTrainer(unit: Unit, actor: Actor, cohortId: string): Promise<Cohort> {
    const cohort = await lockCohort(unit, cohortId);
    permit('runs-cohort', actor, (await comerOf(unit, cohort, actor)).standing);
    return cohort;
  }

  /** Lays a new plan in the place of one that has not begun; each module keeps its release. */
  private async replan(unit: Unit, cohort: Cohort, plan: ReleasePlanInput, language: Language): Promise<void> {
    const begun = await unit.query(
      `select 1 from (select opens_at, released_at from release where cohort_id = $1 for no key update) r
       where r.released_at is not null or r.opens_at <= $2 limit 1`,
      [cohort.id, unit.now],
    );
    if (begun.length > 0) throw new Problem('plan-has-begun');
    const content = await contentOf(unit, cohort.versionId);
    const calendar = layPlan(cohort, plan, content, unit.now, language);
    const isOwnPace = cohort.pacing === 'relative';
    await unit.query(`delete from release where cohort_id = $1 and (enrolment_id is null) = $2`, [
      cohort.id,
      isOwnPace,
    ]);
    if (!isOwnPace) return writeReleases(unit, cohort.id, calendar);
    const start = learnerStart(cohort.plan, unit.now);
    const own = calendarOf(cohort.regionalPlan, content.moduleIds, content.language, start);
    await writeOwnReleases(unit, cohort.id, own, 'all');
  }

  private async setTrainers(unit: Unit, cohortId: string, trainerIds: string[], { language }: Speaker): Promise<void> {
    const known = await unit.query<{ roles: string[] }>(
      `select roles from app_user where id = any ($1) and deactivated_at is null`,
      [trainerIds],
    );
    const refuse = (code: string): FieldProblem[] => [fieldProblem('trainerIds', code, language)];
    if (known.length < trainerIds.length) throw new Problem('person-unknown', { errors: refuse('person-unknown') });
    if (!known.every(({ roles }) => roles.length > 0))
      throw new Problem('invalid-input', { errors: refuse('not-a-trainer') });
    await unit.query(
      `with gone as (delete from cohort_trainer where cohort_id = $1 and user_id <> all ($2))
       insert into cohort_trainer (cohort_id, user_id) select $1, id from unnest($2::uuid[]) as t (id)
       on conflict do nothing`,
      [cohortId, trainerIds],
    );
  }
}

interface Content {
  moduleIds: string[];
  /** Of the course: holidays are named in it for the cohort's people. */
  language: Language;
}

/** Puts a plan into a cohort and gives its calendar. @throws {Problem} as `refuseImpossible` */
function layPlan(
  cohort: Cohort,
  plan: ReleasePlanInput,
  content: Content,
  now: Date,
  language: Language,
): PlannedRelease[] {
  refuseImpossible(plan, content.moduleIds.length, language);
  const { time, breaks, ...rest } = plan;
  Object.assign(cohort, rest, { releaseTime: time, breaks: breaks.map(({ from, to }) => ({ from, to })) });
  const calendar = calendarOf(cohort.regionalPlan, content.moduleIds, content.language);
  cohort.endsOn = lastDay(cohort.plan, calendar);
  const isOver = pastFrom({ ...cohort, plan: cohort.plan, enrolmentClosesAt: null });
  if (isOver && isOver <= now)
    throw new Problem('plan-impossible', { errors: [fieldProblem('plan.startOn', 'over-already', language)] });
  return calendar;
}

/** Fits the end of a cohort to its plan and its enrolment window, which must not be upside down. */
function setEnd(cohort: Cohort, language: Language): void {
  const { enrolmentOpensAt, enrolmentClosesAt } = cohort;
  if (enrolmentOpensAt && enrolmentClosesAt && enrolmentClosesAt <= enrolmentOpensAt)
    throw new Problem('invalid-input', {
      errors: [fieldProblem('enrolmentClosesAt', 'ends-before-it-starts', language)],
    });
  cohort.endsAt = pastFrom({ ...cohort, plan: cohort.plan });
}

/** @throws {Problem} `capacity-below-taken` */
function setCapacity(cohort: Cohort, capacity: number | null, language: Language): void {
  const { seatsTaken: taken } = cohort;
  if (capacity !== null && capacity < taken)
    throw new Problem('capacity-below-taken', {
      params: { taken },
      errors: [fieldProblem('capacity', 'min', language, String(taken))],
    });
  cohort.capacity = capacity;
}

function isSamePlan(cohort: Cohort, { breaks, ...plan }: ReleasePlanInput): boolean {
  const { breaks: own, ...rest } = cohort.regionalPlan;
  const isSame = (Object.keys(rest) as (keyof typeof rest)[]).every((key) => rest[key] === plan[key]);
  const shown = (days: readonly { from: string; to: string }[]) => days.map(({ from, to }) => `${from}/${to}`).join();
  return isSame && shown(own) === shown(breaks);
}
