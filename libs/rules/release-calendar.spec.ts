import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  afterMoving,
  type Break,
  dateOf,
  endsAt,
  type Holiday,
  holidayHorizon,
  learnerStart,
  type PlannedRelease,
  releaseCalendar,
  type ReleasePlan,
} from './release-calendar.js';

const monday9 = (change: Partial<ReleasePlan> = {}): ReleasePlan => ({
  pacing: 'weekly',
  startOn: '2026-10-05',
  timeZone: 'Europe/Berlin',
  weekday: 1,
  time: '09:00',
  modulesPerStep: 1,
  weeksPerStep: 1,
  onHoliday: 'keep',
  breaks: [],
  ...change,
});

const modules = (count: number): string[] => Array.from({ length: count }, (_, index) => `m${index + 1}`);
const wallClock = (timeZone: string, instant: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toString({ smallestUnit: 'minute', offset: 'never', timeZoneName: 'never' });
const clocks = (plan: ReleasePlan, releases: readonly { opensAt: Date }[]): string[] =>
  releases.map(({ opensAt }) => wallClock(plan.timeZone, opensAt));
const dates = (plan: ReleasePlan, releases: readonly { opensAt: Date }[]): string[] =>
  releases.map(({ opensAt }) => dateOf(opensAt, plan.timeZone));
const addDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();

describe('weekly releases', () => {
  it('stay at 09:00 in Berlin when the clocks go back in October', () => {
    const releases = releaseCalendar(monday9({ startOn: '2026-10-14' }), modules(3), []);
    expect(releases.map(({ opensAt }) => opensAt.toISOString())).toEqual([
      '2026-10-19T07:00:00.000Z',
      '2026-10-26T08:00:00.000Z',
      '2026-11-02T08:00:00.000Z',
    ]);
  });

  it('stay at 09:00 in Berlin when the clocks go forward in March', () => {
    const releases = releaseCalendar(monday9({ startOn: '2027-03-22' }), modules(2), []);
    expect(releases.map(({ opensAt }) => opensAt.toISOString())).toEqual([
      '2027-03-22T08:00:00.000Z',
      '2027-03-29T07:00:00.000Z',
    ]);
  });

  it('open after the jump where the clocks jump over their time, and at the first of two', () => {
    const spring = monday9({ startOn: '2027-03-28', weekday: 7, time: '02:30' });
    expect(clocks(spring, releaseCalendar(spring, modules(2), []))).toEqual(['2027-03-28T03:30', '2027-04-04T02:30']);
    const autumn = monday9({ startOn: '2026-10-25', weekday: 7, time: '02:30' });
    expect(releaseCalendar(autumn, modules(1), [])[0]!.opensAt.toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  it('begin on the first weekday on or after the start', () => {
    const sunday = monday9({ startOn: '2026-10-05', weekday: 7 });
    expect(dates(sunday, releaseCalendar(sunday, modules(1), []))).toEqual(['2026-10-11']);
  });

  it('come several a week, or every several weeks', () => {
    const plan = monday9({ modulesPerStep: 2, weeksPerStep: 3 });
    const releases = releaseCalendar(plan, modules(5), []);
    expect(releases.map(({ step }) => step)).toEqual([1, 1, 2, 2, 3]);
    expect(dates(plan, releases)).toEqual(['2026-10-05', '2026-10-05', '2026-10-26', '2026-10-26', '2026-11-16']);
  });

  it('wait until a break is over, and so do all after them', () => {
    const plan = monday9({ startOn: '2026-12-14', breaks: [{ from: '2026-12-21', to: '2027-01-04' }] });
    const releases = releaseCalendar(plan, modules(3), []);
    expect(dates(plan, releases)).toEqual(['2026-12-14', '2027-01-11', '2027-01-18']);
    expect(releases[1]).toMatchObject({ plannedOn: '2026-12-21', movedBy: 'break', holiday: null });
    expect(releases[2]).toMatchObject({ plannedOn: '2027-01-18', movedBy: null });
  });

  describe('on a public holiday', () => {
    const easter: Holiday[] = [
      { date: '2027-03-26', name: 'Karfreitag' },
      { date: '2027-03-29', name: 'Ostermontag' },
    ];
    const over = (change: Partial<ReleasePlan>): [string[], PlannedRelease[]] => {
      const plan = monday9({ startOn: '2027-03-22', ...change });
      const releases = releaseCalendar(plan, modules(3), easter);
      return [dates(plan, releases), releases];
    };

    it('stay if they shall', () => {
      expect(over({ onHoliday: 'keep' })[0]).toEqual(['2027-03-22', '2027-03-29', '2027-04-05']);
    });

    it('open on the next working day, the later ones on their own days', () => {
      const [days, releases] = over({ onHoliday: 'next-working-day' });
      expect(days).toEqual(['2027-03-22', '2027-03-30', '2027-04-05']);
      expect(releases[1]).toMatchObject({ plannedOn: '2027-03-29', movedBy: 'holiday', holiday: 'Ostermontag' });
      expect(releases[2]!.movedBy).toBeNull();
    });

    it('open after weekend, holiday and break, whatever stands in the way', () => {
      const friday = { weekday: 5, breaks: [{ from: '2027-03-30', to: '2027-03-31' }] };
      expect(over({ onHoliday: 'next-working-day', ...friday })[0]).toEqual(['2027-04-01', '2027-04-02', '2027-04-09']);
    });

    it('skip the week, and so do the later ones', () => {
      const [days, releases] = over({ onHoliday: 'skip-week' });
      expect(days).toEqual(['2027-03-22', '2027-04-05', '2027-04-12']);
      expect(releases[1]).toMatchObject({ plannedOn: '2027-03-29', movedBy: 'holiday', holiday: 'Ostermontag' });
    });

    it('keep their order where the working day after one Saturday lies after the next', () => {
      const plan = monday9({
        startOn: '2026-10-03',
        weekday: 6,
        onHoliday: 'next-working-day',
        breaks: [{ from: '2026-10-05', to: '2026-10-09' }],
      });
      const releases = releaseCalendar(plan, modules(2), [{ date: '2026-10-03', name: 'Tag der Deutschen Einheit' }]);
      expect(dates(plan, releases)).toEqual(['2026-10-12', '2026-10-12']);
    });
  });
});

describe('relative releases', () => {
  const plan = monday9({ pacing: 'relative', breaks: [{ from: '2026-10-01', to: '2026-12-31' }] });

  it('count from the moment the learner starts', () => {
    const startedAt = new Date('2026-10-21T13:37:11.123Z');
    const releases = releaseCalendar(plan, modules(3), [{ date: '2026-10-28', name: 'a holiday' }], startedAt);
    expect(releases[0]!.opensAt).toEqual(startedAt);
    expect(clocks(plan, releases.slice(1))).toEqual(['2026-10-28T09:00', '2026-11-04T09:00']);
  });

  it('count in the zone of the cohort for who starts around midnight', () => {
    const releases = releaseCalendar(plan, modules(2), [], new Date('2026-10-07T22:30:00Z'));
    expect(clocks(plan, releases)).toEqual(['2026-10-08T00:30', '2026-10-15T09:00']);
  });

  it('without a start are those of somebody who starts on the first day', () => {
    expect(clocks(plan, releaseCalendar(plan, modules(2), []))).toEqual(['2026-10-05T09:00', '2026-10-12T09:00']);
  });

  it('do not begin before the cohort does', () => {
    expect(wallClock(plan.timeZone, learnerStart(plan, new Date('2026-09-01T00:00:00Z')))).toBe('2026-10-05T09:00');
    const late = new Date('2026-11-01T00:00:00Z');
    expect(learnerStart(plan, late)).toBe(late);
  });
});

it('opens everything at the start when all at once', () => {
  const plan = monday9({
    pacing: 'all-at-once',
    startOn: '2026-10-07',
    breaks: [{ from: '2026-10-01', to: '2026-10-31' }],
  });
  const releases = releaseCalendar(plan, modules(3), [{ date: '2026-10-07', name: 'a holiday' }]);
  expect(clocks(plan, releases)).toEqual(Array(3).fill('2026-10-07T09:00'));
  expect(releases.map(({ step }) => step)).toEqual([1, 1, 1]);
  expect(releaseCalendar(plan, [], [])).toEqual([]);
});

it('refuses an impossible plan', () => {
  expect(() => releaseCalendar(monday9({ weekday: 8 }), modules(1), [])).toThrow('weekday is out-of-range');
});

describe('the end of the last step', () => {
  const end = (change: Partial<ReleasePlan>, count = 2): string | null => {
    const plan = monday9(change);
    const at = endsAt(plan, releaseCalendar(plan, modules(count), []));
    return at && wallClock(plan.timeZone, at);
  };

  it('comes one step after the last release', () => {
    expect(end({})).toBe('2026-10-19T09:00');
    expect(end({ weeksPerStep: 2 })).toBe('2026-11-02T09:00');
    expect(end({}, 0)).toBeNull();
  });

  it('does not come within a break', () => {
    expect(end({ breaks: [{ from: '2026-10-17', to: '2026-11-02' }] })).toBe('2026-11-09T09:00');
  });

  it('leaves as much time as a weekly pace where all opens at once', () => {
    expect(end({ pacing: 'all-at-once', modulesPerStep: 2 }, 5)).toBe('2026-10-26T09:00');
  });
});

describe('moving a release by hand', () => {
  const plan = monday9({ startOn: '2026-10-12' });
  const releases = releaseCalendar(plan, modules(4), []);
  const move = (moduleId: string, opensAt: string, following: 'keep' | 'shift') => {
    const result = afterMoving(releases, moduleId, new Date(opensAt), { following, timeZone: plan.timeZone });
    if ('refuse' in result) return result.refuse;
    return Object.fromEntries(result.moves.map(({ release, to }) => [release.moduleId, wallClock(plan.timeZone, to)]));
  };

  it('touches no other if the following keep their instants', () => {
    expect(move('m2', '2026-10-21T12:15:00Z', 'keep')).toEqual({ m2: '2026-10-21T14:15' });
  });

  it('shifts the following by as many days, across the change of hours', () => {
    expect(move('m2', '2026-10-21T12:15:00Z', 'shift')).toEqual({
      m2: '2026-10-21T14:15',
      m3: '2026-10-28T09:00',
      m4: '2026-11-04T09:00',
    });
    expect(move('m3', '2026-10-23T07:00:00Z', 'shift')).toEqual({ m3: '2026-10-23T09:00', m4: '2026-10-30T09:00' });
  });

  it('takes those of the same week along', () => {
    const pairs = releaseCalendar({ ...plan, modulesPerStep: 2 }, modules(4), []);
    const to = new Date('2026-10-12T12:00:00Z');
    expect(afterMoving(pairs, 'm1', to, { following: 'shift', timeZone: plan.timeZone })).toEqual({
      moves: [
        { release: pairs[0], to },
        { release: pairs[1], to },
      ],
    });
  });

  it('does not change the order', () => {
    expect(move('m2', '2026-10-12T06:59:59Z', 'shift')).toBe('order-of-modules');
    expect(move('m2', '2026-10-26T08:00:01Z', 'keep')).toBe('order-of-modules');
    expect(move('m2', '2026-10-26T08:00:00Z', 'keep')).toEqual({ m2: '2026-10-26T09:00' });
  });

  it('of a module that is not there is an error', () => {
    expect(() => move('m9', '2026-10-12T06:59:59Z', 'shift')).toThrow(RangeError);
  });
});

describe('any calendar', () => {
  const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'];
  const date = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2025-01-01', days));
  const breaks: fc.Arbitrary<Break[]> = fc.array(
    fc.tuple(date, fc.nat(40)).map(([from, days]) => ({ from, to: addDays(from, days) })),
    { maxLength: 8 },
  );
  const holidays: fc.Arbitrary<Holiday[]> = fc.array(fc.record({ date, name: fc.constantFrom('A', 'B', 'C') }), {
    maxLength: 200,
  });
  // From 03:00 on no zone above has a gap, so the time can be asked to the minute.
  const time = fc
    .tuple(fc.integer({ min: 3, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
  const plans: fc.Arbitrary<ReleasePlan> = fc.record({
    pacing: fc.constantFrom('weekly', 'weekly', 'weekly', 'relative', 'all-at-once'),
    startOn: date,
    timeZone: fc.constantFrom(...zones),
    weekday: fc.integer({ min: 1, max: 7 }),
    time,
    modulesPerStep: fc.integer({ min: 1, max: 4 }),
    weeksPerStep: fc.integer({ min: 1, max: 5 }),
    onHoliday: fc.constantFrom('keep', 'next-working-day', 'skip-week'),
    breaks,
  });
  const moduleIds = fc.integer({ min: 1, max: 30 }).map(modules);
  const instant = fc.date({ min: new Date('2025-01-01'), max: new Date('2028-12-31'), noInvalidDate: true });

  it('has one release for each module, in order', () => {
    fc.assert(
      fc.property(plans, moduleIds, holidays, fc.option(instant, { nil: undefined }), (plan, ids, days, startedAt) => {
        const releases = releaseCalendar(plan, ids, days, startedAt);
        expect(releases.map(({ moduleId }) => moduleId)).toEqual(ids);
        for (const [index, release] of releases.entries()) {
          const previous = releases[index - 1] ?? release;
          expect(release.opensAt.getTime()).toBeGreaterThanOrEqual(previous.opensAt.getTime());
          expect([previous.step, previous.step + 1]).toContain(release.step);
        }
        expect(endsAt(plan, releases)!.getTime()).toBeGreaterThan(releases.at(-1)!.opensAt.getTime());
      }),
    );
  });

  it('shows the same wall-clock time at each release', () => {
    fc.assert(
      fc.property(plans, moduleIds, holidays, (plan, ids, days) => {
        for (const clock of clocks(plan, releaseCalendar(plan, ids, days))) expect(clock.slice(11)).toBe(plan.time);
      }),
    );
  });

  it('by weeks is never within a break, nor on a holiday that moves', () => {
    fc.assert(
      fc.property(plans, moduleIds, holidays, (anyPlan, ids, days) => {
        const plan: ReleasePlan = { ...anyPlan, pacing: 'weekly' };
        for (const day of dates(plan, releaseCalendar(plan, ids, days))) {
          expect(plan.breaks.filter(({ from, to }) => from <= day && day <= to)).toEqual([]);
          if (plan.onHoliday !== 'keep') expect(days.map((holiday) => holiday.date)).not.toContain(day);
        }
      }),
    );
  });

  it('by weeks without a working day to look for keeps its weekday', () => {
    fc.assert(
      fc.property(
        plans,
        moduleIds,
        holidays,
        fc.constantFrom('keep' as const, 'skip-week' as const),
        (p, ids, days, on) => {
          const plan: ReleasePlan = { ...p, pacing: 'weekly', onHoliday: on };
          for (const day of dates(plan, releaseCalendar(plan, ids, days))) {
            expect(Temporal.PlainDate.from(day).dayOfWeek).toBe(plan.weekday);
          }
        },
      ),
    );
  });

  it('moves by whole weeks when its start and its breaks do', () => {
    fc.assert(
      fc.property(plans, moduleIds, fc.integer({ min: -60, max: 60 }), (plan, ids, weeks) => {
        const days = 7 * weeks;
        const moved: ReleasePlan = {
          ...plan,
          startOn: addDays(plan.startOn, days),
          breaks: plan.breaks.map(({ from, to }) => ({ from: addDays(from, days), to: addDays(to, days) })),
        };
        const expected = dates(plan, releaseCalendar(plan, ids, [])).map((day) => addDays(day, days));
        expect(dates(moved, releaseCalendar(moved, ids, []))).toEqual(expected);
      }),
    );
  });

  it('does not reach past its horizon while every second week has a holiday', () => {
    fc.assert(
      fc.property(plans, moduleIds, fc.nat(13), (plan, ids, first) => {
        const horizon = holidayHorizon(plan, ids.length);
        const days: Holiday[] = [];
        for (let day = addDays(plan.startOn, first); day <= horizon; day = addDays(day, 14)) {
          days.push({ date: day, name: 'A' });
        }
        expect(dates(plan, releaseCalendar(plan, ids, days)).at(-1)! <= horizon).toBe(true);
      }),
    );
  });

  it('does not depend on the order of breaks and holidays', () => {
    fc.assert(
      fc.property(plans, moduleIds, holidays, fc.infiniteStream(fc.nat()), (plan, ids, days, keys) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((entry) => ({ entry, key: keys.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ entry }) => entry);
        expect(releaseCalendar({ ...plan, breaks: shuffled(plan.breaks) }, ids, shuffled(days))).toEqual(
          releaseCalendar(plan, ids, days),
        );
      }),
    );
  });

  it('keeps its order after any move by hand, and says just what changes', () => {
    fc.assert(
      fc.property(
        plans,
        moduleIds,
        fc.nat(),
        instant,
        fc.constantFrom('keep' as const, 'shift' as const),
        (plan, ids, pick, opensAt, following) => {
          const releases = releaseCalendar(plan, ids, []);
          const moduleId = ids[pick % ids.length]!;
          const result = afterMoving(releases, moduleId, opensAt, { following, timeZone: plan.timeZone });
          fc.pre('moves' in result);
          const to = new Map(result.moves.map((move) => [move.release.moduleId, move.to]));
          const after = releases.map((release) => to.get(release.moduleId) ?? release.opensAt);
          expect(after[ids.indexOf(moduleId)]).toEqual(opensAt);
          expect(after).toEqual(after.toSorted((a, b) => a.getTime() - b.getTime()));
          expect(after.slice(0, ids.indexOf(moduleId))).toEqual(
            releases.slice(0, ids.indexOf(moduleId)).map((release) => release.opensAt),
          );
          for (const move of result.moves) expect(move.to).not.toEqual(move.release.opensAt);
        },
      ),
    );
  });
});
