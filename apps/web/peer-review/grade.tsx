import type { GradeView, ReceivedReview } from '@kohorte/contracts';
import type { Criterion } from '@kohorte/rules';
import { useTranslation } from 'react-i18next';
import { ProgressBar } from '../shell/progress-bar.js';
import { useTimes } from '../times.js';
import { Fold } from './fold.js';
import classes from './result.module.css';

interface Graded {
  grade: GradeView;
  rubric: readonly Criterion[];
  reviews: readonly ReceivedReview[];
}

/** The points of a work, how sure they are, and how they came about. */
export function Grade({ grade, rubric, reviews }: Graded) {
  const { t } = useTranslation('peer-review');
  const times = useTimes();
  const { total, points, low, high, decision, reviewing, doubtful } = grade;
  const whole = (value: number): string => times.number(Math.round(value));
  const isSpan = !decision && grade.method !== 'trainer' && Math.round(high) > Math.round(low);
  return (
    <>
      <p className={classes.points}>
        <span className={classes.figure}>{whole(total)}</span>
        <span>{t('result.ofHundred')}</span>
        {reviewing && (
          <span className="small faint">
            {t('result.parts', { work: whole(points), reviewing: whole(reviewing.points) })}
          </span>
        )}
      </p>
      <Interval grade={grade} isSpan={isSpan} />
      {isSpan && <p className="small faint">{t('result.interval', { low: whole(low), high: whole(high) })}</p>}
      {doubtful && !decision && <p className="small faint">{t('result.doubtful')}</p>}
      {decision && (
        <div className={classes.decision}>
          <p>{t('result.decided', { points: whole(decision.points), on: times.day(decision.at) })}</p>
          <p>{decision.reason}</p>
        </div>
      )}
      <Fold title={t('how.title')}>
        <How {...{ grade, rubric, reviews }} />
      </Fold>
    </>
  );
}

/** The points on their scale, with the span in which they lie. */
function Interval({ grade: { points, low, high }, isSpan }: { grade: GradeView; isSpan: boolean }) {
  const { t } = useTranslation('peer-review');
  const times = useTimes();
  const whole = (value: number): string => times.number(Math.round(value));
  const label = isSpan
    ? t('result.barSpan', { points: whole(points), low: whole(low), high: whole(high) })
    : t('result.bar', { points: whole(points) });
  return (
    <>
      <div role="img" aria-label={label} className={classes.bar}>
        {isSpan && <span className={classes.span} style={{ left: `${low}%`, width: `${high - low}%` }} />}
        <span className={classes.marker} style={{ left: `${points}%` }} />
      </div>
      <div className={classes.scale} aria-hidden="true">
        <span>0</span>
        <span>50</span>
        <span>100</span>
      </div>
    </>
  );
}

function How({ grade, rubric, reviews }: Graded) {
  const { t } = useTranslation('peer-review');
  const times = useTimes();
  const whole = (value: number): string => times.number(Math.round(value));
  const { method, mean, points, reviewing, total, criteria } = grade;
  return (
    <div className={classes.how}>
      <p>{t(`how.method.${method}`, { count: grade.reviews })}</p>
      <dl className={classes.sums}>
        {mean !== null && (
          <div>
            <dt>{t('how.mean', { count: grade.reviews })}</dt>
            <dd>{whole(mean)}</dd>
          </div>
        )}
        <div>
          <dt>{t('how.work')}</dt>
          <dd>{whole(points)}</dd>
        </div>
        {reviewing && (
          <>
            <div>
              <dt>
                {t('how.reviewing', { given: reviewing.given, owed: reviewing.owed })}
                <span className="small faint">
                  {' '}
                  {t('how.agreement', { points: whole(reviewing.agreement) })}
                  {reviewing.helpfulness !== null && ` · ${t('how.helpful', { points: whole(reviewing.helpfulness) })}`}
                </span>
              </dt>
              <dd>{whole(reviewing.points)}</dd>
            </div>
            <div>
              <dt>{t('how.total')}</dt>
              <dd>{whole(total)}</dd>
            </div>
          </>
        )}
      </dl>
      {method === 'calibrated' && reviews.length > 0 && (
        <table className={classes.table}>
          <caption>{t('how.shares')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('how.review')}</th>
              <th scope="col">{t('how.gave')}</th>
              <th scope="col">{t('how.corrected')}</th>
              <th scope="col">{t('how.share')}</th>
            </tr>
          </thead>
          <tbody>
            {reviews.map((review) => (
              <tr key={review.reviewId}>
                <th scope="row">
                  {t(review.byTrainer ? 'received.byTrainer' : 'received.name', { number: review.number })}
                </th>
                <td>{whole(review.points)}</td>
                <td>{signed(review.corrected, times.number(Math.abs(Math.round(review.corrected))))}</td>
                <td>{times.percent(Math.round(review.share))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div>
        <h3>{t('how.criteria')}</h3>
        <ul className={classes.criteria}>
          {criteria.map((one) => {
            const title = rubric.find(({ criterionId }) => criterionId === one.criterionId)?.title ?? '';
            return (
              <li key={one.criterionId}>
                <span>{title}</span>
                <span className="figures">{one.points === null ? '–' : whole(one.points)}</span>
                <ProgressBar label={title} percent={one.points === null ? 0 : Math.round(one.points)} />
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

/** `+3`, `−2`, `0` */
export function signed(value: number, absolute: string): string {
  const rounded = Math.round(value);
  return rounded > 0 ? `+${absolute}` : rounded < 0 ? `−${absolute}` : absolute;
}
