import type { Language } from '@kohorte/contracts';
import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { inCalendar, vtimezone } from './calendar-zone.js';

/** A session as one person is invited to it, or told that it is off. */
export interface Invited {
  sessionId: string;
  sequence: number;
  /** When it was last changed. */
  changedAt: Date;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  title: string;
  courseTitle: string;
  cohortName: string;
  /** Room and site; `null`: online. */
  place: string | null;
  trainers: string | null;
  /** Where one answers and finds out more. */
  url: string;
  to: { name: string; email: string };
  /** Header address of whoever invites: `Kohorte <kohorte@firm.example>`. */
  organizer: string;
  language: Language;
}

/** What a session is called in every calendar, invitation and feed alike. */
export function sessionUid(sessionId: string): string {
  return `session-${sessionId}@kohorte`;
}

/**
 * An iTIP message (RFC 5546) for one person: REQUEST to invite or to tell of a change, which carries a higher sequence;
 * CANCEL to take it back. The session's own zone comes along, so that it is at the right hour in every program.
 */
export function invitation(method: 'REQUEST' | 'CANCEL', invited: Invited): string {
  const { at: start, tzid } = inCalendar(invited.startsAt, invited.timeZone);
  const end = Temporal.Instant.fromEpochMilliseconds(invited.endsAt.getTime()).toZonedDateTimeISO(start.timeZoneId);
  const changed = Temporal.Instant.fromEpochMilliseconds(invited.changedAt.getTime());
  const calendar = ical({
    method: method === 'REQUEST' ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.CANCEL,
    prodId: { company: 'Kohorte', product: 'Sessions', language: invited.language.toUpperCase() },
    timezone: { name: null, generator: vtimezone },
  });
  const said = invited.language === 'de' ? { by: 'Mit', online: 'Online' } : { by: 'With', online: 'Online' };
  calendar.createEvent({
    id: sessionUid(invited.sessionId),
    sequence: invited.sequence,
    stamp: changed,
    lastModified: changed,
    start,
    end,
    timezone: tzid,
    summary: invited.title,
    location: invited.place ?? said.online,
    description: [
      `${invited.courseTitle} · ${invited.cohortName}`,
      ...(invited.trainers ? [`${said.by} ${invited.trainers}`] : []),
      invited.url,
    ].join('\n'),
    url: invited.url,
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: organizerOf(invited.organizer),
    attendees: [
      {
        name: invited.to.name,
        email: invited.to.email,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
        rsvp: method === 'REQUEST',
      },
    ],
  });
  return calendar.toString();
}

function organizerOf(header: string): { name: string; email: string } {
  const [, name, email] = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(header) ?? [];
  return email ? { name: name || 'Kohorte', email } : { name: 'Kohorte', email: header.trim() };
}
