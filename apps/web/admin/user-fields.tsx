import '../trainer/fields.js';
import type { OrgUnitView } from '@kohorte/contracts';
import type { Role } from '@kohorte/rules';
import { Checkbox, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApiMaybe } from '../queries.js';
import { inPlace } from '../trainer/in-place.js';
import classes from './admin.module.css';

export interface UserForm {
  givenName: string;
  familyName: string;
  jobTitle: string;
  orgUnitId: string | null;
  roles: Role[];
}

interface Parts {
  form: UserForm;
  errorOf: (field: string) => string | undefined;
  onChange: (changes: Partial<UserForm>) => void;
}

/** Who somebody is and what they may do. */
export function UserFields({ form, errorOf, onChange }: Parts) {
  const { t } = useTranslation('admin');
  const units = useApiMaybe('GET /org-units') ?? [];
  const roleBox = (role: Role) => (
    <Checkbox
      size="sm"
      label={t(`people.form.${role}`)}
      checked={form.roles.includes(role)}
      onChange={(event) =>
        onChange({
          roles: event.currentTarget.checked ? [...form.roles, role] : form.roles.filter((one) => one !== role),
        })
      }
    />
  );
  return (
    <>
      <div className={classes.beside}>
        <TextInput
          label={t('people.form.givenName')}
          value={form.givenName}
          maxLength={100}
          required
          withAsterisk={false}
          data-autofocus
          error={errorOf('givenName')}
          onChange={(event) => onChange({ givenName: event.currentTarget.value })}
        />
        <TextInput
          label={t('people.form.familyName')}
          value={form.familyName}
          maxLength={100}
          required
          withAsterisk={false}
          error={errorOf('familyName')}
          onChange={(event) => onChange({ familyName: event.currentTarget.value })}
        />
      </div>
      <TextInput
        label={t('people.form.jobTitle')}
        value={form.jobTitle}
        maxLength={200}
        error={errorOf('jobTitle')}
        onChange={(event) => onChange({ jobTitle: event.currentTarget.value })}
      />
      <Select
        size="md"
        label={t('people.form.unit')}
        {...inPlace}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('people.form.clearUnit') }}
        limit={100}
        value={form.orgUnitId}
        data={units.map((unit) => ({ value: unit.orgUnitId, label: indented(unit) }))}
        nothingFoundMessage={t('people.form.noUnit')}
        error={errorOf('orgUnitId')}
        onChange={(orgUnitId) => onChange({ orgUnitId })}
      />
      <fieldset className={classes.roles}>
        <legend>{t('people.form.roles')}</legend>
        {roleBox('trainer')}
        {roleBox('admin')}
        {errorOf('roles') && (
          <p role="alert" className="problem">
            {errorOf('roles')}
          </p>
        )}
      </fieldset>
    </>
  );
}

const indented = ({ name, depth }: OrgUnitView): string => `${'\u2003'.repeat(depth)}${name}`;
