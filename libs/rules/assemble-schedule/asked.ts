/** Instants are milliseconds since 1970, so that all of this travels to another thread as it is. */
export type Instant = number;

/** From the first instant on, up to but without the second. */
export interface Interval {
  from: Instant;
  to: Instant;
}

/** Hours of one weekday on the clocks of wherever they apply: ISO weekday (Monday is 1), `09:00` to `17:00`. */
export interface Hours {
  weekday: number;
  from: string;
  to: string;
}

/** How a session is held: with all in a room, with nobody in a room, or with some in a room and the others online. */
export type SessionMode = 'on-site' | 'online' | 'hybrid';

/** What a course asks for its session: stands on the item of its version. */
export interface SessionDemand {
  mode: SessionMode;
  /** Learners in one group: at least, at best, at most. */
  groupLeast: number;
  groupBest: number;
  groupMost: number;
  /** What the room must have. */
  equipment: readonly string[];
  /** How many trainers lead it, and what each of them must be qualified for. */
  trainers: number;
  qualification: string | null;
  /** When it may be: while its module is the newest one, in the days before it opens, or in the days after. */
  window: 'module-week' | 'before-release' | 'within-days';
  /** For the last two windows. */
  windowDays: number;
  /** Days that lie at least between the session before it in the course and this one. */
  leastDaysAfterPrevious: number;
  /** On the same weekday and at the same hour as the sessions of the course that ask for it, too. */
  sameWeekSlot: boolean;
  /** Wishes: in one room, by one trainer, throughout. */
  sameRoom: boolean;
  sameTrainer: boolean;
  /** A wish: the sessions of the course that ask for it lie on at least so many days; `null`: no such wish. */
  spreadDays: number | null;
  /** A wish: directly before or after another session on its day. */
  backToBack: boolean;
}

/** One session of a course as a cohort needs it: once for each of its groups. */
export interface AskedSession extends SessionDemand {
  itemId: string;
  minutes: number;
  /** Its window in time. */
  from: Instant;
  to: Instant;
}

/** People who go through all sessions of a cohort together. */
export interface Group {
  groupId: string;
  /** From 1, within its cohort. */
  number: number;
  /** Where most of them work; `null` where nobody's site is known. */
  siteId: string | null;
  userIds: readonly string[];
}

export interface AskedCohort {
  cohortId: string;
  /** Region of public holidays on which no session is held; `null`: none. */
  region: string | null;
  timeZone: string;
  /** Dates without sessions, both ends included. */
  breaks: readonly { from: string; to: string }[];
  userIds: readonly string[];
  /** Groups that people know already; they stay, and newcomers join the smallest one that fits. */
  groups: readonly Group[];
  /** In the order of the course. */
  sessions: readonly AskedSession[];
}

export interface Site {
  siteId: string;
  timeZone: string;
  region: string | null;
}

export interface Room {
  roomId: string;
  siteId: string;
  seats: number;
  equipment: readonly string[];
  /** On the clocks of its site. */
  hours: readonly Hours[];
  blocked: readonly Interval[];
}

export interface Learner {
  userId: string;
  siteId: string | null;
  timeZone: string;
  region: string | null;
  /** On their own clocks. */
  hours: readonly Hours[];
  busy: readonly Interval[];
}

export interface Trainer extends Learner {
  qualifications: readonly string[];
  /** Sessions; `null`: no limit. */
  mostPerDay: number | null;
  mostPerWeek: number | null;
  /** Sites they travel to besides their own. */
  travelsTo: readonly string[];
}

/** What one unit of each wish costs; whole numbers, 0 for "does not matter". */
export interface Weights {
  /** A weekday and hour beyond the first, in the series of a group. */
  weekSlot: number;
  room: number;
  trainer: number;
  missingDay: number;
  alone: number;
  /** A trainer's session at a site that is not their own. */
  travel: number;
  /** A trainer at another site on the same day. */
  secondSite: number;
  /** For each pair of sessions that one trainer has. */
  load: number;
  /** Each half-hour that a session lies outside the preferred hours, or in lunch. */
  unpreferredHour: number;
  /** Telling people of another time, room, trainer than they know. */
  movedTime: number;
  movedRoom: number;
  movedTrainer: number;
}

export const usualWeights: Weights = {
  weekSlot: 6,
  room: 3,
  trainer: 8,
  missingDay: 5,
  alone: 4,
  travel: 3,
  secondSite: 6,
  load: 1,
  unpreferredHour: 1,
  movedTime: 60,
  movedRoom: 15,
  movedTrainer: 20,
};

/** A session of this assembly that has its place already. */
export interface KeptSession {
  itemId: string;
  groupId: string;
  from: Instant;
  roomId: string | null;
  trainerIds: readonly string[];
  /** It stays, whatever it costs; otherwise moving it is dear, as people know of it. */
  locked: boolean;
}

/** Everything that assembling a schedule is decided by; the same input gives the same schedule. */
export interface Asked {
  seed: number;
  /** Nothing is placed before. */
  now: Instant;
  /** On whose clocks days begin and weekdays are told. */
  timeZone: string;
  cohorts: readonly AskedCohort[];
  sites: readonly Site[];
  rooms: readonly Room[];
  trainers: readonly Trainer[];
  learners: readonly Learner[];
  /** Dates of public holidays by region. */
  holidays: Readonly<Record<string, readonly string[]>>;
  /** When sessions are liked best, lunch aside, on the clocks of each cohort. */
  preferred: { from: string; to: string };
  kept: readonly KeptSession[];
  /** Sessions that shall not be placed this time, as `sessionKey`s. */
  excluded: readonly string[];
  weights: Weights;
}

/** Names one session of one group: `item group`. */
export function sessionKey({ itemId, groupId }: { itemId: string; groupId: string }): string {
  return `${itemId} ${groupId}`;
}

/** A session with its place. */
export interface PlacedSession {
  itemId: string;
  cohortId: string;
  groupId: string;
  from: Instant;
  to: Instant;
  roomId: string | null;
  trainerIds: readonly string[];
  locked: boolean;
}

/** Why something cannot be: what, whose, and which session it meets where it meets one. */
export interface Reason {
  code:
    | 'window-over'
    | 'window-too-short'
    | 'no-room-suits'
    | 'no-trainer-qualified'
    | 'cohort-break'
    | 'holiday'
    | 'learner-away'
    | 'room-closed'
    | 'room-taken'
    | 'trainer-away'
    | 'trainer-taken'
    | 'trainer-elsewhere'
    | 'trainer-day-full'
    | 'trainer-week-full'
    | 'learner-taken'
    | 'order';
  /** The room, trainer, learner, session (as `sessionKey`) or region it is about. */
  subject: string | null;
  /** Share of the possible times that this stands in the way of, 0 to 1. */
  share: number;
}

/** A session without a place. */
export interface UnplacedSession {
  itemId: string;
  cohortId: string;
  groupId: string;
  /** The fewest reasons that together rule out every time; never none. */
  reasons: readonly Reason[];
  /** The fewest things that would have to change for one place, and that place where there is one. */
  wouldHelp: { reasons: readonly Reason[]; from: Instant | null; roomId: string | null; trainerIds: readonly string[] };
}
