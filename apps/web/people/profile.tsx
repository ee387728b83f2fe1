import type { Language } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { now } from '../clock.js';
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
      <Section title={t('password.title')}>
        <ChangePassword />
      </Section>
      <Section title={t('profile.session')}>
        <SigningOut />
      </Section>
    </Page>
  );
}

function SigningOut() {
  const { t } = useTranslation();
  const router = useRouter();
  const leave = (): void => {
    sessionEnded();
    void router.navigate({ to: '/sign-in' }).then(() => queryClient.clear());
  };
  const here = useApiMutation('DELETE /session', { onDone: leave });
  const everywhere = useApiMutation('DELETE /sessions', { onDone: leave });
  return (
    <div className={classes.fields}>
      <p className="faint small">{t('profile.everywhereText')}</p>
      <div className={classes.buttons}>
        <Button variant="default" loading={here.isPending} onClick={() => here.mutate({})}>
          {t('profile.signOut')}
        </Button>
        <Button variant="default" loading={everywhere.isPending} onClick={() => everywhere.mutate({})}>
          {t('profile.everywhere')}
        </Button>
      </div>
      <ProblemNote problem={here.error ?? everywhere.error} />
    </div>
  );
}
