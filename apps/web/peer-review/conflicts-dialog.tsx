import '../trainer/fields.js';
import type { AssignmentView } from '@kohorte/contracts';
import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api.js';
import { useApiKeeping, useApiMaybe, useApiMutation } from '../queries.js';
import { Dialog } from '../shell/dialog.js';
import { SearchField } from '../shell/search-field.js';
import { ProblemNote } from '../shell/trouble.js';
import classes from './conflicts-dialog.module.css';

/** People of the cohort whose work one had rather not review, nor be reviewed by. */
export function ConflictsDialog({ view, onClose }: { view: AssignmentView; onClose: () => void }) {
  const { t } = useTranslation(['peer-review', 'learner']);
  const { cohortId, itemId } = view;
  const params = { cohortId, itemId };
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<string[] | null>(null);
  const me = useApiMaybe('GET /me');
  const declared = useApiMaybe('GET /cohorts/:cohortId/assignments/:itemId/conflicts', { params });
  const { data } = useApiKeeping('GET /cohorts/:cohortId/people', {
    params: { cohortId },
    query: { search: words || undefined, limit: 50 },
  });
  const save = useApiMutation('PUT /cohorts/:cohortId/assignments/:itemId/conflicts', {
    refreshes: ['GET /cohorts/:cohortId/assignments/:itemId/conflicts', 'GET /cohorts/:cohortId/assignments/:itemId'],
    onDone: onClose,
  });
  const tooMany = save.error instanceof ApiProblem ? save.error.forField('userIds') : undefined;
  const userIds = chosen ?? declared?.userIds ?? [];
  const people = (data?.rows ?? []).filter(({ userId, role }) => role === 'learner' && userId !== me?.userId);
  return (
    <Dialog
      title={t('conflicts.title')}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('conflicts.cancel')}
          </Button>
          <Button
            loading={save.isPending}
            disabled={!declared}
            onClick={() => save.mutate({ params, body: { userIds } })}
          >
            {t('conflicts.save')}
          </Button>
        </>
      }
    >
      <p className="small faint">{t('conflicts.text')}</p>
      <SearchField label={t('learner:cohort.searchPeople')} onSearch={setWords} />
      {people.length === 0 && data ? (
        <p className="faint">{t('learner:cohort.nobody')}</p>
      ) : (
        <ul className={classes.people} tabIndex={0} aria-label={t('conflicts.people')}>
          {people.map(({ userId, name, unit }) => (
            <li key={userId}>
              <Checkbox
                size="md"
                label={name}
                description={unit}
                disabled={!declared}
                checked={userIds.includes(userId)}
                onChange={(event) =>
                  setChosen(
                    event.currentTarget.checked ? [...userIds, userId] : userIds.filter((one) => one !== userId),
                  )
                }
              />
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="small faint">
        {t('conflicts.count', { count: userIds.length })}
      </p>
      {tooMany ? (
        <p role="alert" className="problem">
          {tooMany}
        </p>
      ) : (
        <ProblemNote problem={save.error} />
      )}
    </Dialog>
  );
}
