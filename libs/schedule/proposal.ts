import type { Hours, PlacedSession, UnplacedSession, Weights } from '@kohorte/rules';

/** How a schedule was asked for. */
export interface AssemblySettings {
  /** When sessions are liked best, on the clocks of each cohort. */
  preferred: { from: string; to: string };
  /** Who has no working pattern works then. */
  usualHours: readonly Hours[];
  weights: Weights;
  /** On whose clocks days begin. */
  timeZone: string;
  /** Multiplies the planned steps of the search. */
  effort: number;
  /** Days by which everything that has not opened yet moves; 0: nothing does. */
  shiftDays: number;
  /** The assembly that this one goes on from: its locked sessions stay, the others move only for a reason. */
  basedOn: string | null;
}

/** A group as proposed; it has the id that it will have once published. */
export interface ProposedGroup {
  groupId: string;
  cohortId: string;
  number: number;
  siteId: string | null;
  userIds: readonly string[];
}

/** What an assembly proposes, as it stands after changes by hand. */
export interface Proposal {
  groups: ProposedGroup[];
  placed: PlacedSession[];
  unplaced: UnplacedSession[];
  /** Sessions that shall have no place this time, as `sessionKey`s. */
  excluded: string[];
  cost: Record<string, number>;
}

/** What people compare: the wishes that are not kept, without the mark-up for what has no place. */
export function withoutPenalty(cost: Readonly<Record<string, number>>): number {
  return Object.entries(cost).reduce((sum, [name, value]) => (name === 'total' || name === 'unplaced' ? sum : sum + value), 0); // prettier-ignore
}
