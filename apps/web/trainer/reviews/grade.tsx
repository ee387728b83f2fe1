import type { GradeView, SubmissionView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../api.js';
import { refresh, useApiMutation } from '../../queries.js';
import { Section } from '../../shell/page.js';
import { offerUndo } from '../../shell/toasts.js';
import { ProblemNote } from '../../shell/trouble.js';
import classes from './grade.module.css';
import { PointsField } from './points-field.js';
import { ReasonDialog } from './reason-dialog.js';
import { changedForLearners } from './refreshed.js';
import { useRoundWords } from './words.js';

/** The grade with how it came about, and the way to set another. */
export function GradeOf({ view }: { view: SubmissionView }) {
  const { t } = useRoundWords();
  const { grade, submissionId, handedInAt } = view;
  const [sets, setSets] = useState(false);
  const params = { submissionId };
  const decision = grade?.decision ?? null;
  const back = useApiMutation('DELETE /submissions/:submissionId/grade', {
    refreshes: changedForLearners,
    onDone: () => {
      if (!decision) return;
      offerUndo(t('submission.grade.backDone'), async () => {
        const { points, reason } = decision;
        await api('PUT /submissions/:submissionId/grade', { params, body: { points, reason } });
        await refresh(...changedForLearners);
      });
    },
  });
  return (
    <div id="grade" className={classes.grade}>
      <Section title={t('submission.grade.title')}>
        {grade ? <Figures grade={grade} view={view} /> : <p className="small faint">{t('submission.grade.none')}</p>}
        {handedInAt && (
          <div className={classes.actions}>
            <Button variant="default" onClick={() => setSets(true)}>
              {t('submission.grade.set')}
            </Button>
            {decision && (
              <Button variant="default" loading={back.isPending} onClick={() => back.mutate({ params })}>
                {t('submission.grade.back')}
              </Button>
            )}
          </div>
        )}
        <ProblemNote problem={back.error} />
        {sets && <SetGrade view={view} onClose={() => setSets(false)} />}
      </Section>
    </div>
  );
}

function Figures({ grade, view }: { grade: GradeView; view: SubmissionView }) {
  const { t, times, points, whole } = useRoundWords();
  const { decision, reviewing, doubtful, mean, low, high, reviews, method } = grade;
  const isComputed = reviews > 0 && method !== 'trainer';
  // Where the own reviewing makes up nothing of the result, it does not belong here.
  const counts = reviewing && grade.total !== grade.points;
  const by = method === 'trainer' ? null : method;
  return (
    <div className={classes.figures}>
      <p className={classes.points}>{t('ofHundred', { points: points(grade.points) })}</p>
      <Scale grade={grade} view={view} />
      {isComputed && low < high && (
        <p className="small">{t('submission.grade.interval', { low: whole(low), high: whole(high) })}</p>
      )}
      {doubtful && !decision && <p className={classes.doubtful}>{t('submission.grade.doubtful')}</p>}
      <h3>{t('submission.grade.how')}</h3>
      <ul className={classes.how}>
        {decision && (
          <li>
            {t('submission.grade.decision', {
              points: points(decision.points),
              at: times.dayAndTime(decision.at),
              reason: decision.reason,
            })}
          </li>
        )}
        {by && reviews > 0 && <li>{t(`submission.grade.method.${by}`, { count: reviews })}</li>}
        {mean !== null && method !== 'mean' && <li>{t('submission.grade.mean', { points: points(mean) })}</li>}
        {counts && (
          <li>
            {t(reviewing.helpfulness === null ? 'submission.grade.reviewing' : 'submission.grade.reviewingHelpful', {
              points: points(reviewing.points),
              given: reviewing.given,
              owed: reviewing.owed,
              agreement: points(reviewing.agreement),
              helpfulness: points(reviewing.helpfulness ?? 0),
            })}
          </li>
        )}
        {counts && <li>{t('submission.grade.total', { points: points(grade.total) })}</li>}
      </ul>
    </div>
  );
}

/** The grade on a scale of 0 to 100 with its range, and a mark for each review. */
function Scale({ grade: { points: at, low, high, method }, view }: { grade: GradeView; view: SubmissionView }) {
  const { t, whole, list } = useRoundWords();
  const marks = view.reviews.flatMap(({ points, setAside, state }) =>
    points !== null && setAside === null && state === 'done' ? [points] : [],
  );
  const hasRange = method !== 'trainer' && low < high;
  const text = hasRange
    ? t('submission.grade.chart', {
        points: whole(at),
        low: whole(low),
        high: whole(high),
        reviews: list(marks.map(whole)),
      })
    : t('submission.grade.chartBare', { points: whole(at) });
  return (
    <div role="img" aria-label={text} className={classes.scale}>
      {hasRange && <span className={classes.range} style={{ insetInlineStart: `${low}%`, width: `${high - low}%` }} />}
      {marks.map((points, index) => (
        <span key={index} className={classes.mark} style={{ insetInlineStart: `${points}%` }} />
      ))}
      <span className={classes.at} style={{ insetInlineStart: `${at}%` }} />
      <span className={classes.ends} aria-hidden="true">
        <span>0</span>
        <span>50</span>
        <span>100</span>
      </span>
    </div>
  );
}

function SetGrade({ view, onClose }: { view: SubmissionView; onClose: () => void }) {
  const { t } = useRoundWords();
  const { submissionId, grade } = view;
  const [points, setPoints] = useState<number | null>(grade ? Math.round(grade.points) : null);
  const [isAsked, setAsked] = useState(false);
  const set = useApiMutation('PUT /submissions/:submissionId/grade', {
    refreshes: changedForLearners,
    onDone: onClose,
  });
  return (
    <ReasonDialog
      title={t('submission.grade.setTitle')}
      hint={t('submission.reasonRead')}
      action={t('submission.grade.do')}
      most={5_000}
      lacks={points === null}
      isPending={set.isPending}
      problem={set.error}
      onAsk={() => setAsked(true)}
      onReason={(reason) => points !== null && set.mutate({ params: { submissionId }, body: { points, reason } })}
      onClose={onClose}
    >
      <PointsField value={points} isMissing={isAsked && points === null} onChange={setPoints} />
    </ReasonDialog>
  );
}
