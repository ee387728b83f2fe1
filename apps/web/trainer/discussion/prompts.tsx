import '../fields.js';
import type { CohortView } from '@kohorte/contracts';
import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useApi, useApiMutation } from '../../queries.js';
import { Section } from '../../shell/page.js';
import { ProblemNote } from '../../shell/trouble.js';
import classes from './discussion.module.css';
import { useModerationWords } from './words.js';

/** What learning groups are asked, one prompt for each week of the cohort. */
export function Prompts({ cohort }: { cohort: CohortView }) {
  const { t } = useModerationWords();
  const { cohortId, releases } = cohort;
  const params = { cohortId };
  const settings = useApi('GET /cohorts/:cohortId/discussion-settings', { params });
  const [prompts, setPrompts] = useState(settings.prompts);
  const save = useApiMutation('PATCH /cohorts/:cohortId/discussion-settings', {
    refreshes: ['GET /cohorts/:cohortId/discussion-settings'],
  });
  const weeks = Math.max(prompts.length, ...releases.map(({ step }) => step));
  const titleOf = (week: number): string =>
    releases
      .filter(({ step }) => step === week)
      .map(({ title }) => title)
      .join(', ');
  const write = (week: number, text: string): void => {
    save.reset();
    const next = Array.from({ length: Math.max(week, prompts.length) }, (_, index) => prompts[index] ?? '');
    next[week - 1] = text;
    setPrompts(next);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const written = prompts.map((prompt) => prompt.trim());
    while (written.at(-1) === '') written.pop();
    save.mutate({ params, body: { prompts: written } });
  };
  return (
    <Section title={t('prompts.title')}>
      <p className={classes.intro}>{t('prompts.intro')}</p>
      <form className={classes.form} onSubmit={submit}>
        {Array.from({ length: weeks }, (_, index) => index + 1).map((week) => (
          <Textarea
            key={week}
            size="md"
            label={t('prompts.week', { week })}
            description={titleOf(week) || undefined}
            value={prompts[week - 1] ?? ''}
            placeholder={t('prompts.nothing')}
            maxLength={1_000}
            autosize
            minRows={1}
            maxRows={8}
            onChange={(event) => write(week, event.currentTarget.value)}
          />
        ))}
        <ProblemNote problem={save.error} />
        <div className={classes.actions}>
          <Button type="submit" size="md" variant="default" loading={save.isPending}>
            {t('prompts.save')}
          </Button>
          <p role="status" className="small">
            {save.isSuccess && t('prompts.saved')}
          </p>
        </div>
      </form>
    </Section>
  );
}
