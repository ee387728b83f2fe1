export {
  type Asked,
  type AskedCohort,
  type Group as SessionGroup,
  type Hours,
  type Interval,
  type KeptSession,
  type Learner,
  type PlacedSession,
  type Reason,
  type SessionDemand,
  sessionKey,
  type SessionMode,
  type Trainer,
  type UnplacedSession,
  usualWeights,
  type Weights,
} from './asked.js';
export { type Assembled, Assembly, Judge } from './assembly.js';
export { groupForNewcomer } from './newcomer.js';
export { sessionWindow } from './window.js';
