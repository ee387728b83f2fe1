import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  acceptOffer,
  approve,
  type Door,
  type EnrolmentStatus,
  join,
  leave,
  offersThatLapsed,
  seatsForNewcomers,
  seatsToHandOn,
  usualOfferHours,
  type Waiting,
} from './seats.js';

const hour = 3_600_000;
const now = new Date('2026-11-23T09:00:00Z');
const later = (hours: number): Date => new Date(now.getTime() + hours * hour);
const door: Door = { capacity: 2, admission: 'open', opensAt: null, closesAt: null, cancelledAt: null };

describe('joining', () => {
  type Asked = Parameters<typeof join>[0];
  const asking = (cohort: Partial<Door>, rest: Partial<Asked> = {}) =>
    join({ cohort: { ...door, ...cohort }, now, invited: false, status: null, taken: 0, waiting: 0, ...rest });

  it.each<[string, Partial<Door>, Partial<Asked>, string]>([
    ['takes a free seat', {}, { taken: 1 }, 'active'],
    ['waits where all seats are taken', {}, { taken: 2 }, 'waitlisted'],
    ['waits where the capacity was lowered', {}, { taken: 5 }, 'waitlisted'],
    ['does not overtake those who wait', {}, { taken: 1, waiting: 1 }, 'waitlisted'],
    ['always finds a seat without a limit', { capacity: null }, { taken: 100_000 }, 'active'],
    ['asks for approval, seats or not', { admission: 'approval' }, { taken: 2 }, 'requested'],
    ['needs no approval when invited', { admission: 'approval' }, { invited: true }, 'active'],
    ['by invitation takes a seat', { admission: 'invitation' }, { invited: true }, 'active'],
    ['begins anew after withdrawing', {}, { status: 'withdrawn' }, 'active'],
    ['works from the first instant of the window', { opensAt: now, closesAt: later(1) }, {}, 'active'],
  ])('%s', (_, cohort, rest, enrol) => expect(asking(cohort, rest)).toEqual({ enrol }));

  it.each<[Partial<Door>, Partial<Asked>, string]>([
    [{ cancelledAt: later(-1) }, { status: 'active' }, 'cohort-cancelled'],
    [{ closesAt: now }, { status: 'active' }, 'already-enrolled'],
    [{}, { status: 'completed' }, 'already-enrolled'],
    [{}, { status: 'waitlisted' }, 'already-enrolled'],
    [{}, { status: 'requested' }, 'already-enrolled'],
    [{ admission: 'invitation' }, {}, 'not-invited'],
    [{ opensAt: later(1) }, {}, 'enrolment-not-open-yet'],
    [{ closesAt: now }, {}, 'enrolment-closed'],
  ])('%j as %j is refused: %s', (cohort, rest, refuse) => expect(asking(cohort, rest)).toEqual({ refuse }));
});

it('lets newcomers take what is free unless somebody waits', () => {
  expect(seatsForNewcomers({ capacity: 5, taken: 3, waiting: 0 })).toBe(2);
  expect(seatsForNewcomers({ capacity: 5, taken: 3, waiting: 1 })).toBe(0);
  expect(seatsForNewcomers({ capacity: null, taken: 3, waiting: 0 })).toBe(Infinity);
});

describe('approving', () => {
  const asked = { cohort: door, status: 'requested', taken: 0, waiting: 0 } as const;

  it('gives a seat, or a place behind those who wait', () => {
    expect(approve(asked)).toEqual({ enrol: 'active' });
    expect(approve({ ...asked, taken: 2 })).toEqual({ enrol: 'waitlisted' });
    expect(approve({ ...asked, waiting: 1 })).toEqual({ enrol: 'waitlisted' });
  });

  it('needs a request and a cohort that takes place', () => {
    expect(approve({ ...asked, status: 'withdrawn' })).toEqual({ refuse: 'not-requested' });
    expect(approve({ ...asked, cohort: { ...door, cancelledAt: now } })).toEqual({ refuse: 'cohort-cancelled' });
  });
});

describe('an offered seat', () => {
  it('goes to the longest waiting, one for each free seat', () => {
    const waiting = [
      { enrolmentId: 'third', queueNumber: 11 },
      { enrolmentId: 'second', queueNumber: 3 },
      { enrolmentId: 'first', queueNumber: 2 },
    ];
    const offers = seatsToHandOn({ capacity: 5, taken: 3, waiting, now, offerHours: usualOfferHours });
    expect(offers).toEqual([
      { enrolmentId: 'first', offerEndsAt: later(48) },
      { enrolmentId: 'second', offerEndsAt: later(48) },
    ]);
    expect(seatsToHandOn({ capacity: null, taken: 3, waiting, now, offerHours: 1 })).toHaveLength(3);
    expect(seatsToHandOn({ capacity: 2, taken: 3, waiting, now, offerHours: 1 })).toEqual([]);
  });

  it('can be accepted until it ends, by whom it was offered to', () => {
    expect(acceptOffer({ status: 'waitlisted', offerEndsAt: later(1), now })).toEqual({ enrol: 'active' });
    for (const asked of [
      { status: 'waitlisted', offerEndsAt: now },
      { status: 'waitlisted', offerEndsAt: null },
      { status: 'withdrawn', offerEndsAt: later(1) },
    ] as const) {
      expect(acceptOffer({ ...asked, now })).toEqual({ refuse: 'no-seat-offered' });
    }
  });

  it('lapses to the end of the queue once, then out of it', () => {
    const offers = [
      { enrolmentId: 'open', offerEndsAt: later(1), lapsedBefore: 0 },
      { enrolmentId: 'again', offerEndsAt: now, lapsedBefore: 1 },
      { enrolmentId: 'once', offerEndsAt: later(-1), lapsedBefore: 0 },
    ];
    expect(offersThatLapsed(now, offers)).toEqual([
      { enrolmentId: 'once', then: 'requeued' },
      { enrolmentId: 'again', then: 'withdrawn' },
    ]);
  });
});

it('lets everybody leave who is in and not through', () => {
  for (const status of ['requested', 'waitlisted', 'active'] as const) {
    expect(leave(status)).toEqual({ enrol: 'withdrawn' });
  }
  expect(leave('completed')).toEqual({ refuse: 'enrolment-completed' });
  expect(leave('withdrawn')).toEqual({ refuse: 'not-enrolled' });
  expect(leave(null)).toEqual({ refuse: 'not-enrolled' });
});

/** A cohort in memory that obeys the rules, as the services do it in Postgres. */
class ModelCohort {
  people = new Map<string, Person>();
  now = now;
  private lastNumber = 0;

  constructor(
    public capacity: number | null,
    readonly admission: 'open' | 'approval',
  ) {}

  /** Does one thing and then settles: lapsed offers first, then free seats. */
  act(what: Act): void {
    const person = this.people.get(what.who) ?? newPerson();
    this.people.set(what.who, person);
    const before = this.taken;
    switch (what.kind) {
      case 'join': {
        const cohort = { ...door, capacity: this.capacity, admission: this.admission };
        const { now, taken, waiting } = this;
        const asked = { cohort, now, invited: false, status: person.status, taken, waiting: waiting.length };
        this.enrol(person, join(asked));
        break;
      }
      case 'approve': {
        const cohort = { ...door, capacity: this.capacity };
        const asked = { cohort, status: person.status, taken: this.taken, waiting: this.waiting.length };
        this.enrol(person, approve(asked));
        break;
      }
      case 'accept': {
        const decision = acceptOffer({ ...person, now: this.now });
        if ('enrol' in decision) Object.assign(person, { status: 'active', offerEndsAt: null });
        break;
      }
      case 'leave':
        if ('enrol' in leave(person.status)) Object.assign(person, newPerson(), { status: 'withdrawn' });
        break;
      case 'complete':
        if (person.status === 'active') person.status = 'completed';
        break;
      case 'resize':
        this.capacity = what.capacity;
        break;
      case 'wait':
        this.now = new Date(this.now.getTime() + what.hours * hour);
        break;
    }
    this.settle();
    this.check(before);
  }

  private enrol(person: Person, decision: ReturnType<typeof join | typeof approve>): void {
    if ('refuse' in decision) return;
    if (decision.enrol === 'active') expect(this.waiting).toEqual([]);
    Object.assign(person, newPerson(), { status: decision.enrol, queueNumber: ++this.lastNumber });
  }

  private settle(): void {
    const offers = [...this.people]
      .filter(([, { offerEndsAt }]) => offerEndsAt)
      .map(([enrolmentId, person]) => ({ enrolmentId, ...person, offerEndsAt: person.offerEndsAt! }));
    for (const lapsed of offersThatLapsed(this.now, offers)) {
      const person = this.people.get(lapsed.enrolmentId)!;
      if (lapsed.then === 'withdrawn') Object.assign(person, newPerson(), { status: 'withdrawn' });
      else {
        const { lapsedBefore } = person;
        Object.assign(person, { offerEndsAt: null, lapsedBefore: lapsedBefore + 1, queueNumber: ++this.lastNumber });
      }
    }
    const { capacity, taken, waiting, now } = this;
    for (const offer of seatsToHandOn({ capacity, taken, waiting, now, offerHours: 48 })) {
      this.people.get(offer.enrolmentId)!.offerEndsAt = offer.offerEndsAt;
      const offered = waiting.find(({ enrolmentId }) => enrolmentId === offer.enrolmentId)!;
      expect(this.waiting.every((other) => other.queueNumber > offered.queueNumber)).toBe(true);
    }
  }

  private check(takenBefore: number): void {
    if (this.capacity === null) return expect(this.waiting).toEqual([]);
    // A lowered capacity puts nobody out, but lets nobody in either.
    expect(this.taken).toBeLessThanOrEqual(Math.max(this.capacity, takenBefore));
    if (this.taken < this.capacity) expect(this.waiting).toEqual([]);
    const isOver = ({ offerEndsAt }: Person): boolean => offerEndsAt !== null && offerEndsAt <= this.now;
    expect([...this.people.values()].some(isOver)).toBe(false);
  }

  private get taken(): number {
    return [...this.people.values()].filter(
      ({ status, offerEndsAt }) => status === 'active' || status === 'completed' || offerEndsAt,
    ).length;
  }

  get waiting(): Waiting[] {
    return [...this.people]
      .filter(([, { status, offerEndsAt }]) => status === 'waitlisted' && !offerEndsAt)
      .map(([enrolmentId, { queueNumber }]) => ({ enrolmentId, queueNumber }));
  }
}

interface Person {
  status: EnrolmentStatus | null;
  queueNumber: number;
  offerEndsAt: Date | null;
  lapsedBefore: number;
}
const newPerson = (): Person => ({ status: null, queueNumber: 0, offerEndsAt: null, lapsedBefore: 0 });

type Act = { who: string } & (
  | { kind: 'join' | 'approve' | 'accept' | 'leave' | 'complete' }
  | { kind: 'resize'; capacity: number | null }
  | { kind: 'wait'; hours: number }
);

describe('a cohort over time', () => {
  const capacity = fc.option(fc.nat(5), { freq: 8 });
  const who = fc.constantFrom(...'abcdefghijkl');
  const act: fc.Arbitrary<Act> = fc.oneof(
    { weight: 5, arbitrary: fc.record({ who, kind: fc.constant('join' as const) }) },
    { weight: 6, arbitrary: fc.record({ who, kind: fc.constantFrom('approve', 'accept', 'leave', 'complete') }) },
    { weight: 1, arbitrary: fc.record({ who, kind: fc.constant('resize' as const), capacity }) },
    { weight: 2, arbitrary: fc.record({ who, kind: fc.constant('wait' as const), hours: fc.nat(100) }) },
  );

  it('never has too many seats taken, nor a free one beside somebody who waits, and keeps the queue', () => {
    fc.assert(
      fc.property(
        capacity,
        fc.constantFrom('open' as const, 'approval' as const),
        fc.array(act, { maxLength: 80, size: 'max' }),
        (seats, admission, acts) => {
          const cohort = new ModelCohort(seats, admission);
          for (const each of acts) cohort.act(each);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('comes to rest when nobody answers: the queue empties itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), fc.array(who, { maxLength: 12 }), (seats, names) => {
        const cohort = new ModelCohort(seats, 'open');
        for (const name of names) cohort.act({ who: name, kind: 'join' });
        for (const name of names.slice(0, seats)) cohort.act({ who: name, kind: 'leave' });
        for (let round = 0; round < 24; round++) cohort.act({ who: 'nobody', kind: 'wait', hours: 48 });
        expect(cohort.waiting).toEqual([]);
      }),
    );
  });
});
