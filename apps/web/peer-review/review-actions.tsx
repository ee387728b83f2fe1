import type { FlagKind, ReviewView } from '@kohorte/contracts';
import { Button, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiMutation } from '../queries.js';
import { Dialog } from '../shell/dialog.js';
import { ProblemNote } from '../shell/trouble.js';
import { keepReview, refreshWhereShown } from './keep.js';
import classes from './review-actions.module.css';

type Asked = 'flag' | 'conflict' | 'giveBack';

/** What one may do with a review besides giving it. */
export function ReviewActions({ review }: { review: ReviewView }) {
  const { t } = useTranslation('peer-review');
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = (): void => setAsked(null);
  return (
    <div className={classes.actions}>
      {review.flagged && (
        <p role="status" className="small faint">
          {t('flag.done')}
        </p>
      )}
      <Button variant="subtle" color="gray" onClick={() => setAsked('flag')}>
        {t('flag.open')}
      </Button>
      <Button variant="subtle" color="gray" onClick={() => setAsked('conflict')}>
        {t('know.open')}
      </Button>
      <Button variant="subtle" color="gray" onClick={() => setAsked('giveBack')}>
        {t('giveBack.open')}
      </Button>
      {asked === 'flag' && <FlagDialog review={review} onClose={close} />}
      {(asked === 'conflict' || asked === 'giveBack') && <LeaveDialog review={review} how={asked} onClose={close} />}
    </div>
  );
}

const kinds: readonly FlagKind[] = ['plagiarism', 'offence', 'empty', 'identity', 'other'];

/** Tells those who run the cohort what is wrong with a work. */
function FlagDialog({ review, onClose }: { review: ReviewView; onClose: () => void }) {
  const { t } = useTranslation('peer-review');
  const [kind, setKind] = useState<FlagKind | null>(null);
  const [note, setNote] = useState('');
  const [isAsked, setAsked] = useState(false);
  const flag = useApiMutation('POST /reviews/:reviewId/flags', {
    onDone: (answered) => {
      keepReview(answered);
      onClose();
    },
  });
  const send = (): void => {
    setAsked(true);
    if (kind && note.trim()) flag.mutate({ params: { reviewId: review.reviewId }, body: { kind, note } });
  };
  return (
    <Dialog
      title={t('flag.title')}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('flag.cancel')}
          </Button>
          <Button loading={flag.isPending} onClick={send}>
            {t('flag.send')}
          </Button>
        </>
      }
    >
      <p className="small faint">{t('flag.text')}</p>
      <fieldset className={classes.kinds}>
        <legend>{t('flag.kind')}</legend>
        {kinds.map((one) => (
          <label key={one}>
            <input type="radio" name="flag-kind" checked={kind === one} onChange={() => setKind(one)} />
            {t(`flag.kinds.${one}`)}
          </label>
        ))}
        {isAsked && !kind && (
          <p role="alert" className={classes.error}>
            {t('flag.kindMissing')}
          </p>
        )}
      </fieldset>
      <Textarea
        size="md"
        label={t('flag.note')}
        value={note}
        rows={3}
        maxLength={2_000}
        error={isAsked && note.trim() === '' && t('flag.noteMissing')}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <ProblemNote problem={flag.error} />
    </Dialog>
  );
}

/** Gives a review up, for one of two reasons; somebody else gets the work. */
function LeaveDialog({
  review,
  how,
  onClose,
}: {
  review: ReviewView;
  how: 'conflict' | 'giveBack';
  onClose: () => void;
}) {
  // prettier-ignore
  const { t } = useTranslation('peer-review');
  const navigate = useNavigate();
  const { reviewId, cohortId, itemId } = review;
  const leave = async (): Promise<void> => {
    await navigate({ to: '/cohorts/$cohortId/assignments/$itemId', params: { cohortId, itemId } });
    await refreshWhereShown();
  };
  const conflict = useApiMutation('POST /reviews/:reviewId/conflict', { onDone: () => void leave() });
  const giveBack = useApiMutation('DELETE /reviews/:reviewId', { onDone: () => void leave() });
  const ask = how === 'conflict' ? conflict : giveBack;
  const words = how === 'conflict' ? 'know' : 'giveBack';
  return (
    <Dialog
      title={t(`${words}.title`)}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t(`${words}.stay`)}
          </Button>
          <Button loading={ask.isPending} onClick={() => ask.mutate({ params: { reviewId } })}>
            {t(`${words}.go`)}
          </Button>
        </>
      }
    >
      <p>{t(`${words}.text`)}</p>
      <ProblemNote problem={ask.error} />
    </Dialog>
  );
}
