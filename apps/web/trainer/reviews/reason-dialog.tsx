import { Button, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Dialog } from '../../shell/dialog.js';
import { ProblemNote } from '../../shell/trouble.js';
import classes from './round.module.css';
import { useRoundWords } from './words.js';

interface Parts {
  title: string;
  /** What will happen. */
  text?: string;
  /** What the text is called that one writes: a reason, unless said otherwise. */
  label?: string;
  /** Who will read it. */
  hint: string;
  /** Shown where nothing is written. */
  needs?: string;
  action: string;
  most?: number;
  isPending: boolean;
  problem: Error | null;
  /** What is to be decided beside the reason; focus begins in it. */
  children?: ReactNode;
  /** Something else is missing. */
  lacks?: boolean;
  /** The button was pressed, whatever is missing. */
  onAsk?: () => void;
  onReason: (reason: string) => void;
  onClose: () => void;
}

/** A decision that is written down with its reason. */
export function ReasonDialog(props: Parts) {
  const { t } = useRoundWords();
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const isMissing = reason.trim() === '';
  const submit = (): void => {
    setAsked(true);
    props.onAsk?.();
    if (!isMissing && !props.lacks) props.onReason(reason.trim());
  };
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      actions={
        <>
          <Button variant="default" onClick={props.onClose}>
            {t('submission.cancel')}
          </Button>
          <Button loading={props.isPending} onClick={submit}>
            {props.action}
          </Button>
        </>
      }
    >
      <div className={classes.fields}>
        {props.text && <p>{props.text}</p>}
        {props.children}
        <Textarea
          size="md"
          label={props.label ?? t('submission.reason')}
          description={props.hint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={reason}
          required
          withAsterisk={false}
          maxLength={props.most ?? 2_000}
          rows={4}
          error={isAsked && isMissing ? (props.needs ?? t('submission.needsReason')) : undefined}
          data-autofocus={props.children ? undefined : true}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ProblemNote problem={props.problem} />
      </div>
    </Dialog>
  );
}
