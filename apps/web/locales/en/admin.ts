import type german from '../de/admin.js';
import type { SameKeysAs } from '../shape.js';
import { completion, jobs, mails } from './admin/operations.js';
import { people, units } from './admin/people.js';
import { planner } from './admin/planner.js';
import { rooms, trainers } from './admin/resources.js';

/** What L&D admins read. */
const admin: SameKeysAs<typeof german> = { people, units, rooms, trainers, mails, jobs, completion, planner };

export default admin;
