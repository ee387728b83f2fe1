import '../fields.js';
import type { BreakInput } from '@kohorte/contracts';
import { ActionIcon, Button, TextInput } from '@mantine/core';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useTranslation } from 'react-i18next';
import { offerUndo } from '../../shell/toasts.js';
import classes from './plan.module.css';

interface Parts {
  breaks: readonly BreakInput[];
  errorOf: (path: string) => string | undefined;
  onChange: (breaks: BreakInput[]) => void;
}

/** Days in which nothing opens. */
export function BreaksField({ breaks, errorOf, onChange }: Parts) {
  const { t } = useTranslation('trainer');
  const change = (index: number, changes: Partial<BreakInput>): void =>
    onChange(breaks.map((one, at) => (at === index ? { ...one, ...changes } : one)));
  const remove = (index: number): void => {
    onChange(breaks.toSpliced(index, 1));
    offerUndo(t('plan.removedBreak'), () => Promise.resolve(onChange([...breaks])));
  };
  return (
    <div>
      <p className={classes.label}>{t('plan.breaks')}</p>
      <p className={classes.hint}>{t('plan.breaksHint')}</p>
      {breaks.map(({ from, to }, index) => (
        <div key={index} className={classes.break}>
          <TextInput
            type="date"
            label={t('plan.from')}
            aria-label={t('plan.breakFrom', { number: index + 1 })}
            value={from}
            max={to || undefined}
            error={errorOf(`breaks.${index}.from`)}
            onChange={(event) => {
              const first = event.currentTarget.value;
              // Until the last day is given it is a break of one day.
              change(index, { from: first, ...(to < first ? { to: first } : {}) });
            }}
          />
          <TextInput
            type="date"
            label={t('plan.to')}
            aria-label={t('plan.breakTo', { number: index + 1 })}
            value={to}
            min={from || undefined}
            error={errorOf(`breaks.${index}.to`)}
            onChange={(event) => change(index, { to: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={42}
            mt={26}
            aria-label={t('plan.removeBreak', { number: index + 1 })}
            onClick={() => remove(index)}
          >
            <IconX size={18} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      <Button variant="default" mt={8} onClick={() => onChange([...breaks, { from: '', to: '' }])}>
        {t('plan.addBreak')}
      </Button>
    </div>
  );
}
