import type { SubmissionView } from '@kohorte/contracts';
import type { Criterion } from '@kohorte/rules';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Table } from '../../admin/table.js';
import { api } from '../../api.js';
import { refresh, useApiMutation } from '../../queries.js';
import { Empty, Section } from '../../shell/page.js';
import { Tag } from '../../shell/tag.js';
import { offerUndo } from '../../shell/toasts.js';
import { ProblemNote } from '../../shell/trouble.js';
import { useAllocationWords } from './allocation-words.js';
import { isDisputed } from './disagreement.js';
import { ReasonDialog } from './reason-dialog.js';
import { changedForLearners } from './refreshed.js';
import classes from './side-by-side.module.css';
import { useRoundWords } from './words.js';

type Review = SubmissionView['reviews'][number];

/** All reviews of a work, one beside the other: criteria down, reviewers across. */
export function SideBySide({ view }: { view: SubmissionView }) {
  const { t, names } = useRoundWords();
  const shown = view.reviews.filter(({ state }) => state !== 'lapsed');
  const lapsed = view.reviews.filter(({ state }) => state === 'lapsed');
  return (
    <div id="reviews">
      <Section title={t('submission.reviews.title')}>
        {shown.length === 0 ? (
          <Empty title={t('submission.reviews.none')}>{t('submission.reviews.noneText')}</Empty>
        ) : (
          <ReviewTable view={view} reviews={shown} />
        )}
        {lapsed.length > 0 && (
          <p className={classes.lapsed}>
            {t('submission.reviews.lapsed', {
              count: lapsed.length,
              names: names(lapsed.flatMap(({ reviewer }) => reviewer ?? [])),
            })}
          </p>
        )}
      </Section>
    </div>
  );
}

function ReviewTable({ view, reviews }: { view: SubmissionView; reviews: Review[] }) {
  const { t } = useRoundWords();
  const row = (name: string, cell: (review: Review) => ReactNode): ReactNode => (
    <tr>
      <th scope="row">{name}</th>
      {reviews.map((review) => (
        <td key={review.reviewId} data-aside={review.setAside !== null || undefined}>
          {cell(review)}
        </td>
      ))}
    </tr>
  );
  return (
    <div className={classes.table}>
      <Table label={t('submission.reviews.table')}>
        <thead>
          <tr>
            <th scope="col">{t('submission.reviews.criterion')}</th>
            {reviews.map((review) => (
              <th key={review.reviewId} scope="col">
                <Reviewer review={review} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rubric.map((criterion) => (
            <CriterionRow key={criterion.criterionId} criterion={criterion} view={view} reviews={reviews} />
          ))}
          {row(t('submission.reviews.overall'), ({ overall }) => overall && <p className={classes.said}>{overall}</p>)}
        </tbody>
        <tbody className={classes.facts}>
          {row(t('submission.reviews.points'), (review) => (
            <Points review={review} />
          ))}
          {row(t('submission.reviews.counts'), (review) => (
            <Counts review={review} />
          ))}
          {row(t('submission.reviews.rating'), (review) => (
            <Rating review={review} />
          ))}
          {row(t('submission.reviews.allocated'), (review) => (
            <Allocated review={review} />
          ))}
          {reviews.some(({ state }) => state === 'done') &&
            row(t('submission.reviews.actions'), (review) => review.state === 'done' && <Aside review={review} />)}
        </tbody>
      </Table>
    </div>
  );
}

function CriterionRow({ criterion, view, reviews }: { criterion: Criterion; view: SubmissionView; reviews: Review[] }) {
  const { t, times, whole } = useRoundWords();
  const { criterionId, title, weight, levels } = criterion;
  const all = view.rubric.reduce((sum, one) => sum + one.weight, 0);
  const counted = reviews.filter(({ state, setAside }) => state === 'done' && setAside === null);
  const disputed = isDisputed(criterion, counted.map(({ answers }) => answers)); // prettier-ignore
  const mean = view.grade?.criteria.find((one) => one.criterionId === criterionId)?.points ?? null;
  const most = Math.max(...levels.map(({ points }) => points));
  return (
    <tr>
      <th scope="row">
        {title}
        <span className={classes.under}>
          {[
            all > 0 && view.rubric.length > 1 && t('submission.reviews.weight', { percent: times.percent((100 * weight) / all) }), // prettier-ignore
            mean !== null && t('submission.reviews.mean', { points: whole(mean) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {disputed && <Tag tone="warn">{t('submission.reviews.disagree')}</Tag>}
      </th>
      {reviews.map(({ reviewId, answers, setAside }) => {
        const answer = answers.find((one) => one.criterionId === criterionId);
        const level = answer?.level == null ? undefined : levels[answer.level];
        return (
          <td key={reviewId} data-aside={setAside !== null || undefined}>
            {level ? (
              <>
                <span className={classes.level}>
                  {t('submission.reviews.level', { title: level.title, points: level.points, most })}
                </span>
                <span className={classes.bar} aria-hidden="true">
                  <span style={{ width: `${most === 0 ? 0 : (100 * level.points) / most}%` }} />
                </span>
              </>
            ) : (
              <span className="faint">{t('submission.reviews.noLevel')}</span>
            )}
            {answer?.comment && <p className={classes.said}>{answer.comment}</p>}
          </td>
        );
      })}
    </tr>
  );
}

function Reviewer({ review: { reviewer, kind, state, doneAt, setAside } }: { review: Review }) {
  const { t, times } = useRoundWords();
  return (
    <>
      <span className={classes.reviewer}>{reviewer?.name ?? t('submission.reviews.somebody')}</span>
      <span className={classes.under}>
        {[
          kind === 'trainer' && t('submission.reviews.trainer'),
          t(`submission.reviews.state.${state}`, { at: doneAt ? times.dayAndTime(doneAt) : '' }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {setAside !== null && <Tag tone="warn">{t('submission.reviews.setAside')}</Tag>}
    </>
  );
}

function Points({ review: { points } }: { review: Review }) {
  const { t, whole } = useRoundWords();
  return points === null ? <>–</> : <strong>{t('ofHundred', { points: whole(points) })}</strong>;
}

/** How much a review counted, and how it was corrected for its reviewer's severity. */
function Counts({ review: { setAside, share, corrected, state } }: { review: Review }) {
  const { t, times, whole } = useRoundWords();
  if (setAside !== null) return <>{t('submission.reviews.setAsideWhy', { reason: setAside })}</>;
  if (state !== 'done') return <>–</>;
  if (share === null) return <span className="faint">{t('submission.reviews.notYet')}</span>;
  const by = Math.round(corrected ?? 0);
  const correction = by === 0 ? t('submission.reviews.asIs') : t(by > 0 ? 'submission.reviews.raised' : 'submission.reviews.lowered', { points: whole(Math.abs(by)) }); // prettier-ignore
  return <>{`${t('submission.reviews.share', { percent: times.percent(Math.round(share)) })} · ${correction}`}</>;
}

function Rating({ review: { rating, answer, state } }: { review: Review }) {
  const { t } = useRoundWords();
  if (state !== 'done') return <>–</>;
  const key = rating === null ? null : (String(Math.min(4, Math.max(1, Math.round(rating)))) as '1' | '2' | '3' | '4');
  return (
    <>
      {key ? t(`submission.reviews.ratings.${key}`) : <span className="faint">{t('submission.reviews.notRated')}</span>}
      {answer && <p className={classes.said}>{t('submission.reviews.answered', { answer })}</p>}
    </>
  );
}

function Allocated({ review }: { review: Review }) {
  const words = useAllocationWords();
  return <>{words(review.allocated)}</>;
}

/** Leaves a review out of the grade, with a reason, or counts it again. */
function Aside({ review: { reviewId, reviewer, setAside } }: { review: Review }) {
  const { t } = useRoundWords();
  const [asks, setAsks] = useState(false);
  const name = reviewer?.name ?? t('submission.reviews.somebody');
  const params = { reviewId };
  const leaveOut = useApiMutation('PUT /reviews/:reviewId/set-aside', {
    refreshes: changedForLearners,
    onDone: () => setAsks(false),
  });
  const count = useApiMutation('DELETE /reviews/:reviewId/set-aside', {
    refreshes: changedForLearners,
    onDone: () =>
      offerUndo(t('submission.reviews.counted'), async () => {
        await api('PUT /reviews/:reviewId/set-aside', { params, body: { reason: setAside ?? '' } });
        await refresh(...changedForLearners);
      }),
  });
  if (setAside !== null)
    return (
      <>
        <Button
          variant="default"
          aria-label={t('submission.reviews.countAgainOf', { name })}
          loading={count.isPending}
          onClick={() => count.mutate({ params })}
        >
          {t('submission.reviews.countAgain')}
        </Button>
        <ProblemNote problem={count.error} />
      </>
    );
  return (
    <>
      <Button variant="default" aria-label={t('submission.reviews.setAsideOf', { name })} onClick={() => setAsks(true)}>
        {t('submission.reviews.setAsideDo')}
      </Button>
      {asks && (
        <ReasonDialog
          title={t('submission.reviews.setAsideTitle', { name })}
          text={t('submission.reviews.setAsideText')}
          hint={t('submission.flags.reasonRead')}
          action={t('submission.reviews.setAsideDo')}
          isPending={leaveOut.isPending}
          problem={leaveOut.error}
          onReason={(reason) => leaveOut.mutate({ params, body: { reason } })}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  );
}
