import type { AppealView, SubmissionView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useApiMutation } from '../../queries.js';
import { Choice } from '../../shell/choice.js';
import { Section } from '../../shell/page.js';
import { PointsField } from './points-field.js';
import { ReasonDialog } from './reason-dialog.js';
import { changedForLearners } from './refreshed.js';
import classes from './submission.module.css';
import { useRoundWords } from './words.js';

/** What its authors have to say against the grade, and what was decided. */
export function Appeals({ view }: { view: SubmissionView }) {
  const { t } = useRoundWords();
  const [decided, setDecided] = useState<AppealView | null>(null);
  if (view.appeals.length === 0) return null;
  return (
    <div id="appeals">
      <Section title={t('submission.appeals.title')}>
        <ul className={classes.matters}>
          {view.appeals.map((appeal) => (
            <Appeal key={appeal.appealId} appeal={appeal} onDecide={() => setDecided(appeal)} />
          ))}
        </ul>
        {decided && <DecideAppeal appeal={decided} onClose={() => setDecided(null)} />}
      </Section>
    </div>
  );
}

function Appeal({ appeal, onDecide }: { appeal: AppealView; onDecide: () => void }) {
  const { t, times, points } = useRoundWords();
  const { reason, madeAt, decidedAt, answer, pointsBefore, pointsAfter } = appeal;
  const isChanged = pointsAfter !== null && pointsAfter !== pointsBefore;
  return (
    <li className={classes.matter} data-open={decidedAt === null || undefined}>
      <p className="small faint figures">
        {t('submission.appeals.made', { at: times.dayAndTime(madeAt), points: points(pointsBefore) })}
      </p>
      <p className={classes.said}>{reason}</p>
      {decidedAt === null ? (
        <Button onClick={onDecide}>{t('submission.appeals.decide')}</Button>
      ) : (
        <>
          <p className="small figures">
            <strong>
              {isChanged
                ? t('submission.appeals.changed', {
                    at: times.dayAndTime(decidedAt),
                    before: points(pointsBefore),
                    after: points(pointsAfter),
                  })
                : t('submission.appeals.stayed', { at: times.dayAndTime(decidedAt), points: points(pointsBefore) })}
            </strong>
          </p>
          {answer && <p className={classes.said}>{answer}</p>}
        </>
      )}
    </li>
  );
}

function DecideAppeal({ appeal, onClose }: { appeal: AppealView; onClose: () => void }) {
  const { t } = useRoundWords();
  const [what, setWhat] = useState<'stays' | 'changes'>('stays');
  const [newPoints, setNewPoints] = useState<number | null>(Math.round(appeal.pointsBefore));
  const decide = useApiMutation('PUT /appeals/:appealId/decision', {
    refreshes: changedForLearners,
    onDone: onClose,
  });
  const lacks = what === 'changes' && newPoints === null;
  return (
    <ReasonDialog
      title={t('submission.appeals.decideTitle')}
      label={t('submission.appeals.answer')}
      hint={t('submission.appeals.answerRead')}
      needs={t('submission.appeals.needsAnswer')}
      action={t('submission.appeals.do')}
      most={5_000}
      lacks={lacks}
      isPending={decide.isPending}
      problem={decide.error}
      onReason={(answer) =>
        decide.mutate({
          params: { appealId: appeal.appealId },
          body: { points: what === 'changes' ? newPoints : null, answer },
        })
      }
      onClose={onClose}
    >
      <Choice<'stays' | 'changes'>
        legend={t('submission.appeals.what')}
        value={what}
        options={(['stays', 'changes'] as const).map((value) => ({ value, label: t(`submission.appeals.${value}`) }))}
        onChange={setWhat}
      />
      {what === 'changes' && <PointsField value={newPoints} isMissing={lacks} onChange={setNewPoints} />}
    </ReasonDialog>
  );
}
