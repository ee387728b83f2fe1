import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { now } from '../clock.js';
import { useApiKeeping } from '../queries.js';
import type { CalendarView } from './views.js';
import { Choice } from '../shell/choice.js';
import { Page, PageHeading } from '../shell/page.js';
import { ProblemNote } from '../shell/trouble.js';
import { useTimes } from '../times.js';
import classes from './calendar.module.css';
import { CalendarList } from './calendar-list.js';
import { Subscription } from './subscription.js';
import { instantsAround, nameOf, periodOf } from './periods.js';

const CalendarGrid = lazy(() => import('./calendar-grid.js'));
const route = getRouteApi('/inside/calendar');

/** The own timetable over all cohorts: a month, a week, or a list, which comes first on a phone. */
export function Calendar() {
  const { t, i18n } = useTranslation();
  const times = useTimes();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const isNarrow = useMediaQuery('(max-width: 760px)', window.innerWidth <= 760) ?? false;
  const view: CalendarView = search.view ?? (isNarrow ? 'list' : 'month');
  const today = times.isoDay(now());
  const on = search.on ?? today;
  const period = periodOf(view, on);
  const { data: entries, error } = useApiKeeping('GET /timetable', { query: instantsAround(period) });
  const go = (changes: { view?: CalendarView; on?: string }): void =>
    void navigate({ search: { view: search.view, on: search.on, ...changes }, replace: true });
  return (
    <Page wide>
      <PageHeading title={t('nav.calendar')} />
      <div className={classes.toolbar}>
        <div className={classes.move}>
          <Button variant="default" onClick={() => go({ on: undefined })}>
            {t('calendar.today')}
          </Button>
          <Button variant="default" px={10} aria-label={t('calendar.back')} onClick={() => go({ on: period.back })}>
            <IconChevronLeft size={18} aria-hidden="true" />
          </Button>
          <Button variant="default" px={10} aria-label={t('calendar.forth')} onClick={() => go({ on: period.forth })}>
            <IconChevronRight size={18} aria-hidden="true" />
          </Button>
          <h2 aria-live="polite">{nameOf(view, period, i18n.language, times)}</h2>
        </div>
        <Choice<CalendarView>
          legend={t('calendar.view')}
          legendUnseen
          value={view}
          options={[
            { value: 'month', label: t('calendar.month') },
            { value: 'week', label: t('calendar.week') },
            { value: 'list', label: t('calendar.list') },
          ]}
          onChange={(chosen) => go({ view: chosen })}
        />
      </div>
      <ProblemNote problem={error} />
      {/* Seven columns on a phone leave no room for words. */}
      {view === 'list' || (view === 'week' && isNarrow) ? (
        <CalendarList entries={entries} period={period} />
      ) : (
        <Suspense fallback={<div className={classes.gridPlace} />}>
          <CalendarGrid key={`${view} ${period.first}`} entries={entries ?? []} view={view} on={period.first} />
        </Suspense>
      )}
      <Subscription />
    </Page>
  );
}
