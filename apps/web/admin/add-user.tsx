import '../trainer/fields.js';
import type { Language, UserView } from '@kohorte/contracts';
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api.js';
import { uiLanguage } from '../i18n.js';
import { useApiMutation } from '../queries.js';
import { Choice } from '../shell/choice.js';
import { Dialog } from '../shell/dialog.js';
import { ProblemNote } from '../shell/trouble.js';
import classes from './admin.module.css';
import { OneTimeLink } from './one-time-link.js';
import { UserFields, type UserForm } from './user-fields.js';

const empty: UserForm = { givenName: '', familyName: '', jobTitle: '', orgUnitId: null, roles: [] };

/** Adds a person, and goes on to the link by which they set a password. */
export function AddUser({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['admin', 'learner']);
  const [form, setForm] = useState(empty);
  const [email, setEmail] = useState('');
  const [language, setLanguage] = useState<Language>(uiLanguage());
  const [added, setAdded] = useState<UserView | null>(null);
  const add = useApiMutation('POST /users', { refreshes: ['GET /users', 'GET /org-units'], onDone: setAdded });
  const problem = add.error instanceof ApiProblem ? add.error : null;
  const errorOf = (field: string): string | undefined => problem?.forField(field);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { orgUnitId, ...rest } = form;
    add.mutate({ body: { ...rest, email: email.trim(), language, ...(orgUnitId ? { orgUnitId } : {}) } });
  };
  if (added) return <OneTimeLink user={added} onClose={onClose} />;
  return (
    <Dialog title={t('people.form.addTitle')} onClose={onClose}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <UserFields
          form={form}
          errorOf={errorOf}
          onChange={(changes) => setForm((before) => ({ ...before, ...changes }))}
        />
        <TextInput
          type="email"
          label={t('people.form.email')}
          value={email}
          maxLength={254}
          required
          withAsterisk={false}
          error={errorOf('email')}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Choice<Language>
          legend={t('people.form.language')}
          value={language}
          options={[
            { value: 'de', label: t('learner:language.de') },
            { value: 'en', label: t('learner:language.en') },
          ]}
          onChange={setLanguage}
        />
        <ProblemNote problem={add.error} />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('people.form.cancel')}
          </Button>
          <Button type="submit" loading={add.isPending}>
            {t('people.form.add')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
