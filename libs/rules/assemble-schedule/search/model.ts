/**
 * A timetabling problem in plain numbers: everything the search needs, nothing of courses, zones or names.
 *
 * Time is a row of *slots* of equal length, numbered from 0 and grouped into days; nothing lasts past the end of its
 * day. Things have the index of their place in the arrays. Costs are whole numbers and not negative; the hard
 * constraints have none: a solution either keeps them, or leaves a meeting unplaced.
 *
 * Hard: a meeting starts at one of its `starts`, in one of its `rooms`, with one of its `teams`; rooms and trainers are
 * free for its whole length; no room, trainer or crowd is in two meetings at a time; trainers keep to their most per
 * day and week; relations hold wherever both of their meetings are placed; fixed meetings stay.
 */
export interface Model {
  slots: number;
  /** Per slot: its day, from 0, rising. */
  dayOf: Int32Array;
  days: number;
  /** Per day: its week, from 0, rising. */
  weekOf: Int32Array;
  weeks: number;
  /** Per slot: what "the same weekday and hour" is told by, from 0 to `weekSlots` - 1. */
  weekSlotOf: Int32Array;
  weekSlots: number;
  meetings: readonly MeetingModel[];
  rooms: readonly RoomModel[];
  trainers: readonly TrainerModel[];
  /** How many sites there are; rooms stand in them, trainers travel to them. */
  sites: number;
  crowds: readonly CrowdModel[];
  series: readonly SeriesModel[];
  relations: readonly RelationModel[];
  /** For each pair of meetings that the same trainer has: makes uneven loads dear. */
  pairOfOneTrainer: number;
  /** For each site beyond the first that a trainer is in on one day. */
  extraSiteOfDay: number;
  /** For a meeting that is not placed; above everything that could be saved by leaving it out. */
  unplaced: number;
}

export interface MeetingModel {
  /** In slots, at least 1. */
  length: number;
  /** Slots it may start at, rising; the whole length lies within the day. */
  starts: Int32Array;
  /** Beside `starts`: what each costs. */
  startCosts: Int32Array;
  /** Rooms it may be in, rising; -1 stands for none, as for a meeting online. */
  rooms: Int32Array;
  /** Beside `rooms`. */
  roomCosts: Int32Array;
  /** Sets of trainers that may lead it; an empty set where it needs nobody. Never no set at all, unless none is able. */
  teams: readonly (readonly number[])[];
  /** Beside `teams`. */
  teamCosts: Int32Array;
  /** Stays where it is. */
  fixed: Placement | null;
}

export interface RoomModel {
  /** Per slot: 1 where it may be used. */
  free: Uint8Array;
  site: number;
}

export interface TrainerModel {
  /** Per slot: 1 where they may work. */
  free: Uint8Array;
  /** Meetings; `Infinity` for no limit. */
  mostPerDay: number;
  mostPerWeek: number;
  /** Per site: what a meeting there costs in travel; -1 where they do not go. */
  siteCosts: Int32Array;
}

/** People who are in exactly these meetings, and so can be in only one at a time. */
export interface CrowdModel {
  meetings: readonly number[];
  /** For each meeting that has no other of this crowd directly before or after it on its day. */
  alone: number;
}

/** Meetings that want to be alike, or apart. */
export interface SeriesModel {
  meetings: readonly number[];
  /** On at least so many days; for each that is missing, `missingDay`. */
  fewestDays: number;
  missingDay: number;
  /** For each room, trainer, weekday-and-hour beyond the first that the series is held in, by, at. */
  extraRoom: number;
  extraTrainer: number;
  extraWeekSlot: number;
}

/** What must hold between two meetings once both are placed. */
export interface RelationModel {
  first: number;
  second: number;
  /** Days from the first to the second: at least, at most. With a least of 0, the second starts after the first ends. */
  leastDays: number;
  mostDays: number;
  /** At the same weekday and hour. */
  sameWeekSlot: boolean;
}

/** Where a meeting is: start as a slot, room as its index or -1, trainers as an index into the meeting's `teams`. */
export interface Placement {
  start: number;
  room: number;
  team: number;
}

/** Beside `model.meetings`; `null` for what is not placed. */
export type Solution = readonly (Placement | null)[];

/** What a solution costs, term by term, and in all. */
export interface SolutionCost {
  total: number;
  /** How many meetings are not placed; each costs `model.unplaced`. */
  unplaced: number;
  starts: number;
  rooms: number;
  teams: number;
  travel: number;
  extraSites: number;
  fairness: number;
  alone: number;
  missingDays: number;
  extraRooms: number;
  extraTrainers: number;
  extraWeekSlots: number;
}
