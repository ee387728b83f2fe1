import { completion, jobs, mails } from './admin/operations.js';
import { people, units } from './admin/people.js';
import { planner } from './admin/planner.js';
import { rooms, trainers } from './admin/resources.js';

/** What L&D admins read. */
const admin = { people, units, rooms, trainers, mails, jobs, completion, planner } as const;

export default admin;
