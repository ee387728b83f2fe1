import { type SessionDemand, usualDemand } from '@kohorte/rules';

/** Groups of twelve, each with one trainer throughout. */
const inGroups: SessionDemand = {
  ...usualDemand,
  groupLeast: 3,
  groupBest: 12,
  groupMost: 16,
  qualification: 'learnfluencer',
};

/** To begin with, all of a group see each other in a room of their site. */
export const kickOff: SessionDemand = { ...inGroups, mode: 'on-site', equipment: ['flipchart'] };

/** The first of two online: within ten days, and not in the days right after the beginning. */
export const firstOnline: SessionDemand = {
  ...inGroups,
  mode: 'online',
  window: 'within-days',
  windowDays: 10,
  leastDaysAfterPrevious: 3,
};

export const secondOnline: SessionDemand = { ...inGroups, mode: 'online', leastDaysAfterPrevious: 6 };

/** Where it began, at the same hour if possible. */
export const closing: SessionDemand = {
  ...inGroups,
  mode: 'on-site',
  equipment: ['flipchart'],
  leastDaysAfterPrevious: 6,
};
