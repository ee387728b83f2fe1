import type { CohortView, EnrolmentRow } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api.js';
import { refresh, useApiMutation } from '../../queries.js';
import { Dialog } from '../../shell/dialog.js';
import { Row } from '../../shell/rows.js';
import { offerUndo } from '../../shell/toasts.js';
import { ProblemNote } from '../../shell/trouble.js';
import { useTimes } from '../../times.js';
import { changedByPeople } from './changed-by-people.js';

/** One person in the cohort, and what can be done about it. */
export function PersonRow({ row, cohort, numbered }: { row: EnrolmentRow; cohort: CohortView; numbered: boolean }) {
  const { t } = useTranslation('trainer');
  const times = useTimes();
  const { person, status, offerEndsAt } = row;
  const on = times.day(row.since);
  return (
    <Row
      stacks
      mark={numbered ? <span className="figures">{row.place}</span> : undefined}
      title={person.name}
      lines={[
        [person.jobTitle, person.unit].filter(Boolean).join(' · '),
        t(`cockpit.people.status.${status}`, { on, place: row.place ?? 0 }),
        offerEndsAt &&
          t('cockpit.people.offered', { until: times.dayAndTime(offerEndsAt), away: times.fromNow(offerEndsAt) }),
      ]}
      end={!cohort.cancelledAt && <Actions row={row} cohort={cohort} />}
    />
  );
}

function Actions({ row, cohort }: { row: EnrolmentRow; cohort: CohortView }) {
  const { t } = useTranslation('trainer');
  const { enrolmentId, status, person } = row;
  const { name } = person;
  const [asks, setAsks] = useState(false);
  // Where nobody waits, a seat that was taken away can be given back.
  const canUndo = status === 'active' && cohort.waiting === 0;
  const params = { enrolmentId };
  const approve = useApiMutation('POST /enrolments/:enrolmentId/approval', { refreshes: changedByPeople });
  const remove = useApiMutation('DELETE /enrolments/:enrolmentId', {
    refreshes: changedByPeople,
    onDone: () => {
      if (!canUndo) return;
      offerUndo(t('cockpit.people.removed', { name }), async () => {
        const { cohortId } = cohort;
        await api('POST /cohorts/:cohortId/enrolments', { params: { cohortId }, body: { userIds: [person.userId] } });
        await refresh(...changedByPeople);
      });
    },
  });
  const isRequest = status === 'requested';
  if (status === 'completed' || status === 'withdrawn') return null;
  return (
    <>
      {isRequest && (
        <Button
          variant="light"
          aria-label={t('cockpit.people.approveWho', { name })}
          loading={approve.isPending}
          onClick={() => approve.mutate({ params })}
        >
          {t('cockpit.people.approve')}
        </Button>
      )}
      <Button
        variant="subtle"
        color="gray"
        aria-label={t(isRequest ? 'cockpit.people.declineWho' : 'cockpit.people.removeWho', { name })}
        loading={remove.isPending}
        onClick={() => (canUndo ? remove.mutate({ params }) : setAsks(true))}
      >
        {isRequest ? t('cockpit.people.decline') : t('cockpit.people.remove')}
      </Button>
      <ProblemNote problem={approve.error ?? remove.error} />
      {asks && (
        <Dialog
          title={t(`cockpit.people.ask.${isRequest ? 'decline' : 'remove'}`, { name })}
          onClose={() => setAsks(false)}
          actions={
            <>
              <Button variant="default" onClick={() => setAsks(false)}>
                {t('cockpit.people.ask.keep')}
              </Button>
              <Button
                color="red.8"
                onClick={() => {
                  setAsks(false);
                  remove.mutate({ params });
                }}
              >
                {isRequest ? t('cockpit.people.decline') : t('cockpit.people.remove')}
              </Button>
            </>
          }
        >
          <p>
            {t(
              `cockpit.people.ask.${isRequest ? 'declineText' : status === 'waitlisted' ? 'leaveQueue' : 'removeText'}`,
              { name },
            )}
          </p>
        </Dialog>
      )}
    </>
  );
}
