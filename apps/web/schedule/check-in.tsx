import '../people/fields.js';
import type { SessionView } from '@kohorte/contracts';
import { Button, TextInput } from '@mantine/core';
import IconCircleCheckFilled from '@tabler/icons-react/dist/esm/icons/IconCircleCheckFilled.mjs';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api.js';
import { useApiMutation } from '../queries.js';
import { ProblemNote } from '../shell/trouble.js';
import classes from './session-page.module.css';
import { changedBySession, keepSession } from './session-refresh.js';

const route = getRouteApi('/inside/sessions/$sessionId');

/** Shows that one is there, by the six digits of the moment; the QR code brings them along. */
export function CheckIn({ session }: { session: SessionView }) {
  const { t } = useTranslation('sessions');
  const { code: brought = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState(brought);
  const [isShort, setShort] = useState(false);
  const checkIn = useApiMutation('POST /sessions/:sessionId/check-in', {
    refreshes: [...changedBySession, 'GET /cohorts/:cohortId/outline'],
    onDone: (checked) => {
      keepSession(checked);
      if (brought) void navigate({ search: {}, replace: true });
    },
  });
  const attendance = session.mine?.attendance ?? null;
  if (attendance === 'present' || attendance === 'late') {
    return (
      <p role="status" className={`${classes.checkIn} ${classes.here}`}>
        <IconCircleCheckFilled size={24} color="var(--accent)" aria-hidden="true" />
        {t(checkIn.isSuccess ? 'attendance.now' : `attendance.${attendance}`)}
      </p>
    );
  }
  const wrong = checkIn.error instanceof ApiProblem && checkIn.error.code === 'wrong-code' ? checkIn.error : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const isWhole = code.length === 6;
    setShort(!isWhole);
    if (!isWhole) return input.current?.focus();
    checkIn.mutate(
      { params: { sessionId: session.sessionId }, body: { code } },
      { onError: () => input.current?.select() },
    );
  };
  return (
    <form className={classes.checkIn} onSubmit={submit} noValidate aria-labelledby="check-in">
      <h2 id="check-in">{t('checkIn.title')}</h2>
      <p>{t(brought && code === brought && !checkIn.isError ? 'checkIn.fromCode' : 'checkIn.text')}</p>
      <div className={classes.code}>
        <TextInput
          ref={input}
          label={t('checkIn.code')}
          value={code}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={20}
          aria-describedby="check-in-problem"
          error={wrong !== null || isShort}
          // The digits are read, and typed over; what is wrong is said below.
          styles={{ input: { color: 'var(--ink)' } }}
          onChange={(event) => {
            // Pasted with spaces, as people copy it.
            setCode(event.currentTarget.value.replace(/\D/g, '').slice(0, 6));
            setShort(false);
            checkIn.reset();
          }}
        />
        <Button type="submit" size="md" h={42} loading={checkIn.isPending}>
          {t('checkIn.go')}
        </Button>
      </div>
      <div id="check-in-problem">
        {isShort ? (
          <p role="alert" className="problem">
            {t('checkIn.sixDigits')}
          </p>
        ) : (
          <ProblemNote problem={checkIn.error} />
        )}
      </div>
    </form>
  );
}
