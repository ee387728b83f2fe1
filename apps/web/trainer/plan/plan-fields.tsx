import '../fields.js';
import type { ReleasePlanInput } from '@kohorte/contracts';
import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TimeZoneField } from '../../people/time-zone-field.js';
import { useApi } from '../../queries.js';
import { Choice } from '../../shell/choice.js';
import { BreaksField } from './breaks-field.js';
import classes from './plan.module.css';
import { RegionField } from './region-field.js';

interface Parts {
  plan: ReleasePlanInput;
  /** What is wrong with a field of the plan, by its path. */
  errorOf: (path: string) => string | undefined;
  onChange: (plan: ReleasePlanInput) => void;
}

type Pacing = ReleasePlanInput['pacing'];
type OnHoliday = ReleasePlanInput['onHoliday'];
const pacings: readonly Pacing[] = ['weekly', 'relative', 'all-at-once'];
const onHolidays: readonly OnHoliday[] = ['keep', 'next-working-day', 'skip-week'];

/** When the modules open. */
export function PlanFields({ plan, errorOf, onChange }: Parts) {
  const { t } = useTranslation('trainer');
  const regions = useApi('GET /holiday-regions');
  const { pacing } = plan;
  const change = (changes: Partial<ReleasePlanInput>): void => onChange({ ...plan, ...changes });
  return (
    <>
      <fieldset className={classes.group}>
        <legend>{t('plan.rhythm')}</legend>
        <div>
          <Choice<Pacing>
            legend={t('plan.pacing')}
            value={pacing}
            options={pacings.map((value) => ({ value, label: t(`plan.pacings.${value}`) }))}
            onChange={(chosen) => change({ pacing: chosen })}
          />
          <p className={classes.hint}>{t(`plan.pacingHint.${pacing}`)}</p>
        </div>
        <div className={classes.beside}>
          <TextInput
            type="date"
            label={t('plan.startOn')}
            value={plan.startOn}
            required
            withAsterisk={false}
            error={errorOf('startOn')}
            onChange={(event) => change({ startOn: event.currentTarget.value })}
          />
          {pacing === 'weekly' && <Weekday value={plan.weekday} onChange={(weekday) => change({ weekday })} />}
          <TextInput
            type="time"
            label={t('plan.time')}
            value={plan.time}
            required
            withAsterisk={false}
            error={errorOf('time')}
            onChange={(event) => change({ time: event.currentTarget.value })}
          />
        </div>
        {pacing !== 'all-at-once' && (
          <div className={classes.beside}>
            <Count
              label={t('plan.modulesPerStep')}
              value={plan.modulesPerStep}
              most={50}
              error={errorOf('modulesPerStep')}
              onChange={(modulesPerStep) => change({ modulesPerStep })}
            />
            <Count
              label={t('plan.weeksPerStep')}
              value={plan.weeksPerStep}
              most={52}
              error={errorOf('weeksPerStep')}
              onChange={(weeksPerStep) => change({ weeksPerStep })}
            />
          </div>
        )}
        <TimeZoneField
          value={plan.timeZone}
          description={t('plan.zone')}
          onChange={(timeZone) => change({ timeZone })}
        />
      </fieldset>
      {pacing === 'weekly' && (
        <fieldset className={classes.group}>
          <legend>{t('plan.holidays')}</legend>
          <RegionField
            regions={regions}
            value={plan.holidayRegion}
            error={errorOf('holidayRegion')}
            onChange={(holidayRegion) => change({ holidayRegion })}
          />
          {plan.holidayRegion !== '' && (
            <div>
              <Choice<OnHoliday>
                legend={t('plan.onHoliday')}
                value={plan.onHoliday}
                options={onHolidays.map((value) => ({ value, label: t(`plan.onHolidays.${value}`) }))}
                onChange={(onHoliday) => change({ onHoliday })}
              />
              <p className={classes.hint}>{t(`plan.onHolidayHint.${plan.onHoliday}`)}</p>
            </div>
          )}
          <BreaksField breaks={plan.breaks} errorOf={errorOf} onChange={(breaks) => change({ breaks })} />
        </fieldset>
      )}
    </>
  );
}

function Weekday({ value, onChange }: { value: number; onChange: (weekday: number) => void }) {
  const { t, i18n } = useTranslation('trainer');
  // The first of January 2024 was a Monday.
  const nameOf = (weekday: number): string =>
    new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday));
  return (
    <NativeSelect
      size="md"
      label={t('plan.weekday')}
      value={String(value)}
      data={[1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ value: String(weekday), label: nameOf(weekday) }))}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    />
  );
}

interface CountParts {
  label: string;
  value: number | null;
  most: number;
  error?: string;
  onChange: (value: number) => void;
}

/** A whole number from one up; an empty field is no number, and is said to be wrong. */
function Count({ label, value, most, error, onChange }: CountParts) {
  return (
    <NumberInput
      size="md"
      label={label}
      value={value === null || Number.isNaN(value) ? '' : value}
      min={1}
      max={most}
      allowDecimal={false}
      allowNegative={false}
      error={error}
      onChange={(next) => onChange(typeof next === 'number' ? next : Number.NaN)}
    />
  );
}
