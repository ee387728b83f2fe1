import type { Holiday, OnHoliday, Pacing } from '@kohorte/rules';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsTimeZone,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { endpoint, type Page } from './endpoint.js';
import {
  type CalendarDate,
  type Instant,
  IsCalendarDate,
  IsLeftOutOr,
  IsListOf,
  IsWallClockTime,
  type Language,
  languages,
  PageQuery,
  SearchQuery,
  Trimmed,
} from './inputs.js';
import type { PersonView } from './people.js';

export type Admission = 'open' | 'approval' | 'invitation';
export type EnrolmentStatus = 'requested' | 'waitlisted' | 'active' | 'completed' | 'withdrawn';

/** One's own enrolment in a cohort. */
export interface MyEnrolment {
  enrolmentId: string;
  status: EnrolmentStatus;
  /** Place in the waitlist, from 1; `null` unless waitlisted. */
  place: number | null;
  /** A seat is held for this person until then, to be accepted. */
  offerEndsAt: Instant | null;
}

/** What a button for this cohort would do for the one who looks, or why there is none. */
export type JoinState =
  | 'join'
  | 'join-waitlist'
  | 'request'
  | 'enrolled'
  | 'waiting'
  | 'offered'
  | 'requested'
  | 'completed'
  | 'not-open-yet'
  | 'closed'
  | 'cancelled'
  | 'not-invited';

/** A cohort as the catalogue shows it. */
export interface CohortCard {
  cohortId: string;
  name: string;
  startOn: CalendarDate;
  endsOn: CalendarDate;
  timeZone: string;
  pacing: Pacing;
  admission: Admission;
  capacity: number | null;
  seatsTaken: number;
  waiting: number;
  enrolmentOpensAt: Instant | null;
  enrolmentClosesAt: Instant | null;
  trainers: PersonView[];
  mine: MyEnrolment | null;
  joinState: JoinState;
}

/** A course in the catalogue. */
export interface CatalogueEntry {
  courseId: string;
  title: string;
  /** Plain text, cut after some 200 characters. */
  teaser: string | null;
  language: Language;
  modules: number;
  minutes: number;
  /** The next cohorts that can be joined or are joined, soonest first, three at most. */
  cohorts: CohortCard[];
}

/** The page of a course before one has enrolled. */
export interface CoursePage {
  courseId: string;
  title: string;
  summaryHtml: string | null;
  audience: string | null;
  language: Language;
  minutes: number;
  modules: { title: string; summary: string | null; objectives: string[]; minutes: number; items: number }[];
  cohorts: CohortCard[];
}

/** When a cohort's modules open. */
export class ReleasePlanInput {
  @IsIn(['weekly', 'relative', 'all-at-once']) pacing: Pacing;
  @IsCalendarDate() startOn: CalendarDate;
  @IsTimeZone() timeZone: string;
  /** ISO: Monday is 1, Sunday 7. */
  @IsInt() @Min(1) @Max(7) weekday: number;
  @IsWallClockTime() time: string;
  @IsInt() @Min(1) @Max(50) modulesPerStep: number;
  @IsInt() @Min(1) @Max(52) weeksPerStep: number;
  @IsIn(['keep', 'next-working-day', 'skip-week']) onHoliday: OnHoliday;
  /** Region for public holidays such as `DE-SN`; empty for none. */
  @IsString() @MaxLength(20) holidayRegion: string;
  @IsListOf(() => BreakInput, { most: 50 })
  breaks: BreakInput[];
}

/** Days without releases, both ends included. */
export class BreakInput {
  @IsCalendarDate() from: CalendarDate;
  @IsCalendarDate() to: CalendarDate;
}

export class PlanCohort {
  @IsUUID() courseId: string;
  @IsString() @Trimmed() @IsNotEmpty() @MaxLength(200) name: string;
  @IsObject() @ValidateNested() @Type(() => ReleasePlanInput) plan: ReleasePlanInput;
  @IsIn(['open', 'approval', 'invitation']) admission: Admission;
  @IsOptional() @IsInt() @Min(1) @Max(1_000_000) capacity?: number | null;
  @IsOptional() @IsISO8601({ strict: true }) enrolmentOpensAt?: Instant | null;
  @IsOptional() @IsISO8601({ strict: true }) enrolmentClosesAt?: Instant | null;
  /** How long an offered seat is held. */
  @IsOptional() @IsInt() @Min(1) @Max(720) offerHours?: number;
  @IsArray() @ArrayMaxSize(50) @ArrayUnique() @IsUUID(undefined, { each: true }) trainerIds: string[];
}

export class ChangeCohort {
  @IsLeftOutOr() @IsString() @Trimmed() @IsNotEmpty() @MaxLength(200) name?: string;
  /** Only while no module has been released. */
  @IsLeftOutOr() @IsObject() @ValidateNested() @Type(() => ReleasePlanInput) plan?: ReleasePlanInput;
  @IsLeftOutOr() @IsIn(['open', 'approval', 'invitation']) admission?: Admission;
  @IsOptional() @IsInt() @Min(1) @Max(1_000_000) capacity?: number | null;
  @IsLeftOutOr() @IsISO8601({ strict: true }) enrolmentOpensAt?: Instant | null;
  @IsOptional() @IsISO8601({ strict: true }) enrolmentClosesAt?: Instant | null;
  @IsLeftOutOr() @IsInt() @Min(1) @Max(720) offerHours?: number;
  @IsLeftOutOr() @IsArray() @ArrayMaxSize(50) @ArrayUnique() @IsUUID(undefined, { each: true }) trainerIds?: string[];
}

/** One release of a cohort, as those who run it see it. */
export interface ReleaseView {
  /** `null` with relative pacing, where each learner has releases of their own. */
  releaseId: string | null;
  moduleId: string;
  title: string;
  /** The week it is labelled with, from 1. */
  step: number;
  opensAt: Instant;
  movedBy: 'holiday' | 'break' | 'hand' | null;
  holiday: string | null;
  releasedAt: Instant | null;
  minutes: number;
}

/** A cohort as those who plan and run it see it. */
export interface CohortView {
  cohortId: string;
  courseId: string;
  courseTitle: string;
  versionId: string;
  versionNumber: number;
  name: string;
  plan: ReleasePlanInput;
  admission: Admission;
  capacity: number | null;
  enrolmentOpensAt: Instant | null;
  enrolmentClosesAt: Instant | null;
  offerHours: number;
  trainers: PersonView[];
  cancelledAt: Instant | null;
  endsOn: CalendarDate;
  seatsTaken: number;
  waiting: number;
  requested: number;
  completed: number;
  /** For relative pacing: as for somebody who starts on the cohort's first day. */
  releases: ReleaseView[];
}

/** A row in the list of cohorts one runs. */
export interface CohortRow {
  cohortId: string;
  courseId: string;
  courseTitle: string;
  name: string;
  startOn: CalendarDate;
  endsOn: CalendarDate;
  timeZone: string;
  capacity: number | null;
  seatsTaken: number;
  waiting: number;
  requested: number;
  releasedModules: number;
  modules: number;
  nextReleaseAt: Instant | null;
  cancelledAt: Instant | null;
}

/** One person in a cohort, as those who run it see them. */
export interface EnrolmentRow {
  enrolmentId: string;
  person: PersonView;
  status: EnrolmentStatus;
  since: Instant;
  place: number | null;
  offerEndsAt: Instant | null;
}

export class HolidayQuery {
  @IsString() @MaxLength(20) region: string;
  @IsCalendarDate() from: CalendarDate;
  @IsCalendarDate() to: CalendarDate;
}

/** Asks for the calendar of releases of a plan that is not saved. */
export class PreviewPlan {
  @IsUUID() courseId: string;
  @IsObject() @ValidateNested() @Type(() => ReleasePlanInput) plan: ReleasePlanInput;
}

/** Moves a release by hand: to an instant, or at once. */
export class MoveRelease {
  @IsOptional() @IsISO8601({ strict: true }) opensAt?: Instant;
  @IsOptional() @IsBoolean() now?: boolean;
  /** Whether the releases after it keep their instants or move by as many days. */
  @IsIn(['keep', 'shift']) following: 'keep' | 'shift';
}

/** What moving a release does, before it is done and after. */
export interface MoveConsequence {
  releases: { releaseId: string; title: string; step: number; from: Instant; to: Instant; opensAtOnce: boolean }[];
  /** People whose timetable changes. */
  people: number;
  endsOn: CalendarDate;
}

/** People by name, or everybody in an org unit and below. */
export class ChoosePeople {
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10_000)
  @IsUUID(undefined, { each: true })
  userIds?: string[];
  @IsOptional() @IsUUID() orgUnitId?: string;
}

/** What a bulk enrolment or invitation did. */
export interface BulkOutcome {
  enrolled: number;
  waitlisted: number;
  invited: number;
  alreadyThere: number;
}

export class CatalogueQuery extends SearchQuery {
  @IsOptional() @IsIn(languages) language?: Language;
}

export class CohortListQuery extends PageQuery {
  @IsOptional() @IsUUID() courseId?: string;
  @IsOptional() @IsIn(['current', 'past', 'cancelled']) time?: 'current' | 'past' | 'cancelled';
}

export class EnrolmentQuery extends SearchQuery {
  @IsOptional() @IsIn(['requested', 'waitlisted', 'active', 'completed', 'withdrawn']) status?: EnrolmentStatus;
}

export const cohortEndpoints = {
  'GET /catalogue': endpoint<Page<CatalogueEntry>>()({
    access: 'signed-in',
    does: 'Courses one can join, with their next cohorts.',
    query: CatalogueQuery,
  }),
  'GET /catalogue/:courseId': endpoint<CoursePage>()({
    access: 'signed-in',
    does: 'The page of a course, with its cohorts.',
  }),
  'GET /holiday-regions': endpoint<{ code: string; name: string }[]>()({
    access: 'authors-courses',
    does: 'Regions whose public holidays are known.',
  }),
  'GET /holidays': endpoint<Holiday[]>()({
    access: 'authors-courses',
    does: 'Public holidays of a region.',
    query: HolidayQuery,
  }),
  'POST /release-previews': endpoint<{
    releases: Omit<ReleaseView, 'releaseId' | 'releasedAt'>[];
    endsOn: CalendarDate;
  }>()({
    access: 'authors-courses',
    does: 'The calendar of releases that a plan would give.',
    body: PreviewPlan,
  }),
  'GET /cohorts': endpoint<Page<CohortRow>>()({
    access: 'authors-courses',
    does: 'Cohorts one runs; all of them for L&D admins.',
    query: CohortListQuery,
  }),
  'POST /cohorts': endpoint<CohortView>()({
    access: 'plans-cohorts',
    does: "Plans a cohort on a course's newest published version.",
    body: PlanCohort,
  }),
  'GET /cohorts/:cohortId': endpoint<CohortView>()({
    access: 'runs-cohort',
    does: 'A cohort with its plan, releases and figures.',
  }),
  'PATCH /cohorts/:cohortId': endpoint<CohortView>()({
    access: 'runs-cohort',
    does: 'Changes a cohort.',
    body: ChangeCohort,
  }),
  'POST /cohorts/:cohortId/cancellation': endpoint<CohortView>()({
    access: 'runs-cohort',
    does: 'Cancels a cohort and tells its people.',
  }),
  'POST /cohorts/:cohortId/enrolment': endpoint<MyEnrolment>()({
    access: 'sees-cohort',
    does: 'Joins: takes a seat, a place in the waitlist, or asks for approval.',
  }),
  'DELETE /cohorts/:cohortId/enrolment': endpoint<void>()({
    access: 'sees-cohort',
    does: 'Leaves a cohort, its waitlist, or declines an offered seat.',
  }),
  'POST /cohorts/:cohortId/enrolment/acceptance': endpoint<MyEnrolment>()({
    access: 'sees-cohort',
    does: 'Accepts an offered seat.',
  }),
  'GET /cohorts/:cohortId/people': endpoint<Page<PersonView & { role: 'trainer' | 'learner' }>>()({
    access: 'reads-cohort',
    does: 'Who learns in this cohort.',
    query: SearchQuery,
  }),
  'GET /cohorts/:cohortId/enrolments': endpoint<Page<EnrolmentRow>>()({
    access: 'runs-cohort',
    does: 'Enrolments, requests and the waitlist in order.',
    query: EnrolmentQuery,
  }),
  'POST /cohorts/:cohortId/enrolments': endpoint<BulkOutcome>()({
    access: 'runs-cohort',
    does: 'Enrols people, or a whole org unit, in order until seats are gone; the rest wait.',
    body: ChoosePeople,
  }),
  'POST /cohorts/:cohortId/invitations': endpoint<BulkOutcome>()({
    access: 'runs-cohort',
    does: 'Invites people to join.',
    body: ChoosePeople,
  }),
  'POST /enrolments/:enrolmentId/approval': endpoint<EnrolmentRow>()({
    access: 'runs-cohort',
    does: 'Approves a request to join.',
  }),
  'DELETE /enrolments/:enrolmentId': endpoint<void>()({
    access: 'runs-cohort',
    does: 'Removes a person from a cohort, or declines a request.',
  }),
  'POST /releases/:releaseId/move-preview': endpoint<MoveConsequence>()({
    access: 'runs-cohort',
    does: 'Says what moving a release would do, and does nothing.',
    body: MoveRelease,
  }),
  'POST /releases/:releaseId/move': endpoint<MoveConsequence>()({
    access: 'runs-cohort',
    does: 'Postpones a release, brings it forward, or opens the module now.',
    body: MoveRelease,
  }),
  'GET /files/:fileId': endpoint<Buffer>()({
    access: 'signed-in',
    does: "A file: of an open module of one's cohort, or of a course one authors.",
    produces: 'application/octet-stream',
  }),
};
