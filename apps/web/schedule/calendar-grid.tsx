import '@fullcalendar/react/skeleton.css';
import '@fullcalendar/react/themes/classic/theme.css';
import '@fullcalendar/react/themes/classic/palette.css';
import './calendar-grid.css';
import FullCalendar from '@fullcalendar/react';
import dayGrid from '@fullcalendar/react/daygrid';
import german from '@fullcalendar/react/locales/de';
import english from '@fullcalendar/react/locales/en-gb';
import classic from '@fullcalendar/react/themes/classic';
import type { TimetableEntry } from '@kohorte/contracts';
import { dateOf } from '@kohorte/rules';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTimes } from '../times.js';

interface Grid {
  entries: TimetableEntry[];
  view: 'month' | 'week';
  on: string;
}

const words = { release: 'opens', due: 'due', session: 'session' } as const;

/** What is done steps back, what is due and where one is expected stands out; the words before each title say the same. */
function coloursOf({ kind, done }: TimetableEntry): { color: string; contrastColor: string } {
  if (kind === 'session' && !done) return { color: '#0f766e', contrastColor: '#fff' };
  if (kind === 'due' && !done) return { color: 'var(--warn-wash)', contrastColor: 'var(--warn-ink)' };
  return done
    ? { color: 'var(--hover)', contrastColor: 'var(--ink-faint)' }
    : { color: 'var(--accent-wash)', contrastColor: 'var(--accent-ink)' };
}

/** "Live: Live: Auftakt" says nothing twice. */
const unlessSaid = (title: string, word: string): string | null => (title.startsWith(word) ? null : word);

/** Month and week; a file of its own, because the calendar is bigger than all the rest of a screen. */
export default function CalendarGrid({ entries, view, on }: Grid) {
  const { t, i18n } = useTranslation();
  const times = useTimes();
  const router = useRouter();
  const addressOf = ({ kind, entryId, cohortId, itemId, step }: TimetableEntry): string =>
    kind === 'session'
      ? `/sessions/${entryId.slice('session-'.length)}`
      : itemId
        ? `/cohorts/${cohortId}/items/${itemId}`
        : `/cohorts/${cohortId}?week=${step}`;
  return (
    <FullCalendar
      plugins={[dayGrid, classic]}
      locales={[german, english]}
      locale={i18n.language === 'de' ? 'de' : 'en-gb'}
      timeZone={times.zone}
      initialView={view === 'month' ? 'dayGridMonth' : 'dayGridWeek'}
      initialDate={on}
      headerToolbar={false}
      height="auto"
      firstDay={1}
      dayMaxEvents={view === 'month' ? 4 : false}
      moreLinkClass="more-of-day"
      eventDisplay="block"
      // An entry is a moment; it must not reach into the next day when it is due a minute before midnight.
      defaultTimedEventDuration="00:01"
      events={entries.map((entry) => ({
        id: entry.entryId,
        // What is due belongs to its day, not to the hour before midnight.
        ...(entry.kind === 'due'
          ? { start: dateOf(new Date(entry.at), times.zone), allDay: true }
          : { start: entry.at, ...(entry.endsAt ? { end: entry.endsAt } : {}) }),
        title: entry.title,
        extendedProps: {
          what: unlessSaid(entry.title, t(`calendar.${words[entry.kind]}`)),
          time: entry.endsAt ? `${times.time(entry.at)}–${times.time(entry.endsAt)}` : times.time(entry.at),
        },
        url: addressOf(entry),
        ...coloursOf(entry),
      }))}
      eventTimeFormat={{ hour: '2-digit', minute: '2-digit' }}
      eventContent={({ event }) => (
        <span className="entry">
          <b>{String(event.extendedProps.time)}</b>{' '}
          {event.extendedProps.what && <span className="what">{String(event.extendedProps.what)}: </span>}
          {event.title}
        </span>
      )}
      eventClick={({ event, jsEvent }) => {
        jsEvent.preventDefault();
        if (event.url) router.history.push(event.url);
      }}
    />
  );
}
