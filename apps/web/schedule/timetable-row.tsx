import type { TimetableEntry } from '@kohorte/contracts';
import IconCircleCheckFilled from '@tabler/icons-react/dist/esm/icons/IconCircleCheckFilled.mjs';
import IconClockHour4 from '@tabler/icons-react/dist/esm/icons/IconClockHour4.mjs';
import IconCalendarEvent from '@tabler/icons-react/dist/esm/icons/IconCalendarEvent.mjs';
import IconLockOpen from '@tabler/icons-react/dist/esm/icons/IconLockOpen.mjs';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { now } from '../clock.js';
import { Row } from '../shell/rows.js';
import { useTimes } from '../times.js';
import classes from './timetable-row.module.css';

interface EntryRow {
  entry: TimetableEntry;
  withCohort?: boolean;
  /** False where the day already stands above. */
  withDay?: boolean;
}

/** One entry of the timetable: when, what, and where it leads. */
export function TimetableRow({ entry, withCohort = true, withDay = true }: EntryRow) {
  const { t } = useTranslation();
  const times = useTimes();
  const there = times.elsewhere(entry.at, entry.timeZone);
  const isOverdue = entry.kind === 'due' && !entry.done && Date.parse(entry.at) < now();
  const Icon = entry.done ? IconCircleCheckFilled : icons[entry.kind];
  return (
    <Row
      linked
      stacks={withDay}
      mark={
        <Icon size={20} stroke={1.6} color={entry.done ? 'var(--accent)' : 'var(--ink-faint)'} aria-hidden="true" />
      }
      title={<EntryLink entry={entry} />}
      lines={[
        [
          entry.kind === 'session'
            ? t('entry.session', { place: entry.place ?? t('entry.online') })
            : entry.kind === 'release'
              ? t(entry.done ? 'entry.opened' : 'entry.opens', { step: entry.step })
              : isOverdue
                ? t('entry.overdue')
                : t(entry.done ? 'entry.dueDone' : 'entry.due'),
          times.minutes(entry.minutes),
          withCohort && entry.cohortName,
        ]
          .filter(Boolean)
          .join(' · '),
      ]}
      end={
        <time dateTime={entry.at} className={classes.when}>
          {withDay ? times.dayAndTime(entry.at) : times.time(entry.at)}
          {there && <span className={classes.there}>{t('entry.there', there)}</span>}
        </time>
      }
    />
  );
}

const icons = { release: IconLockOpen, due: IconClockHour4, session: IconCalendarEvent };

function EntryLink({ entry }: { entry: TimetableEntry }) {
  const { cohortId, itemId, title, kind, entryId } = entry;
  if (kind === 'session')
    return (
      <Link to="/sessions/$sessionId" params={{ sessionId: entryId.slice('session-'.length) }}>
        {title}
      </Link>
    );
  return itemId ? (
    <Link to="/cohorts/$cohortId/items/$itemId" params={{ cohortId, itemId }}>
      {title}
    </Link>
  ) : (
    <Link to="/cohorts/$cohortId" params={{ cohortId }} search={{ week: entry.step }}>
      {title}
    </Link>
  );
}
