import { type Clash, clashesOf } from './clashes.js';
import type { Model, Placement, Solution, SolutionCost } from './model.js';

/** What a solution costs, reckoned from scratch; it need not be valid. */
export function costOf(model: Model, solution: Solution): SolutionCost {
  const placed = placedOf(model, solution);
  const cost = {
    unplaced: model.meetings.length - placed.length,
    starts: sum(placed.map(({ meeting, start }) => costAt(meeting.starts, meeting.startCosts, start))),
    rooms: sum(placed.map(({ meeting, room }) => costAt(meeting.rooms, meeting.roomCosts, room))),
    teams: sum(placed.map(({ meeting, team }) => meeting.teamCosts[team] ?? 0)),
    ...trainersCost(model, placed),
    alone: sum(model.crowds.map(({ meetings, alone }) => alone * countAlone(model, among(placed, meetings)))),
    missingDays: 0,
    extraRooms: 0,
    extraTrainers: 0,
    extraWeekSlots: 0,
  };
  for (const series of model.series) {
    const own = among(placed, series.meetings);
    const days = new Set(own.map(({ day }) => day)).size;
    cost.missingDays += series.missingDay * Math.max(series.fewestDays - days, 0);
    cost.extraRooms += series.extraRoom * beyondFirst(own.map(({ room }) => room).filter((room) => room >= 0));
    cost.extraTrainers += series.extraTrainer * beyondFirst(own.flatMap(({ trainers }) => trainers));
    cost.extraWeekSlots += series.extraWeekSlot * beyondFirst(own.map(({ start }) => model.weekSlotOf[start]!));
  }
  const { unplaced, ...others } = cost;
  return { ...cost, total: unplaced * model.unplaced + sum(Object.values(others)) };
}

/** A hard constraint that a solution breaks. */
export interface Violation extends Clash {
  meeting: number;
}

/** All hard constraints that a solution breaks, each told once; none for what the search returns. */
export function violationsOf(model: Model, solution: Solution): Violation[] {
  return model.meetings.flatMap((_, meeting) => {
    const placement = solution[meeting];
    if (!placement) return [];
    return clashesOf(model, solution, meeting, placement)
      .filter(({ meetings }) => meetings.length === 0 || meetings.some((other) => other > meeting))
      .map((clash) => ({ ...clash, meeting }));
  });
}

/** A placed meeting with what follows from its placement. */
interface Placed extends Placement {
  index: number;
  meeting: Model['meetings'][number];
  end: number;
  day: number;
  trainers: number[];
}

function placedOf(model: Model, solution: Solution): Placed[] {
  return solution.flatMap((placement, index) => {
    const meeting = model.meetings[index];
    if (!placement || !meeting) return [];
    const { start } = placement;
    const trainers = [...new Set(meeting.teams[placement.team] ?? [])];
    return [{ ...placement, index, meeting, end: start + meeting.length, day: model.dayOf[start]!, trainers }];
  });
}

function trainersCost(model: Model, placed: Placed[]): Pick<SolutionCost, 'travel' | 'extraSites' | 'fairness'> {
  const cost = { travel: 0, extraSites: 0, fairness: 0 };
  model.trainers.forEach(({ siteCosts }, trainer) => {
    const own = placed.filter(({ trainers }) => trainers.includes(trainer));
    const travels = own
      .filter(({ room }) => room >= 0)
      .map(({ room, day }) => ({ day, site: model.rooms[room]!.site }));
    cost.travel += sum(travels.map(({ site }) => Math.max(siteCosts[site]!, 0)));
    for (const day of new Set(travels.map((travel) => travel.day)))
      cost.extraSites += model.extraSiteOfDay * beyondFirst(travels.filter((one) => one.day === day).map(({ site }) => site)); // prettier-ignore
    cost.fairness += (model.pairOfOneTrainer * own.length * (own.length - 1)) / 2;
  });
  return cost;
}

function countAlone(model: Model, own: Placed[]): number {
  return own.filter(
    (one) => !own.some((other) => other.day === one.day && (other.end === one.start || other.start === one.end)),
  ).length;
}

const among = (placed: Placed[], meetings: readonly number[]) => placed.filter(({ index }) => meetings.includes(index));

const costAt = (candidates: Int32Array, costs: Int32Array, one: number) => costs[candidates.indexOf(one)] ?? 0;

const beyondFirst = (used: readonly number[]) => Math.max(new Set(used).size - 1, 0);

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
