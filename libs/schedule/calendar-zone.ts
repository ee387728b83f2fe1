import { Temporal } from 'temporal-polyfill';
import { tzlib_get_ical_block, tzlib_get_offset } from 'timezones-ical-library';

/** A time zone as iCalendar describes it. */
interface CalendarZone {
  /** The name that events refer to; for an alias, the zone's name of today. */
  tzid: string;
  vtimezone: string;
}

const known = new Map<string, CalendarZone | null>();

/** How iCalendar describes a zone; `null` where that is not known. */
function calendarZone(timeZone: string): CalendarZone | null {
  if (!known.has(timeZone)) {
    const block = tzlib_get_ical_block(timeZone);
    const [vtimezone, tzid] = Array.isArray(block) ? block : [];
    known.set(timeZone, vtimezone && tzid ? { vtimezone, tzid: tzid.replace(/^TZID=/, '') } : null);
  }
  return known.get(timeZone)!;
}

/** The VTIMEZONE of a zone that `inCalendar` has named. */
export function vtimezone(tzid: string): string {
  return calendarZone(tzid)?.vtimezone ?? '';
}

/**
 * An instant as an event begins with: on the clocks of its zone, with the zone's name for iCalendar. Countries change
 * their hours at short notice, and this machine's tables and those that a calendar program is given may be of another
 * year: where they disagree about an instant, it is said in UTC, which is right for everybody.
 */
export function inCalendar(instant: Date, timeZone: string): { at: Temporal.ZonedDateTime; tzid: string | null } {
  const at = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  const zone = calendarZone(timeZone);
  const time = at.toPlainTime().toString({ smallestUnit: 'minute' });
  const agrees = zone && tzlib_get_offset(zone.tzid, at.toPlainDate().toString(), time) === at.offset.replace(':', '');
  return agrees && zone.tzid !== 'Etc/UTC' ? { at, tzid: zone.tzid } : { at: at.withTimeZone('UTC'), tzid: null };
}
