import type { AssembledSession, AssemblyCohort, AssemblyRow, AssemblyView } from '@kohorte/contracts';
import { type Wall, wallOf } from './week.js';

/** The ways to look at a proposal. */
export const plannerViews = ['calendar', 'rooms', 'trainers'] as const;
export type PlannerView = (typeof plannerViews)[number];

/** Where a session could be. */
export interface Place {
  from: string;
  roomId: string | null;
  trainerIds: string[];
}

/** A place that one tries out for a session and has not chosen yet. */
export interface Draft {
  key: string;
  place: Place;
}

/** How an address names one session of one group. */
export const keyOf = ({ itemId, groupId }: { itemId: string; groupId: string }): string => `${itemId}~${groupId}`;

export const placeOf = ({ place }: AssembledSession): Place | null =>
  place && { from: place.from, roomId: place.roomId, trainerIds: place.trainerIds };

export const isSamePlace = (one: Place | null, other: Place | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    Date.parse(one.from) === Date.parse(other.from) &&
    one.roomId === other.roomId &&
    one.trainerIds.toSorted().join() === other.trainerIds.toSorted().join());

export const isWorking = ({ state }: AssemblyRow): boolean => state === 'waiting' || state === 'running';
/** Whether it can still be changed. */
export const isOpen = ({ state }: AssemblyRow): boolean => state === 'done';

export const unplacedOf = ({ sessions }: AssemblyView): AssembledSession[] =>
  sessions.filter(({ place, excluded }) => !place && !excluded);

/** Sessions with a place, in their order in time. */
export const placedOf = ({ sessions }: AssemblyView): AssembledSession[] =>
  sessions.filter(({ place }) => place).sort((a, b) => Date.parse(a.place!.from) - Date.parse(b.place!.from));

/** How a cohort is marked: by a letter, and by one of eight colours that only help the eye. */
export interface Mark {
  letter: string;
  hue: number;
}

export function marksOf(cohorts: readonly AssemblyCohort[]): Map<string, Mark> {
  return new Map(cohorts.map(({ cohortId }, index) => [cohortId, { letter: lettersOf(index), hue: index % 8 }]));
}

/** A, B … Z, AA, AB … */
function lettersOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : lettersOf(Math.floor(index / 26) - 1) + letter;
}

/** A session as the board draws it, on the clocks of the board. */
export interface Drawn {
  session: AssembledSession;
  place: Place;
  at: Wall;
  isDraft: boolean;
}

/** What the board draws: each session at its place, and beside it the place that is tried out. */
export function drawn(sessions: readonly AssembledSession[], draft: Draft | null, timeZone: string): Drawn[] {
  return sessions.flatMap((session): Drawn[] => {
    const place = placeOf(session);
    const own = place ? [{ session, place, at: wallOf(place.from, timeZone), isDraft: false }] : [];
    if (draft?.key !== keyOf(session) || isSamePlace(draft.place, place)) return own;
    return [...own, { session, place: draft.place, at: wallOf(draft.place.from, timeZone), isDraft: true }];
  });
}
