import type { Role } from '@kohorte/rules';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsBoolean,
  IsEmail,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsTimeZone,
  IsUUID,
  MaxLength,
  MinLength,
} from 'class-validator';
import { endpoint, type Page } from './endpoint.js';
import { type Instant, type Language, languages, SearchQuery, Trimmed } from './inputs.js';

/** A person as others see them. */
export interface PersonView {
  userId: string;
  name: string;
  jobTitle: string | null;
  unit: string | null;
}

/** The person who is signed in. */
export interface MeView {
  userId: string;
  email: string;
  givenName: string;
  familyName: string;
  language: Language;
  timeZone: string;
  roles: Role[];
  /** Stands at the head of at least one org unit. */
  isManager: boolean;
}

/** A person as an L&D admin sees them. */
export interface UserView extends PersonView {
  email: string;
  givenName: string;
  familyName: string;
  orgUnitId: string | null;
  language: Language;
  timeZone: string;
  roles: Role[];
  hasPassword: boolean;
  lastSeenAt: Instant | null;
  deactivatedAt: Instant | null;
}

/** A secret link for one person, to be handed on by the one who made it; shown once. */
export interface OneTimeLinkView {
  url: string;
  expiresAt: Instant;
}

/** One unit of the company's tree. */
export interface OrgUnitView {
  orgUnitId: string;
  parentId: string | null;
  name: string;
  depth: number;
  manager: PersonView | null;
  /** The manager is deactivated: named still, in case they come back, but nobody acts for the unit. */
  isManagerAway: boolean;
  /** People in this very unit. */
  people: number;
  /** People in it and all units below. */
  peopleBelow: number;
}

export class SignIn {
  @IsEmail() @Trimmed() @MaxLength(254) email: string;
  @IsString() @IsNotEmpty() @MaxLength(200) password: string;
}

export class ChangeMe {
  @IsOptional() @IsIn(languages) language?: Language;
  @IsOptional() @IsTimeZone() timeZone?: string;
}

export class ChangePassword {
  @IsString() @IsNotEmpty() @MaxLength(200) current: string;
  @IsString() @MinLength(10) @MaxLength(200) next: string;
}

/** Uses a one-time link: the first admin gives a name and address as well. */
export class UseOneTimeLink {
  @IsString() @MinLength(10) @MaxLength(200) password: string;
  @IsOptional() @IsEmail() @Trimmed() @MaxLength(254) email?: string;
  @IsOptional() @IsString() @Trimmed() @IsNotEmpty() @MaxLength(100) givenName?: string;
  @IsOptional() @IsString() @Trimmed() @IsNotEmpty() @MaxLength(100) familyName?: string;
  @IsOptional() @IsIn(languages) language?: Language;
}

/** What a one-time link is for, before it is used. */
export interface OneTimeLinkPurpose {
  purpose: 'first-admin' | 'set-password';
  email: string | null;
}

export class AddUser {
  @IsEmail() @Trimmed() @MaxLength(254) email: string;
  @IsString() @Trimmed() @IsNotEmpty() @MaxLength(100) givenName: string;
  @IsString() @Trimmed() @IsNotEmpty() @MaxLength(100) familyName: string;
  @IsOptional() @IsString() @Trimmed() @MaxLength(200) jobTitle?: string;
  @IsOptional() @IsUUID() orgUnitId?: string;
  @IsOptional() @IsIn(languages) language?: Language;
  @IsOptional() @IsTimeZone() timeZone?: string;
  @IsOptional() @ArrayUnique() @ArrayMaxSize(2) @IsIn(['trainer', 'admin'], { each: true }) roles?: Role[];
}

export class ChangeUser {
  @IsOptional() @IsString() @Trimmed() @IsNotEmpty() @MaxLength(100) givenName?: string;
  @IsOptional() @IsString() @Trimmed() @IsNotEmpty() @MaxLength(100) familyName?: string;
  @IsOptional() @IsString() @Trimmed() @MaxLength(200) jobTitle?: string | null;
  /** `null` takes the person out of their unit. */
  @IsOptional() @IsUUID() orgUnitId?: string | null;
  @IsOptional() @ArrayUnique() @ArrayMaxSize(2) @IsIn(['trainer', 'admin'], { each: true }) roles?: Role[];
  /** True signs the person out everywhere and refuses further sign-in; false lets them in again. */
  @IsOptional() @IsBoolean() deactivated?: boolean;
}

export class AddOrgUnit {
  @IsString() @Trimmed() @IsNotEmpty() @MaxLength(200) name: string;
  @IsOptional() @IsUUID() parentId?: string | null;
  @IsOptional() @IsUUID() managerId?: string | null;
}

export class ChangeOrgUnit {
  @IsOptional() @IsString() @Trimmed() @IsNotEmpty() @MaxLength(200) name?: string;
  /** `null` leaves the unit without a manager. */
  @IsOptional() @IsUUID() managerId?: string | null;
}

export const peopleEndpoints = {
  'POST /session': endpoint<MeView>()({
    access: 'anyone',
    does: 'Signs in with e-mail and password and sets the session cookie.',
    body: SignIn,
    rate: { points: 300, seconds: 300 },
  }),
  'DELETE /session': endpoint<void>()({ access: 'signed-in', does: 'Signs out here.' }),
  'DELETE /sessions': endpoint<void>()({ access: 'signed-in', does: 'Signs out everywhere.' }),
  'GET /me': endpoint<MeView>()({ access: 'signed-in', does: 'The person who is signed in.' }),
  'PATCH /me': endpoint<MeView>()({ access: 'signed-in', does: 'Changes own language or time zone.', body: ChangeMe }),
  'PUT /me/password': endpoint<void>()({
    access: 'signed-in',
    does: 'Changes the own password and signs out everywhere else.',
    body: ChangePassword,
    rate: { points: 10, seconds: 300 },
  }),
  'GET /one-time-links/:token': endpoint<OneTimeLinkPurpose>()({
    access: 'holds-the-link',
    does: 'Says what a one-time link is for.',
    rate: { points: 30, seconds: 300 },
  }),
  'POST /one-time-links/:token': endpoint<MeView>()({
    access: 'holds-the-link',
    does: 'Sets a password (and makes the first admin) by a one-time link, and signs in.',
    body: UseOneTimeLink,
    rate: { points: 30, seconds: 300 },
  }),
  'GET /users': endpoint<Page<UserView>>()({ access: 'admins', does: 'Lists people.', query: SearchQuery }),
  'POST /users': endpoint<UserView>()({ access: 'admins', does: 'Adds a person.', body: AddUser }),
  'PATCH /users/:userId': endpoint<UserView>()({ access: 'admins', does: 'Changes a person.', body: ChangeUser }),
  'DELETE /users/:userId': endpoint<void>()({
    access: 'admins',
    does: 'Deletes a person and everything that is personal to them, for good.',
  }),
  'POST /users/:userId/one-time-link': endpoint<OneTimeLinkView>()({
    access: 'admins',
    does: 'Makes a link by which the person sets a password.',
  }),
  'GET /people': endpoint<Page<PersonView>>()({
    access: 'authors-courses',
    does: 'Finds people by name or address, to invite or enrol them or make them trainers.',
    query: SearchQuery,
  }),
  'GET /org-units': endpoint<OrgUnitView[]>()({ access: 'authors-courses', does: 'The tree of org units, top down.' }),
  'POST /org-units': endpoint<OrgUnitView>()({ access: 'admins', does: 'Adds an org unit.', body: AddOrgUnit }),
  'PATCH /org-units/:orgUnitId': endpoint<OrgUnitView>()({
    access: 'admins',
    does: 'Renames an org unit or gives it another manager.',
    body: ChangeOrgUnit,
  }),
};
