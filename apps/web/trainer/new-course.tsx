import './fields.js';
import type { Language } from '@kohorte/contracts';
import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api.js';
import { uiLanguage } from '../i18n.js';
import { useApiMutation } from '../queries.js';
import { Choice } from '../shell/choice.js';
import { Dialog } from '../shell/dialog.js';
import { ProblemNote } from '../shell/trouble.js';
import classes from './courses.module.css';

/** Begins a course: a title is enough. */
export function NewCourse({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['trainer', 'learner']);
  const navigate = useNavigate();
  const [language, setLanguage] = useState<Language>(uiLanguage());
  const add = useApiMutation('POST /courses', {
    refreshes: ['GET /courses'],
    onDone: ({ courseId }) => void navigate({ to: '/studio/courses/$courseId', params: { courseId } }),
  });
  const problem = add.error instanceof ApiProblem ? add.error : null;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    add.mutate({ body: { title: String(new FormData(event.currentTarget).get('title')), language } });
  };
  return (
    <Dialog title={t('studio.create.title')} onClose={onClose}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <TextInput
          name="title"
          label={t('studio.create.name')}
          description={t('studio.create.nameHint')}
          maxLength={200}
          required
          withAsterisk={false}
          data-autofocus
          error={problem?.forField('title')}
        />
        <Choice<Language>
          legend={t('studio.create.language')}
          value={language}
          options={[
            { value: 'de', label: t('learner:language.de') },
            { value: 'en', label: t('learner:language.en') },
          ]}
          onChange={setLanguage}
        />
        <ProblemNote problem={problem?.view?.errors ? null : add.error} />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('studio.create.cancel')}
          </Button>
          <Button type="submit" loading={add.isPending}>
            {t('studio.create.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
