import type { TimetableEntry } from '@kohorte/contracts';
import { useTranslation } from 'react-i18next';
import { now } from '../clock.js';
import { Empty } from '../shell/page.js';
import { Rows } from '../shell/rows.js';
import { useTimes } from '../times.js';
import classes from './calendar.module.css';
import type { Period } from './periods.js';
import { TimetableRow } from './timetable-row.js';

/** The timetable day by day; days without anything are left out. */
export function CalendarList({ entries, period }: { entries: TimetableEntry[] | undefined; period: Period }) {
  const { t } = useTranslation();
  const times = useTimes();
  if (!entries) return null;
  const days = new Map<string, TimetableEntry[]>();
  for (const entry of entries) {
    const day = times.isoDay(entry.at);
    if (day >= period.first && day < period.end) days.set(day, [...(days.get(day) ?? []), entry]);
  }
  if (days.size === 0) return <Empty title={t('calendar.noneTitle')}>{t('calendar.noneText')}</Empty>;
  const today = times.isoDay(now());
  return [...days].map(([day, ofDay]) => (
    <section key={day} className={classes.day}>
      <h3 className={day === today ? classes.today : undefined}>
        {times.date(day)}
        {day === today && ` · ${t('calendar.today')}`}
      </h3>
      <Rows>
        {ofDay.map((entry) => (
          <TimetableRow key={entry.entryId} entry={entry} withDay={false} />
        ))}
      </Rows>
    </section>
  ));
}
