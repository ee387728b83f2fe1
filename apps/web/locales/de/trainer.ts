import { editor } from './trainer/editor.js';
import { imports, studio } from './trainer/studio.js';

/** What trainers read. */
const trainer = {
  later: 'Dieser Bereich entsteht gerade.',
  studio,
  imports,
  editor,
} as const;

export default trainer;
