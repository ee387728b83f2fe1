import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Week } from './by-week.js';
import classes from './week-stepper.module.css';

/** All weeks in a row: done, open or still closed, and which one is shown. */
export function WeekStepper({ weeks, shown, cohortId }: { weeks: Week[]; shown: number; cohortId: string }) {
  const { t } = useTranslation();
  if (weeks.length < 2) return null;
  return (
    <nav aria-label={t('week.all')}>
      <ol className={classes.steps}>
        {weeks.map((week) => {
          const state = week.isDone ? 'done' : week.isOpen ? 'open' : 'closed';
          return (
            <li key={week.step}>
              <Link
                to="/cohorts/$cohortId"
                params={{ cohortId }}
                search={{ week: week.step }}
                resetScroll={false}
                activeProps={{}}
                className={`${classes.step} ${classes[state]}`}
                aria-current={week.step === shown ? 'step' : undefined}
              >
                <span className="unseen">{t('week.name', { step: week.step })}, </span>
                <span className="unseen">{t(`week.${state}`)}</span>
                {week.isDone ? <IconCheck size={16} stroke={2.4} aria-hidden="true" /> : null}
                <span aria-hidden="true">{week.step}</span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
