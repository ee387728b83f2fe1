import type { Criterion } from '@kohorte/rules';
import { useTranslation } from 'react-i18next';
import { useTimes } from '../times.js';
import classes from './rubric.module.css';

/** What reviews look at, to read before one writes. */
export function Rubric({ rubric }: { rubric: readonly Criterion[] }) {
  const { t } = useTranslation('peer-review');
  const times = useTimes();
  const all = rubric.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <ol className={classes.rubric}>
      {rubric.map(({ criterionId, title, prompt, weight, levels }) => (
        <li key={criterionId}>
          <p className={classes.title}>
            {title}
            {all > 0 && rubric.length > 1 && (
              <span className={classes.weight}>
                {t('rubric.weight', { percent: times.percent(Math.round((weight / all) * 100)) })}
              </span>
            )}
          </p>
          {prompt && <p className={classes.prompt}>{prompt}</p>}
          <dl className={classes.levels}>
            {levels.map(({ points, title: level, description }) => (
              <div key={points}>
                <dt>{t('rubric.points', { count: points })}</dt>
                <dd>
                  {level}
                  {description && <span className={classes.description}>{description}</span>}
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}
