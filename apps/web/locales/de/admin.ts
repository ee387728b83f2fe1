import { completion, jobs, mails } from './admin/operations.js';
import { people, units } from './admin/people.js';

/** What L&D admins read. */
const admin = { people, units, mails, jobs, completion } as const;

export default admin;
