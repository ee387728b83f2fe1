import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { releaseCalendar } from './release-calendar.js';
import { planProblems, type ReleasePlan } from './release-plan.js';

const plan: ReleasePlan = {
  pacing: 'weekly',
  startOn: '2026-11-30',
  timeZone: 'Europe/Berlin',
  weekday: 1,
  time: '09:00',
  modulesPerStep: 1,
  weeksPerStep: 1,
  onHoliday: 'keep',
  breaks: [{ from: '2026-12-21', to: '2027-01-03' }],
};

describe('problems of a plan', () => {
  it('are none in a possible one', () => {
    expect(planProblems(plan)).toEqual([]);
    for (const timeZone of ['UTC', 'America/Argentina/Buenos_Aires', 'Australia/Lord_Howe', 'America/Port-au-Prince']) {
      expect(planProblems({ ...plan, timeZone })).toEqual([]);
    }
  });

  it.each<[Partial<ReleasePlan>, string, string]>([
    [{ pacing: 'daily' as 'weekly' }, 'pacing', 'unknown-choice'],
    [{ onHoliday: '' as 'keep' }, 'onHoliday', 'unknown-choice'],
    [{ startOn: '2026-02-30' }, 'startOn', 'not-a-date'],
    [{ startOn: '30.11.2026' }, 'startOn', 'not-a-date'],
    [{ startOn: '0206-11-30' }, 'startOn', 'out-of-range'],
    [{ timeZone: 'Europe/Bielefeld' }, 'timeZone', 'zone-unknown'],
    [{ timeZone: '+02:00' }, 'timeZone', 'zone-unknown'],
    [{ timeZone: '' }, 'timeZone', 'zone-unknown'],
    [{ weekday: 0 }, 'weekday', 'out-of-range'],
    [{ weekday: 8 }, 'weekday', 'out-of-range'],
    [{ weekday: 1.5 }, 'weekday', 'out-of-range'],
    [{ time: '24:00' }, 'time', 'not-a-time'],
    [{ time: '9:00' }, 'time', 'not-a-time'],
    [{ modulesPerStep: 0 }, 'modulesPerStep', 'out-of-range'],
    [{ modulesPerStep: 51 }, 'modulesPerStep', 'out-of-range'],
    [{ weeksPerStep: NaN }, 'weeksPerStep', 'out-of-range'],
    [{ weeksPerStep: 53 }, 'weeksPerStep', 'out-of-range'],
    [{ breaks: [plan.breaks[0]!, { from: '2027-02-02', to: '2027-02-01' }] }, 'breaks.1.to', 'ends-before-it-starts'],
    [{ breaks: [{ from: '2026-01-01', to: '2076-01-01' }] }, 'breaks.0.to', 'too-long'],
    [{ breaks: [{ from: 'soon', to: '2076-01-01' }] }, 'breaks.0.from', 'not-a-date'],
  ])('%j: %s is %s', (change, field, code) => {
    expect(planProblems({ ...plan, ...change })).toEqual([{ field, code }]);
  });

  it('are all named at once', () => {
    const fields = planProblems({ ...plan, startOn: '', time: '', breaks: [{ from: '', to: '' }] }).map((p) => p.field);
    expect(fields).toEqual(['startOn', 'time', 'breaks.0.from', 'breaks.0.to']);
  });

  it('decide whether there is a calendar, whatever the plan', () => {
    const date = fc.oneof(
      fc.constantFrom('2000-01-01', '2199-12-31', '2026-02-29', '2028-02-29', '9999-12-31'),
      fc
        .date({ noInvalidDate: true, min: new Date('1990-01-01'), max: new Date('2210-01-01') })
        .map((d) => d.toISOString().slice(0, 10)),
      fc.string(),
    );
    const anyPlan = fc.record({
      pacing: fc.constantFrom('weekly', 'relative', 'all-at-once'),
      startOn: date,
      timeZone: fc.oneof(fc.constantFrom('Europe/Berlin', 'Pacific/Apia', 'Africa/Casablanca'), fc.string()),
      weekday: fc.integer({ min: 0, max: 8 }),
      time: fc.oneof(fc.constantFrom('00:00', '02:30', '23:59'), fc.string()),
      modulesPerStep: fc.integer({ min: 0, max: 51 }),
      weeksPerStep: fc.integer({ min: 0, max: 53 }),
      onHoliday: fc.constantFrom('keep', 'next-working-day', 'skip-week'),
      breaks: fc.array(fc.record({ from: date, to: date }), { maxLength: 3 }),
    }) as fc.Arbitrary<ReleasePlan>;
    fc.assert(
      fc.property(anyPlan, (candidate) => {
        const calendar = (): unknown => releaseCalendar(candidate, ['a', 'b', 'c'], []);
        if (planProblems(candidate).length > 0) expect(calendar).toThrow(RangeError);
        else expect(calendar()).toHaveLength(3);
      }),
    );
  });
});
