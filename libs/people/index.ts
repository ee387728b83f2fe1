export * from './entities/index.js';
export { OneTimeLinks } from './one-time-links.js';
export { OrgUnits } from './org-units.js';
export { PeopleJobs } from './people.jobs.js';
export { PeopleModule } from './people.module.js';
export { People } from './people.js';
export { personView } from './person-view.js';
