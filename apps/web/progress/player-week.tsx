import type { OutlineView } from '@kohorte/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTimes } from '../times.js';
import { ItemIcon } from './item-icon.js';
import classes from './player.module.css';

/** The items of this week, beside the one that is open; folded away on a phone. */
export function PlayerWeek({ outline, step, itemId }: { outline: OutlineView; step: number; itemId: string }) {
  const { t } = useTranslation();
  const times = useTimes();
  const items = outline.modules.filter((module) => module.step === step).flatMap((module) => module.items);
  const done = items.filter((item) => item.doneAt).length;
  const countable = items.filter((item) => item.countable).length;
  const list = (
    <ol>
      {items.map((item) => (
        <li key={item.itemId}>
          <Link
            to="/cohorts/$cohortId/items/$itemId"
            params={{ cohortId: outline.cohortId, itemId: item.itemId }}
            className={classes.sideItem}
            aria-current={item.itemId === itemId ? 'page' : undefined}
          >
            <ItemIcon kind={item.kind} done={item.doneAt !== null} />
            <span>
              {item.title}
              {item.doneAt && <span className="unseen"> ({t('item.done')})</span>}
            </span>
            {item.minutes > 0 && <span className={classes.sideMinutes}>{times.minutes(item.minutes)}</span>}
          </Link>
        </li>
      ))}
    </ol>
  );
  const label = t('week.doneOf', { step, done, total: countable });
  return (
    <>
      <nav aria-label={t('player.week')} className={classes.side}>
        <Link to="/cohorts/$cohortId" params={{ cohortId: outline.cohortId }} className={classes.cohort}>
          {outline.name}
        </Link>
        <p className={classes.sideHead}>{label}</p>
        {list}
      </nav>
      <details className={classes.fold} key={itemId}>
        <summary>{label}</summary>
        <nav aria-label={t('player.week')}>{list}</nav>
      </details>
    </>
  );
}
