import './fields.js';
import type { MeView } from '@kohorte/contracts';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiMutation } from '../queries.js';
import { ProblemNote } from '../shell/trouble.js';
import classes from './form.module.css';

/** E-mail and password; what was typed stays when they are refused. */
export function SignInForm({ email, onDone }: { email?: string; onDone: (me: MeView) => void }) {
  const { t } = useTranslation();
  const signIn = useApiMutation('POST /session', { onDone });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    signIn.mutate({ body: { email: String(form.get('email')).trim(), password: String(form.get('password')) } });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        name="email"
        type="email"
        label={t('signIn.email')}
        autoComplete="username"
        defaultValue={email}
        required
        withAsterisk={false}
        autoFocus={!email}
      />
      <PasswordInput
        name="password"
        label={t('signIn.password')}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
        required
        withAsterisk={false}
        data-autofocus={email ? true : undefined}
      />
      <ProblemNote problem={signIn.error} />
      <Button type="submit" size="md" loading={signIn.isPending}>
        {t('signIn.submit')}
      </Button>
      <p className={classes.hint}>{t('signIn.help')}</p>
    </form>
  );
}
