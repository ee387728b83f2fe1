import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './round.module.css';
import { useRoundWords } from './words.js';

interface Parts {
  legend: ReactNode;
  /** On the clocks of the cohort, `2026-03-09T09:00`. */
  local: string;
  error?: string;
  autoFocus?: boolean;
  onChange: (local: string) => void;
  children?: ReactNode;
}

/** A day and a time of day, on the cohort's clocks. */
export function MomentFields({ legend, local, error, autoFocus = false, onChange, children }: Parts) {
  const { t } = useRoundWords();
  const [day = '', time = ''] = local.split('T');
  return (
    <fieldset className={classes.moment}>
      <legend>{legend}</legend>
      <div className={classes.beside}>
        <TextInput
          type="date"
          label={t('moment.day')}
          value={day}
          error={error}
          data-autofocus={autoFocus || undefined}
          onChange={(event) => onChange(`${event.currentTarget.value}T${time}`)}
        />
        <TextInput
          type="time"
          label={t('moment.time')}
          value={time}
          onChange={(event) => onChange(`${day}T${event.currentTarget.value}`)}
        />
      </div>
      {children}
    </fieldset>
  );
}
