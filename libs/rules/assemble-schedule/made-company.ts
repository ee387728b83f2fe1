import type { Asked, AskedCohort, AskedSession, Hours, Learner, Room, Site, Trainer } from './asked.js';
import { usualWeights } from './asked.js';

/** Working days from nine to five. */
export const nineToFive: readonly Hours[] = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' }));

/** Monday, 1 March 2027, 00:00 in Berlin. */
export const beginning = Date.parse('2027-02-28T23:00:00Z');
const day = 86_400_000;

/** A session that asks for little: ninety minutes online for up to twenty, with one trainer, in its own week. */
export function session(itemId: string, week: number, said: Partial<AskedSession> = {}): AskedSession {
  return {
    itemId,
    minutes: 90,
    from: beginning + week * 7 * day,
    to: beginning + (week + 1) * 7 * day,
    mode: 'online',
    groupLeast: 1,
    groupBest: 15,
    groupMost: 20,
    equipment: [],
    trainers: 1,
    qualification: null,
    window: 'module-week',
    windowDays: 0,
    leastDaysAfterPrevious: 0,
    sameWeekSlot: false,
    sameRoom: true,
    sameTrainer: true,
    spreadDays: null,
    backToBack: false,
    ...said,
  };
}

export function learner(userId: string, said: Partial<Learner> = {}): Learner {
  return { userId, siteId: 'site-1', timeZone: 'Europe/Berlin', region: null, hours: nineToFive, busy: [], ...said };
}

export function trainer(userId: string, said: Partial<Trainer> = {}): Trainer {
  return { ...learner(userId), qualifications: [], mostPerDay: null, mostPerWeek: null, travelsTo: [], ...said };
}

export function room(roomId: string, said: Partial<Room> = {}): Room {
  return { roomId, siteId: 'site-1', seats: 20, equipment: [], hours: nineToFive, blocked: [], ...said };
}

export function site(siteId: string, said: Partial<Site> = {}): Site {
  return { siteId, timeZone: 'Europe/Berlin', region: null, ...said };
}

export function cohort(cohortId: string, said: Partial<AskedCohort> = {}): AskedCohort {
  return {
    cohortId,
    region: null,
    timeZone: 'Europe/Berlin',
    breaks: [],
    userIds: [],
    groups: [],
    sessions: [],
    ...said,
  };
}

/** What is asked, with everything that is not said left empty. */
export function asked(said: Partial<Asked> = {}): Asked {
  return {
    seed: 1,
    now: beginning,
    timeZone: 'Europe/Berlin',
    cohorts: [],
    sites: [site('site-1')],
    rooms: [],
    trainers: [],
    learners: [],
    holidays: {},
    preferred: { from: '09:00', to: '17:00' },
    kept: [],
    excluded: [],
    weights: usualWeights,
    ...said,
  };
}
