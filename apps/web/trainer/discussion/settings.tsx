import '@mantine/core/styles/Switch.css';
import '../fields.js';
import type { CohortView, DiscussionSettings } from '@kohorte/contracts';
import { Button, NativeSelect, Switch } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '../../api.js';
import { useApi, useApiMutation } from '../../queries.js';
import { ProblemNote } from '../../shell/trouble.js';
import plan from '../plan/plan.module.css';
import { WholeNumber } from '../whole-number.js';
import classes from './discussion.module.css';
import { MarkdownField } from './markdown-field.js';
import { useModerationWords } from './words.js';

/** In seconds: none, half a minute, a minute, five, a quarter of an hour, an hour. */
const pauses = [0, 30, 60, 300, 900, 3_600];

type Values = Omit<DiscussionSettings, 'guidelinesHtml' | 'prompts'>;

/** How a cohort discusses: what is expected of everybody, and what its trainers hold themselves to. */
export default function Settings({ cohort: { cohortId } }: { cohort: CohortView }) {
  const { t } = useModerationWords();
  const params = { cohortId };
  const {
    guidelinesHtml: _html,
    prompts: _prompts,
    ...stored
  } = useApi('GET /cohorts/:cohortId/discussion-settings', { params });
  const [values, setValues] = useState<Values>(stored);
  const save = useApiMutation('PATCH /cohorts/:cohortId/discussion-settings', {
    refreshes: ['GET /cohorts/:cohortId/discussion-settings', 'GET /cohorts/:cohortId/unanswered'],
  });
  const change = (changes: Partial<Values>): void => {
    save.reset();
    setValues((before) => ({ ...before, ...changes }));
  };
  const refusal = save.error instanceof ApiProblem ? save.error : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const guidelines = values.guidelines?.trim() ? values.guidelines : null;
    save.mutate({ params, body: { ...values, guidelines } });
  };
  return (
    <form className={plan.form} onSubmit={submit} noValidate>
      <fieldset className={plan.group}>
        <legend>{t('rules.guidelines')}</legend>
        <div className={classes.wide}>
          <MarkdownField
            label={t('rules.guidelinesLabel')}
            hint={t('rules.guidelinesHint')}
            value={values.guidelines ?? ''}
            most={20_000}
            rows={8}
            error={refusal?.forField('guidelines')}
            onChange={(guidelines) => change({ guidelines })}
          />
        </div>
      </fieldset>
      <fieldset className={plan.group}>
        <legend>{t('rules.answers')}</legend>
        <div className={classes.narrow}>
          <WholeNumber
            label={t('rules.target')}
            description={t('rules.targetHint')}
            value={values.answerTargetHours}
            min={1}
            max={720}
            error={refusal?.forField('answerTargetHours')}
            onChange={(answerTargetHours) => change({ answerTargetHours })}
          />
        </div>
      </fieldset>
      <fieldset className={plan.group}>
        <legend>{t('rules.anonymous')}</legend>
        <Switch
          size="md"
          label={t('rules.anonymousAllowed')}
          checked={values.anonymousAllowed}
          onChange={(event) => change({ anonymousAllowed: event.currentTarget.checked })}
        />
        <ul className={classes.explained}>
          <li>{t('rules.anonymousLearners')}</li>
          <li>{t('rules.anonymousTrainers')}</li>
          <li>{t('rules.anonymousLater')}</li>
        </ul>
      </fieldset>
      <fieldset className={plan.group}>
        <legend>{t('rules.order')}</legend>
        <div className={classes.narrow}>
          <WholeNumber
            label={t('rules.hideAfter')}
            description={t('rules.hideAfterHint')}
            value={values.hideAfterReports}
            min={1}
            max={100}
            error={refusal?.forField('hideAfterReports')}
            onChange={(hideAfterReports) => change({ hideAfterReports })}
          />
          <NativeSelect
            size="md"
            label={t('rules.slowMode')}
            description={t('rules.slowModeHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={values.slowModeSeconds}
            data={[...new Set([...pauses, values.slowModeSeconds])]
              .sort((a, b) => a - b)
              .map((seconds) => ({ value: `${seconds}`, label: pauseIn(seconds) }))}
            onChange={(event) => change({ slowModeSeconds: Number(event.currentTarget.value) })}
          />
        </div>
      </fieldset>
      <fieldset className={plan.group}>
        <legend>{t('rules.groups')}</legend>
        <Switch
          size="md"
          label={t('rules.trainersSeeGroups')}
          description={t(values.trainersSeeGroups ? 'rules.trainersSee' : 'rules.trainersDoNotSee')}
          checked={values.trainersSeeGroups}
          onChange={(event) => change({ trainersSeeGroups: event.currentTarget.checked })}
        />
      </fieldset>
      <div className={plan.submit}>
        <ProblemNote problem={save.error} />
        <Button type="submit" size="md" loading={save.isPending}>
          {t('rules.save')}
        </Button>
        <p role="status" className="small">
          {save.isSuccess && t('rules.saved')}
        </p>
      </div>
    </form>
  );

  function pauseIn(seconds: number): string {
    if (seconds === 0) return t('rules.noPause');
    return seconds < 60
      ? t('rules.pauseSeconds', { count: seconds })
      : t('rules.pauseMinutes', { count: Math.round(seconds / 60) });
  }
}
