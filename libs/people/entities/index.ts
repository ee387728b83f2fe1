import { AppUser } from './app-user.entity.js';
import { FailedSignIn } from './failed-sign-in.entity.js';
import { OneTimeLink } from './one-time-link.entity.js';
import { OrgUnit } from './org-unit.entity.js';
import { UserSession } from './user-session.entity.js';

/** What this rung keeps. */
export const peopleEntities = [AppUser, FailedSignIn, OneTimeLink, OrgUnit, UserSession];
