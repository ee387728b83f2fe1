import '../fields.js';
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiProblem } from '../../api.js';
import classes from './add-module.module.css';
import type { Editing } from './editing.js';

/** One line for the next module; stays there for the one after it. */
export function AddModule({ editing }: { editing: Editing }) {
  const { t } = useTranslation('trainer');
  const field = useRef<HTMLInputElement>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const title = field.current?.value.trim();
    if (!title) return;
    const params = { versionId: editing.version.versionId };
    const added = await editing.change(() => api('POST /versions/:versionId/modules', { params, body: { title } }));
    if (added && field.current) field.current.value = '';
    field.current?.focus();
  };
  const problem = editing.problem instanceof ApiProblem ? editing.problem.forField('title') : undefined;
  return (
    <form className={classes.add} onSubmit={(event) => void submit(event)}>
      <TextInput
        ref={field}
        size="sm"
        className={classes.field}
        aria-label={t('editor.newModule')}
        placeholder={t('editor.newModulePlaceholder')}
        maxLength={300}
        error={problem}
      />
      <Button type="submit" variant="default">
        {t('editor.add')}
      </Button>
    </form>
  );
}
