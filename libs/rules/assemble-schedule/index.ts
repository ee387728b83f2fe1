export {
  type Asked,
  type AskedCohort,
  type AskedSession,
  type Group as SessionGroup,
  type Hours,
  type Interval,
  type KeptSession,
  type Learner,
  type PlacedSession,
  type Reason,
  type Room,
  type SessionDemand,
  sessionKey,
  type SessionMode,
  type Site,
  type Trainer,
  type UnplacedSession,
  usualWeights,
  type Weights,
} from './asked.js';
export { type Assembled, assembleSchedule, Assembly, heldFor, Judge, type Judgement } from './assembly.js';
export { groupSizes, splitIntoGroups } from './groups.js';
export { sessionWindow } from './window.js';
