import '../trainer/fields.js';
import type { Role } from '@kohorte/rules';
import { Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { UnitSelect } from '../trainer/unit-select.js';
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
      <UnitSelect
        label={t('people.form.unit')}
        value={form.orgUnitId}
        nothingFound={t('people.form.noUnit')}
        clear={t('people.form.clearUnit')}
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
