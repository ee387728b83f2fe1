import type german from '../de/admin.js';
import type { SameKeysAs } from '../shape.js';

/** What L&D admins read. */
const admin: SameKeysAs<typeof german> = {
  later: 'This part is being built.',
};

export default admin;
