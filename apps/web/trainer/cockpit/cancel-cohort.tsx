import type { CohortView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiMutation } from '../../queries.js';
import { Dialog } from '../../shell/dialog.js';
import { ProblemNote } from '../../shell/trouble.js';
import { changedByPeople } from './changed-by-people.js';
import classes from './cockpit.module.css';

/** Cancels a cohort, after saying whom that concerns. */
export function CancelCohort({ cohort }: { cohort: CohortView }) {
  const { t } = useTranslation('trainer');
  const [asks, setAsks] = useState(false);
  const { cohortId, name, seatsTaken, waiting, requested } = cohort;
  const cancel = useApiMutation('POST /cohorts/:cohortId/cancellation', {
    refreshes: [...changedByPeople, 'GET /catalogue', 'GET /catalogue/:courseId', 'GET /home'],
    onDone: () => setAsks(false),
  });
  return (
    <section className={classes.danger}>
      <h2>{t('cockpit.settings.cancel')}</h2>
      <p className="faint">{t('cockpit.settings.cancelText')}</p>
      <Button variant="default" c="var(--bad-ink)" onClick={() => setAsks(true)}>
        {t('cockpit.settings.cancel')}
      </Button>
      {asks && (
        <Dialog
          title={t('cockpit.settings.cancelTitle', { name })}
          onClose={() => setAsks(false)}
          actions={
            <>
              <Button variant="default" onClick={() => setAsks(false)}>
                {t('cockpit.settings.keep')}
              </Button>
              <Button color="red.8" loading={cancel.isPending} onClick={() => cancel.mutate({ params: { cohortId } })}>
                {t('cockpit.settings.cancelDo')}
              </Button>
            </>
          }
        >
          <p>{t('cockpit.settings.cancelPeople', { count: seatsTaken + waiting + requested })}</p>
          <p>{t('cockpit.settings.cancelReleases')}</p>
          <p>
            <strong>{t('cockpit.settings.cancelForGood')}</strong>
          </p>
          <ProblemNote problem={cancel.error} />
        </Dialog>
      )}
    </section>
  );
}
