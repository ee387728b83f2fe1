import { describe, expect, it } from '@jest/globals';
import { clashesOf } from './clashes.js';
import { costOf, violationsOf } from './judge.js';
import type { MeetingModel, Model } from './model.js';

/** Two weeks of two days of four hours, two rooms at two sites, two trainers. */
const model = (parts: Partial<Model> = {}): Model => ({
  slots: 16,
  dayOf: Int32Array.from({ length: 16 }, (_, slot) => slot >> 2),
  days: 4,
  weekOf: Int32Array.of(0, 0, 1, 1),
  weeks: 2,
  weekSlotOf: Int32Array.from({ length: 16 }, (_, slot) => slot % 8),
  weekSlots: 8,
  meetings: [meeting(), meeting(), meeting()],
  rooms: [0, 1].map((site) => ({ free: new Uint8Array(16).fill(1), site })),
  trainers: [0, 1].map(() => ({
    free: new Uint8Array(16).fill(1),
    mostPerDay: Infinity,
    mostPerWeek: Infinity,
    siteCosts: Int32Array.of(0, 3),
  })),
  sites: 2,
  crowds: [],
  series: [],
  relations: [],
  pairOfOneTrainer: 0,
  extraSiteOfDay: 0,
  unplaced: 1_000,
  ...parts,
});

const meeting = (parts: Partial<MeetingModel> = {}): MeetingModel => ({
  length: 1,
  starts: Int32Array.from(Array(16).keys()),
  startCosts: new Int32Array(16),
  rooms: Int32Array.of(-1, 0, 1),
  roomCosts: Int32Array.of(0, 0, 7),
  teams: [[], [0], [1], [0, 1]],
  teamCosts: Int32Array.of(0, 0, 2, 0),
  fixed: null,
  ...parts,
});

const at = (start: number, room = -1, team = 0) => ({ start, room, team });

const kinds = (...asked: Parameters<typeof clashesOf>) => clashesOf(...asked).map(({ kind }) => kind);

describe('the judge', () => {
  it('adds up what each choice costs, and what is left out', () => {
    const cost = costOf(model(), [at(0, 1, 2), null, at(3)]);
    expect(cost).toMatchObject({ total: 1_000 + 7 + 2 + 3, unplaced: 1, rooms: 7, teams: 2, travel: 3 });
  });

  it('counts days that a series misses, and rooms, trainers and week slots beyond the first', () => {
    const series = [
      { meetings: [0, 1, 2], fewestDays: 3, missingDay: 5, extraRoom: 10, extraTrainer: 100, extraWeekSlot: 1 },
    ];
    const asked = model({ series });
    expect(costOf(asked, [at(0, 0, 1), at(8, 0, 1), null])).toMatchObject({ missingDays: 5, extraRooms: 0, extraTrainers: 0, extraWeekSlots: 0 }); // prettier-ignore
    expect(costOf(asked, [at(0, 0, 1), at(1, 1, 2), at(2)])).toMatchObject({ missingDays: 10, extraRooms: 10, extraTrainers: 100, extraWeekSlots: 2 }); // prettier-ignore
  });

  it('counts meetings that stand alone on their day, not across its edge', () => {
    const asked = model({ crowds: [{ meetings: [0, 1, 2], alone: 2 }] });
    expect(costOf(asked, [at(0), at(1), at(3)]).alone).toBe(2);
    expect(costOf(asked, [at(3), at(4), at(6)]).alone).toBe(6);
    expect(costOf(asked, [at(0), at(1), at(2)]).alone).toBe(0);
  });

  it('counts pairs of one trainer, and sites beyond the first of a day', () => {
    const asked = model({ pairOfOneTrainer: 4, extraSiteOfDay: 9 });
    expect(costOf(asked, [at(0, 0, 1), at(1, 1, 1), at(2, 0, 1)])).toMatchObject({ fairness: 12, extraSites: 9 });
    expect(costOf(asked, [at(0, 0, 1), at(4, 1, 1), null])).toMatchObject({ fairness: 4, extraSites: 0 });
  });

  it('names who is in the way', () => {
    const asked = model({ crowds: [{ meetings: [0, 2], alone: 0 }] });
    const solution = [at(0, 0, 1), at(5), null];
    expect(clashesOf(asked, solution, 2, at(0, 0, 3))).toEqual([
      { kind: 'room-taken', meetings: [0], room: 0 },
      { kind: 'trainer-taken', meetings: [0], trainer: 0 },
      { kind: 'crowd-taken', meetings: [0], crowd: 0 },
    ]);
    expect(clashesOf(asked, solution, 2, at(1, 0, 3))).toEqual([]);
  });

  it('keeps a meeting within its day, its candidates and the hours of rooms and trainers', () => {
    const free = Uint8Array.from({ length: 16 }, (_, slot) => (slot === 2 ? 0 : 1));
    const asked = model({ meetings: [meeting({ length: 2, starts: Int32Array.of(0, 1, 2) })] });
    const away = { ...asked, rooms: asked.rooms.map((room) => ({ ...room, free })), trainers: asked.trainers.map((one) => ({ ...one, free, siteCosts: Int32Array.of(0, -1) })) }; // prettier-ignore
    expect(kinds(asked, [null], 0, at(3))).toEqual(['start']);
    expect(kinds(asked, [null], 0, at(15))).toEqual(['start']);
    expect(kinds(asked, [null], 0, at(4, 9, 9))).toEqual(['start', 'room', 'team']);
    expect(kinds(away, [null], 0, at(1, 0, 1))).toEqual(['room-closed', 'trainer-away']);
    expect(kinds(away, [null], 0, at(0, 1, 1))).toEqual(['trainer-site']);
  });

  it('holds trainers to their most', () => {
    const usual = model();
    const asked = { ...usual, trainers: usual.trainers.map((one) => ({ ...one, mostPerDay: 1, mostPerWeek: 2 })) };
    expect(kinds(asked, [at(0, -1, 1), at(4, -1, 1), null], 2, at(1, -1, 1))).toEqual(['trainer-day', 'trainer-week']);
    expect(kinds(asked, [at(0, -1, 1), at(4, -1, 1), null], 2, at(8, -1, 1))).toEqual([]);
  });

  it('holds relations', () => {
    const related = (parts: object) => model({ relations: [{ first: 0, second: 1, leastDays: 0, mostDays: Infinity, sameWeekSlot: false, ...parts }] }); // prettier-ignore
    expect(kinds(related({}), [at(5), null, null], 1, at(5))).toEqual(['order']);
    expect(kinds(related({}), [at(5), null, null], 1, at(0))).toEqual(['order']);
    expect(kinds(related({}), [at(5), null, null], 1, at(6))).toEqual([]);
    expect(kinds(related({ leastDays: 2 }), [null, at(5), null], 0, at(3))).toEqual(['too-near']);
    expect(kinds(related({ mostDays: 1, sameWeekSlot: true }), [at(0), null, null], 1, at(9))).toEqual(['too-far', 'week-slot']); // prettier-ignore
    expect(kinds(related({ sameWeekSlot: true }), [at(0), null, null], 1, at(8))).toEqual([]);
  });

  it('tells each violation once', () => {
    expect(violationsOf(model(), [at(0, 0), at(0, 0), at(8, 0)])).toEqual([
      { kind: 'room-taken', meetings: [1], room: 0, meeting: 0 },
    ]);
  });

  it('asks a fixed meeting to stay, and not whether it could be chosen to be there', () => {
    const asked = model({
      meetings: [meeting({ starts: Int32Array.of(1), startCosts: Int32Array.of(0), fixed: at(6, 0) })],
    });
    expect(kinds(asked, [null], 0, at(6, 0))).toEqual([]);
    expect(kinds(asked, [null], 0, at(1, 0))).toEqual(['fixed']);
  });
});
