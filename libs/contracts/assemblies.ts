import type { Reason, SessionMode } from '@kohorte/rules';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateIf,
} from 'class-validator';
import { endpoint, type Page } from './endpoint.js';
import { type CalendarDate, type Instant, IsWallClockTime, PageQuery, SearchQuery } from './inputs.js';

/** A cohort as an assembly names it. */
export interface AssemblyCohort {
  cohortId: string;
  name: string;
  courseTitle: string;
  timeZone: string;
}

/** A cohort whose course asks for sessions, and which is not over. */
export interface PlannableCohort extends AssemblyCohort {
  startOn: CalendarDate;
  endsOn: CalendarDate;
  people: number;
  /** Sessions that its course asks for, of each group. */
  sessions: number;
  /** Sessions to come that people have been told of, of all groups. */
  published: number;
}

/** An assembly in the list. */
export interface AssemblyRow {
  assemblyId: string;
  cohorts: AssemblyCohort[];
  createdAt: Instant;
  createdBy: string | null;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'published';
  /** Of the planned work, 0 to 1. */
  progress: number;
  /** Of the best schedule so far; the less the better. */
  bestCost: number | null;
  unplaced: number | null;
  publishedAt: Instant | null;
}

/** Why something cannot be, with the name of what it is about. */
export interface ReasonView {
  code: Reason['code'];
  subject: string | null;
  /** Share of the possible times that it stands in the way of, 0 to 1. */
  share: number;
}

/** One session of one group, placed or not. */
export interface AssembledSession {
  itemId: string;
  groupId: string;
  cohortId: string;
  title: string;
  /** The module it belongs to, and its week. */
  moduleTitle: string;
  step: number;
  mode: SessionMode;
  minutes: number;
  groupNumber: number;
  people: number;
  /** Of them, those who work at another site than that of its room; 0 online. */
  travelling: number;
  /** `null` while it has no place. */
  place: { from: Instant; to: Instant; roomId: string | null; trainerIds: string[] } | null;
  locked: boolean;
  excluded: boolean;
  /** How it stands to what people have been told. */
  change: 'new' | 'moved' | 'same';
  /** Only without a place. */
  reasons: ReasonView[];
  wouldHelp: { reasons: ReasonView[]; from: Instant | null; room: string | null; trainers: string[] } | null;
}

/** What a schedule costs, by wish. */
export interface AssemblyCost {
  total: number;
  terms: { name: string; cost: number }[];
}

/** An assembly with its proposal. */
export interface AssemblyView extends AssemblyRow {
  /** Rises with each change; to be given back when one changes something. */
  revision: number;
  problemCode: string | null;
  settings: { preferred: { from: string; to: string }; timeZone: string; shiftDays: number };
  groups: { groupId: string; cohortId: string; number: number; site: string | null; people: number }[];
  sessions: AssembledSession[];
  rooms: { roomId: string; name: string; site: string; seats: number }[];
  trainers: { userId: string; name: string }[];
  cost: AssemblyCost | null;
}

/** What publishing does, before it is done. */
export interface PublicationView {
  sessions: { new: number; moved: number; cancelled: number; same: number; unplaced: number };
  /** Modules that open so many days later, where the whole cohort is moved. */
  releases: { moved: number; days: number };
  rooms: number;
  /** Invitations and changes by mail, in all. */
  mails: number;
  people: number;
  /** Who is told what: by group. */
  told: {
    groupId: string;
    cohortId: string;
    groupNumber: number;
    people: number;
    changes: {
      title: string;
      what: 'new' | 'moved' | 'cancelled';
      from: Instant;
      before: Instant | null;
      room: string | null;
    }[];
  }[];
}

export class AskAssembly {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(200) @ArrayUnique() @IsUUID('all', { each: true }) cohortIds: string[];
  /** When sessions are liked best, on the clocks of each cohort. */
  @IsOptional() @IsWallClockTime() preferredFrom?: string;
  @IsOptional() @IsWallClockTime() preferredTo?: string;
  /** Multiplies the usual work of the search. */
  @IsOptional() @IsNumber() @Min(0.1) @Max(20) effort?: number;
  /** To make one again, or another one. */
  @IsOptional() @IsInt() @Min(0) @Max(2147483647) seed?: number;
  /** Moves the cohorts by so many days: what has not opened yet, with its due dates and sessions; done by publishing. */
  @IsOptional() @IsInt() @Min(-366) @Max(366) shiftDays?: number;
  /** Goes on from this assembly: what is locked there stays, what is excluded stays out. */
  @IsOptional() @IsUUID('all') basedOn?: string;
}

/** A place for a session by hand. */
export class PlaceSession {
  @IsISO8601({ strict: true }) from: Instant;
  @ValidateIf((place: PlaceSession) => place.roomId !== null) @IsUUID('all') roomId: string | null;
  @IsArray() @ArrayMaxSize(3) @ArrayUnique() @IsUUID('all', { each: true }) trainerIds: string[];
}

export class MoveSession extends PlaceSession {
  @IsInt() @Min(0) revision: number;
}

export class MarkSession {
  @IsInt() @Min(0) revision: number;
  @IsOptional() @IsBoolean() locked?: boolean;
  @IsOptional() @IsBoolean() excluded?: boolean;
}

export class PublishAssembly {
  @Type(() => Number) @IsInt() @Min(0) revision: number;
}

export const assemblyEndpoints = {
  'GET /assembly-cohorts': endpoint<Page<PlannableCohort>>()({
    access: 'admins',
    does: 'Cohorts that a schedule can be assembled for: not over, with sessions that say what they need.',
    query: SearchQuery,
  }),
  'GET /assemblies': endpoint<Page<AssemblyRow>>()({
    access: 'admins',
    does: 'Proposed schedules, the newest first.',
    query: PageQuery,
  }),
  'POST /assemblies': endpoint<AssemblyView>()({
    access: 'admins',
    does: 'Asks for a schedule of one or many cohorts; a job assembles it.',
    body: AskAssembly,
  }),
  'GET /assemblies/:assemblyId': endpoint<AssemblyView>()({
    access: 'admins',
    does: 'A proposed schedule, with its progress while it is worked on.',
  }),
  'POST /assemblies/:assemblyId/cancellation': endpoint<AssemblyView>()({
    access: 'admins',
    does: 'Ends the work on it; the best schedule so far is kept.',
  }),
  'POST /assemblies/:assemblyId/sessions/:itemId/:groupId/judgement': endpoint<{ clashes: ReasonView[]; costBy: number }>()({
    access: 'admins',
    does: 'What a place for a session would break, and what it would do to the cost; changes nothing.',
    body: PlaceSession,
  }), // prettier-ignore
  'PUT /assemblies/:assemblyId/sessions/:itemId/:groupId/place': endpoint<AssemblyView>()({
    access: 'admins',
    does: 'Gives a session a place by hand and locks it there; refused where it clashes.',
    body: MoveSession,
  }),
  'PATCH /assemblies/:assemblyId/sessions/:itemId/:groupId': endpoint<AssemblyView>()({
    access: 'admins',
    does: 'Locks a session or lets it go; leaves it out or takes it in again.',
    body: MarkSession,
  }),
  'GET /assemblies/:assemblyId/publication': endpoint<PublicationView>()({
    access: 'admins',
    does: 'Who would be told what if it were published now; changes nothing.',
  }),
  'POST /assemblies/:assemblyId/publication': endpoint<AssemblyView>()({
    access: 'admins',
    does: 'Publishes it: sessions, groups, seats and invitations, in one step or not at all.',
    body: PublishAssembly,
  }),
};
