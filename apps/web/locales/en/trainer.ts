import type german from '../de/trainer.js';
import type { SameKeysAs } from '../shape.js';

/** What trainers read. */
const trainer: SameKeysAs<typeof german> = {
  later: 'This part is being built.',
};

export default trainer;
