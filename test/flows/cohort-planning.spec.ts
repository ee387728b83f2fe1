import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CohortView, PlanCohort, ReleasePlanInput } from '@kohorte/contracts';
import { crowd, factsOf, mondays, plan } from '../support/cohorts.js';
import { type Somebody, World } from '../support/world.js';

describe('planning a cohort', () => {
  let world: World;
  let admin: Somebody;
  let trainer: Somebody;
  let courseId: string;

  beforeAll(async () => {
    world = await World.begin('2026-03-02T08:00:00Z');
    admin = await world.person({ name: 'Petra Planer', roles: ['admin'] });
    trainer = await world.person({ name: 'Jonas Lehr', roles: ['trainer'] });
    ({ courseId } = await world.course(trainer.userId, { modules: 6 }));
  });
  afterAll(() => world.end());

  const instants = ({ releases }: CohortView) => releases.map(({ opensAt }) => opensAt);
  const change = (who: Somebody, { cohortId }: CohortView, body: object) =>
    who.does('PATCH /cohorts/:cohortId', { params: { cohortId }, body });
  const preview = (of: Partial<ReleasePlanInput>, who = trainer) =>
    who.does('POST /release-previews', { body: { courseId, plan: { ...mondays, ...of } } });

  test('weeks keep their wall-clock time over the change of hours', async () => {
    const cohort = await plan(trainer, courseId);
    expect(instants(cohort)).toEqual([
      '2026-03-09T08:00:00.000Z',
      '2026-03-16T08:00:00.000Z',
      '2026-03-23T08:00:00.000Z',
      '2026-03-30T07:00:00.000Z',
      '2026-04-06T07:00:00.000Z',
      '2026-04-13T07:00:00.000Z',
    ]);
    expect(cohort).toMatchObject({
      courseTitle: 'Feedback geben',
      versionNumber: 1,
      endsOn: '2026-04-20',
      plan: mondays,
      offerHours: 48,
      seatsTaken: 0,
      trainers: [{ userId: trainer.userId, name: 'Jonas Lehr' }],
    });
    expect(cohort.releases.map(({ step, title, minutes }) => [step, title, minutes]).slice(0, 2)).toEqual([
      [1, 'Modul 1', 20],
      [2, 'Modul 2', 20],
    ]);
  });

  test('holidays and breaks move releases as the preview has shown', async () => {
    const moved: Partial<ReleasePlanInput> = {
      onHoliday: 'next-working-day',
      holidayRegion: 'DE-SN',
      breaks: [{ from: '2026-03-16', to: '2026-03-20' }],
    };
    const shown = await preview(moved);
    expect(shown.releases.map(({ opensAt, movedBy, holiday }) => [opensAt.slice(0, 10), movedBy, holiday])).toEqual([
      ['2026-03-09', null, null],
      ['2026-03-23', 'break', null],
      ['2026-03-30', null, null],
      ['2026-04-07', 'holiday', 'Ostermontag'],
      ['2026-04-13', null, null],
      ['2026-04-20', null, null],
    ]);
    const cohort = await plan(trainer, courseId, { plan: moved });
    expect(cohort.releases.map(({ releaseId: _, releasedAt: _unused, ...release }) => release)).toEqual(shown.releases);
    expect(cohort.endsOn).toBe(shown.endsOn);

    const inEnglish = await preview(moved, await world.person({ roles: ['trainer'], language: 'en' }));
    expect(inEnglish.releases[3]!.holiday).toBe('Easter Monday');
    const skipped = await preview({ ...moved, onHoliday: 'skip-week', breaks: [] });
    expect(skipped.releases.map(({ opensAt }) => opensAt.slice(5, 10))).toEqual([
      '03-09',
      '03-16',
      '03-23',
      '03-30',
      '04-13',
      '04-20',
    ]);
  });

  test('a plan is changed in place while nothing is open: releases stay the same ones', async () => {
    const cohort = await plan(trainer, courseId);
    const sequences = () =>
      world.sql<{ id: string; sequence: number }>(
        `select r.id, r.sequence from release r join module m on m.id = r.module_id where cohort_id = $1 order by position`,
        [cohort.cohortId],
      );
    const laterHour = await change(trainer, cohort, { plan: { ...mondays, time: '10:30' } });
    expect(instants(laterHour)[0]).toBe('2026-03-09T09:30:00.000Z');
    expect(laterHour.releases.map(({ releaseId }) => releaseId)).toEqual(cohort.releases.map((r) => r.releaseId));
    const pairs = await change(trainer, cohort, { plan: { ...mondays, time: '10:30', modulesPerStep: 2 } });
    expect(pairs.releases.map(({ step }) => step)).toEqual([1, 1, 2, 2, 3, 3]);
    expect(pairs.endsOn).toBe('2026-03-30');
    expect((await sequences()).map(({ sequence }) => sequence)).toEqual([1, 2, 2, 2, 2, 2]);
    expect((await sequences()).map(({ id }) => id)).toEqual(cohort.releases.map((r) => r.releaseId));
  });

  test('a cohort changes its pacing before it begins, for those who are in already', async () => {
    const cohort = await plan(trainer, courseId);
    const [anna] = (await crowd(world, 1)) as [Somebody];
    await anna.does('POST /cohorts/:cohortId/enrolment', { params: { cohortId: cohort.cohortId } });
    const rows = () =>
      world.sql<{ personal: boolean; opens_at: Date }>(
        `select enrolment_id is not null as personal, opens_at from release where cohort_id = $1 order by opens_at`,
        [cohort.cohortId],
      );
    const relative = await change(trainer, cohort, { plan: { ...mondays, pacing: 'relative' } });
    expect(relative.releases.every(({ releaseId }) => releaseId === null)).toBe(true);
    expect((await rows()).every(({ personal }) => personal)).toBe(true);
    expect((await rows()).map(({ opens_at }) => opens_at.toISOString())).toEqual(instants(relative));
    await change(trainer, cohort, { plan: mondays });
    expect((await rows()).map(({ personal }) => personal)).toEqual(Array(6).fill(false));
  });

  test('once the first module is open, the plan stays and all else may change', async () => {
    const begun = await World.begin('2026-03-02T08:00:00Z');
    try {
      const planner = await begun.person({ roles: ['admin'] });
      const course = await begun.course(planner.userId);
      const cohort = await plan(planner, course.courseId);
      begun.clock.to('2026-03-09T08:00:00Z');
      const { cohortId } = cohort;
      const body = { plan: { ...mondays, time: '10:00' } };
      expect((await planner.fails('PATCH /cohorts/:cohortId', { params: { cohortId }, body })).code).toBe(
        'plan-has-begun',
      );
      const renamed = await change(planner, cohort, { name: 'Herbst', plan: mondays, offerHours: 12 });
      expect(renamed).toMatchObject({ name: 'Herbst', offerHours: 12, releases: cohort.releases });
    } finally {
      await begun.end();
    }
  });

  test('a cohort runs on the version that was newest when it was planned', async () => {
    const course = await world.course(trainer.userId, { title: 'In Bewegung', modules: 2 });
    const first = await plan(trainer, course.courseId);
    const params = { courseId: course.courseId };
    const draft = await trainer.does('POST /courses/:courseId/draft', { params });
    const { versionId } = draft.version;
    await trainer.does('POST /versions/:versionId/modules', { params: { versionId }, body: { title: 'Neu' } });
    await trainer.does('POST /versions/:versionId/publication', { params: { versionId } });
    const second = await plan(trainer, course.courseId);
    expect([first.versionNumber, second.versionNumber]).toEqual([1, 2]);
    const unchanged = await trainer.does('GET /cohorts/:cohortId', { params: { cohortId: first.cohortId } });
    expect([unchanged.releases.length, second.releases.length]).toEqual([2, 3]);
  });

  test('who plans, and who does not', async () => {
    const stranger = await world.person({ roles: ['trainer'] });
    const learner = await world.person();
    const body: PlanCohort = { courseId, name: 'Meine', plan: mondays, admission: 'open', trainerIds: [] };
    expect((await stranger.fails('POST /cohorts', { body })).code).toBe('not-allowed');
    expect((await learner.fails('POST /cohorts', { body })).code).toBe('not-allowed');
    const { cohortId } = await plan(admin, courseId, { trainerIds: [stranger.userId] });
    await stranger.does('PATCH /cohorts/:cohortId', { params: { cohortId }, body: { name: 'Unsere' } });
    const params = { cohortId };
    expect((await trainer.fails('PATCH /cohorts/:cohortId', { params, body: { name: 'x' } })).code).toBe('not-allowed');
    await admin.does('PATCH /cohorts/:cohortId', { params, body: { trainerIds: [trainer.userId] } });
    expect((await stranger.fails('GET /cohorts/:cohortId', { params })).code).toBe('not-allowed');
    await trainer.does('GET /cohorts/:cohortId', { params });
  });

  describe('what cannot be is named by field, and changes nothing', () => {
    const nobody = '01900000-0000-7000-8000-000000000000';
    const wrongPlans: [Partial<ReleasePlanInput>, string, string][] = [
      [{ timeZone: 'Europe/Nirgendwo' }, 'invalid-input', 'plan.timeZone'],
      [{ timeZone: '+02:00' }, 'invalid-input', 'plan.timeZone'],
      [{ holidayRegion: 'DE-XX' }, 'region-unknown', 'plan.holidayRegion'],
      [{ holidayRegion: '__proto__' }, 'region-unknown', 'plan.holidayRegion'],
      [{ startOn: '2026-02-31' }, 'plan-impossible', 'plan.startOn'],
      [{ startOn: '0026-03-09' }, 'plan-impossible', 'plan.startOn'],
      [{ startOn: '2025-03-09' }, 'plan-impossible', 'plan.startOn'],
      [{ startOn: 'morgen' }, 'invalid-input', 'plan.startOn'],
      [{ weekday: 8 }, 'invalid-input', 'plan.weekday'],
      [{ time: '24:00' }, 'invalid-input', 'plan.time'],
      [{ modulesPerStep: 0 }, 'invalid-input', 'plan.modulesPerStep'],
      [{ weeksPerStep: 1.5 }, 'invalid-input', 'plan.weeksPerStep'],
      [{ breaks: [{ from: '2026-04-10', to: '2026-04-01' }] }, 'plan-impossible', 'plan.breaks.0.to'],
      [{ breaks: [{ from: '2026-04-31', to: '2026-05-01' }] }, 'plan-impossible', 'plan.breaks.0.from'],
      [
        { breaks: Array.from({ length: 50 }, (_, n) => ({ from: `${2030 + n}-01-01`, to: `${2030 + n}-12-31` })) },
        'plan-impossible',
        'plan.weeksPerStep',
      ],
    ];
    const wrongRest: [object, string, string | undefined][] = [
      [{ name: '   ' }, 'invalid-input', 'name'],
      [{ capacity: 0 }, 'invalid-input', 'capacity'],
      [{ capacity: 2.5 }, 'invalid-input', 'capacity'],
      [{ admission: 'somehow' }, 'invalid-input', 'admission'],
      [{ trainerIds: [nobody] }, 'person-unknown', 'trainerIds'],
      [{ trainerIds: ['Jonas'] }, 'invalid-input', 'trainerIds'],
      [{ enrolmentOpensAt: '2026-06-31T00:00:00Z' }, 'invalid-input', 'enrolmentOpensAt'],
      [{ enrolmentOpensAt: '9999-01-01T00:00:00Z' }, 'invalid-input', 'enrolmentOpensAt'],
      [
        { enrolmentOpensAt: '2026-03-05T00:00:00Z', enrolmentClosesAt: '2026-03-04T00:00:00Z' },
        'invalid-input',
        'enrolmentClosesAt',
      ],
      [{ surprise: true }, 'invalid-input', 'surprise'],
    ];
    const body = { name: 'Kaputt', plan: mondays, admission: 'open', trainerIds: [] };
    const known = async () => (await world.sql(`select id from cohort`)).length;

    test.each(wrongPlans)('a plan with %j', async (wrong, code, field) => {
      const before = await known();
      const broken = { ...mondays, ...wrong };
      const problem = await admin.fails('POST /cohorts', { body: { ...body, courseId, plan: broken } });
      expect([problem.code, problem.errors?.map((error) => error.field)]).toEqual([code, [field]]);
      expect(problem.errors![0]!.detail).not.toBe('');
      expect(await known()).toBe(before);
      if (wrong.startOn === '2025-03-09') return;
      const previewed = await admin.fails('POST /release-previews', { body: { courseId, plan: broken } });
      expect([previewed.code, previewed.errors?.[0]?.field]).toEqual([code, field]);
    });

    test.each(wrongRest)('%j', async (wrong, code, field) => {
      const before = await known();
      const problem = await admin.fails('POST /cohorts', { body: { ...body, courseId, ...wrong } });
      expect([problem.code, problem.errors?.[0]?.field]).toEqual([code, field]);
      expect(await known()).toBe(before);
    });

    test('a learner as a trainer, a course without a published version, or none at all', async () => {
      const learner = await world.person();
      const learnerTrains = { ...body, courseId, trainerIds: [learner.userId] };
      const notTrainer = await admin.fails('POST /cohorts', { body: learnerTrains });
      expect(notTrainer).toMatchObject({
        code: 'invalid-input',
        errors: [{ field: 'trainerIds', code: 'not-a-trainer' }],
      });
      const { courseId: draft } = await trainer.does('POST /courses', { body: { title: 'Noch leer' } });
      expect((await admin.fails('POST /cohorts', { body: { ...body, courseId: draft } })).code).toBe('not-published');
      expect((await admin.fails('POST /cohorts', { body: { ...body, courseId: nobody } })).code).toBe('not-found');
      const plan = mondays;
      expect((await admin.fails('POST /release-previews', { body: { courseId: draft, plan } })).code).toBe(
        'not-published',
      );
    });

    test('a change that is half right is not made by half', async () => {
      const cohort = await plan(admin, courseId, { capacity: 9 });
      const { cohortId } = cohort;
      const half = { name: 'Anders', capacity: 5, plan: { ...mondays, time: '11:00' }, trainerIds: [nobody] };
      await admin.fails('PATCH /cohorts/:cohortId', { params: { cohortId }, body: half });
      expect(await admin.does('GET /cohorts/:cohortId', { params: { cohortId } })).toEqual(cohort);
      expect(await factsOf(world, cohortId)).toEqual({ 'cohorts.planned': 1 });
    });
  });

  test('holidays of a region, for at most a year', async () => {
    const holidays = await trainer.does('GET /holidays', {
      query: { region: 'DE-SN', from: '2026-04-01', to: '2026-05-31' },
    });
    expect(holidays).toContainEqual({ date: '2026-04-06', name: 'Ostermontag' });
    const fails = async (region: string, from: string, to: string) => {
      const { code, errors } = await trainer.fails('GET /holidays', { query: { region, from, to } });
      return [code, errors?.[0]?.field];
    };
    expect(await fails('XX', '2026-01-01', '2026-02-01')).toEqual(['region-unknown', 'region']);
    expect(await fails('DE', '2026-02-30', '2026-03-01')).toEqual(['invalid-input', 'from']);
    expect(await fails('DE', '2026-03-01', '2026-02-01')).toEqual(['invalid-input', 'to']);
    expect(await fails('DE', '2026-03-01', '2028-02-01')).toEqual(['period-too-long', 'to']);
    const regions = await trainer.does('GET /holiday-regions');
    expect(regions).toContainEqual({ code: 'DE-SN', name: 'Deutschland: Sachsen' });
  });
});
