import type { ReviewView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiMaybe } from '../queries.js';
import { LinkButton } from '../shell/links.js';
import { ProblemNote } from '../shell/trouble.js';
import { useNextReview } from './next-review.js';
import classes from './what-next.module.css';

/** After a review is given: thanks, how many there are still to give, and the way on. */
export function WhatNext({ review }: { review: ReviewView }) {
  const { t } = useTranslation('peer-review');
  const { cohortId, itemId, kind, submissionId } = review;
  const params = { cohortId, itemId };
  const view = useApiMaybe('GET /cohorts/:cohortId/assignments/:itemId', { params });
  const next = useNextReview(params);
  const place = useRef<HTMLDivElement>(null);
  // Whoever has just given a review is told so where they are led.
  const wasHere = useRef(false);
  useEffect(() => {
    if (wasHere.current) place.current?.focus({ preventScroll: true });
    wasHere.current = true;
  }, [review.doneAt]);
  const reviewing = view?.learns ? view.reviewing : undefined;
  const examplesLeft = reviewing ? reviewing.examples.total - reviewing.examples.done : 0;
  const isOwing = reviewing && reviewing.given < reviewing.owed;
  return (
    <div ref={place} tabIndex={-1} className={classes.next}>
      <p>
        {t(kind === 'example' ? 'next.example' : 'next.thanks')}{' '}
        {reviewing &&
          kind === 'peer' &&
          reviewing.owed > 0 &&
          t('reviewing.count', { given: reviewing.given, owed: reviewing.owed })}
      </p>
      <div className={classes.actions}>
        {examplesLeft > 0 && kind === 'example' ? (
          <Button loading={next.isBusy} onClick={next.example}>
            {t('reviewing.nextExample')}
          </Button>
        ) : reviewing?.mayAsk && isOwing ? (
          <Button loading={next.isBusy} onClick={next.review}>
            {t(reviewing.given === 0 ? 'reviewing.first' : 'reviewing.next')}
          </Button>
        ) : null}
        {kind === 'trainer' && submissionId ? (
          <LinkButton to="/runs/$cohortId/submissions/$submissionId" params={{ cohortId, submissionId }}>
            {t('next.toSubmission')}
          </LinkButton>
        ) : (
          <LinkButton to="/cohorts/$cohortId/assignments/$itemId" params={params} variant="default">
            {t('next.back')}
          </LinkButton>
        )}
      </div>
      <ProblemNote problem={next.problem} />
    </div>
  );
}
