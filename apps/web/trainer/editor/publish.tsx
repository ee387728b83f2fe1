import type { VersionView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refresh, useApiMaybe, useApiMutation } from '../../queries.js';
import { Dialog } from '../../shell/dialog.js';
import { ProblemNote } from '../../shell/trouble.js';
import { saveAll } from './autosave.js';
import { changesOf } from './changes.js';
import type { Editing } from './editing.js';
import classes from './editor.module.css';

const shownChanges = 12;

/** Says what publishing does, and does it. */
export function Publish({ editing, onClose }: { editing: Editing; onClose: () => void }) {
  const { t } = useTranslation('trainer');
  const navigate = useNavigate();
  const [isUnsaved, setUnsaved] = useState(false);
  const { course, version } = editing;
  const { versionId, number } = version;
  const { courseId } = course;
  const last = course.versions.find(({ publishedAt }) => publishedAt !== null);
  const publish = useApiMutation('POST /versions/:versionId/publication', {
    onDone: () => {
      onClose();
      void refresh('GET /courses/:courseId', 'GET /courses', 'GET /catalogue').then(() =>
        navigate({ to: '/studio/courses/$courseId', params: { courseId } }),
      );
    },
  });
  const submit = async (): Promise<void> => {
    const isSaved = await saveAll();
    setUnsaved(!isSaved);
    if (isSaved) publish.mutate({ params: { versionId } });
  };
  return (
    <Dialog
      title={t('editor.publish.title', { number })}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('editor.publish.notYet')}
          </Button>
          <Button loading={publish.isPending} onClick={() => void submit()}>
            {t('editor.publish.do')}
          </Button>
        </>
      }
    >
      <p>{last ? t('editor.publish.next') : t('editor.publish.first')}</p>
      <p className="small faint">{t('editor.publish.frozen')}</p>
      {last && <Changes courseId={courseId} since={last} version={version} />}
      <Heed version={version} />
      {isUnsaved && (
        <p role="alert" className="problem">
          {t('editor.publish.unsaved')}
        </p>
      )}
      <ProblemNote problem={publish.error} />
    </Dialog>
  );
}

interface Since {
  courseId: string;
  since: { versionId: string; number: number };
  version: VersionView;
}

function Changes({ courseId, since: { versionId, number }, version }: Since) {
  const { t } = useTranslation('trainer');
  const before = useApiMaybe('GET /courses/:courseId', { params: { courseId }, query: { versionId } })?.version;
  if (!before) return null;
  const changes = changesOf(before, version);
  if (changes.length === 0) return <p>{t('editor.publish.noChanges', { number })}</p>;
  return (
    <div>
      <h3>{t('editor.publish.changes')}</h3>
      <ul className={classes.changes}>
        {changes.slice(0, shownChanges).map(({ what, of, title }, index) => (
          <li key={index}>{t(`editor.publish.what.${what}`, { title: t(`editor.publish.${of}`, { title }) })}</li>
        ))}
        {changes.length > shownChanges && <li>{t('editor.publish.more', { count: changes.length - shownChanges })}</li>}
      </ul>
    </div>
  );
}

/** What an author may have overlooked. */
function Heed({ version: { modules } }: { version: VersionView }) {
  const { t } = useTranslation('trainer');
  const items = modules.flatMap((module) => module.items);
  const empty = modules.filter((module) => module.items.length === 0);
  const noMinutes = items.filter(({ minutes }) => minutes === 0).length;
  const noText = items.filter(({ kind, body }) => kind === 'page' && !body?.trim()).length;
  const notes = [
    empty.length > 0 &&
      t('editor.publish.emptyModules', { count: empty.length, titles: empty.map(({ title }) => title).join(', ') }),
    noText > 0 && t('editor.publish.noText', { count: noText }),
    noMinutes > 0 && t('editor.publish.noMinutes', { count: noMinutes }),
  ].filter((note) => note !== false);
  if (notes.length === 0) return null;
  return (
    <div>
      <h3>{t('editor.publish.heed')}</h3>
      <ul className={classes.changes}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  );
}
