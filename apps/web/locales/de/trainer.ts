import { editor } from './trainer/editor.js';
import { plan, runs } from './trainer/plan.js';
import { imports, studio } from './trainer/studio.js';

/** What trainers read. */
const trainer = {
  later: 'Dieser Bereich entsteht gerade.',
  studio,
  imports,
  editor,
  runs,
  plan,
} as const;

export default trainer;
