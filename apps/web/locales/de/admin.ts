import { completion, jobs, mails } from './admin/operations.js';
import { people, units } from './admin/people.js';
import { planner } from './admin/planner.js';

/** What L&D admins read. */
const admin = { people, units, mails, jobs, completion, planner } as const;

export default admin;
