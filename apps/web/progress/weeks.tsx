import type { OutlineModule, OutlineView } from '@kohorte/contracts';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../queries.js';
import { Empty } from '../shell/page.js';
import { Rows } from '../shell/rows.js';
import { useTimes } from '../times.js';
import { weeksOf, weekToShow } from './by-week.js';
import { OutlineItemRow } from './outline-item-row.js';
import { WeekStepper } from './week-stepper.js';
import { weekTitle } from './week-title.js';
import classes from './weeks.module.css';

const route = getRouteApi('/inside/cohorts/$cohortId/space/');

/** The cohort week by week: one week at a time, the others a step away. */
export function Weeks() {
  const { t } = useTranslation();
  const params = route.useParams();
  const outline = useApi('GET /cohorts/:cohortId/outline', { params });
  const weeks = weeksOf(outline);
  const asked = route.useSearch().week;
  const shown = weeks.find((week) => week.step === asked)?.step ?? weekToShow(outline, weeks);
  const week = weeks.find((one) => one.step === shown);
  if (!week) return <Empty title={t('week.noneTitle')}>{t('week.noneText')}</Empty>;
  return (
    <>
      <WeekStepper weeks={weeks} shown={shown} cohortId={params.cohortId} />
      {week.modules.map((module) => (
        <Module key={module.moduleId} module={module} outline={outline} />
      ))}
    </>
  );
}

function Module({ module, outline }: { module: OutlineModule; outline: OutlineView }) {
  const { t } = useTranslation();
  const times = useTimes();
  const { progress } = module;
  const isAllDone = progress.total > 0 && progress.done === progress.total;
  return (
    <section className={classes.module}>
      <header className={classes.head}>
        <h2>{weekTitle(t('week.name', { step: module.step }), module.title)}</h2>
        <span className="small faint figures">
          {!module.isOpen
            ? times.minutes(module.minutes)
            : isAllDone
              ? t('week.allDone')
              : t('week.left', { left: times.minutes(progress.minutesLeft), all: times.minutes(module.minutes) })}
        </span>
      </header>
      {module.isOpen ? <OpenModule module={module} outline={outline} /> : <Locked module={module} outline={outline} />}
    </section>
  );
}

function OpenModule({ module, outline }: { module: OutlineModule; outline: OutlineView }) {
  const { t } = useTranslation();
  return (
    <>
      {module.summary && <p className={classes.summary}>{module.summary}</p>}
      {module.objectives.length > 0 && (
        <ul className={classes.objectives} aria-label={t('week.objectives')}>
          {module.objectives.map((objective) => (
            <li key={objective}>{objective}</li>
          ))}
        </ul>
      )}
      <div className={classes.items}>
        <Rows ordered label={t('week.items')}>
          {module.items.map((item) => (
            <OutlineItemRow
              key={item.itemId}
              item={item}
              cohortId={outline.cohortId}
              isNext={outline.next?.itemId === item.itemId}
            />
          ))}
        </Rows>
      </div>
    </>
  );
}

/** When it opens: in the reader's zone, with the cohort's clock beside it where that shows something else. */
function Locked({ module, outline }: { module: OutlineModule; outline: OutlineView }) {
  const { t } = useTranslation();
  const times = useTimes();
  const there = times.elsewhere(module.opensAt, outline.timeZone);
  return (
    <div className={classes.locked}>
      <IconLock size={20} stroke={1.6} aria-hidden="true" />
      <p>
        <time dateTime={module.opensAt}>
          {t('week.opens', { at: times.dayAndTime(module.opensAt), away: times.fromNow(module.opensAt) })}
        </time>
        {there && <span className={classes.there}>{t('entry.there', there)}</span>}
      </p>
    </div>
  );
}
