import { assignment } from './trainer/assignment.js';
import { cockpit } from './trainer/cockpit.js';
import { editor } from './trainer/editor.js';
import { plan, runs } from './trainer/plan.js';
import { session } from './trainer/session.js';
import { imports, studio } from './trainer/studio.js';

/** What trainers read. */
const trainer = {
  studio,
  imports,
  editor,
  assignment,
  session,
  runs,
  plan,
  cockpit,
} as const;

export default trainer;
