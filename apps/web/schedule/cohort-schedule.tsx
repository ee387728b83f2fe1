import type { OutlineView, TimetableEntry } from '@kohorte/contracts';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../queries.js';
import { Rows } from '../shell/rows.js';
import { useTimes, zoneName } from '../times.js';
import classes from './cohort-schedule.module.css';
import { TimetableRow } from './timetable-row.js';

const route = getRouteApi('/inside/cohorts/$cohortId/space');

/** All that has a time in this cohort, in its order. */
export function CohortSchedule() {
  const { t } = useTranslation();
  const times = useTimes();
  const params = route.useParams();
  const outline = useApi('GET /cohorts/:cohortId/outline', { params });
  return (
    <>
      <h2 className="unseen">{t('cohort.schedule')}</h2>
      <p className={classes.zones}>
        {t('cohort.zone', { zone: zoneName(times.zone) })}{' '}
        {times.zone !== outline.timeZone && t('cohort.itsZone', { zone: zoneName(outline.timeZone) })}{' '}
        <Link to="/calendar">{t('cohort.toCalendar')}</Link>
      </p>
      <Rows ordered>
        {entriesOf(outline).map((entry) => (
          <TimetableRow key={entry.entryId} entry={entry} withCohort={false} />
        ))}
      </Rows>
    </>
  );
}

/** The timetable of one cohort, read off its outline. */
function entriesOf(outline: OutlineView): TimetableEntry[] {
  const of = (module: OutlineView['modules'][number]) => ({
    cohortId: outline.cohortId,
    cohortName: outline.name,
    courseTitle: outline.courseTitle,
    timeZone: outline.timeZone,
    step: module.step,
    moduleId: module.moduleId,
    endsAt: null,
    place: null,
  });
  return outline.modules
    .flatMap((module): TimetableEntry[] => [
      {
        ...of(module),
        entryId: module.moduleId,
        kind: 'release',
        at: module.opensAt,
        title: module.title,
        itemId: null,
        minutes: module.minutes,
        done: module.isOpen,
      },
      ...module.items.flatMap((item): TimetableEntry[] =>
        item.dueAt === null
          ? []
          : [
              {
                ...of(module),
                entryId: item.itemId,
                kind: 'due',
                at: item.dueAt,
                title: item.title,
                itemId: item.itemId,
                minutes: item.minutes,
                done: item.doneAt !== null,
              },
            ],
      ),
    ])
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}
