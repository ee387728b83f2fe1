import '../../trainer/fields.js';
import type { HoursInput } from '@kohorte/contracts';
import { ActionIcon, Button, TextInput } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { oneMore, weekdayName } from './hours-words.js';
import classes from './work.module.css';

interface Parts {
  label: string;
  hours: readonly HoursInput[];
  /** What is wrong with a part of it: `0.to`. */
  errorOf: (path: `${number}.${'from' | 'to'}`) => string | undefined;
  onChange: (hours: HoursInput[]) => void;
  onBlur?: () => void;
}

const week = [1, 2, 3, 4, 5, 6, 7];

/** The hours of a week: any number of times on each day. */
export function HoursField({ label, hours, errorOf, onChange, onBlur }: Parts) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const change = (index: number, changes: Partial<HoursInput>): void =>
    onChange(hours.map((one, at) => (at === index ? { ...one, ...changes } : one)));
  const add = (weekday: number): void => {
    const after = hours.findLastIndex((one) => one.weekday <= weekday) + 1;
    onChange([...hours.slice(0, after), ...oneMore(hours, weekday), ...hours.slice(after)]);
  };
  const remove = (index: number, weekday: number): void => {
    onChange(hours.toSpliced(index, 1));
    // The button that was pressed is gone: focus stays on its day.
    list.current?.querySelector<HTMLElement>(`[data-add="${weekday}"]`)?.focus();
  };
  const monday = hours.filter(({ weekday }) => weekday === 1);
  const asMonday = (): void =>
    onChange([
      ...[1, 2, 3, 4, 5].flatMap((weekday) => monday.map((one) => ({ ...one, weekday }))),
      ...hours.filter(({ weekday }) => weekday > 5),
    ]);
  return (
    <div role="group" aria-labelledby={id} ref={list}>
      <p id={id} className={classes.label}>
        {label}
      </p>
      <ul className={classes.week}>
        {week.map((weekday) => {
          const day = weekdayName(weekday, i18n.language);
          const own = hours.flatMap((one, index) => (one.weekday === weekday ? [{ ...one, index }] : []));
          return (
            <li key={weekday} className={classes.day}>
              <span className={classes.dayName} title={day}>
                <span aria-hidden="true">{weekdayName(weekday, i18n.language, 'short')}</span>
                <span className="unseen">{day}</span>
              </span>
              <div className={classes.times}>
                {own.length === 0 && <span className={classes.closed}>{t('work.closed')}</span>}
                {own.map(({ index, from, to }, place) => (
                  <div key={place} className={classes.time}>
                    <TextInput
                      type="time"
                      aria-label={t('work.fromOn', { day, number: place + 1 })}
                      value={from}
                      error={errorOf(`${index}.from`)}
                      onChange={(event) => change(index, { from: event.currentTarget.value })}
                      onBlur={onBlur}
                    />
                    <span aria-hidden="true" className={classes.until}>
                      –
                    </span>
                    <TextInput
                      type="time"
                      aria-label={t('work.toOn', { day, number: place + 1 })}
                      // A clock has no 24:00; as an end, midnight means it.
                      value={to === '24:00' ? '00:00' : to}
                      error={errorOf(`${index}.to`)}
                      onChange={(event) =>
                        change(index, {
                          to: event.currentTarget.value === '00:00' ? '24:00' : event.currentTarget.value,
                        })
                      }
                      onBlur={onBlur}
                    />
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={42}
                      aria-label={t('work.removeTime', { day, number: place + 1 })}
                      onClick={() => remove(index, weekday)}
                    >
                      <IconX size={18} aria-hidden="true" />
                    </ActionIcon>
                  </div>
                ))}
              </div>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={42}
                data-add={weekday}
                aria-label={t('work.addTime', { day })}
                onClick={() => add(weekday)}
              >
                <IconPlus size={18} aria-hidden="true" />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
      {monday.length > 0 && (
        <Button variant="subtle" size="compact-sm" mt={4} onClick={asMonday}>
          {t('work.asMonday')}
        </Button>
      )}
    </div>
  );
}
