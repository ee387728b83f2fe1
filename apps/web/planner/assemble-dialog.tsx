import '../trainer/fields.js';
import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api.js';
import { useApiKeeping, useApiMutation } from '../queries.js';
import { Dialog } from '../shell/dialog.js';
import { SearchField } from '../shell/search-field.js';
import { ProblemNote } from '../shell/trouble.js';
import { useTimes } from '../times.js';
import classes from './planner.module.css';

/** Asks for which cohorts a schedule shall be assembled, and which hours are liked best. */
export default function AssembleDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('admin');
  const times = useTimes();
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const [search] = useDebouncedValue(words, 100);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [from, setFrom] = useState('09:00');
  const [to, setTo] = useState('17:00');
  const [shiftDays, setShiftDays] = useState(0);
  const [lacksCohort, setLacksCohort] = useState(false);
  const { data, error } = useApiKeeping('GET /assembly-cohorts', {
    query: { search: search || undefined, limit: 200 },
  });
  const assemble = useApiMutation('POST /assemblies', {
    refreshes: ['GET /assemblies'],
    onDone: ({ assemblyId }) => void navigate({ to: '/planner/$assemblyId', params: { assemblyId } }),
  });
  const refusal = assemble.error instanceof ApiProblem ? assemble.error : null;
  const toggle = (cohortId: string): void => {
    setLacksCohort(false);
    setChosen(chosen.includes(cohortId) ? chosen.filter((one) => one !== cohortId) : [...chosen, cohortId]);
  };
  const submit = (): void => {
    setLacksCohort(chosen.length === 0);
    if (chosen.length > 0)
      assemble.mutate({
        body: {
          cohortIds: [...chosen],
          preferredFrom: from || undefined,
          preferredTo: to || undefined,
          shiftDays: shiftDays || undefined,
        },
      });
  };
  return (
    <Dialog
      title={t('planner.ask.title')}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('planner.ask.cancel')}
          </Button>
          <Button loading={assemble.isPending} onClick={submit}>
            {chosen.length > 1 ? t('planner.ask.doMany', { count: chosen.length }) : t('planner.assemble')}
          </Button>
        </>
      }
    >
      <p className="small faint">{t('planner.ask.text')}</p>
      <SearchField label={t('planner.ask.search')} onSearch={setWords} />
      <fieldset className={classes.cohorts} aria-describedby={lacksCohort ? 'lacks-cohort' : undefined}>
        <legend className="unseen">{t('planner.ask.cohorts')}</legend>
        {data?.rows.map((cohort) => (
          <Checkbox
            key={cohort.cohortId}
            checked={chosen.includes(cohort.cohortId)}
            onChange={() => toggle(cohort.cohortId)}
            label={cohort.name}
            description={[
              cohort.courseTitle,
              t('planner.ask.from', { on: times.date(cohort.startOn) }),
              t('planner.people', { count: cohort.people }),
              t('planner.ask.sessions', { count: cohort.sessions }),
              cohort.published > 0 && t('planner.ask.published', { count: cohort.published }),
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
        {data?.rows.length === 0 && (
          <p className="small faint">{search ? t('planner.ask.noneFound') : t('planner.ask.none')}</p>
        )}
      </fieldset>
      {lacksCohort && (
        <p id="lacks-cohort" role="alert" className="problem">
          {t('planner.ask.needsCohort')}
        </p>
      )}
      <div className={classes.hours}>
        <TextInput
          type="time"
          label={t('planner.ask.preferredFrom')}
          value={from}
          error={refusal?.forField('preferredFrom')}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="time"
          label={t('planner.ask.preferredTo')}
          value={to}
          error={refusal?.forField('preferredTo')}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
      <p className="small faint">{t('planner.ask.preferredHint')}</p>
      <details className={classes.more}>
        <summary>{t('planner.ask.shift')}</summary>
        <NumberInput
          size="md"
          label={t('planner.ask.shiftDays')}
          description={t('planner.ask.shiftHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={shiftDays}
          min={-366}
          max={366}
          allowDecimal={false}
          error={refusal?.forField('shiftDays')}
          onChange={(days) => setShiftDays(Number(days) || 0)}
        />
      </details>
      <ProblemNote problem={error ?? assemble.error} />
    </Dialog>
  );
}
