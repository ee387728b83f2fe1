import type { Reason } from './asked.js';
import { type Compiled, slotsFor } from './compile.js';
import type { Placement, Solution } from './search/model.js';

/** A reason without its share. */
export type Blocker = Omit<Reason, 'share'>;

/** Trainers by their index in the model, instead of a set of theirs. */
export interface Place {
  start: number;
  /** -1: no room. */
  room: number;
  trainers: readonly number[];
}

/**
 * A solution as it stands, to ask what stands in the way of one more meeting: the same question for what could not be
 * placed, and for what a planner wants to move by hand.
 */
export class Board {
  private readonly atRoom: Map<number, number>[];
  private readonly atTrainer: Map<number, number>[];
  private readonly dayLoad: Map<number, number>[];
  private readonly weekLoad: Map<number, number>[];
  private readonly atCrowd: Map<number, number>[];
  private readonly crowdsOf: number[][];
  private readonly relationsOf: number[][];

  constructor(
    private readonly compiled: Compiled,
    private readonly solution: Solution,
  ) {
    const { model } = compiled;
    const maps = (count: number): Map<number, number>[] => Array.from({ length: count }, () => new Map());
    this.atRoom = maps(model.rooms.length);
    this.atTrainer = maps(model.trainers.length);
    this.dayLoad = maps(model.trainers.length);
    this.weekLoad = maps(model.trainers.length);
    this.atCrowd = maps(model.crowds.length);
    this.crowdsOf = model.meetings.map(() => []);
    model.crowds.forEach(({ meetings }, crowd) => meetings.forEach((meeting) => this.crowdsOf[meeting]!.push(crowd)));
    this.relationsOf = model.meetings.map(() => []);
    model.relations.forEach(({ first, second }, index) => {
      this.relationsOf[first]!.push(index);
      this.relationsOf[second]!.push(index);
    });
    solution.forEach((placement, meeting) => placement && this.enter(meeting, placement));
  }

  /** What keeps the group from coming at this start; whatever is there of the meeting itself does not count. */
  atStart(meeting: number, start: number): Blocker[] {
    const { model, meetings, closed, freeTime } = this.compiled;
    const { cohort, people, session, fromSlot, toSlot } = meetings[meeting]!;
    const end = start + model.meetings[meeting]!.length;
    const found = new Blockers();
    if (start < fromSlot || end > toSlot || end > this.compiled.grid.endOfDay(start)) found.add('window-over', null);
    const { inBreak, onHoliday } = closed.get(cohort.cohortId)!;
    for (let slot = start; slot < end; slot += 1) {
      if (inBreak[slot] === 1) found.add('cohort-break', null);
      if (onHoliday[slot] === 1) found.add('holiday', cohort.region);
    }
    for (const person of people) if (!isFree(freeTime.of(person), start, end)) found.add('learner-away', person.userId);
    for (const crowd of this.crowdsOf[meeting]!)
      for (const other of this.others(this.atCrowd[crowd]!, start, end, meeting))
        found.add('learner-taken', meetings[other]!.key);
    for (const index of this.relationsOf[meeting]!) {
      const relation = model.relations[index]!;
      const other = relation.first === meeting ? relation.second : relation.first;
      const place = this.solution[other];
      if (!place) continue;
      const [first, second] = relation.first === meeting ? [start, place.start] : [place.start, start];
      const days = model.dayOf[second]! - model.dayOf[first]!;
      const isInOrder = second >= first + model.meetings[relation.first]!.length;
      const isSame = !relation.sameWeekSlot || model.weekSlotOf[first] === model.weekSlotOf[second];
      if (!isInOrder || days < relation.leastDays || days > relation.mostDays || !isSame)
        found.add('order', meetings[other]!.key);
    }
    if (slotsFor(session.minutes) > toSlot - fromSlot) found.add('window-too-short', null);
    return found.list;
  }

  /** What keeps this room from being used. */
  inRoom(meeting: number, start: number, room: number): Blocker[] {
    const found = new Blockers();
    if (room < 0) return found.list;
    const end = start + this.compiled.model.meetings[meeting]!.length;
    const key = this.compiled.rooms[room]!.roomId;
    if (!isFree(this.compiled.model.rooms[room]!.free, start, end)) found.add('room-closed', key);
    if (this.others(this.atRoom[room]!, start, end, meeting).length > 0) found.add('room-taken', key);
    return found.list;
  }

  /** What keeps this trainer from leading it, wherever. */
  byTrainer(meeting: number, start: number, trainer: number): Blocker[] {
    const { model } = this.compiled;
    const { free, mostPerDay, mostPerWeek } = model.trainers[trainer]!;
    const found = new Blockers();
    const end = start + model.meetings[meeting]!.length;
    const key = this.compiled.trainers[trainer]!.userId;
    if (!isFree(free, start, end)) found.add('trainer-away', key);
    if (this.others(this.atTrainer[trainer]!, start, end, meeting).length > 0) found.add('trainer-taken', key);
    const day = model.dayOf[start]!;
    const own = this.solution[meeting];
    const leads = own ? model.meetings[meeting]!.teams[own.team]!.includes(trainer) : false;
    const ofDay = (this.dayLoad[trainer]!.get(day) ?? 0) - (leads && model.dayOf[own!.start] === day ? 1 : 0);
    const week = model.weekOf[day]!;
    const isSameWeek = leads && model.weekOf[model.dayOf[own!.start]!] === week;
    const ofWeek = (this.weekLoad[trainer]!.get(week) ?? 0) - (isSameWeek ? 1 : 0);
    if (ofDay + 1 > mostPerDay) found.add('trainer-day-full', key);
    if (ofWeek + 1 > mostPerWeek) found.add('trainer-week-full', key);
    return found.list;
  }

  /** Everything that stands in the way of a place. */
  at(meeting: number, { start, room, trainers }: Place): Blocker[] {
    return [
      ...this.atStart(meeting, start),
      ...this.inRoom(meeting, start, room),
      ...trainers.flatMap((trainer) => this.byTrainer(meeting, start, trainer)),
      ...trainers.flatMap((trainer) => this.thereWith(room, trainer)),
    ];
  }

  /** A trainer does not go to every site. */
  private thereWith(room: number, trainer: number): Blocker[] {
    if (room < 0) return [];
    const { model, trainers } = this.compiled;
    const goes = model.trainers[trainer]!.siteCosts[model.rooms[room]!.site]! >= 0;
    return goes ? [] : [{ code: 'trainer-elsewhere', subject: trainers[trainer]!.userId }];
  }

  private enter(meeting: number, { start, room, team }: Placement): void {
    const { model } = this.compiled;
    const { length, teams } = model.meetings[meeting]!;
    const day = model.dayOf[start]!;
    for (const trainer of teams[team]!) {
      count(this.dayLoad[trainer]!, day);
      count(this.weekLoad[trainer]!, model.weekOf[day]!);
    }
    for (let slot = start; slot < start + length; slot += 1) {
      if (room >= 0) this.atRoom[room]!.set(slot, meeting);
      for (const trainer of teams[team]!) this.atTrainer[trainer]!.set(slot, meeting);
      for (const crowd of this.crowdsOf[meeting]!) this.atCrowd[crowd]!.set(slot, meeting);
    }
  }

  private others(at: Map<number, number>, start: number, end: number, except: number): number[] {
    const found = new Set<number>();
    for (let slot = start; slot < end; slot += 1) {
      const other = at.get(slot);
      if (other !== undefined && other !== except) found.add(other);
    }
    return [...found];
  }
}

function isFree(mask: Uint8Array, start: number, end: number): boolean {
  if (start < 0 || end > mask.length) return false;
  for (let slot = start; slot < end; slot += 1) if (mask[slot] === 0) return false;
  return true;
}

const count = (map: Map<number, number>, key: number): Map<number, number> => map.set(key, (map.get(key) ?? 0) + 1);

class Blockers {
  readonly list: Blocker[] = [];

  add(code: Reason['code'], subject: string | null): void {
    if (!this.list.some((one) => one.code === code && one.subject === subject)) this.list.push({ code, subject });
  }
}
