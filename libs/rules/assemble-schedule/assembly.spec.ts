import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Asked,
  type AskedSession,
  type Hours,
  type Interval,
  type PlacedSession,
  type Reason,
  sessionKey,
} from './asked.js';
import { assembleSchedule, type Assembled, Assembly, Judge } from './assembly.js';
import { asked, beginning, cohort, learner, nineToFive, room, session, site, trainer } from './made-company.js';

const day = 86_400_000;
/** Small effort: what has to hold, holds for every answer, not only for the best one. */
const effort = 0.02;
const at = (date: string, time: string): number => Date.parse(`${date}T${time}:00+01:00`);
const ids = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, n) => `${prefix}${n + 1}`);

/** A company as fast-check makes it up: rooms, trainers and people who are often not to be had. */
const companies: fc.Arbitrary<Asked> = fc
  .record({
    seed: fc.nat(1_000),
    learners: fc.array(
      fc.record({ site: fc.constantFrom('site-1', 'site-2', null), busy: fc.array(fc.nat(4), { maxLength: 2 }) }),
      { maxLength: 14 },
    ),
    rooms: fc.array(
      fc.record({ site: fc.constantFrom('site-1', 'site-2'), seats: fc.integer({ min: 1, max: 12 }), blocked: fc.array(fc.nat(13), { maxLength: 3 }) }),
      { maxLength: 3 },
    ), // prettier-ignore
    trainers: fc.array(
      fc.record({ busy: fc.array(fc.nat(13), { maxLength: 4 }), most: fc.constantFrom(null, 1, 2), isAble: fc.boolean(), travels: fc.boolean() }),
      { maxLength: 3 },
    ), // prettier-ignore
    sessions: fc.array(
      fc.record({
        week: fc.integer({ min: -1, max: 1 }),
        minutes: fc.constantFrom(30, 90, 240, 600),
        mode: fc.constantFrom('on-site' as const, 'online' as const, 'hybrid' as const),
        groupMost: fc.integer({ min: 1, max: 8 }),
        trainers: fc.nat(2),
        isSpecial: fc.boolean(),
        gap: fc.constantFrom(0, 0, 1, 6),
        sameWeekSlot: fc.boolean(),
        backToBack: fc.boolean(),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    isBreak: fc.boolean(),
    isHoliday: fc.boolean(),
  })
  .map((made): Asked => {
    const off = (n: number) => ({ from: beginning + n * day, to: beginning + (n + 1) * day });
    const learners = made.learners.map((one, n) => learner(`l${n}`, { siteId: one.site, busy: one.busy.map(off) }));
    const sessions = made.sessions.map((one, n) =>
      session(`i${n}`, one.week, {
        minutes: one.minutes,
        mode: one.mode,
        groupMost: one.groupMost,
        groupBest: Math.min(4, one.groupMost),
        trainers: one.trainers,
        qualification: one.isSpecial ? 'special' : null,
        leastDaysAfterPrevious: one.gap,
        sameWeekSlot: one.sameWeekSlot,
        backToBack: one.backToBack,
      }),
    );
    const half = Math.ceil(learners.length / 2);
    const userIds = learners.map(({ userId }) => userId);
    return asked({
      seed: made.seed,
      sites: [site('site-1'), site('site-2', { timeZone: 'Europe/London' })],
      rooms: made.rooms.map((one, n) => room(`r${n}`, { siteId: one.site, seats: one.seats, blocked: one.blocked.map(off) })),
      trainers: made.trainers.map((one, n) =>
        trainer(`t${n}`, {
          busy: one.busy.map(off),
          mostPerDay: one.most,
          qualifications: one.isAble ? ['special'] : [],
          travelsTo: one.travels ? ['site-2'] : [],
        }),
      ),
      learners,
      holidays: made.isHoliday ? { X: ['2027-03-03'] } : {},
      cohorts: [
        cohort('c1', {
          userIds,
          region: 'X',
          sessions,
          breaks: made.isBreak ? [{ from: '2027-03-04', to: '2027-03-05' }] : [],
        }),
        // Some learn in two cohorts at once.
        cohort('c2', { userIds: userIds.slice(0, half), sessions: sessions.slice(0, 1).map((one) => ({ ...one, itemId: 'j0' })) }),
      ],
    });
  }); // prettier-ignore

/** Every hard constraint, told again in the plainest way: nothing of the engine is used to judge it. */
function broken(given: Asked, { placed, groups }: Assembled): string[] {
  const found: string[] = [];
  const say = (text: string, one: PlacedSession): void => void found.push(`${text}: ${sessionKey(one)}`);
  const people = new Map([...given.learners, ...given.trainers].map((one) => [one.userId, one]));
  const members = new Map(groups.flatMap((g) => g.groups.map((group) => [group.groupId, group.userIds] as const)));
  const overlaps = (a: { from: number; to: number }, b: { from: number; to: number }): boolean =>
    a.from < b.to && b.from < a.to;
  const local = (instant: number, zone: string) => {
    const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }).formatToParts(new Date(instant)); // prettier-ignore
    const part = (type: string): string => parts.find((one) => one.type === type)!.value;
    return { date: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}`, weekday: part('weekday') }; // prettier-ignore
  };
  const isOpen = (hours: Asked['rooms'][number]['hours'], zone: string, { from, to }: PlacedSession): boolean => {
    const [begin, end] = [local(from, zone), local(to, zone)];
    const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(begin.weekday) + 1;
    return hours.some((one) => one.weekday === weekday && one.from <= begin.time && end.time <= one.to && begin.date === end.date); // prettier-ignore
  };
  for (const one of placed) {
    const itsCohort = given.cohorts.find(({ cohortId }) => cohortId === one.cohortId)!;
    const asks = itsCohort.sessions.find(({ itemId }) => itemId === one.itemId)!;
    const users = members.get(one.groupId)!;
    if (one.from < asks.from || one.to > asks.to || one.from < given.now) say('window', one);
    for (const userId of [...users, ...one.trainerIds]) {
      const person = people.get(userId)!;
      if (!isOpen(person.hours, person.timeZone, one)) say('hours', one);
      if (person.busy.some((busy) => overlaps(busy, one))) say('busy', one);
    }
    const { date } = local(one.from, itsCohort.timeZone);
    if (itsCohort.breaks.some(({ from, to }) => from <= date && date <= to)) say('break', one);
    if (itsCohort.region && given.holidays[itsCohort.region]?.includes(date)) say('holiday', one);
    if (new Set(one.trainerIds).size !== asks.trainers) say('trainers', one);
    for (const id of one.trainerIds)
      if (asks.qualification && !given.trainers.find(({ userId }) => userId === id)!.qualifications.includes(asks.qualification)) say('qualified', one); // prettier-ignore
    const its = given.rooms.find(({ roomId }) => roomId === one.roomId);
    if ((asks.mode === 'online') !== (its === undefined)) say('room', one);
    if (its) {
      if (asks.mode === 'on-site' && its.seats < users.length) say('seats', one);
      if (!isOpen(its.hours, given.sites.find(({ siteId }) => siteId === its.siteId)!.timeZone, one)) say('room hours', one); // prettier-ignore
      if (its.blocked.some((blocked) => overlaps(blocked, one))) say('room blocked', one);
      for (const id of one.trainerIds) {
        const its2 = given.trainers.find(({ userId }) => userId === id)!;
        if (its2.siteId !== its.siteId && !its2.travelsTo.includes(its.siteId)) say('travel', one);
      }
    }
    for (const other of placed) {
      if (other === one) continue;
      const both = members.get(other.groupId)!.some((userId) => users.includes(userId));
      if (overlaps(one, other)) {
        if (one.roomId && one.roomId === other.roomId) say('room twice', one);
        if (one.trainerIds.some((id) => other.trainerIds.includes(id))) say('trainer twice', one);
        if (both) say('learner twice', one);
      }
      if (one.groupId !== other.groupId) continue;
      const order = (key: string): number => itsCohort.sessions.findIndex(({ itemId }) => itemId === key);
      if (order(one.itemId) < order(other.itemId)) {
        const then = itsCohort.sessions[order(other.itemId)]!;
        if (other.from < one.to) say('order', other);
        const days = Math.round((Date.parse(local(other.from, given.timeZone).date) - Date.parse(local(one.from, given.timeZone).date)) / day); // prettier-ignore
        if (days < then.leastDaysAfterPrevious) say('distance', other);
        const [a, b] = [local(one.from, given.timeZone), local(other.from, given.timeZone)];
        if (asks.sameWeekSlot && then.sameWeekSlot && (a.weekday !== b.weekday || a.time !== b.time)) say('week slot', other); // prettier-ignore
      }
    }
    for (const id of one.trainerIds) {
      const most = given.trainers.find(({ userId }) => userId === id)!.mostPerDay;
      const sameDay = placed.filter((other) => other.trainerIds.includes(id) && local(other.from, given.timeZone).date === local(one.from, given.timeZone).date); // prettier-ignore
      if (most !== null && sameDay.length > most) say('day full', one);
    }
  }
  return found;
}

describe('for whatever company', () => {
  test('no hard constraint is broken, nothing is lost and nothing invented, and what has no place has a reason', () => {
    fc.assert(
      fc.property(companies, (given) => {
        const assembled = assembleSchedule(given, effort);
        expect(broken(given, assembled)).toEqual([]);
        const keys = [...assembled.placed, ...assembled.unplaced].map(sessionKey).sort();
        const wanted = assembled.groups.flatMap(({ cohortId, groups }) =>
          groups.flatMap(({ groupId }) =>
            given.cohorts.find((one) => one.cohortId === cohortId)!.sessions.map(({ itemId }) => sessionKey({ itemId, groupId }))),
        ); // prettier-ignore
        expect(keys).toEqual(wanted.sort());
        for (const { groups, cohortId } of assembled.groups)
          expect(groups.flatMap(({ userIds }) => userIds).sort()).toEqual(
            given.cohorts.find((one) => one.cohortId === cohortId)!.userIds.toSorted(),
          );
        for (const one of assembled.unplaced) expect(one.reasons.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  test('the same seed gives the same schedule, in whatever order things are named and however the steps are cut', () => {
    fc.assert(
      fc.property(companies, (given) => {
        const first = assembleSchedule(given, effort);
        const turned: Asked = {
          ...given,
          cohorts: given.cohorts.map((one) => ({ ...one, userIds: one.userIds.toReversed() })).reverse(),
          rooms: given.rooms.toReversed(),
          trainers: given.trainers.toReversed(),
          learners: given.learners.toReversed(),
          sites: given.sites.toReversed(),
        };
        expect(assembleSchedule(turned, effort)).toEqual(first);
        const cut = new Assembly(given, effort);
        while (!cut.isDone) cut.run(1 + (given.seed % 977));
        expect(cut.result()).toEqual(first);
      }),
      { numRuns: 20 },
    );
  });

  test('what is locked stays, and assembling around it still breaks nothing', () => {
    fc.assert(
      fc.property(companies, fc.nat(100), (given, which) => {
        const first = assembleSchedule(given, effort);
        if (first.placed.length === 0) return;
        const locked = first.placed[which % first.placed.length]!;
        const groups = new Map(first.groups.map((one) => [one.cohortId, one.groups]));
        const again: Asked = {
          ...given,
          seed: given.seed + 1,
          cohorts: given.cohorts.map((one) => ({ ...one, groups: groups.get(one.cohortId) ?? [] })),
          kept: [{ ...locked, locked: true }],
        };
        const second = assembleSchedule(again, effort);
        expect(broken(again, second)).toEqual([]);
        expect(second.placed).toContainEqual({ ...locked, locked: true });
      }),
      { numRuns: 30 },
    );
  });

  test('all dates later by whole weeks, the schedule is later by as much', () => {
    const shift = 4 * 7 * day;
    const later = (one: AskedSession): AskedSession => ({ ...one, from: one.from + shift, to: one.to + shift });
    const quiet = companies.map((given): Asked => ({
      ...given,
      // The clocks change between these dates; so everything is told in a zone that knows no change.
      timeZone: 'UTC',
      holidays: {},
      sites: given.sites.map((one) => ({ ...one, timeZone: 'UTC' })),
      learners: given.learners.map((one) => ({ ...one, timeZone: 'UTC', busy: [] })),
      trainers: given.trainers.map((one) => ({ ...one, timeZone: 'UTC', busy: [] })),
      rooms: given.rooms.map((one) => ({ ...one, blocked: [] })),
      cohorts: given.cohorts.map((one) => ({ ...one, timeZone: 'UTC', breaks: [] })),
    }));
    fc.assert(
      fc.property(quiet, (given) => {
        const first = assembleSchedule(given, effort);
        const second = assembleSchedule(
          { ...given, now: given.now + shift, cohorts: given.cohorts.map((one) => ({ ...one, sessions: one.sessions.map(later) })) },
          effort,
        ); // prettier-ignore
        expect(second.placed.map((one) => ({ ...one, from: one.from - shift, to: one.to - shift }))).toEqual(
          first.placed,
        );
      }),
      { numRuns: 20 },
    );
  });

  test('taking away what would help makes a place', () => {
    const always: Hours[] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' }));
    /** The world without one reason; `null` where it is about another session, which stays where it is. */
    const without = (given: Asked, { code, subject }: Reason): Asked | null => {
      const free = <P extends { userId: string; hours: readonly Hours[]; busy: readonly Interval[] }>(one: P): P =>
        one.userId === subject ? { ...one, hours: always, busy: [] } : one;
      if (code === 'cohort-break') return { ...given, cohorts: given.cohorts.map((one) => ({ ...one, breaks: [] })) };
      if (code === 'holiday') return { ...given, holidays: {} };
      if (code === 'learner-away') return { ...given, learners: given.learners.map(free) };
      if (code === 'trainer-away') return { ...given, trainers: given.trainers.map(free) };
      if (code === 'trainer-day-full') return { ...given, trainers: given.trainers.map((one) => (one.userId === subject ? { ...one, mostPerDay: null } : one)) }; // prettier-ignore
      if (code === 'room-closed') return { ...given, rooms: given.rooms.map((one) => (one.roomId === subject ? { ...one, hours: always, blocked: [] } : one)) }; // prettier-ignore
      return null;
    };
    let tried = 0;
    fc.assert(
      fc.property(companies, (given) => {
        const first = assembleSchedule(given, effort);
        for (const { wouldHelp, reasons } of first.unplaced) {
          expect(wouldHelp.reasons.length).toBeGreaterThan(0);
          expect(reasons.every(({ share }) => share > 0 && share <= 1)).toBe(true);
          let then: Asked | null = {
            ...given,
            cohorts: given.cohorts.map((one) => ({ ...one, groups: first.groups.find(({ cohortId }) => cohortId === one.cohortId)!.groups })), // prettier-ignore
            kept: first.placed.map((one) => ({ ...one, locked: true })),
          };
          for (const reason of wouldHelp.reasons) then = then && without(then, reason);
          if (!then || wouldHelp.from === null) continue;
          tried += 1;
          const after = assembleSchedule(then, effort);
          // Not always for this very session: others may have waited for the same.
          expect(after.placed.length).toBeGreaterThan(first.placed.length);
          expect(broken(then, after)).toEqual([]);
        }
      }),
      { numRuns: 60, seed: 7 },
    );
    expect(tried).toBeGreaterThan(5);
  });
});

describe('an L&D admin presses Assemble', () => {
  const people = ids('l', 12);
  const base = asked({
    rooms: [room('r1'), room('r2', { seats: 5 })],
    trainers: [trainer('t1', { qualifications: ['feedback'] }), trainer('t2')],
    learners: people.map((id) => learner(id)),
    cohorts: [cohort('c1', { userIds: people, sessions: [0, 1, 2].map((week) => session(`i${week}`, week, { mode: 'on-site', qualification: 'feedback' })) })], // prettier-ignore
  });

  test('a series is steady: one weekday and hour, one room, one trainer', () => {
    const { placed, unplaced, cost } = assembleSchedule(base);
    expect(unplaced).toEqual([]);
    expect(placed).toHaveLength(3);
    expect(new Set(placed.map(({ from }) => (from - beginning) % (7 * day))).size).toBe(1);
    expect(new Set(placed.map(({ roomId }) => roomId))).toEqual(new Set(['r1']));
    expect(new Set(placed.flatMap(({ trainerIds }) => trainerIds))).toEqual(new Set(['t1']));
    expect(cost.total - cost.fairness).toBe(0);
  });

  test('nobody qualified, no room with seats, a window that is over: each says so', () => {
    const reasonsFor = (given: Partial<Asked>): string[] =>
      assembleSchedule({ ...base, ...given }, effort).unplaced.flatMap(({ reasons }) =>
        reasons.map(({ code }) => code),
      );
    expect(new Set(reasonsFor({ trainers: [trainer('t2')] }))).toEqual(new Set(['no-trainer-qualified']));
    expect(new Set(reasonsFor({ rooms: [room('r2', { seats: 5 })] }))).toEqual(new Set(['no-room-suits']));
    expect(new Set(reasonsFor({ now: beginning + 60 * day }))).toEqual(new Set(['window-over']));
    expect(new Set(reasonsFor({ trainers: [trainer('t1', { qualifications: ['feedback'], hours: [] })] }))).toEqual(new Set(['trainer-away'])); // prettier-ignore
    expect(new Set(reasonsFor({ rooms: [room('r1', { hours: [] })] }))).toEqual(new Set(['room-closed']));
  });

  test('a session longer than any opening time has a reason, and no room of seats 0 is ever used', () => {
    const long = { ...base, cohorts: [cohort('c1', { userIds: people, sessions: [session('i0', 0, { mode: 'on-site', minutes: 600 })] })] }; // prettier-ignore
    expect(assembleSchedule(long, effort).unplaced).toHaveLength(1);
    const none = { ...base, rooms: [room('r1', { seats: 0 })] };
    expect(assembleSchedule(none, effort).placed).toEqual([]);
  });

  test('the trainer is away in the whole week of a module, and the reason names the trainer', () => {
    const away = { from: beginning + 7 * day, to: beginning + 14 * day };
    const given = { ...base, trainers: [trainer('t1', { qualifications: ['feedback'], busy: [away] }), trainer('t2')] };
    const { unplaced } = assembleSchedule(given, effort);
    expect(unplaced.map(({ itemId }) => itemId)).toEqual(['i1']);
    expect(unplaced[0]!.reasons).toEqual([{ code: 'trainer-away', subject: 't1', share: 1 }]);
    expect(unplaced[0]!.wouldHelp.reasons).toEqual([{ code: 'trainer-away', subject: 't1', share: 1 }]);
  });

  test('groups are made by site, and go through the series together', () => {
    const userIds = ids('p', 40);
    const given = asked({
      sites: [site('site-1'), site('site-2')],
      rooms: [room('r1'), room('r2', { siteId: 'site-2' })],
      trainers: [trainer('t1'), trainer('t2', { siteId: 'site-2' })],
      learners: userIds.map((id, n) => learner(id, { siteId: n < 24 ? 'site-1' : 'site-2' })),
      cohorts: [cohort('c1', { userIds, sessions: [0, 1].map((week) => session(`i${week}`, week, { mode: 'on-site', groupLeast: 6, groupBest: 12, groupMost: 14 })) })], // prettier-ignore
    });
    const { groups, placed } = assembleSchedule(given);
    expect(groups[0]!.groups.map((group) => [group.siteId, group.userIds.length])).toEqual([
      ['site-1', 12],
      ['site-1', 12],
      ['site-2', 16 / 2],
      ['site-2', 16 / 2],
    ]);
    expect(placed).toHaveLength(8);
    for (const one of placed) expect(one.roomId).toBe(groups[0]!.groups.find(({ groupId }) => groupId === one.groupId)!.siteId === 'site-1' ? 'r1' : 'r2'); // prettier-ignore
  });

  test('people at work in Leipzig and in New York meet when both are at work', () => {
    const given = asked({
      trainers: [trainer('t1', { hours: [{ weekday: 2, from: '08:00', to: '20:00' }] })],
      learners: [
        learner('l1', { hours: [{ weekday: 2, from: '09:00', to: '18:00' }] }),
        learner('l2', { siteId: 'ny', timeZone: 'America/New_York', hours: nineToFive }),
      ],
      sites: [site('site-1'), site('ny', { timeZone: 'America/New_York' })],
      cohorts: [cohort('c1', { userIds: ['l1', 'l2'], sessions: [session('i0', 0, { groupLeast: 2 })] })],
    });
    const { placed } = assembleSchedule(given, effort);
    expect(placed).toHaveLength(1);
    expect(placed[0]!.from).toBeGreaterThanOrEqual(at('2027-03-02', '15:00'));
    expect(placed[0]!.to).toBeLessThanOrEqual(at('2027-03-02', '18:00'));
  });

  test('a move by hand is judged by the same rule', () => {
    const { placed, groups } = assembleSchedule(base);
    const one = placed[0]!;
    const known = { ...base, cohorts: [{ ...base.cohorts[0]!, groups: groups[0]!.groups }] };
    const judge = new Judge(known, placed);
    expect(judge.clashes()).toEqual([]);
    expect(judge.move(one)).toEqual({ clashes: [], costBy: 0 });
    const night = judge.move({ ...one, from: at('2027-03-02', '22:00') });
    expect(night.clashes.map(({ code }) => code)).toEqual(expect.arrayContaining(['learner-away', 'room-closed', 'trainer-away'])); // prettier-ignore
    expect(judge.move({ ...one, roomId: 'r2' }).clashes).toEqual([{ code: 'no-room-suits', subject: 'r2', share: 1 }]);
    expect(judge.move({ ...one, trainerIds: ['t2'] }).clashes.map(({ code }) => code)).toEqual([
      'no-trainer-qualified',
    ]);
    const abroad = trainer('t3', { siteId: 'site-9', qualifications: ['feedback'] });
    const withAbroad = new Judge({ ...known, trainers: [...known.trainers, abroad] }, placed);
    expect(withAbroad.move({ ...one, trainerIds: ['t3'] }).clashes.map(({ code }) => code)).toEqual(['trainer-elsewhere']); // prettier-ignore
    const tuesday = judge.move({ ...one, from: one.from + (one.from % (7 * day) === 0 ? day : 30 * 60_000) });
    expect(tuesday.clashes).toEqual([]);
    expect(tuesday.costBy).toBeGreaterThan(0);
  });
});
