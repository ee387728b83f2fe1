import type { CohortCard } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../shell/dialog.js';
import { LinkButton } from '../shell/links.js';
import { ProblemNote } from '../shell/trouble.js';
import { couldComeBack, useEnrolment } from './enrolment.js';

/** What one can do about a cohort now; `primary` for the one that stands out on its screen. */
export function JoinActions({ cohort, primary = false }: { cohort: CohortCard; primary?: boolean }) {
  const { t } = useTranslation();
  const enrolment = useEnrolment(cohort);
  const [asks, setAsks] = useState(false);
  const { joinState } = cohort;
  const leave = (): void => (couldComeBack(cohort) ? enrolment.leave() : setAsks(true));
  const leaving = (label: string) => (
    <Button variant="default" aria-label={`${label}: ${cohort.name}`} loading={enrolment.isBusy} onClick={leave}>
      {label}
    </Button>
  );
  return (
    <>
      {(joinState === 'join' || joinState === 'join-waitlist' || joinState === 'request') && (
        <Button
          variant={primary ? 'filled' : 'default'}
          aria-label={`${t(`join.do.${joinState}`)}: ${cohort.name}`}
          loading={enrolment.isBusy}
          onClick={enrolment.join}
        >
          {t(`join.do.${joinState}`)}
        </Button>
      )}
      {joinState === 'offered' && (
        <>
          <Button
            variant={primary ? 'filled' : 'default'}
            aria-label={`${t('join.accept')}: ${cohort.name}`}
            loading={enrolment.isBusy}
            onClick={enrolment.accept}
          >
            {t('join.accept')}
          </Button>
          {leaving(t('join.decline'))}
        </>
      )}
      {joinState === 'enrolled' && leaving(t('join.leave'))}
      {joinState === 'waiting' && leaving(t('join.leaveWaitlist'))}
      {joinState === 'requested' && leaving(t('join.takeBack'))}
      {(joinState === 'enrolled' || joinState === 'completed') && (
        <LinkButton
          to="/cohorts/$cohortId"
          params={{ cohortId: cohort.cohortId }}
          variant={primary ? 'filled' : 'default'}
          aria-label={`${t('join.open')}: ${cohort.name}`}
        >
          {t('join.open')}
        </LinkButton>
      )}
      <ProblemNote problem={enrolment.problem} />
      {asks && (
        <Dialog
          title={t('join.leaveTitle', { name: cohort.name })}
          onClose={() => setAsks(false)}
          actions={
            <>
              <Button variant="default" onClick={() => setAsks(false)}>
                {t('join.stay')}
              </Button>
              <Button
                color="red.8"
                onClick={() => {
                  setAsks(false);
                  enrolment.leave();
                }}
              >
                {joinState === 'offered' ? t('join.decline') : t('join.leave')}
              </Button>
            </>
          }
        >
          <p>{joinState === 'enrolled' ? t('join.leaveSeat') : t('join.leavePlace')}</p>
        </Dialog>
      )}
    </>
  );
}
