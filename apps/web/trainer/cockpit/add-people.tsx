import type { BulkOutcome, CohortView, PersonView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiMaybe, useApiMutation } from '../../queries.js';
import { Choice } from '../../shell/choice.js';
import { Dialog } from '../../shell/dialog.js';
import { ProblemNote } from '../../shell/trouble.js';
import { PeopleField } from '../people-field.js';
import { UnitSelect } from '../unit-select.js';
import { changedByPeople } from './changed-by-people.js';
import classes from './cockpit.module.css';

/** Brings people in: by name or by department, enrolled at once or invited. */
export function AddPeople({ cohort, onClose }: { cohort: CohortView; onClose: () => void }) {
  const { t } = useTranslation('trainer');
  const [how, setHow] = useState<'enrol' | 'invite'>(cohort.admission === 'invitation' ? 'invite' : 'enrol');
  const [whom, setWhom] = useState<'people' | 'unit'>('people');
  const [people, setPeople] = useState<PersonView[]>([]);
  const [orgUnitId, setOrgUnitId] = useState<string | null>(null);
  const [lacks, setLacks] = useState(false);
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);
  const units = useApiMaybe('GET /org-units') ?? [];
  const does = { refreshes: changedByPeople, onDone: setOutcome };
  const enrol = useApiMutation('POST /cohorts/:cohortId/enrolments', does);
  const invite = useApiMutation('POST /cohorts/:cohortId/invitations', does);
  const unit = units.find((one) => one.orgUnitId === orgUnitId);
  const count = whom === 'people' ? people.length : (unit?.peopleBelow ?? 0);
  const submit = (): void => {
    setLacks(count === 0);
    if (count === 0) return;
    const choice = whom === 'people' ? { userIds: people.map(({ userId }) => userId) } : { orgUnitId: orgUnitId! };
    (how === 'enrol' ? enrol : invite).mutate({ params: { cohortId: cohort.cohortId }, body: choice });
  };
  if (outcome) return <Outcome outcome={outcome} onClose={onClose} />;
  return (
    <Dialog
      title={t('cockpit.addPeople.title')}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('cockpit.addPeople.cancel')}
          </Button>
          <Button loading={enrol.isPending || invite.isPending} onClick={submit}>
            {how === 'enrol' ? t('cockpit.addPeople.doEnrol') : t('cockpit.addPeople.doInvite')}
          </Button>
        </>
      }
    >
      <div className={classes.fields}>
        <div>
          <Choice<'enrol' | 'invite'>
            legend={t('cockpit.addPeople.how')}
            value={how}
            options={(['enrol', 'invite'] as const).map((value) => ({ value, label: t(`cockpit.addPeople.${value}`) }))}
            onChange={setHow}
          />
          <p className="small faint">{t(`cockpit.addPeople.${how}Hint`)}</p>
        </div>
        <Choice<'people' | 'unit'>
          legend={t('cockpit.addPeople.whom')}
          value={whom}
          options={(['people', 'unit'] as const).map((value) => ({ value, label: t(`cockpit.addPeople.${value}`) }))}
          onChange={setWhom}
        />
        {whom === 'people' ? (
          <PeopleField label={t('cockpit.addPeople.search')} people={people} onChange={setPeople} />
        ) : (
          <UnitSelect
            label={t('cockpit.addPeople.unitLabel')}
            value={orgUnitId}
            nothingFound={t('cockpit.addPeople.noUnit')}
            noteOf={({ peopleBelow }) => `(${peopleBelow})`}
            onChange={setOrgUnitId}
          />
        )}
        <p role="status" className="small">
          {count > 0 && t('cockpit.addPeople.consequence', { count })} {how === 'enrol' && <Seats cohort={cohort} />}
        </p>
        {lacks && count === 0 && (
          <p role="alert" className="problem">
            {t('cockpit.addPeople.chooseSomebody')}
          </p>
        )}
        <ProblemNote problem={enrol.error ?? invite.error} />
      </div>
    </Dialog>
  );
}

function Seats({ cohort: { capacity, seatsTaken, waiting } }: { cohort: CohortView }) {
  const { t } = useTranslation('trainer');
  if (capacity === null) return null;
  const free = waiting > 0 ? 0 : Math.max(0, capacity - seatsTaken);
  return <>{free > 0 ? t('cockpit.addPeople.seats', { count: free }) : t('cockpit.addPeople.noSeats')}</>;
}

function Outcome({ outcome, onClose }: { outcome: BulkOutcome; onClose: () => void }) {
  const { t } = useTranslation('trainer');
  const { enrolled, waitlisted, invited, alreadyThere } = outcome;
  const said = [
    enrolled > 0 && t('cockpit.addPeople.enrolled', { count: enrolled }),
    waitlisted > 0 && t('cockpit.addPeople.waitlisted', { count: waitlisted }),
    invited > 0 && t('cockpit.addPeople.invited', { count: invited }),
    alreadyThere > 0 && t('cockpit.addPeople.already', { count: alreadyThere }),
  ].filter((line) => line !== false);
  return (
    <Dialog
      key="outcome"
      title={t('cockpit.addPeople.title')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('cockpit.addPeople.done')}</Button>}
    >
      <div role="status">
        {(said.length > 0 ? said : [t('cockpit.addPeople.nobody')]).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </Dialog>
  );
}
