import { IsISO8601 } from 'class-validator';
import { endpoint } from './endpoint.js';
import type { Instant } from './inputs.js';

/** One thing in a person's timetable. */
export interface TimetableEntry {
  /** Stable over moves. */
  entryId: string;
  kind: 'release' | 'due' | 'session';
  at: Instant;
  /** Of a session. */
  endsAt: Instant | null;
  /** Room and site of a session; `null`: online, or no session. */
  place: string | null;
  title: string;
  cohortId: string;
  cohortName: string;
  courseTitle: string;
  /** The cohort's zone, shown where it differs from the reader's. */
  timeZone: string;
  /** The week of the cohort, from 1. */
  step: number;
  moduleId: string;
  /** For what is due. */
  itemId: string | null;
  minutes: number;
  /** A release: its module is open. What is due: it is done. A session: it is over. */
  done: boolean;
}

/** The own subscription link; its secret is shown only when it is made. */
export interface CalendarFeedView {
  createdAt: Instant;
  lastReadAt: Instant | null;
}

export class TimetableQuery {
  @IsISO8601({ strict: true }) from: Instant;
  @IsISO8601({ strict: true }) to: Instant;
}

export const scheduleEndpoints = {
  'GET /timetable': endpoint<TimetableEntry[]>()({
    access: 'signed-in',
    does: 'The own timetable over all cohorts, at most a year at once.',
    query: TimetableQuery,
  }),
  'GET /calendar-feed': endpoint<{ feed: CalendarFeedView | null }>()({
    access: 'signed-in',
    does: 'Whether there is a subscription link.',
  }),
  'POST /calendar-feed': endpoint<{ url: string; feed: CalendarFeedView }>()({
    access: 'signed-in',
    does: 'Makes a subscription link; an older one stops working.',
  }),
  'DELETE /calendar-feed': endpoint<void>()({ access: 'signed-in', does: 'Revokes the subscription link.' }),
  'GET /calendar/:token': endpoint<string>()({
    access: 'holds-the-link',
    does: 'The timetable as iCalendar.',
    produces: 'text/calendar; charset=utf-8',
  }),
};
