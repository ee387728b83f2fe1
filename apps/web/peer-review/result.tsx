import type { AssignmentView } from '@kohorte/contracts';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../shell/links.js';
import { Appeal } from './appeal.js';
import { GalleryConsent } from './gallery-consent.js';
import { Grade } from './grade.js';
import { Received } from './received.js';
import classes from './result.module.css';

/** What came of the own work: the points, how they came about, and what others said. */
export function Result({ view, result }: { view: AssignmentView; result: NonNullable<AssignmentView['result']> }) {
  const { t } = useTranslation('peer-review');
  const { cohortId, itemId, rubric } = view;
  const { grade, reviews } = result;
  return (
    <section className={classes.result} aria-labelledby="result">
      <h2 id="result">{t('result.title')}</h2>
      {grade ? <Grade grade={grade} rubric={rubric} reviews={reviews} /> : <p>{t('result.noGrade')}</p>}
      {reviews.length > 0 && (
        <section aria-labelledby="received" className={classes.part}>
          <h2 id="received">{t('received.title')}</h2>
          <p className="small faint">{t('received.text')}</p>
          <ol className={classes.reviews}>
            {reviews.map((review) => (
              <li key={review.reviewId}>
                <Received view={view} review={review} />
              </li>
            ))}
          </ol>
        </section>
      )}
      <Appeal view={view} result={result} />
      <GalleryConsent view={view} />
      {view.reviewing.given > 0 && (
        <section aria-labelledby="mirror" className={classes.part}>
          <h2 id="mirror">{t('mirror.title')}</h2>
          <p>{t('mirror.teaser')}</p>
          <div>
            <LinkButton
              to="/cohorts/$cohortId/assignments/$itemId/mirror"
              params={{ cohortId, itemId }}
              variant="default"
            >
              {t('mirror.open')}
            </LinkButton>
          </div>
        </section>
      )}
    </section>
  );
}
