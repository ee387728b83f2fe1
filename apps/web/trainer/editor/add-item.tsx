import '../fields.js';
import type { AddItem as Added, FileView, ItemKind, Language, ModuleDraftView } from '@kohorte/contracts';
import { Button, TextInput } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiProblem } from '../../api.js';
import { Choice } from '../../shell/choice.js';
import { Dialog } from '../../shell/dialog.js';
import { ProblemNote } from '../../shell/trouble.js';
import classes from './editor.module.css';
import type { Editing } from './editing.js';
import { FileField } from './file-field.js';
import { saved } from './saving.js';
import { newDemand, plannedMinutes } from './session-fields.js';

/** In the order of how often they are needed. */
const kinds: readonly ItemKind[] = ['page', 'video', 'link', 'file', 'assignment', 'discussion', 'session'];

/** What there is to hand in can be changed at once, or switched off. */
async function newAssignment(language: Language): Promise<Pick<Added, 'assignment' | 'dueAfterDays' | 'minutes'>> {
  const { starterDesign, usualDueDays, usualMinutes } = await import('./assignment/starter.js');
  return { assignment: starterDesign(language), dueAfterDays: usualDueDays, minutes: usualMinutes };
}

/** The least that an item of each kind needs; the rest is written in its own form. */
export function AddItem({
  editing,
  module,
  onClose,
}: {
  editing: Editing;
  module: ModuleDraftView;
  onClose: () => void;
}) {
  const { t } = useTranslation(['trainer', 'learner']);
  const navigate = useNavigate();
  const { courseId } = useParams({ from: '/inside/studio/courses/$courseId' });
  const { moduleId } = module;
  const [kind, setKind] = useState<ItemKind>('page');
  const [title, setTitle] = useState('');
  const [url, setUrl] = useState('');
  const [file, setFile] = useState<FileView | null>(null);
  const [problem, setProblem] = useState<Error | null>(null);
  const [isBusy, setBusy] = useState(false);
  const errorOf = (field: string): string | undefined =>
    problem instanceof ApiProblem ? problem.forField(field) : undefined;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      const hasUrl = (kind === 'video' || kind === 'link') && url.trim() !== '';
      const hasFile = (kind === 'video' || kind === 'file') && file !== null;
      const version = await saved(
        api('POST /modules/:moduleId/items', {
          params: { moduleId },
          body: {
            kind,
            title,
            ...(hasUrl ? { url: url.trim() } : {}),
            ...(hasFile ? { fileId: file.fileId } : {}),
            ...(kind === 'session' ? { session: newDemand(), minutes: plannedMinutes(0) } : {}),
            ...(kind === 'assignment' ? await newAssignment(editing.version.language) : {}),
          },
        }),
      );
      editing.show(version);
      const item = version.modules.find((one) => one.moduleId === moduleId)?.items.at(-1)?.itemId;
      onClose();
      await navigate({ to: '/studio/courses/$courseId', params: { courseId }, search: { item } });
    } catch (caught) {
      setProblem(caught as Error);
      setBusy(false);
    }
  };
  const take = (uploaded: FileView): void => {
    setFile(uploaded);
    if (title === '') setTitle(uploaded.name.replace(/\.\w+$/, ''));
  };
  return (
    <Dialog title={t('editor.addItemTo', { title: module.title })} onClose={onClose}>
      <form className={classes.fields} onSubmit={(event) => void submit(event)} noValidate>
        <Choice<ItemKind>
          legend={t('editor.item.kind')}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`learner:kind.${value}`) }))}
          onChange={setKind}
        />
        {(kind === 'assignment' || kind === 'discussion' || kind === 'session') && (
          <p className={classes.note}>{kind === 'assignment' ? t('assignment.new') : t(`editor.item.later.${kind}`)}</p>
        )}
        {(kind === 'video' || kind === 'link') && (
          <TextInput
            type="url"
            label={kind === 'video' ? t('editor.item.videoUrl') : t('editor.item.url')}
            description={kind === 'video' && t('editor.item.videoUrlHint')}
            placeholder="https://"
            value={url}
            required={kind === 'link'}
            withAsterisk={false}
            error={errorOf('url')}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
        )}
        {(kind === 'video' || kind === 'file') && (
          <FileField courseId={courseId} file={file} error={errorOf('fileId')} onUploaded={take} />
        )}
        <TextInput
          label={t('editor.item.title')}
          value={title}
          maxLength={300}
          required
          withAsterisk={false}
          data-autofocus
          error={errorOf('title')}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <ProblemNote problem={problem instanceof ApiProblem && problem.view?.errors ? null : problem} />
        <div className={classes.place}>
          <Button variant="default" onClick={onClose}>
            {t('editor.item.cancel')}
          </Button>
          <Button type="submit" loading={isBusy}>
            {t('editor.item.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
