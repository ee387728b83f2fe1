import '../trainer/fields.js';
import '@mantine/core/styles/Switch.css';
import { NativeSelect, Switch } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { now } from '../clock.js';
import { Section } from '../shell/page.js';
import { ProblemNote } from '../shell/trouble.js';
import { useTimes, zoneName } from '../times.js';
import { useSettings } from './changing.js';
import { halfHours, useWeekdays, weekdays } from './clocks.js';
import classes from './settings.module.css';

/** When mails and push may come, and how many. */
export function HoursFields() {
  const { t } = useTranslation('notification-settings');
  const times = useTimes();
  const { settings, problem, set } = useSettings();
  return (
    <Section title={t('when.title')}>
      <p className={classes.intro}>
        {t('when.zone', { zone: zoneName(settings.timeZone), time: times.time(now(), settings.timeZone) })}{' '}
        <Link to="/profile">{t('when.changeZone')}</Link>
      </p>
      <div className={classes.fields}>
        <QuietHours />
        <WorkingDays />
        <NativeSelect
          size="md"
          label={t('when.budget')}
          description={t('when.budgetText')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={settings.mailsADay}
          data={budgets(settings.mailsADay).map((count) => ({
            value: String(count),
            label: count === 0 ? t('when.budgetNone') : t('when.atMost', { count }),
          }))}
          onChange={(event) => {
            const count = Number(event.currentTarget.value);
            set({ mailsADay: count }, count === 0 ? t('saved.budgetNone') : t('saved.budget', { count }));
          }}
        />
        <p className="small faint">{t('when.hasty')}</p>
        <ProblemNote problem={problem} />
      </div>
    </Section>
  );
}

const budgets = (chosen: number): number[] =>
  [...new Set([0, 1, 2, 3, 5, 10, 20, 50, chosen])].sort((one, other) => one - other);

/** Where quiet hours begin and end that were not chosen yet. */
const usualQuiet = { quietFrom: '20:00', quietUntil: '07:00' };

function QuietHours() {
  const { t } = useTranslation('notification-settings');
  const { settings, problem, set } = useSettings();
  const { quietFrom, quietUntil } = settings;
  const isQuiet = quietFrom !== null && quietUntil !== null;
  const choose = (hours: typeof usualQuiet): void =>
    set(hours, t('saved.quiet', { from: hours.quietFrom, until: hours.quietUntil }));
  return (
    <div className={classes.quiet}>
      <Switch
        size="md"
        label={t('when.quiet')}
        description={t('when.quietText')}
        checked={isQuiet}
        onChange={(event) => {
          if (event.currentTarget.checked) choose(usualQuiet);
          else set({ quietFrom: null, quietUntil: null }, t('saved.noQuiet'));
        }}
      />
      {isQuiet && (
        <div className={classes.row}>
          {/* Both ends the same would be all day. */}
          <NativeSelect
            size="md"
            label={t('when.from')}
            value={quietFrom}
            data={halfHours(quietFrom).filter((time) => time !== quietUntil)}
            onChange={(event) => choose({ quietFrom: event.currentTarget.value, quietUntil })}
          />
          <NativeSelect
            size="md"
            label={t('when.until')}
            value={quietUntil}
            data={halfHours(quietUntil).filter((time) => time !== quietFrom)}
            onChange={(event) => choose({ quietFrom, quietUntil: event.currentTarget.value })}
          />
        </div>
      )}
      <ProblemNote problem={problem} />
    </div>
  );
}

function WorkingDays() {
  const { t, i18n } = useTranslation('notification-settings');
  const short = useWeekdays('short');
  const long = useWeekdays('long');
  const { settings, problem, set } = useSettings();
  const [isLast, setLast] = useState(false);
  const days = settings.workingDays;
  const choose = (chosen: number[]): void => {
    setLast(chosen.length === 0);
    if (chosen.length === 0) return;
    const names = new Intl.ListFormat(i18n.language).format(chosen.map(short));
    set({ workingDays: chosen }, t('saved.days', { days: names }));
  };
  return (
    <fieldset className={classes.days}>
      <legend>{t('when.days')}</legend>
      <div className={classes.dayRow}>
        {weekdays.map((day) => (
          <label key={day} className={classes.tick}>
            <input
              type="checkbox"
              aria-label={long(day)}
              checked={days.includes(day)}
              onChange={(event) =>
                choose(weekdays.filter((one) => (one === day ? event.currentTarget.checked : days.includes(one))))
              }
            />
            <span aria-hidden="true">{short(day)}</span>
          </label>
        ))}
      </div>
      <p className="small faint">{t('when.daysText')}</p>
      {isLast && (
        <p role="alert" className="problem">
          {t('when.lastDay')}
        </p>
      )}
      <ProblemNote problem={problem} />
    </fieldset>
  );
}
