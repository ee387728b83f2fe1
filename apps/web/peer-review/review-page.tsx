import '../trainer/fields.js';
import type { ReviewView } from '@kohorte/contracts';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refresh, useApi } from '../queries.js';
import { useMoments } from '../schedule/moments.js';
import { Page, PageHeading } from '../shell/page.js';
import { Prose } from '../shell/prose.js';
import { useTimes } from '../times.js';
import { Answers } from './answers.js';
import { Compared } from './compared.js';
import { Fold } from './fold.js';
import { ReviewActions } from './review-actions.js';
import { ReviewForm } from './review-form.js';
import classes from './review-page.module.css';
import { WhatNext } from './what-next.js';
import { Work } from './work.js';

const route = getRouteApi('/inside/reviews/$reviewId');

/** One review: the work, and beside it what one says to it. */
export function ReviewPage() {
  const params = route.useParams();
  const review = useApi('GET /reviews/:reviewId', { params });
  return <Review key={review.reviewId} review={review} />;
}

function Review({ review }: { review: ReviewView }) {
  const { t, i18n } = useTranslation('peer-review');
  const [shows, setShows] = useState<'work' | 'review'>('work');
  const { cohortId, itemId, title, kind, number, until, leaseUntil, submissionId, authors, open, compare } = review;
  useMoments([until, ...(leaseUntil ? [leaseUntil] : [])], () => void refresh('GET /reviews/:reviewId'));
  const isDone = review.state === 'done';
  const name = t(`review.name.${kind}`, { number });
  return (
    <Page wide>
      <PageHeading
        title={name}
        tab={`${name} · ${title}`}
        above={
          kind === 'trainer' && submissionId ? (
            <Link to="/runs/$cohortId/submissions/$submissionId" params={{ cohortId, submissionId }}>
              {title}
            </Link>
          ) : (
            <Link to="/cohorts/$cohortId/assignments/$itemId" params={{ cohortId, itemId }}>
              {title}
            </Link>
          )
        }
        below={<Lease review={review} />}
      />
      {isDone && <WhatNext review={review} />}
      {compare && <Compared review={review} compare={compare} />}
      <div className={classes.both}>
        <div className={classes.tabs} role="group" aria-label={t('review.parts')}>
          {(['work', 'review'] as const).map((one) => (
            <button key={one} type="button" aria-pressed={shows === one} onClick={() => setShows(one)}>
              {t(`review.show.${one}`)}
            </button>
          ))}
        </div>
        <section aria-labelledby="the-work" className={classes.work} data-shown={shows === 'work' || undefined}>
          <h2 id="the-work">{t('review.work')}</h2>
          {authors && authors.length > 0 && (
            <p className="small faint">
              {t('review.by', { names: new Intl.ListFormat(i18n.language).format(authors.map((one) => one.name)) })}
            </p>
          )}
          <Work work={review.work} submissionId={review.submissionId} />
          {review.instructionsHtml && (
            <Fold title={t('review.instructions')}>
              <Prose html={review.instructionsHtml} />
            </Fold>
          )}
          {!isDone && open && kind === 'peer' && <ReviewActions review={review} />}
        </section>
        <section
          aria-labelledby="the-review"
          className={classes.review}
          data-shown={shows === 'review' || undefined}
          tabIndex={-1}
        >
          <h2 id="the-review">{t('review.own')}</h2>
          {open && !compare ? (
            <ReviewForm review={review} />
          ) : (
            <Answers rubric={review.rubric} answers={review.answers} overall={review.overall} />
          )}
        </section>
      </div>
    </Page>
  );
}

/** Until when it is kept, or can be changed. */
function Lease({ review }: { review: ReviewView }) {
  const { t } = useTranslation('peer-review');
  const times = useTimes();
  const { state, leaseUntil, until, open, kind } = review;
  const line =
    kind === 'example' && state === 'done'
      ? t('review.exampleDone')
      : !open
        ? t('review.closed')
        : state === 'done'
          ? t('review.changeUntil', { at: times.dayAndTime(until) })
          : state === 'lapsed'
            ? t('review.lapsed', { at: times.dayAndTime(until) })
            : leaseUntil
              ? t('review.lease', { at: times.dayAndTime(leaseUntil), away: times.fromNow(leaseUntil) })
              : t('review.until', { at: times.dayAndTime(until) });
  return <span className="small figures">{line}</span>;
}
