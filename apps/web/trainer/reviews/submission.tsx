import '../fields.js';
import type { SubmissionView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api.js';
import { Work } from '../../peer-review/work.js';
import { refresh, useApi, useApiMutation } from '../../queries.js';
import { Page, PageHeading, Section } from '../../shell/page.js';
import { offerUndo } from '../../shell/toasts.js';
import { ProblemNote } from '../../shell/trouble.js';
import { Appeals } from './appeals.js';
import { Flags } from './flags.js';
import { Gallery } from './gallery.js';
import { GradeOf } from './grade.js';
import { ReasonDialog } from './reason-dialog.js';
import { changedForLearners } from './refreshed.js';
import { SideBySide } from './side-by-side.js';
import classes from './submission.module.css';
import { useRoundWords } from './words.js';

const route = getRouteApi('/inside/runs/$cohortId/submissions/$submissionId');

/** One submission with its reviews side by side, how its grade came about, and everything to be decided about it. */
export function Submission() {
  const { t, times, names } = useRoundWords();
  const { submissionId } = route.useParams();
  const view = useApi('GET /submissions/:submissionId', { params: { submissionId } });
  const { cohortId, itemId, title, handedInAt, late, excluded } = view;
  const authors = names(view.authors);
  const handedIn = handedInAt
    ? t(late ? 'submission.late' : 'submission.handedIn', { at: times.dayAndTime(handedInAt) })
    : t('submission.draft');
  return (
    <Page wide>
      <PageHeading
        title={authors}
        tab={t('submission.tab', { names: authors, title })}
        above={
          <Link to="/runs/$cohortId/assignments/$itemId" params={{ cohortId, itemId }}>
            {title}
          </Link>
        }
        below={<span className="small figures">{handedIn}</span>}
        actions={
          <>
            {excluded === null && handedInAt && <ReviewIt view={view} />}
            {handedInAt && <Exclusion view={view} />}
          </>
        }
      />
      {excluded !== null && <p className={classes.heed}>{t('submission.excludedWhy', { reason: excluded })}</p>}
      <Appeals view={view} />
      <Flags view={view} />
      <div className={classes.beside}>
        <WorkPart view={view} />
        <div>
          <GradeOf view={view} />
          <Gallery view={view} />
        </div>
      </div>
      <SideBySide view={view} />
    </Page>
  );
}

/** Begins a review of one's own, or leads to the one that is begun. */
function ReviewIt({ view }: { view: SubmissionView }) {
  const { t } = useRoundWords();
  const navigate = useNavigate();
  const begin = useApiMutation('POST /submissions/:submissionId/review', {
    refreshes: changedForLearners,
    onDone: ({ reviewId }) => void navigate({ to: '/reviews/$reviewId', params: { reviewId } }),
  });
  return (
    <>
      <Button
        variant="default"
        loading={begin.isPending}
        onClick={() => begin.mutate({ params: { submissionId: view.submissionId } })}
      >
        {t('submission.reviewIt')}
      </Button>
      <ProblemNote problem={begin.error} />
    </>
  );
}

/** Takes a work out of the round, with a reason, and in again. */
function Exclusion({ view: { submissionId, excluded } }: { view: SubmissionView }) {
  const { t } = useRoundWords();
  const [asks, setAsks] = useState(false);
  const params = { submissionId };
  const exclude = useApiMutation('PUT /submissions/:submissionId/exclusion', {
    refreshes: changedForLearners,
    onDone: () => setAsks(false),
  });
  const include = useApiMutation('DELETE /submissions/:submissionId/exclusion', {
    refreshes: changedForLearners,
    onDone: () =>
      offerUndo(t('submission.included'), async () => {
        await api('PUT /submissions/:submissionId/exclusion', { params, body: { reason: excluded ?? '' } });
        await refresh(...changedForLearners);
      }),
  });
  if (excluded !== null)
    return (
      <>
        <Button variant="default" loading={include.isPending} onClick={() => include.mutate({ params })}>
          {t('submission.include')}
        </Button>
        <ProblemNote problem={include.error} />
      </>
    );
  return (
    <>
      <Button variant="default" onClick={() => setAsks(true)}>
        {t('submission.exclude')}
      </Button>
      {asks && (
        <ReasonDialog
          title={t('submission.excludeTitle')}
          text={t('submission.excludeText')}
          hint={t('submission.reasonRead')}
          action={t('submission.exclude')}
          isPending={exclude.isPending}
          problem={exclude.error}
          onReason={(reason) => exclude.mutate({ params, body: { reason } })}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  );
}

/** A long work begins folded, so that its reviews are not far away. */
const longWords = 250;

function WorkPart({ view: { work, submissionId } }: { view: SubmissionView }) {
  const { t } = useRoundWords();
  const isLong = work.words > longWords;
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={classes.workPart}>
      <Section
        title={t('submission.work.title')}
        aside={work.words > 0 && t('submission.work.words', { count: work.words })}
      >
        <div className={isLong && !isOpen ? classes.folded : undefined}>
          <Work work={work} submissionId={submissionId} />
        </div>
        {isLong && (
          <Button variant="default" mt={12} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? 'submission.work.less' : 'submission.work.all')}
          </Button>
        )}
      </Section>
    </div>
  );
}
