import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Change } from './change.js';
import { construct } from './construct.js';
import { clashesOf } from './clashes.js';
import { costOf, violationsOf } from './judge.js';
import type { MeetingModel, Model, Placement } from './model.js';
import { Proposals } from './proposals.js';
import { Random } from './random.js';
import { Reach } from './reach.js';
import { Search } from './search.js';
import { State } from './state.js';
import { layOut } from './tables.js';

const unplaced = 10_000;

/** Small models of every kind, easy ones and hopeless ones. */
const models = (limits: { weeks: number; days: number; hours: number; meetings: number }) =>
  fc.tuple(fc.nat(), fc.integer({ min: 1, max: limits.meetings })).map(([seed, meetings]) => modelFrom(seed, { ...limits, meetings })); // prettier-ignore

const smallModels = models({ weeks: 3, days: 2, hours: 5, meetings: 10 });

function modelFrom(seed: number, size: { weeks: number; days: number; hours: number; meetings: number }): Model {
  const random = new Random(seed);
  const chance = (percent: number) => random.below(100) < percent;
  const days = size.weeks * size.days;
  const slots = days * size.hours;
  const sites = 1 + random.below(2);
  const rooms = Array.from({ length: random.below(4) }, () => ({ free: free(85), site: random.below(sites) }));
  const trainers = Array.from({ length: random.below(4) }, () => ({
    free: free(80),
    mostPerDay: chance(50) ? Infinity : 1 + random.below(2),
    mostPerWeek: chance(50) ? Infinity : 1 + random.below(3),
    siteCosts: Int32Array.from({ length: sites }, () => (chance(20) ? -1 : random.below(4))),
  }));
  const isTight = chance(30);
  const meetings = Array.from({ length: size.meetings }, () => meeting());
  const some = (percent: number) => [...meetings.keys()].filter(() => chance(percent));

  return {
    slots,
    dayOf: Int32Array.from({ length: slots }, (_, slot) => Math.floor(slot / size.hours)),
    days,
    weekOf: Int32Array.from({ length: days }, (_, day) => Math.floor(day / size.days)),
    weeks: size.weeks,
    weekSlotOf: Int32Array.from({ length: slots }, (_, slot) => slot % (size.days * size.hours)),
    weekSlots: size.days * size.hours,
    meetings,
    rooms,
    trainers,
    sites,
    crowds: Array.from({ length: random.below(4) }, () => ({ meetings: some(40), alone: random.below(3) })),
    series: Array.from({ length: random.below(4) }, () => ({
      meetings: some(40),
      fewestDays: random.below(4),
      missingDay: random.below(6),
      extraRoom: random.below(3),
      extraTrainer: random.below(3),
      extraWeekSlot: random.below(4),
    })),
    relations: Array.from({ length: random.below(3) }, () => ({
      first: random.below(size.meetings),
      second: random.below(size.meetings),
      leastDays: random.below(3),
      mostDays: chance(50) ? Infinity : 1 + random.below(4),
      sameWeekSlot: chance(30),
    })),
    pairOfOneTrainer: random.below(2),
    extraSiteOfDay: random.below(4),
    unplaced,
  };

  function free(percent: number): Uint8Array {
    return Uint8Array.from({ length: slots }, () => (chance(percent) ? 1 : 0));
  }

  function meeting(): MeetingModel {
    const length = 1 + random.below(Math.min(3, size.hours));
    const all = [...Array(slots).keys()].filter((slot) => (slot % size.hours) + length <= size.hours);
    const starts = all.filter(() => chance(isTight ? 15 : 70));
    const possible = [-1, ...rooms.keys()].filter((room) => chance(room < 0 ? 20 : 80));
    const teams = Array.from({ length: random.below(4) }, () => [...trainers.keys()].filter(() => chance(40)));
    if (chance(60)) teams.push([]);
    const costs = (count: number) => Int32Array.from({ length: count }, () => (chance(50) ? 0 : random.below(5)));
    const at = {
      start: random.below(slots),
      room: random.below(rooms.length + 1) - 1,
      team: random.below(teams.length),
    };
    return {
      length,
      starts: Int32Array.from(starts),
      startCosts: costs(starts.length),
      rooms: Int32Array.from(possible),
      roomCosts: costs(possible.length),
      teams,
      teamCosts: costs(teams.length),
      fixed: chance(10) ? at : null,
    };
  }
}

const solved = (model: Model, seed = 1, steps = 3_000) => {
  const search = new Search(model, seed, { steps });
  search.run(steps);
  return search;
};

describe('a search', () => {
  it('never breaks a hard constraint, from the first moment on', () => {
    fc.assert(
      fc.property(smallModels, fc.nat(), (model, seed) => {
        const search = new Search(model, seed, { steps: 2_000 });
        for (let slice = 0; slice <= 4; slice++) {
          expect(violationsOf(model, search.best())).toEqual([]);
          search.run(500);
        }
        expect(search.isDone).toBe(true);
      }),
      { numRuns: 120 },
    );
  });

  it('loses and invents nothing, and tells what its answer costs', () => {
    fc.assert(
      fc.property(smallModels, (model) => {
        const search = solved(model);
        expect(search.best()).toHaveLength(model.meetings.length);
        expect(search.bestTotal).toBe(costOf(model, search.best()).total);
        expect(search.bestCost().unplaced).toBe(search.best().filter((placement) => placement === null).length);
      }),
      { numRuns: 120 },
    );
  });

  it('leaves nothing out that there is still a free place for', () => {
    fc.assert(
      fc.property(smallModels, (model) => {
        const best = solved(model).best();
        model.meetings.forEach((meeting, i) => {
          if (!best[i] && !meeting.fixed)
            expect(placementsOf(meeting).filter((at) => clashesOf(model, best, i, at).length === 0)).toEqual([]);
        });
      }),
      { numRuns: 120 },
    );
  });

  it('leaves fixed meetings where they are; one is left out only where another one stands in its way', () => {
    fc.assert(
      fc.property(smallModels, (model) => {
        const best = solved(model).best();
        model.meetings.forEach(({ fixed }, i) => {
          if (fixed && best[i]) expect(best[i]).toEqual(fixed);
          else if (fixed) expect(clashesOf(model, best, i, fixed)).not.toEqual([]);
        });
      }),
      { numRuns: 120 },
    );
  });

  it('gives the same answer to the same question, however its steps are sliced', () => {
    fc.assert(
      fc.property(smallModels, fc.nat(), fc.array(fc.nat({ max: 900 }), { maxLength: 6 }), (model, seed, slices) => {
        const search = new Search(model, seed, { steps: 3_000 });
        for (const slice of [...slices, 3_000]) search.run(slice);
        expect(search.best()).toEqual(solved(model, seed).best());
      }),
      { numRuns: 100 },
    );
  });

  it('gets no worse with more steps of the same way, and is never worse than where it began', () => {
    fc.assert(
      fc.property(smallModels, (model) => {
        const search = new Search(model, 1, { steps: 2_000 });
        let last = search.bestTotal;
        for (let slice = 0; slice < 4; slice++) {
          search.run(500);
          expect(search.bestTotal).toBeLessThanOrEqual(last);
          last = search.bestTotal;
        }
        const again = new Search(model, 2, { steps: 500, from: search.best() });
        expect(again.bestTotal).toBeLessThanOrEqual(last);
      }),
      { numRuns: 100 },
    );
  });

  it('finds what is best in tiny models', () => {
    let worse = 0;
    const tiny = models({ weeks: 1, days: 2, hours: 2, meetings: 3 });
    for (const model of fc.sample(tiny, { numRuns: 150, seed: 3 })) {
      const optimum = optimumOf(model);
      const found = solved(model, 1, 4_000).bestTotal;
      expect(found).toBeGreaterThanOrEqual(optimum);
      if (found > optimum) worse++;
    }
    expect(worse).toBe(0);
  });

  it('answers as well when the meetings come in another order', () => {
    fc.assert(
      fc.property(smallModels, (model) => {
        const count = model.meetings.length;
        const turned = inOrder(model, [...Array(count).keys()].reverse());
        expect(violationsOf(turned, solved(turned).best())).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('answers as well when everything is shifted by weeks', () => {
    fc.assert(
      fc.property(smallModels, fc.integer({ min: 1, max: 3 }), (model, weeks) => {
        const shifted = later(model, weeks);
        const search = solved(shifted);
        expect(violationsOf(shifted, search.best())).toEqual([]);
        // Of answers that are as good, another may be found.
        expect(search.bestTotal).toBe(solved(model).bestTotal);
      }),
      { numRuns: 50 },
    );
  });

  it('answers at once where there is nothing to decide', () => {
    const model = modelFrom(1, { weeks: 1, days: 1, hours: 1, meetings: 0 });
    const search = new Search(model, 1, { steps: 10 });
    search.run(10);
    expect(search.isDone).toBe(true);
    expect(search.best()).toEqual([]);
  });
});

describe('a change', () => {
  it('costs what its increments say, and leaves no trace when it is undone', () => {
    fc.assert(
      fc.property(smallModels, fc.nat(), (model, seed) => {
        const state = new State(layOut(model));
        const change = new Change(state);
        const random = new Random(seed);
        construct(state);
        const proposals = new Proposals(state, change, new Reach(state, random), random);
        let { total } = costOf(model, state.solution());
        for (let i = 0; i < 200 && !proposals.isEmpty; i++) {
          const before = state.solution();
          const delta = proposals.propose(Infinity);
          if (Number.isNaN(delta) || i % 3 === 0) {
            change.undo();
            expect(state.solution()).toEqual(before);
          } else {
            change.keep();
            total += delta;
            expect(costOf(model, state.solution()).total).toBe(total);
            expect(violationsOf(model, state.solution())).toEqual([]);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

function placementsOf({ starts, rooms, teams }: MeetingModel): Placement[] {
  return [...starts].flatMap((start) => [...rooms].flatMap((room) => teams.map((_, team) => ({ start, room, team }))));
}

/** The least that a solution without a violation costs, by trying all. */
function optimumOf(model: Model): number {
  let least = Infinity;
  const solution: (Placement | null)[] = model.meetings.map(() => null);
  const tryFrom = (meeting: number): void => {
    const its = model.meetings[meeting];
    if (!its) {
      least = Math.min(least, costOf(model, solution).total);
      return;
    }
    for (const at of its.fixed ? [its.fixed] : placementsOf(its)) {
      if (clashesOf(model, solution, meeting, at).length > 0) continue;
      solution[meeting] = at;
      tryFrom(meeting + 1);
      solution[meeting] = null;
    }
    // A fixed meeting is left out only where it has to be.
    if (!its.fixed || clashesOf(model, solution, meeting, its.fixed).length > 0) tryFrom(meeting + 1);
  };
  // Fixed ones go before all others.
  const order = [...model.meetings.keys()].sort((a, b) => Number(!model.meetings[a]!.fixed) - Number(!model.meetings[b]!.fixed)); // prettier-ignore
  model = inOrder(model, order);
  tryFrom(0);
  return least;
}

function inOrder(model: Model, order: number[]): Model {
  const now = (meetings: readonly number[]) => meetings.map((meeting) => order.indexOf(meeting));
  return {
    ...model,
    meetings: order.map((meeting) => model.meetings[meeting]!),
    crowds: model.crowds.map((one) => ({ ...one, meetings: now(one.meetings) })),
    series: model.series.map((one) => ({ ...one, meetings: now(one.meetings) })),
    relations: model.relations.map((one) => ({ ...one, first: order.indexOf(one.first), second: order.indexOf(one.second) })), // prettier-ignore
  };
}

/** The same in a longer calendar, so many weeks later. */
function later(model: Model, weeks: number): Model {
  const by = weeks * model.weekSlots;
  const perWeek = model.days / model.weeks;
  const hours = model.weekSlots / perWeek;
  const slots = model.slots + by;
  const days = model.days + weeks * perWeek;
  const shifted = (free: Uint8Array) => Uint8Array.from([...new Uint8Array(by), ...free]);
  return {
    ...model,
    slots,
    days,
    weeks: model.weeks + weeks,
    dayOf: Int32Array.from({ length: slots }, (_, slot) => Math.floor(slot / hours)),
    weekOf: Int32Array.from({ length: days }, (_, day) => Math.floor(day / perWeek)),
    weekSlotOf: Int32Array.from({ length: slots }, (_, slot) => slot % model.weekSlots),
    meetings: model.meetings.map((one) => ({
      ...one,
      starts: one.starts.map((start) => start + by),
      fixed: one.fixed && { ...one.fixed, start: one.fixed.start + by },
    })),
    rooms: model.rooms.map((room) => ({ ...room, free: shifted(room.free) })),
    trainers: model.trainers.map((trainer) => ({ ...trainer, free: shifted(trainer.free) })),
  };
}
