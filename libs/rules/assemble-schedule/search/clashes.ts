import type { MeetingModel, Model, Placement, RelationModel, Solution } from './model.js';

export type ClashKind =
  /** It is fixed elsewhere. */
  | 'fixed'
  /** It may not start then. */
  | 'start'
  /** It may not be in that room. */
  | 'room'
  | 'room-closed'
  | 'room-taken'
  /** That team may not lead it. */
  | 'team'
  | 'trainer-away'
  | 'trainer-taken'
  /** The trainer does not go to the room's site. */
  | 'trainer-site'
  | 'trainer-day'
  | 'trainer-week'
  | 'crowd-taken'
  /** The second would begin before the first ends. */
  | 'order'
  | 'too-near'
  | 'too-far'
  | 'week-slot';

/** A hard constraint that a placement breaks. */
export interface Clash {
  kind: ClashKind;
  /** The other meetings that are in the way, rising. */
  meetings: readonly number[];
  room?: number;
  trainer?: number;
  crowd?: number;
  /** Its index in `model.relations`. */
  relation?: number;
}

/**
 * Which hard constraints one meeting would break if it were at this placement and all others stayed as they are.
 * Whether a fixed meeting could be chosen to be where it is fixed is not asked.
 */
export function clashesOf(model: Model, solution: Solution, meeting: number, placement: Placement): Clash[] {
  const asked = new Asked(model, solution, meeting, placement);
  if (!asked.isWithinADay()) return [{ kind: 'start', meetings: [] }];
  return [...asked.ownClashes(), ...asked.roomClashes(), ...asked.trainerClashes(), ...asked.crowdClashes(), ...asked.relationClashes()]; // prettier-ignore
}

class Asked {
  private readonly its: MeetingModel;
  private readonly end: number;

  constructor(
    private readonly model: Model,
    private readonly solution: Solution,
    private readonly meeting: number,
    private readonly at: Placement,
  ) {
    this.its = model.meetings[meeting]!;
    this.end = at.start + this.its.length;
  }

  isWithinADay(): boolean {
    const { dayOf, slots } = this.model;
    const { start } = this.at;
    return start >= 0 && this.end <= slots && dayOf[start] === dayOf[this.end - 1];
  }

  ownClashes(): Clash[] {
    const { its, at } = this;
    const isTeam = its.teams[at.team] !== undefined;
    const isRoom = at.room === -1 || this.model.rooms[at.room] !== undefined;
    if (its.fixed && isSame(its.fixed, at) && isTeam && isRoom) return [];
    const found: Clash[] = [];
    if (its.fixed && !isSame(its.fixed, at)) found.push({ kind: 'fixed', meetings: [] });
    if (!its.starts.includes(at.start)) found.push({ kind: 'start', meetings: [] });
    if (!isRoom || !its.rooms.includes(at.room)) found.push({ kind: 'room', meetings: [], room: at.room });
    if (!isTeam) found.push({ kind: 'team', meetings: [] });
    return found;
  }

  roomClashes(): Clash[] {
    const { room } = this.at;
    const its = this.model.rooms[room];
    if (!its) return [];
    const found: Clash[] = [];
    if (!this.its.fixed && !this.isFree(its.free)) found.push({ kind: 'room-closed', meetings: [], room });
    const taken = this.others((other) => other.room === room);
    if (taken.length > 0) found.push({ kind: 'room-taken', meetings: taken, room });
    return found;
  }

  trainerClashes(): Clash[] {
    const { model, its, at } = this;
    const found: Clash[] = [];
    for (const trainer of new Set(its.teams[at.team] ?? [])) {
      const { free, siteCosts, mostPerDay, mostPerWeek } = model.trainers[trainer]!;
      if (!its.fixed && !this.isFree(free)) found.push({ kind: 'trainer-away', meetings: [], trainer });
      const site = model.rooms[at.room]?.site;
      if (!its.fixed && site !== undefined && siteCosts[site]! < 0) found.push({ kind: 'trainer-site', meetings: [], trainer }); // prettier-ignore
      const isTheirs = (other: Placement, index: number) => model.meetings[index]!.teams[other.team]?.includes(trainer) === true; // prettier-ignore
      const taken = this.others(isTheirs);
      if (taken.length > 0) found.push({ kind: 'trainer-taken', meetings: taken, trainer });
      const day = model.dayOf[at.start]!;
      const thatDay = this.placed((other, i) => isTheirs(other, i) && model.dayOf[other.start] === day);
      if (thatDay.length >= mostPerDay) found.push({ kind: 'trainer-day', meetings: thatDay, trainer });
      const thatWeek = this.placed((other, i) => isTheirs(other, i) && model.weekOf[model.dayOf[other.start]!] === model.weekOf[day]); // prettier-ignore
      if (thatWeek.length >= mostPerWeek) found.push({ kind: 'trainer-week', meetings: thatWeek, trainer });
    }
    return found;
  }

  crowdClashes(): Clash[] {
    return this.model.crowds.flatMap(({ meetings }, crowd): Clash[] => {
      if (!meetings.includes(this.meeting)) return [];
      const taken = this.others((_, index) => meetings.includes(index));
      return taken.length > 0 ? [{ kind: 'crowd-taken', meetings: taken, crowd }] : [];
    });
  }

  relationClashes(): Clash[] {
    return this.model.relations.flatMap((relation, index): Clash[] => {
      const { first, second } = relation;
      if (first === second || (this.meeting !== first && this.meeting !== second)) return [];
      const other = this.meeting === first ? second : first;
      const there = this.solution[other];
      if (!there) return [];
      const [one, two] = this.meeting === first ? [this.at, there] : [there, this.at];
      return brokenIn(this.model, relation, one.start, two.start).map((kind) => ({ kind, meetings: [other], relation: index })); // prettier-ignore
    });
  }

  private isFree(free: Uint8Array): boolean {
    for (let slot = this.at.start; slot < this.end; slot++) if (!free[slot]) return false;
    return true;
  }

  private placed(isAsked: (other: Placement, index: number) => boolean): number[] {
    return this.solution.flatMap((other, i) => (other && i !== this.meeting && isAsked(other, i) ? [i] : []));
  }

  /** Other meetings of the kind asked for that are at the same time. */
  private others(isAsked: (other: Placement, index: number) => boolean): number[] {
    const { at, end, model } = this;
    return this.placed(
      (other, i) => other.start < end && at.start < other.start + model.meetings[i]!.length && isAsked(other, i),
    );
  }
}

function brokenIn(model: Model, relation: RelationModel, first: number, second: number): ClashKind[] {
  const { leastDays, mostDays, sameWeekSlot } = relation;
  const broken: ClashKind[] = [];
  const days = model.dayOf[second]! - model.dayOf[first]!;
  if (days < leastDays) broken.push(leastDays > 0 ? 'too-near' : 'order');
  else if (leastDays === 0 && second < first + model.meetings[relation.first]!.length) broken.push('order');
  if (days > mostDays) broken.push('too-far');
  if (sameWeekSlot && model.weekSlotOf[first] !== model.weekSlotOf[second]) broken.push('week-slot');
  return broken;
}

const isSame = (a: Placement, b: Placement) => a.start === b.start && a.room === b.room && a.team === b.team;
