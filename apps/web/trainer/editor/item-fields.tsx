import '../fields.js';
import type { AssignmentInput, ItemDraftView, SessionDemandInput } from '@kohorte/contracts';
import { Checkbox, NumberInput, Textarea, TextInput } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api.js';
import { ProblemNote } from '../../shell/trouble.js';
import { isBeingWritten } from './assignment/rubric.js';
import { useAutosave } from './autosave.js';
import type { Editing } from './editing.js';
import classes from './editor.module.css';
import { FileField } from './file-field.js';
import { asDemand, textOf } from './put-back.js';
import { SessionFields } from './session-fields.js';

/** Long, and needed by some authors only. */
const AssignmentFields = lazy(() => import('./assignment/assignment-fields.js'));

interface Fields {
  title: string;
  minutes: number;
  required: boolean;
  dueAfterDays: number | null;
  body: string;
  url: string;
  fileId: string;
  session: SessionDemandInput | null;
  assignment: AssignmentInput | null;
}

/** What an author may change of an item; saves itself. */
export function ItemFields({ editing, item }: { editing: Editing; item: ItemDraftView }) {
  const { t } = useTranslation('trainer');
  const { itemId, kind } = item;
  const form = useAutosave<Fields>(
    `item.${itemId}`,
    {
      title: item.title,
      minutes: item.minutes,
      required: item.required,
      dueAfterDays: item.dueAfterDays,
      body: textOf(item),
      url: item.url ?? '',
      fileId: item.file?.fileId ?? '',
      session: asDemand(item.session),
      assignment: item.assignment,
    },
    async ({ assignment, ...others }) => {
      const isWaiting = !!assignment && isBeingWritten(assignment);
      const body = isWaiting || assignment === undefined ? others : { ...others, assignment };
      if (Object.keys(body).length > 0) editing.show(await api('PATCH /items/:itemId', { params: { itemId }, body }));
      return isWaiting ? ['assignment'] : [];
    },
  );
  const { values, change, flush, errorOf } = form;
  const isPlaceholder = kind === 'assignment' || kind === 'discussion' || kind === 'session';
  const isHandedIn = values.assignment !== null;
  return (
    <>
      {isPlaceholder && !isHandedIn && <p className={classes.note}>{t(`editor.item.later.${kind}`)}</p>}
      <TextInput
        label={t('editor.item.title')}
        value={values.title}
        maxLength={300}
        error={errorOf('title')}
        onChange={(event) => change({ title: event.currentTarget.value })}
        onBlur={flush}
      />
      {(kind === 'link' || kind === 'video') && (
        <TextInput
          type="url"
          label={kind === 'video' ? t('editor.item.videoUrl') : t('editor.item.url')}
          description={kind === 'video' && t('editor.item.videoUrlHint')}
          placeholder="https://"
          value={values.url}
          maxLength={2000}
          error={errorOf('url')}
          // Half an address is none: it is saved when the field is left.
          onChange={(event) => change({ url: event.currentTarget.value.trim() }, { wait: true })}
          onBlur={flush}
        />
      )}
      {(kind === 'file' || kind === 'video') && (
        <FileField
          courseId={editing.course.courseId}
          file={item.file}
          error={errorOf('fileId')}
          onUploaded={({ fileId }) => change({ fileId })}
        />
      )}
      {item.bodyFormat === 'html' && item.body !== null && <p className={classes.note}>{t('editor.item.fromHtml')}</p>}
      <Textarea
        size="md"
        label={t(
          `editor.item.body.${kind === 'page' || kind === 'assignment' ? kind : isPlaceholder ? 'placeholder' : 'other'}`,
        )}
        description={t('editor.item.markdown')}
        value={values.body}
        rows={kind === 'page' ? 18 : 6}
        maxLength={200_000}
        styles={{ input: { resize: 'vertical' } }}
        error={errorOf('body')}
        onChange={(event) => change({ body: event.currentTarget.value })}
        onBlur={flush}
      />
      {kind === 'session' ? (
        <SessionFields
          session={values.session}
          minutes={values.minutes}
          errorOf={errorOf}
          onChange={change}
          onBlur={flush}
        />
      ) : (
        !isHandedIn && <Figures {...{ form, isPlaceholder }} />
      )}
      {kind === 'assignment' && (
        <Suspense fallback={null}>
          <AssignmentFields
            assignment={values.assignment}
            minutes={values.minutes}
            dueAfterDays={values.dueAfterDays}
            language={editing.version.language}
            errorOf={errorOf}
            onChange={change}
            onBlur={flush}
          />
        </Suspense>
      )}
      {(!isPlaceholder || kind === 'session' || isHandedIn) && (
        <Checkbox
          size="md"
          label={t('editor.item.required')}
          description={t('editor.item.requiredHint')}
          styles={{ description: { paddingInlineStart: 12 } }}
          checked={values.required}
          onChange={(event) => change({ required: event.currentTarget.checked })}
        />
      )}
      <ProblemNote problem={form.problem} />
    </>
  );
}

type Form = ReturnType<typeof useAutosave<Fields>>;

/** How long it takes, and by when it is done. */
function Figures({ form: { values, change, flush, errorOf }, isPlaceholder }: { form: Form; isPlaceholder: boolean }) {
  const { t } = useTranslation('trainer');
  return (
    <>
      <div className={classes.figures}>
        <NumberInput
          size="md"
          label={t('editor.item.minutes')}
          value={values.minutes}
          min={0}
          max={10_000}
          clampBehavior="strict"
          allowDecimal={false}
          hideControls
          error={errorOf('minutes')}
          onChange={(minutes) => typeof minutes === 'number' && change({ minutes })}
          onBlur={flush}
        />
        <NumberInput
          size="md"
          label={t('editor.item.due')}
          value={values.dueAfterDays ?? ''}
          min={0}
          max={365}
          clampBehavior="strict"
          allowDecimal={false}
          hideControls
          error={errorOf('dueAfterDays')}
          onChange={(days) => change({ dueAfterDays: typeof days === 'number' ? days : null })}
          onBlur={flush}
        />
      </div>
      <p className="small faint">{t(isPlaceholder ? 'editor.item.dueLater' : 'editor.item.dueHint')}</p>
    </>
  );
}
