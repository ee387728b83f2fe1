import './fields.js';
import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api.js';
import { useApi, useApiMutation } from '../queries.js';
import { ProblemNote } from '../shell/trouble.js';
import { NewPassword } from './new-password.js';
import classes from './profile.module.css';

export function ChangePassword() {
  const { t } = useTranslation();
  const me = useApi('GET /me');
  const form = useRef<HTMLFormElement>(null);
  const change = useApiMutation('PUT /me/password', { onDone: () => form.current?.reset() });
  const problem = change.error instanceof ApiProblem ? change.error : null;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const said = new FormData(event.currentTarget);
    change.mutate({ body: { current: String(said.get('current')), next: String(said.get('next')) } });
  };
  return (
    <form ref={form} className={classes.fields} onSubmit={submit}>
      <input type="hidden" name="username" autoComplete="username" value={me.email} readOnly />
      <PasswordInput
        name="current"
        label={t('password.current')}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
        required
        withAsterisk={false}
        error={problem?.forField('current')}
      />
      <NewPassword name="next" error={problem?.forField('next')} />
      <ProblemNote problem={change.error} />
      <p role="status" className="small">
        {change.isSuccess && t('password.changed')}
      </p>
      <div className={classes.buttons}>
        <Button type="submit" variant="default" loading={change.isPending}>
          {t('password.submit')}
        </Button>
      </div>
    </form>
  );
}
