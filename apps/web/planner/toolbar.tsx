import '../trainer/fields.js';
import type { AssemblyView } from '@kohorte/contracts';
import { Button, Select } from '@mantine/core';
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import { useTranslation } from 'react-i18next';
import { Choice } from '../shell/choice.js';
import { useTimes, zoneName } from '../times.js';
import { inPlace } from '../trainer/in-place.js';
import { CohortMark } from './block.js';
import { type Mark, type PlannerView, plannerViews } from './model.js';
import classes from './toolbar.module.css';
import { plusDays } from './week.js';

interface Parts {
  view: PlannerView;
  week: string;
  zone: string;
  /** Weeks with sessions: the first, and the next after the one that is shown. */
  first: string | null;
  next: string | null;
  onView: (view: PlannerView) => void;
  onWeek: (week: string) => void;
}

/** Which week, and how it is looked at. */
export function Toolbar({ view, week, zone, first, next, onView, onWeek }: Parts) {
  const { t, i18n } = useTranslation('admin');
  const times = useTimes();
  const format = new Intl.DateTimeFormat(i18n.language === 'de' ? 'de-DE' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const noon = (date: string): Date => new Date(`${date}T12:00:00Z`);
  return (
    <div className={classes.toolbar}>
      <div className={classes.move}>
        <Button variant="default" px={10} aria-label={t('planner.weekBack')} onClick={() => onWeek(plusDays(week, -7))}>
          <IconChevronLeft size={18} aria-hidden="true" />
        </Button>
        <Button variant="default" px={10} aria-label={t('planner.weekForth')} onClick={() => onWeek(plusDays(week, 7))}>
          <IconChevronRight size={18} aria-hidden="true" />
        </Button>
        <h2 aria-live="polite">{format.formatRange(noon(week), noon(plusDays(week, 6)))}</h2>
      </div>
      <Choice<PlannerView>
        legend={t('planner.views')}
        legendUnseen
        value={view}
        options={plannerViews.map((value) => ({ value, label: t(`planner.view.${value}`) }))}
        onChange={onView}
      />
      <div className={classes.jumps}>
        {first && first !== week && (
          <Button variant="subtle" size="compact-sm" onClick={() => onWeek(first)}>
            {t('planner.toFirst')}
          </Button>
        )}
        {next && (
          <Button variant="subtle" size="compact-sm" onClick={() => onWeek(next)}>
            {t('planner.toNext', { on: times.date(next) })}
          </Button>
        )}
        <span className={classes.zone}>{t('planner.zone', { zone: zoneName(zone) })}</span>
      </div>
    </div>
  );
}

interface LegendParts {
  assembly: AssemblyView;
  marks: Map<string, Mark>;
  only: string | undefined;
  onOnly: (cohortId: string | undefined) => void;
}

/** Which mark is which cohort; pressed, only that one is shown. */
export function Legend({ assembly, marks, only, onOnly }: LegendParts) {
  const { t } = useTranslation('admin');
  // More than fit on two lines are found by their name.
  if (assembly.cohorts.length > 8)
    return (
      <Select
        {...inPlace}
        className={classes.choice}
        size="sm"
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('planner.allCohorts') }}
        aria-label={t('planner.legend')}
        placeholder={t('planner.allCohorts')}
        nothingFoundMessage={t('planner.panel.noneFound')}
        value={only ?? null}
        data={assembly.cohorts.map(({ cohortId, name }) => ({
          value: cohortId,
          label: `${marks.get(cohortId)?.letter ?? ''} · ${name}`,
        }))}
        onChange={(cohortId) => onOnly(cohortId ?? undefined)}
      />
    );
  return (
    <div role="group" aria-label={t('planner.legend')} className={classes.legend}>
      {assembly.cohorts.map(({ cohortId, name, timeZone }) => (
        <button
          key={cohortId}
          type="button"
          aria-pressed={only === cohortId}
          className={classes.cohort}
          onClick={() => onOnly(only === cohortId ? undefined : cohortId)}
        >
          <CohortMark mark={marks.get(cohortId)} />
          {name}
          {timeZone !== assembly.settings.timeZone && <span className="faint">{zoneName(timeZone)}</span>}
        </button>
      ))}
    </div>
  );
}
