import '../people/fields.js';
import type { SessionView } from '@kohorte/contracts';
import { dateOf } from '@kohorte/rules';
import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api.js';
import { useApi, useApiMutation } from '../queries.js';
import { Dialog } from '../shell/dialog.js';
import { LinkButton } from '../shell/links.js';
import { Section } from '../shell/page.js';
import { ProblemNote } from '../shell/trouble.js';
import classes from './session-page.module.css';
import { changedBySession, keepSession } from './session-refresh.js';
import { useSessionWords } from './session-words.js';

/** What those who run a session do with it: who was there, where to join, calling it off. */
export function RunSession({ session, isOver }: { session: SessionView; isOver: boolean }) {
  const { t } = useTranslation('sessions');
  const { sessionId, cancelled, mode } = session;
  return (
    <Section title={t('run.title')}>
      <div className={classes.run}>
        <div>
          <LinkButton to="/sessions/$sessionId/roster" params={{ sessionId }} variant="light" size="md">
            {t('run.roster')}
          </LinkButton>
          {!cancelled && !isOver && <MoveByPlanner session={session} />}
          {!cancelled && !isOver && <CallOff session={session} />}
        </div>
        {!cancelled && !isOver && mode !== 'on-site' && <JoinLink session={session} />}
      </div>
    </Section>
  );
}

/**
 * Moving is the planner's: it opens with the cohort as published and this session chosen, judges the new place, and says
 * who will be told before anything changes.
 */
function MoveByPlanner({ session }: { session: SessionView }) {
  const { t } = useTranslation('sessions');
  const navigate = useNavigate();
  const { cohortId, itemId, groupId, startsAt, timeZone } = session;
  const me = useApi('GET /me');
  const assemble = useApiMutation('POST /assemblies', {
    refreshes: ['GET /assemblies'],
    onDone: ({ assemblyId }) =>
      void navigate({
        to: '/planner/$assemblyId',
        params: { assemblyId },
        search: { session: `${itemId}~${groupId}`, week: dateOf(new Date(startsAt), timeZone) },
      }),
  });
  if (!me.roles.includes('admin')) return null;
  return (
    <>
      <Button
        variant="default"
        size="md"
        loading={assemble.isPending}
        onClick={() => assemble.mutate({ body: { cohortIds: [cohortId] } })}
      >
        {t('run.move')}
      </Button>
      <ProblemNote problem={assemble.error} />
    </>
  );
}

function JoinLink({ session: { sessionId, joinUrl } }: { session: SessionView }) {
  const { t } = useTranslation('sessions');
  const [address, setAddress] = useState(joinUrl ?? '');
  const save = useApiMutation('PUT /sessions/:sessionId/join-link', {
    refreshes: changedBySession,
    onDone: keepSession,
  });
  const refusal = save.error instanceof ApiProblem ? save.error.forField('joinUrl') : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const joinUrl = address.trim();
    save.mutate({ params: { sessionId }, body: joinUrl === '' ? {} : { joinUrl } });
  };
  return (
    <form className={classes.link} onSubmit={submit} noValidate>
      <div className={classes.linkLine}>
        <TextInput
          type="url"
          inputMode="url"
          label={t('run.link')}
          description={t('run.linkHint')}
          placeholder="https://"
          value={address}
          error={refusal}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" size="md" h={42} loading={save.isPending}>
          {t('run.save')}
        </Button>
      </div>
      {!refusal && <ProblemNote problem={save.error} />}
      <p role="status" className="small">
        {save.isSuccess && t('run.saved')}
      </p>
    </form>
  );
}

/** Everybody hears of it at once, so this one asks first. */
function CallOff({ session }: { session: SessionView }) {
  const { t } = useTranslation('sessions');
  const { span } = useSessionWords();
  const [asks, setAsks] = useState(false);
  const { sessionId, title, taken, groupNumber } = session;
  const cancel = useApiMutation('POST /sessions/:sessionId/cancellation', {
    refreshes: changedBySession,
    onDone: (cancelled) => {
      setAsks(false);
      keepSession(cancelled);
    },
  });
  return (
    <>
      <Button variant="default" size="md" c="var(--bad-ink)" onClick={() => setAsks(true)}>
        {t('run.cancel')}
      </Button>
      {asks && (
        <Dialog
          title={t('run.cancelTitle', { title })}
          onClose={() => setAsks(false)}
          actions={
            <>
              <Button variant="default" onClick={() => setAsks(false)}>
                {t('run.keep')}
              </Button>
              <Button color="red.8" loading={cancel.isPending} onClick={() => cancel.mutate({ params: { sessionId } })}>
                {t('run.cancelDo')}
              </Button>
            </>
          }
        >
          <p>
            <strong>{t('run.cancelWhen', { when: span(session), number: groupNumber })}</strong>
          </p>
          <p>{t('run.cancelPeople', { count: taken })}</p>
          <p>{t('run.cancelText')}</p>
          <ProblemNote problem={cancel.error} />
        </Dialog>
      )}
    </>
  );
}
