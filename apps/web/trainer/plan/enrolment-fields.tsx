import '../fields.js';
import type { Admission } from '@kohorte/contracts';
import { NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../shell/choice.js';
import { PeopleField } from '../people-field.js';
import type { CohortForm } from './cohort-form.js';
import classes from './plan.module.css';

export type EnrolmentPart = Pick<CohortForm, 'admission' | 'capacity' | 'opens' | 'closes' | 'offerHours' | 'trainers'>;

interface Parts {
  form: EnrolmentPart;
  errorOf: (field: string) => string | undefined;
  onChange: (changes: Partial<EnrolmentPart>) => void;
}

const admissions: readonly Admission[] = ['open', 'approval', 'invitation'];

/** Who gets in, when, and who runs it. */
export function EnrolmentFields({ form, errorOf, onChange }: Parts) {
  const { t } = useTranslation('trainer');
  return (
    <fieldset className={classes.group}>
      <legend>{t('plan.enrolment')}</legend>
      <div>
        <Choice<Admission>
          legend={t('plan.admission')}
          value={form.admission}
          options={admissions.map((value) => ({ value, label: t(`plan.admissions.${value}`) }))}
          onChange={(admission) => onChange({ admission })}
        />
        <p className={classes.hint}>{t(`plan.admissionHint.${form.admission}`)}</p>
      </div>
      <div className={classes.besideWide}>
        <TextInput
          type="datetime-local"
          label={t('plan.opens')}
          description={t('plan.opensHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={form.opens}
          error={errorOf('enrolmentOpensAt')}
          onChange={(event) => onChange({ opens: event.currentTarget.value })}
        />
        <TextInput
          type="datetime-local"
          label={t('plan.closes')}
          description={t('plan.closesHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={form.closes}
          min={form.opens || undefined}
          error={errorOf('enrolmentClosesAt')}
          onChange={(event) => onChange({ closes: event.currentTarget.value })}
        />
      </div>
      <NumberInput
        size="md"
        label={t('plan.capacity')}
        description={t('plan.capacityHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={form.capacity ?? ''}
        min={1}
        max={1_000_000}
        allowDecimal={false}
        allowNegative={false}
        maw={340}
        error={errorOf('capacity')}
        onChange={(capacity) => onChange({ capacity: typeof capacity === 'number' ? capacity : null })}
      />
      {form.capacity !== null && (
        <NumberInput
          size="md"
          label={t('plan.offerHours')}
          description={t('plan.offerHoursHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={form.offerHours ?? ''}
          min={1}
          max={720}
          allowDecimal={false}
          allowNegative={false}
          maw={340}
          error={errorOf('offerHours')}
          onChange={(hours) => onChange({ offerHours: typeof hours === 'number' ? hours : null })}
        />
      )}
      <PeopleField
        label={t('plan.trainers')}
        description={t('plan.trainersHint')}
        people={form.trainers}
        error={errorOf('trainerIds')}
        onChange={(trainers) => onChange({ trainers })}
      />
    </fieldset>
  );
}
