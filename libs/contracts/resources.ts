import type { Hours } from '@kohorte/rules';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { endpoint, type Page } from './endpoint.js';
import { type Instant, IsListOf, IsWallClockEnd, IsWallClockTime, SearchQuery, Tags, Trimmed } from './inputs.js';
import type { PersonView } from './people.js';

/** A place where the company works and holds sessions. */
export interface SiteView {
  siteId: string;
  name: string;
  timeZone: string;
  /** Of its public holidays, `DE-SN`; `null`: none. */
  holidayRegion: string | null;
  /** That can be planned. */
  rooms: number;
  /** Who work there. */
  people: number;
}

/** A time in which a room is not to be had. */
export interface RoomBlockView {
  blockId: string;
  startsAt: Instant;
  endsAt: Instant;
  note: string | null;
}

/** A room for sessions. */
export interface RoomView {
  roomId: string;
  siteId: string;
  siteName: string;
  /** Of its site: on whose clocks its hours are. */
  timeZone: string;
  name: string;
  seats: number;
  equipment: string[];
  hours: Hours[];
  /** Not to be planned any more since then. */
  closedAt: Instant | null;
  /** Those that are not over. */
  blocks: RoomBlockView[];
}

/** A time in which somebody is away. */
export interface AbsenceView {
  absenceId: string;
  startsAt: Instant;
  endsAt: Instant;
  note: string | null;
}

/** Why a free/busy address could not be read. */
export const freeBusyProblems = [
  'address-not-https',
  'address-not-public',
  'not-reachable',
  'too-many-redirects',
  'took-too-long',
  'refused',
  'too-large',
  'not-a-calendar',
] as const;
export type FreeBusyProblem = (typeof freeBusyProblems)[number];

/** Where and when somebody works. */
export interface WorkPatternView {
  userId: string;
  siteId: string | null;
  /** On the person's own clocks; `null`: as is usual in the company. */
  hours: Hours[] | null;
  usualHours: Hours[];
  timeZone: string;
  /** Those that are not over. */
  absences: AbsenceView[];
  /** The own calendar's address and how its last reading went; nobody but the person sees where it is. */
  freeBusy: {
    url: string | null;
    readAt: Instant | null;
    problem: FreeBusyProblem | null;
    /** Busy times that are not over. */
    times: number;
  } | null;
}

/** What a trainer is qualified for, and how much they do. */
export interface TrainerProfileView {
  qualifications: string[];
  /** Sessions; `null`: no limit. */
  mostPerDay: number | null;
  mostPerWeek: number | null;
  /** Sites besides their own. */
  travelsTo: string[];
}

/** Somebody who may lead sessions. */
export interface TrainerRow extends PersonView {
  siteId: string | null;
  hours: Hours[] | null;
  profile: TrainerProfileView;
}

/** What rooms have and trainers know, to choose from. */
export interface ResourceTags {
  equipment: string[];
  qualifications: string[];
}

/** Hours of one weekday. */
export class HoursInput {
  /** ISO: Monday is 1, Sunday 7. */
  @IsInt() @Min(1) @Max(7) weekday: number;
  @IsWallClockTime() from: string;
  /** `24:00` is the end of the day. */
  @IsWallClockEnd() to: string;
}

export class AddSite {
  @IsString() @Trimmed() @IsNotEmpty() @MaxLength(200) name: string;
  @IsString() @MaxLength(100) timeZone: string;
  /** Region for public holidays such as `DE-SN`; empty or `null` for none. */
  @IsOptional() @IsString() @MaxLength(20) holidayRegion?: string | null;
}

export class ChangeSite {
  @IsOptional() @IsString() @Trimmed() @IsNotEmpty() @MaxLength(200) name?: string;
  @IsOptional() @IsString() @MaxLength(100) timeZone?: string;
  @IsOptional() @IsString() @MaxLength(20) holidayRegion?: string | null;
}

export class AddRoom {
  @IsUUID() siteId: string;
  @IsString() @Trimmed() @IsNotEmpty() @MaxLength(200) name: string;
  @IsInt() @Min(1) @Max(100_000) seats: number;
  @IsOptional()
  @Tags()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(50, { each: true })
  equipment?: string[];
  /** When it is open, on the clocks of its site; left out: the usual hours. */
  @IsOptional()
  @IsListOf(() => HoursInput, { most: 50 })
  hours?: HoursInput[];
}

export class ChangeRoom {
  @IsOptional() @IsString() @Trimmed() @IsNotEmpty() @MaxLength(200) name?: string;
  @IsOptional() @IsInt() @Min(1) @Max(100_000) seats?: number;
  @IsOptional()
  @Tags()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(50, { each: true })
  equipment?: string[];
  @IsOptional()
  @IsListOf(() => HoursInput, { most: 50 })
  hours?: HoursInput[];
}

/** A time in which a room, or somebody, is not to be had; a year at most. */
export class AddAbsence {
  @IsISO8601({ strict: true }) startsAt: Instant;
  @IsISO8601({ strict: true }) endsAt: Instant;
  @IsOptional() @IsString() @Trimmed() @MaxLength(200) note?: string | null;
}

export class ChangeWorkPattern {
  /** `null` takes the site away. */
  @IsOptional() @IsUUID() siteId?: string | null;
  /** `null`: as is usual in the company. */
  @IsOptional()
  @IsListOf(() => HoursInput, { most: 50 })
  hours?: HoursInput[] | null;
}

export class ChangeOwnWorkPattern extends ChangeWorkPattern {
  /** An iCalendar address that says when one is busy; `null` takes it away, with what was read there. */
  @IsOptional()
  @IsUrl({ protocols: ['https'], require_protocol: true, require_tld: false, disallow_auth: true })
  @MaxLength(2_000)
  freeBusyUrl?: string | null;
}

export class ChangeTrainerProfile {
  @IsOptional()
  @Tags()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(50, { each: true })
  qualifications?: string[];
  /** `null`: no limit. */
  @IsOptional() @IsInt() @Min(1) @Max(20) mostPerDay?: number | null;
  @IsOptional() @IsInt() @Min(1) @Max(100) mostPerWeek?: number | null;
  @IsOptional() @IsArray() @ArrayMaxSize(200) @ArrayUnique() @IsUUID(undefined, { each: true }) travelsTo?: string[];
}

/** What the company has for its sessions. */
export const resourceEndpoints = {
  'GET /sites': endpoint<SiteView[]>()({ access: 'signed-in', does: 'The sites of the company, by name.' }),
  'POST /sites': endpoint<SiteView>()({ access: 'admins', does: 'Adds a site.', body: AddSite }),
  'PATCH /sites/:siteId': endpoint<SiteView>()({ access: 'admins', does: 'Changes a site.', body: ChangeSite }),
  'DELETE /sites/:siteId': endpoint<void>()({
    access: 'admins',
    does: 'Removes a site to which no room and nobody belongs.',
  }),
  'GET /rooms': endpoint<RoomView[]>()({
    access: 'authors-courses',
    does: 'All rooms, by site and name, with the times in which they are blocked.',
  }),
  'POST /rooms': endpoint<RoomView>()({ access: 'admins', does: 'Adds a room.', body: AddRoom }),
  'PATCH /rooms/:roomId': endpoint<RoomView>()({ access: 'admins', does: 'Changes a room.', body: ChangeRoom }),
  'POST /rooms/:roomId/closure': endpoint<RoomView>()({
    access: 'admins',
    does: 'Closes a room: it is planned no more; what stands in it stays.',
  }),
  'DELETE /rooms/:roomId/closure': endpoint<RoomView>()({ access: 'admins', does: 'Opens a closed room again.' }),
  'POST /rooms/:roomId/blocks': endpoint<RoomView>()({
    access: 'admins',
    does: 'Blocks a room for a time.',
    body: AddAbsence,
  }),
  'DELETE /room-blocks/:blockId': endpoint<RoomView>()({
    access: 'admins',
    does: 'Takes the block of a room away; answers with the room.',
  }),
  'GET /resource-tags': endpoint<ResourceTags>()({
    access: 'authors-courses',
    does: 'What rooms have and trainers are qualified for, to choose from.',
  }),
  'GET /me/work-pattern': endpoint<WorkPatternView>()({
    access: 'signed-in',
    does: 'Where and when one works oneself, and is away.',
  }),
  'PATCH /me/work-pattern': endpoint<WorkPatternView>()({
    access: 'signed-in',
    does: 'Changes where and when one works oneself, and the address of the own calendar.',
    body: ChangeOwnWorkPattern,
  }),
  'POST /me/absences': endpoint<WorkPatternView>()({
    access: 'signed-in',
    does: 'Says that one is away for a time, a year at most.',
    body: AddAbsence,
  }),
  'DELETE /me/absences/:absenceId': endpoint<WorkPatternView>()({
    access: 'signed-in',
    does: 'Takes an own absence back.',
  }),
  'GET /users/:userId/work-pattern': endpoint<WorkPatternView>()({
    access: 'admins',
    does: 'Where and when somebody works and is away; not what their own calendar says.',
  }),
  'PATCH /users/:userId/work-pattern': endpoint<WorkPatternView>()({
    access: 'admins',
    does: 'Changes where and when somebody works.',
    body: ChangeWorkPattern,
  }),
  'POST /users/:userId/absences': endpoint<WorkPatternView>()({
    access: 'admins',
    does: 'Says that somebody is away for a time, a year at most.',
    body: AddAbsence,
  }),
  'DELETE /users/:userId/absences/:absenceId': endpoint<WorkPatternView>()({
    access: 'admins',
    does: "Takes somebody's absence back.",
  }),
  'GET /trainers': endpoint<Page<TrainerRow>>()({
    access: 'admins',
    does: 'Everybody who may lead sessions (trainers and L&D admins), with their profile.',
    query: SearchQuery,
  }),
  'PATCH /trainers/:userId': endpoint<TrainerRow>()({
    access: 'admins',
    does: 'Changes what a trainer is qualified for, how much they do, and where they travel.',
    body: ChangeTrainerProfile,
  }),
  'GET /me/trainer-profile': endpoint<TrainerProfileView>()({
    access: 'authors-courses',
    does: 'The own profile as a trainer, as L&D keeps it.',
  }),
};
