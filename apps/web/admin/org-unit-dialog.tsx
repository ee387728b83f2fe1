import '../trainer/fields.js';
import type { OrgUnitView, PersonView } from '@kohorte/contracts';
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api.js';
import { useApiMutation } from '../queries.js';
import { Dialog } from '../shell/dialog.js';
import { ProblemNote } from '../shell/trouble.js';
import { PeopleField } from '../trainer/people-field.js';
import classes from './admin.module.css';

interface Parts {
  /** The unit to change; `null` for a new one. */
  unit: OrgUnitView | null;
  /** Where a new one hangs. */
  below: OrgUnitView | null;
  onClose: () => void;
}

/** Names a unit and says who heads it. */
export function OrgUnitDialog({ unit, below, onClose }: Parts) {
  const { t } = useTranslation('admin');
  const [name, setName] = useState(unit?.name ?? '');
  const [manager, setManager] = useState<PersonView | null>(unit?.manager ?? null);
  const does = { refreshes: ['GET /org-units', 'GET /users'], onDone: onClose } as const;
  const add = useApiMutation('POST /org-units', does);
  const change = useApiMutation('PATCH /org-units/:orgUnitId', does);
  const { error } = unit ? change : add;
  const errorOf = (field: string): string | undefined =>
    error instanceof ApiProblem ? error.forField(field) : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const managerId = manager?.userId ?? null;
    if (unit) change.mutate({ params: { orgUnitId: unit.orgUnitId }, body: { name, managerId } });
    else add.mutate({ body: { name, managerId, parentId: below?.orgUnitId ?? null } });
  };
  const title = unit
    ? t('units.editTitle', { name: unit.name })
    : below
      ? t('units.addTitleBelow', { name: below.name })
      : t('units.addTitle');
  return (
    <Dialog title={title} onClose={onClose}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <TextInput
          label={t('units.name')}
          value={name}
          maxLength={200}
          required
          withAsterisk={false}
          data-autofocus
          error={errorOf('name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <PeopleField
          label={t('units.manager')}
          description={t('units.managerHint')}
          people={manager ? [manager] : []}
          error={errorOf('managerId')}
          // Whoever is chosen last heads the unit.
          onChange={(people) => setManager(people.at(-1) ?? null)}
        />
        <ProblemNote problem={error} />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('units.cancel')}
          </Button>
          <Button type="submit" loading={add.isPending || change.isPending}>
            {t('units.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
