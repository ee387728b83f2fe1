import type { DecideFlag, SubmissionView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useApiMutation } from '../../queries.js';
import { Section } from '../../shell/page.js';
import { ReasonDialog } from './reason-dialog.js';
import { changedForLearners } from './refreshed.js';
import classes from './submission.module.css';
import { useRoundWords } from './words.js';

type Flag = SubmissionView['flags'][number];

/** Problems with the work that were reported, and what was decided. */
export function Flags({ view }: { view: SubmissionView }) {
  const { t } = useRoundWords();
  const [decided, setDecided] = useState<Flag | null>(null);
  if (view.flags.length === 0) return null;
  return (
    <div id="flags">
      <Section title={t('submission.flags.title')}>
        <ul className={classes.matters}>
          {view.flags.map((flag) => (
            <OneFlag key={flag.flagId} flag={flag} onDecide={() => setDecided(flag)} />
          ))}
        </ul>
        {decided && <DecideOn flag={decided} onClose={() => setDecided(null)} />}
      </Section>
    </div>
  );
}

function OneFlag({ flag, onDecide }: { flag: Flag; onDecide: () => void }) {
  const { t, times } = useRoundWords();
  const said = { kind: t(`flagKind.${flag.kind}`), at: times.dayAndTime(flag.at) };
  return (
    <li className={classes.matter} data-open={flag.decision === null || undefined}>
      <p className="small faint figures">
        {flag.by ? t('submission.flags.by', { ...said, name: flag.by.name }) : t('submission.flags.byTrainer', said)}
      </p>
      <p className={classes.said}>{flag.note}</p>
      {flag.decision === null ? (
        <Button onClick={onDecide}>{t('submission.flags.decide')}</Button>
      ) : (
        <>
          <p className="small">
            <strong>{t(`submission.flags.was.${flag.decision as DecideFlag['decision']}`)}</strong>
          </p>
          {flag.decidedWhy && <p className={classes.said}>{flag.decidedWhy}</p>}
        </>
      )}
    </li>
  );
}

const decisions: readonly DecideFlag['decision'][] = ['dismiss', 'exclude', 'set-aside'];

function DecideOn({ flag, onClose }: { flag: Flag; onClose: () => void }) {
  const { t } = useRoundWords();
  const [decision, setDecision] = useState<DecideFlag['decision']>('dismiss');
  const decide = useApiMutation('PUT /flags/:flagId/decision', { refreshes: changedForLearners, onDone: onClose });
  return (
    <ReasonDialog
      title={t('submission.flags.decideTitle')}
      hint={t(decision === 'exclude' ? 'submission.reasonRead' : 'submission.flags.reasonRead')}
      action={t('submission.flags.do')}
      isPending={decide.isPending}
      problem={decide.error}
      onReason={(reason) => decide.mutate({ params: { flagId: flag.flagId }, body: { decision, reason } })}
      onClose={onClose}
    >
      <fieldset className={classes.choices}>
        <legend>{t('submission.flags.what')}</legend>
        {decisions.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="decision"
              value={one}
              checked={one === decision}
              data-autofocus={one === decision || undefined}
              onChange={() => setDecision(one)}
            />
            {t(`submission.flags.${one}`)}
          </label>
        ))}
      </fieldset>
    </ReasonDialog>
  );
}
