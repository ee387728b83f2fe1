import '../fields.js';
import type { RoundPersonRow, RoundView } from '@kohorte/contracts';
import { dueAt } from '@kohorte/rules';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { api, ApiProblem } from '../../api.js';
import { now } from '../../clock.js';
import { refresh, useApiMutation } from '../../queries.js';
import { Dialog } from '../../shell/dialog.js';
import { offerUndo } from '../../shell/toasts.js';
import { ProblemNote } from '../../shell/trouble.js';
import { zoneName } from '../../times.js';
import { localTime } from '../local-time.js';
import { instantOf } from '../plan/cohort-form.js';
import { MomentFields } from './moment-fields.js';
import { changedForLearners } from './refreshed.js';
import classes from './round.module.css';
import { useRoundWords } from './words.js';

interface Parts {
  row: RoundPersonRow;
  round: RoundView;
  onClose: () => void;
}

/** What the form begins with. */
const usualDays = 3;

/** Gives one learner more time, or takes it back. */
export default function GiveExtension({ row: { enrolmentId, person }, round, onClose }: Parts) {
  const { t, times } = useRoundWords();
  const { cohortId, itemId, phases, design } = round;
  const { timeZone, reviewsFrom } = phases;
  const given = round.extensions.find((one) => one.enrolmentId === enrolmentId);
  const params = { cohortId, itemId, enrolmentId };
  const [local, setLocal] = useState(() => {
    const from = new Date(Math.max(now(), Date.parse(reviewsFrom)));
    return localTime(given?.dueAt ?? dueAt(from, usualDays, timeZone).toISOString(), timeZone);
  });
  const [reason, setReason] = useState(given?.reason ?? '');
  const until = instantOf(local, timeZone);
  const isLater = until !== null && until > reviewsFrom;
  const does = { refreshes: changedForLearners, onDone: onClose } as const;
  const give = useApiMutation('PUT /cohorts/:cohortId/assignments/:itemId/extensions/:enrolmentId', does);
  const refusal = give.error instanceof ApiProblem ? give.error : null;
  const take = useApiMutation('DELETE /cohorts/:cohortId/assignments/:itemId/extensions/:enrolmentId', {
    ...does,
    onDone: () => {
      onClose();
      if (!given) return;
      offerUndo(t('extension.taken', { name: person.name }), async () => {
        const body = { dueAt: given.dueAt, ...(given.reason ? { reason: given.reason } : {}) };
        await api('PUT /cohorts/:cohortId/assignments/:itemId/extensions/:enrolmentId', { params, body });
        await refresh(...changedForLearners);
      });
    },
  });
  return (
    <Dialog
      title={t('extension.title', { name: person.name })}
      onClose={onClose}
      actions={
        <>
          {given && (
            <Button variant="default" mr="auto" loading={take.isPending} onClick={() => take.mutate({ params })}>
              {t('extension.take')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('extension.cancel')}
          </Button>
          <Button
            loading={give.isPending}
            disabled={!isLater}
            onClick={() =>
              until &&
              give.mutate({ params, body: { dueAt: until, ...(reason.trim() ? { reason: reason.trim() } : {}) } })
            }
          >
            {t('extension.do')}
          </Button>
        </>
      }
    >
      <div className={classes.fields}>
        <p className="small faint">{t(design.teams ? 'extension.intro' : 'extension.introAlone')}</p>
        <MomentFields
          legend={t('extension.until')}
          local={local}
          autoFocus
          error={isLater ? refusal?.forField('dueAt') : t('extension.later')}
          onChange={setLocal}
        >
          <p className="small faint">
            {t('extension.zone', { zone: zoneName(timeZone), at: times.dayAndTime(reviewsFrom, timeZone) })}
          </p>
        </MomentFields>
        <Textarea
          size="md"
          label={t('extension.reason')}
          description={t('extension.reasonHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={reason}
          maxLength={1_000}
          autosize
          minRows={2}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ProblemNote problem={give.error ?? take.error} />
      </div>
    </Dialog>
  );
}
