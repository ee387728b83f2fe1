import type german from '../de/trainer.js';
import type { SameKeysAs } from '../shape.js';
import { assignment } from './trainer/assignment.js';
import { cockpit } from './trainer/cockpit.js';
import { editor } from './trainer/editor.js';
import { plan, runs } from './trainer/plan.js';
import { session } from './trainer/session.js';
import { imports, studio } from './trainer/studio.js';

/** What trainers read. */
const trainer: SameKeysAs<typeof german> = {
  studio,
  imports,
  editor,
  assignment,
  session,
  runs,
  plan,
  cockpit,
};

export default trainer;
