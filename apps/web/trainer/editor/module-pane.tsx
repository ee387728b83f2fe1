import '../fields.js';
import type { ModuleDraftView } from '@kohorte/contracts';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api.js';
import { offerUndo } from '../../shell/toasts.js';
import { ProblemNote } from '../../shell/trouble.js';
import { forgetDraft, useAutosave } from './autosave.js';
import type { Editing } from './editing.js';
import classes from './editor.module.css';
import { putModuleBack } from './put-back.js';
import { stepModule } from './reorder.js';
import { saved } from './saving.js';

interface Parts {
  editing: Editing;
  module: ModuleDraftView;
}

/** One module: what it is about, and how it is announced. */
export function ModulePane({ editing, module }: Parts) {
  return (
    <section aria-label={module.title}>
      {editing.isDraft ? <Fields editing={editing} module={module} /> : <Read module={module} />}
    </section>
  );
}

interface Words {
  title: string;
  summary: string;
  objectives: string;
  highlights: string;
}

function Fields({ editing, module }: Parts) {
  const { t } = useTranslation('trainer');
  const { moduleId } = module;
  const form = useAutosave<Words>(
    `module.${moduleId}`,
    {
      title: module.title,
      summary: module.summary ?? '',
      objectives: module.objectives.join('\n'),
      highlights: module.highlights ?? '',
    },
    async ({ objectives, ...words }) => {
      const body = { ...words, ...(objectives === undefined ? {} : { objectives: linesOf(objectives) }) };
      editing.show(await api('PATCH /modules/:moduleId', { params: { moduleId }, body }));
    },
  );
  const { values, change, flush, errorOf } = form;
  return (
    <div className={classes.fields}>
      <TextInput
        label={t('editor.module.title')}
        value={values.title}
        maxLength={300}
        error={errorOf('title')}
        onChange={(event) => change({ title: event.currentTarget.value })}
        onBlur={flush}
      />
      <Textarea
        size="md"
        label={t('editor.module.summary')}
        value={values.summary}
        rows={3}
        maxLength={5000}
        error={errorOf('summary')}
        onChange={(event) => change({ summary: event.currentTarget.value })}
        onBlur={flush}
      />
      <Textarea
        size="md"
        label={t('editor.module.objectives')}
        description={t('editor.module.objectivesHint')}
        value={values.objectives}
        rows={4}
        error={errorOf('objectives')}
        onChange={(event) => change({ objectives: event.currentTarget.value })}
        onBlur={flush}
      />
      <Textarea
        size="md"
        label={t('editor.module.highlights')}
        description={t('editor.module.highlightsHint')}
        value={values.highlights}
        rows={3}
        maxLength={1000}
        error={errorOf('highlights')}
        onChange={(event) => change({ highlights: event.currentTarget.value })}
        onBlur={flush}
      />
      <ProblemNote problem={form.problem} />
      <Place editing={editing} module={module} />
    </div>
  );
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

function Place({ editing, module: { moduleId, title } }: Parts) {
  const { t } = useTranslation('trainer');
  const navigate = useNavigate();
  const { courseId } = useParams({ from: '/inside/studio/courses/$courseId' });
  const { version, reorder, change, show } = editing;
  const step = (by: 1 | -1): void => void reorder(stepModule(version.modules, moduleId, by));
  const remove = async (): Promise<void> => {
    await navigate({ to: '/studio/courses/$courseId', params: { courseId } });
    const removed = await change(() => api('DELETE /modules/:moduleId', { params: { moduleId } }));
    if (!removed) return;
    forgetDraft(`module.${moduleId}`);
    offerUndo(t('editor.removed', { title }), async () => show(await saved(putModuleBack(version, moduleId))));
  };
  return (
    <div className={classes.place}>
      <Button variant="default" h={42} onClick={() => step(-1)}>
        ↑ {t('editor.up')}
      </Button>
      <Button variant="default" h={42} onClick={() => step(1)}>
        ↓ {t('editor.down')}
      </Button>
      <Button variant="subtle" color="red" c="var(--bad-ink)" h={42} onClick={() => void remove()}>
        {t('editor.remove')}
      </Button>
    </div>
  );
}

function Read({ module }: { module: ModuleDraftView }) {
  const { t } = useTranslation('trainer');
  const none = t('editor.version.none');
  return (
    <dl className={classes.read}>
      <div>
        <dt>{t('editor.module.title')}</dt>
        <dd>{module.title}</dd>
      </div>
      <div>
        <dt>{t('editor.module.summary')}</dt>
        <dd>{module.summary || none}</dd>
      </div>
      <div>
        <dt>{t('editor.module.objectives')}</dt>
        <dd>{module.objectives.join('\n') || none}</dd>
      </div>
      <div>
        <dt>{t('editor.module.highlights')}</dt>
        <dd>{module.highlights || none}</dd>
      </div>
    </dl>
  );
}
