import './fields.js';
import { Button, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api.js';
import { uiLanguage } from '../i18n.js';
import { useApi, useApiMutation } from '../queries.js';
import { ProblemNote } from '../shell/trouble.js';
import { useEntering } from './entering.js';
import classes from './form.module.css';
import { NewPassword } from './new-password.js';
import { Outside } from './outside.js';

const route = getRouteApi('/link/$token');

/** Where a one-time link leads: one sets a password; the first admin also says who they are. */
export function OneTimeLinkPage() {
  const { t } = useTranslation();
  const params = route.useParams();
  const { purpose, email } = useApi('GET /one-time-links/:token', { params });
  const enter = useEntering();
  const use = useApiMutation('POST /one-time-links/:token', { onDone: (me) => void enter(me) });
  const isFirst = purpose === 'first-admin';
  const problem = use.error instanceof ApiProblem ? use.error : null;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const said = (name: string): string => String(form.get(name) ?? '');
    const who = isFirst
      ? { email: said('email').trim(), givenName: said('givenName'), familyName: said('familyName') }
      : {};
    use.mutate({ params, body: { ...who, password: said('password'), language: uiLanguage() } });
  };
  return (
    <Outside
      title={isFirst ? t('link.firstTitle') : t('link.title')}
      below={isFirst ? t('link.firstText') : t('link.text', { email: email ?? '' })}
    >
      <form className={classes.form} onSubmit={submit}>
        {isFirst ? (
          <>
            <TextInput
              name="givenName"
              label={t('link.givenName')}
              autoComplete="given-name"
              maxLength={100}
              required
              withAsterisk={false}
              error={problem?.forField('givenName')}
            />
            <TextInput
              name="familyName"
              label={t('link.familyName')}
              autoComplete="family-name"
              maxLength={100}
              required
              withAsterisk={false}
              error={problem?.forField('familyName')}
            />
            <TextInput
              name="email"
              type="email"
              label={t('signIn.email')}
              autoComplete="username"
              required
              withAsterisk={false}
              error={problem?.forField('email')}
            />
          </>
        ) : (
          // For the browser's password store, which must know whose password this is.
          <input type="hidden" name="username" autoComplete="username" value={email ?? ''} readOnly />
        )}
        <NewPassword name="password" error={problem?.forField('password')} />
        <ProblemNote problem={use.error} />
        <Button type="submit" size="md" loading={use.isPending}>
          {isFirst ? t('link.firstSubmit') : t('link.submit')}
        </Button>
      </form>
    </Outside>
  );
}
