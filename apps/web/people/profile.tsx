import type { Language } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api.js';
import { now } from '../clock.js';
import { endPushHere } from '../notifications/end-push.js';
import { queryClient, queryFor, useApi, useApiMutation } from '../queries.js';
import { OwnWork } from '../schedule/work/own-work.js';
import { sessionEnded } from '../session.js';
import { Choice } from '../shell/choice.js';
import { chooseLanguage } from '../shell/language-switch.js';
import { Page, PageHeading, Section } from '../shell/page.js';
import { ProblemNote } from '../shell/trouble.js';
import { useTimes } from '../times.js';
import { ChangePassword } from './change-password.js';
import classes from './profile.module.css';
import { TimeZoneField } from './time-zone-field.js';

export function Profile() {
  const { t } = useTranslation();
  const me = useApi('GET /me');
  const times = useTimes();
  const change = useApiMutation('PATCH /me', {
    onDone: (changed) => queryClient.setQueryData(queryFor('GET /me').queryKey, changed),
  });
  return (
    <Page>
      <PageHeading title={`${me.givenName} ${me.familyName}`} tab={t('nav.profile')} below={me.email} />
      <Section title={t('profile.languageAndTime')}>
        <div className={classes.fields}>
          <Choice<Language>
            legend={t('profile.language')}
            value={me.language}
            options={[
              { value: 'de', label: 'Deutsch' },
              { value: 'en', label: 'English' },
            ]}
            onChange={(language) => void chooseLanguage(language)}
          />
          <TimeZoneField
            value={me.timeZone}
            description={t('profile.timeThere', { time: times.dayAndTime(now()) })}
            onChange={(timeZone) => change.mutate({ body: { timeZone } })}
          />
          <ProblemNote problem={change.error} />
        </div>
      </Section>
      <OwnWork />
      <Notifications />
      <Section title={t('password.title')}>
        <ChangePassword />
      </Section>
      <Section title={t('profile.session')}>
        <SigningOut />
      </Section>
    </Page>
  );
}

function Notifications() {
  const { t } = useTranslation('notifications');
  return (
    <Section title={t('ofProfile')}>
      <p className="faint small">{t('ofProfileText')}</p>
      <p>
        <Link to="/notifications/settings">{t('ofProfileLink')}</Link>
      </p>
    </Section>
  );
}

function SigningOut() {
  const { t } = useTranslation();
  const router = useRouter();
  const signOut = useMutation({
    mutationFn: async (key: 'DELETE /session' | 'DELETE /sessions') => {
      await endPushHere();
      await api(key);
    },
    onSuccess: () => {
      sessionEnded();
      void router.navigate({ to: '/sign-in' }).then(() => queryClient.clear());
    },
  });
  const isLeaving = (key: typeof signOut.variables): boolean => signOut.isPending && signOut.variables === key;
  return (
    <div className={classes.fields}>
      <p className="faint small">{t('profile.everywhereText')}</p>
      <div className={classes.buttons}>
        <Button
          variant="default"
          loading={isLeaving('DELETE /session')}
          onClick={() => signOut.mutate('DELETE /session')}
        >
          {t('profile.signOut')}
        </Button>
        <Button
          variant="default"
          loading={isLeaving('DELETE /sessions')}
          onClick={() => signOut.mutate('DELETE /sessions')}
        >
          {t('profile.everywhere')}
        </Button>
      </div>
      <ProblemNote problem={signOut.error} />
    </div>
  );
}
