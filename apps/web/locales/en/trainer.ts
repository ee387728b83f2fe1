import type german from '../de/trainer.js';
import type { SameKeysAs } from '../shape.js';
import { editor } from './trainer/editor.js';
import { plan, runs } from './trainer/plan.js';
import { imports, studio } from './trainer/studio.js';

/** What trainers read. */
const trainer: SameKeysAs<typeof german> = {
  later: 'This part is being built.',
  studio,
  imports,
  editor,
  runs,
  plan,
};

export default trainer;
