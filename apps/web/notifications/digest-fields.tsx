import '../trainer/fields.js';
import type { NotificationSettings } from '@kohorte/contracts';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Choice } from '../shell/choice.js';
import { Section } from '../shell/page.js';
import { ProblemNote } from '../shell/trouble.js';
import { useSettings } from './changing.js';
import { hours, useWeekdays, weekdays } from './clocks.js';
import classes from './settings.module.css';

type Digest = NotificationSettings['digest'];

/** How often what is gathered comes, and when. */
export function DigestFields() {
  const { t } = useTranslation('notification-settings');
  const { settings, problem, set } = useSettings();
  const { digest, digestHour, digestWeekday } = settings;
  const dayName = useWeekdays('long');
  return (
    <Section title={t('digest.title')}>
      <p className={classes.intro}>{t('digest.text')}</p>
      <div className={classes.fields}>
        <Choice<Digest>
          legend={t('digest.how')}
          value={digest}
          options={(['daily', 'weekly', 'none'] as const).map((value) => ({
            value,
            label: t(`digest.each.${value}`),
          }))}
          onChange={(value) => set({ digest: value }, t(`saved.digest.${value}`))}
        />
        {digest !== 'none' && (
          <div className={classes.row}>
            {digest === 'weekly' && (
              <NativeSelect
                size="md"
                label={t('digest.weekday')}
                value={digestWeekday}
                data={weekdays.map((day) => ({ value: String(day), label: dayName(day) }))}
                onChange={(event) => {
                  const day = Number(event.currentTarget.value);
                  set({ digestWeekday: day }, t('saved.weekday', { day: dayName(day) }));
                }}
              />
            )}
            <NativeSelect
              size="md"
              label={t('digest.hour')}
              value={digestHour}
              data={hours.map((time, hour) => ({ value: String(hour), label: time }))}
              onChange={(event) => {
                const hour = Number(event.currentTarget.value);
                set({ digestHour: hour }, t('saved.hour', { time: hours[hour] ?? '' }));
              }}
            />
          </div>
        )}
        <p className="small faint">{t(`digest.${digest}`)}</p>
        <ProblemNote problem={problem} />
      </div>
    </Section>
  );
}
