import type { SessionMode } from '@kohorte/rules';
import { IsIn, IsOptional, IsUrl, IsUUID, Matches, MaxLength } from 'class-validator';
import { endpoint } from './endpoint.js';
import { type Instant, IsListOf } from './inputs.js';
import type { PersonView } from './people.js';

export const sessionAnswers = ['yes', 'no', 'maybe'] as const;
export type SessionAnswer = (typeof sessionAnswers)[number];
export const attendanceMarks = ['present', 'late', 'excused', 'absent'] as const;
export type AttendanceMark = (typeof attendanceMarks)[number];

/** A live meeting as somebody of its cohort sees it. */
export interface SessionView {
  sessionId: string;
  cohortId: string;
  cohortName: string;
  courseTitle: string;
  itemId: string;
  title: string;
  /** The week it belongs to, from 1. */
  step: number | null;
  mode: SessionMode;
  startsAt: Instant;
  endsAt: Instant;
  /** Of the cohort. */
  timeZone: string;
  place: { room: string; site: string } | null;
  trainers: PersonView[];
  groupId: string;
  groupNumber: number;
  /** `null`: no limit. */
  seats: number | null;
  /** Seats that somebody has, whatever they answered, but for those who come not. */
  taken: number;
  cancelled: boolean;
  /** The own seat; `null` for those who have none here. */
  mine: {
    answer: SessionAnswer | null;
    /** Waits for a seat, at this place in the order. */
    place: number | null;
    attendance: AttendanceMark | null;
  } | null;
  /** Until then one may say no, or change to a parallel group. */
  answerUntil: Instant;
  /** Where to join online; given from ten minutes before it begins until it ends. */
  joinUrl: string | null;
  joinFrom: Instant;
  /** May mark attendance and see the roster. */
  runs: boolean;
}

/** A learner of a session as its trainers see them. */
export interface RosterRow {
  enrolmentId: string;
  person: PersonView;
  answer: SessionAnswer | null;
  waits: boolean;
  mark: AttendanceMark | null;
  /** How the newest mark came about, and when. */
  way: 'roster' | 'code' | null;
  markedAt: Instant | null;
  /** How often it was corrected. */
  corrections: number;
}

export interface RosterView {
  session: SessionView;
  rows: RosterRow[];
  counts: { yes: number; no: number; maybe: number; open: number; present: number };
}

/** What an invitation's link shows to whoever holds it. */
export interface AnswerView {
  sessionId: string;
  title: string;
  courseTitle: string;
  startsAt: Instant;
  endsAt: Instant;
  timeZone: string;
  place: string | null;
  givenName: string;
  answer: SessionAnswer | null;
  answerUntil: Instant;
  cancelled: boolean;
  language: 'de' | 'en';
}

export class GiveAnswer {
  @IsIn(sessionAnswers) answer: SessionAnswer;
}

export class MarkOne {
  @IsUUID('all') enrolmentId: string;
  @IsIn(attendanceMarks) mark: AttendanceMark;
}

export class MarkAttendance {
  @IsListOf(() => MarkOne, { least: 1, most: 1000 })
  marks: MarkOne[];
}

export class CheckIn {
  @Matches(/^\d{6}$/, { message: 'isSixDigits' }) code: string;
}

export class SetJoinLink {
  @IsOptional() @IsUrl({ protocols: ['https'], require_protocol: true }) @MaxLength(2000) joinUrl?: string;
}

export const sessionEndpoints = {
  'GET /cohorts/:cohortId/sessions': endpoint<SessionView[]>()({
    access: 'reads-cohort',
    does: 'The live sessions of a cohort, of all its groups, in order of time.',
  }),
  'GET /sessions/:sessionId': endpoint<SessionView>()({ access: 'reads-cohort', does: 'One live session.' }),
  'PUT /sessions/:sessionId/answer': endpoint<SessionView>()({
    access: 'learns-in-cohort',
    does: 'Says whether one comes; who says no gives the seat to the next who waits.',
    body: GiveAnswer,
  }),
  'POST /sessions/:sessionId/seat': endpoint<SessionView>()({
    access: 'learns-in-cohort',
    does: 'Changes to this session from the one of the own group, or waits for a seat in it.',
  }),
  'DELETE /sessions/:sessionId/seat': endpoint<SessionView>()({
    access: 'learns-in-cohort',
    does: 'Waits no longer, or goes back to the own group.',
  }),
  'GET /sessions/:sessionId/roster': endpoint<RosterView>()({
    access: 'runs-cohort',
    does: 'Who comes, and who was there.',
  }),
  'PUT /sessions/:sessionId/attendance': endpoint<RosterView>()({
    access: 'runs-cohort',
    does: 'Marks who was there; a correction keeps what stood before.',
    body: MarkAttendance,
  }),
  'GET /sessions/:sessionId/code': endpoint<{ code: string; validUntil: Instant }>()({
    access: 'runs-cohort',
    does: 'The six digits that learners enter to show that they are there; others every half minute.',
  }),
  'POST /sessions/:sessionId/check-in': endpoint<SessionView>()({
    access: 'learns-in-cohort',
    does: 'Shows by the code of the moment that one is there.',
    body: CheckIn,
    rate: { points: 10, seconds: 60 },
  }),
  'PUT /sessions/:sessionId/join-link': endpoint<SessionView>()({
    access: 'runs-cohort',
    does: 'Sets where to join online.',
    body: SetJoinLink,
  }),
  'POST /sessions/:sessionId/cancellation': endpoint<SessionView>()({
    access: 'runs-cohort',
    does: 'Calls a session off; everybody is told, and it goes from their calendars.',
  }),
  'GET /answers/:token': endpoint<AnswerView>()({
    access: 'holds-the-link',
    does: 'The session that an invitation is about; changes nothing, as mail programs look at links by themselves.',
  }),
  'POST /answers/:token': endpoint<AnswerView>()({
    access: 'holds-the-link',
    does: 'Answers an invitation without signing in.',
    body: GiveAnswer,
    rate: { points: 60, seconds: 60 },
  }),
};
