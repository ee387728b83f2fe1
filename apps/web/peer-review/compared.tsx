import type { ReviewView } from '@kohorte/contracts';
import { useTranslation } from 'react-i18next';
import { useTimes } from '../times.js';
import classes from './compared.module.css';
import { signed } from './grade.js';

/** An example that was tried: what one said beside what the trainer said, and why. */
export function Compared({ review, compare }: { review: ReviewView; compare: NonNullable<ReviewView['compare']> }) {
  const { t } = useTranslation('peer-review');
  const times = useTimes();
  const whole = (points: number): string => times.number(Math.round(points));
  const away = Math.round(compare.own) - Math.round(compare.right);
  return (
    <section aria-labelledby="compared" className={classes.compared}>
      <h2 id="compared">{t('compare.title')}</h2>
      <p>
        {t('compare.points', { own: whole(compare.own), right: whole(compare.right) })}{' '}
        {t(away === 0 ? 'compare.same' : away > 0 ? 'compare.milder' : 'compare.stricter', {
          points: whole(Math.abs(away)),
        })}
      </p>
      <ul className={classes.criteria}>
        {review.rubric.map(({ criterionId, title, levels }) => {
          const own = review.answers.find((one) => one.criterionId === criterionId)?.level ?? null;
          const right = compare.answers.find((one) => one.criterionId === criterionId);
          const level = (index: number | null) => (index === null ? undefined : levels[index]);
          const ownLevel = level(own);
          const rightLevel = level(right?.level ?? null);
          const difference = (ownLevel?.points ?? 0) - (rightLevel?.points ?? 0);
          return (
            <li key={criterionId}>
              <h3>{title}</h3>
              <p className={classes.levels}>
                <span>{t('compare.you', { level: ownLevel?.title ?? '–' })}</span>
                <span>{t('compare.trainer', { level: rightLevel?.title ?? '–' })}</span>
                <span className={difference === 0 ? classes.same : classes.other}>
                  {difference === 0
                    ? t('compare.equal')
                    : t('compare.apart', {
                        count: Math.abs(difference),
                        points: signed(difference, times.number(Math.abs(difference))),
                      })}
                </span>
              </p>
              {right?.comment && <blockquote>{right.comment}</blockquote>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
