import type { OutlineView, SessionView, TimetableEntry } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useApiMaybe } from '../queries.js';
import { Rows } from '../shell/rows.js';
import { useTimes, zoneName } from '../times.js';
import classes from './cohort-schedule.module.css';
import { SessionRow } from './session-row.js';
import { TimetableRow } from './timetable-row.js';

const route = getRouteApi('/inside/cohorts/$cohortId/space');

/** All that has a time in this cohort, in its order; of the live sessions first those that one has a seat in. */
export function CohortSchedule() {
  const { t } = useTranslation(['learner', 'sessions']);
  const times = useTimes();
  const params = route.useParams();
  const outline = useApi('GET /cohorts/:cohortId/outline', { params });
  const sessions = useApiMaybe('GET /cohorts/:cohortId/sessions', { params }) ?? [];
  const [showsOthers, setShowsOthers] = useState(false);
  const own = sessions.filter(({ mine }) => mine !== null);
  // Those who only look in have no group of their own.
  const shown = own.length === 0 || showsOthers ? sessions : own;
  return (
    <>
      <h2 className="unseen">{t('cohort.schedule')}</h2>
      <p className={classes.zones}>
        {t('cohort.zone', { zone: zoneName(times.zone) })}{' '}
        {times.zone !== outline.timeZone && t('cohort.itsZone', { zone: zoneName(outline.timeZone) })}{' '}
        <Link to="/calendar">{t('cohort.toCalendar')}</Link>
      </p>
      {own.length > 0 && own.length < sessions.length && (
        <Button variant="default" mb={16} aria-expanded={showsOthers} onClick={() => setShowsOthers(!showsOthers)}>
          {t(showsOthers ? 'sessions:schedule.hideOthers' : 'sessions:schedule.others')}
        </Button>
      )}
      <Rows ordered>
        {inOrder(entriesOf(outline), shown).map((one) =>
          'sessionId' in one ? (
            <SessionRow key={one.sessionId} session={one} />
          ) : (
            <TimetableRow key={one.entryId} entry={one} withCohort={false} />
          ),
        )}
      </Rows>
    </>
  );
}

function inOrder(entries: TimetableEntry[], sessions: SessionView[]): (TimetableEntry | SessionView)[] {
  const at = (one: TimetableEntry | SessionView): number => Date.parse('sessionId' in one ? one.startsAt : one.at);
  return [...entries, ...sessions].sort((one, other) => at(one) - at(other));
}

/** What opens and what is due in one cohort, read off its outline. */
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
  return outline.modules.flatMap((module): TimetableEntry[] => [
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
  ]);
}
