import '../trainer/fields.js';
import type { OutlineView, ThreadView } from '@kohorte/contracts';
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { weekTitle } from '../progress/week-title.js';
import { api } from '../api.js';
import { refresh, useApi, useApiMaybe } from '../queries.js';
import { Choice } from '../shell/choice.js';
import { Composer } from './composer.js';
import { SimilarThreads } from './similar-threads.js';
import classes from './thread-form.module.css';
import { clockOf } from './words.js';

/** Where a thread will belong. */
export interface Anchor {
  moduleId?: string;
  itemId?: string;
  atSecond?: number;
  groupId?: string;
}

interface Form {
  cohortId: string;
  place: Anchor;
  /** The place cannot be chosen: one asks where one is. */
  fixed?: boolean;
  onOpened: (thread: ThreadView) => void;
  onCancel?: () => void;
}

/** Asks a question, or begins to talk. */
export function ThreadForm({ cohortId, place, fixed = false, onOpened, onCancel }: Form) {
  const { t } = useTranslation(['discussion', 'learner']);
  const params = { cohortId };
  const outline = useApi('GET /cohorts/:cohortId/outline', { params });
  const settings = useApiMaybe('GET /cohorts/:cohortId/discussion-settings', { params });
  const [kind, setKind] = useState<'question' | 'discussion'>('question');
  const [anchor, setAnchor] = useState<Anchor>(place);
  const [needsTitle, setNeedsTitle] = useState(false);
  // A draft for each place, so that two questions do not become one.
  const within = anchor.groupId ?? place.itemId;
  return (
    <Composer
      place={within ? `new:${cohortId}:${within}` : `new:${cohortId}`}
      cohortId={cohortId}
      label={t(kind === 'question' ? 'newThread.question' : 'newThread.post')}
      placeholder={t(kind === 'question' ? 'newThread.questionHint' : 'newThread.postHint')}
      action={t(kind === 'question' ? 'newThread.ask' : 'newThread.begin')}
      anonymousAllowed={settings?.anonymousAllowed && !outline.runs}
      lacks={({ title }) => {
        setNeedsTitle(title.trim() === '');
        return title.trim() === '' ? t('newThread.needsTitle') : undefined;
      }}
      above={({ values, change, flush }) => (
        <div className={classes.above}>
          {!fixed && (
            <Choice
              legend={t('newThread.kind')}
              legendUnseen
              value={kind}
              options={[
                { value: 'question', label: t('kind.question') },
                { value: 'discussion', label: t('kind.discussion') },
              ]}
              onChange={setKind}
            />
          )}
          <TextInput
            label={t('newThread.titleLabel')}
            value={values.title}
            maxLength={200}
            aria-invalid={needsTitle || undefined}
            onChange={(event) => {
              setNeedsTitle(false);
              change({ title: event.currentTarget.value });
            }}
            onBlur={flush}
          />
          {kind === 'question' && <SimilarThreads cohortId={cohortId} title={values.title} />}
          {fixed ? (
            <Fixed
              anchor={anchor}
              outline={outline}
              onWithoutSecond={() => setAnchor({ ...anchor, atSecond: undefined })}
            />
          ) : (
            !anchor.groupId && <PlaceField anchor={anchor} outline={outline} onChange={setAnchor} />
          )}
        </div>
      )}
      send={async ({ title, text, fileIds, anonymous }) => {
        const { atSecond, itemId, moduleId, groupId } = anchor;
        const thread = await api('POST /cohorts/:cohortId/threads', {
          params,
          body: {
            kind,
            title,
            text,
            fileIds,
            itemId,
            moduleId,
            groupId,
            atSecond,
            ...(anonymous ? { anonymous } : {}),
          },
        });
        void refresh('GET /cohorts/:cohortId/threads');
        onOpened(thread);
      }}
      onCancel={onCancel}
    />
  );
}

/** What it will be about, where one already is there. */
function Fixed({
  anchor,
  outline,
  onWithoutSecond,
}: {
  anchor: Anchor;
  outline: OutlineView;
  onWithoutSecond: () => void;
}) {
  // prettier-ignore
  const { t } = useTranslation(['discussion', 'learner']);
  const item = outline.modules.flatMap(({ items }) => items).find(({ itemId }) => itemId === anchor.itemId);
  if (!item) return null;
  return (
    <p className={classes.fixed}>
      {t('newThread.about', { title: [t(`learner:kind.${item.kind}`), item.title].join(' ') })}
      {anchor.atSecond !== undefined && (
        <>
          , <strong>{clockOf(anchor.atSecond)}</strong>{' '}
          <button type="button" className={classes.plain} onClick={onWithoutSecond}>
            {t('newThread.withoutSecond')}
          </button>
        </>
      )}
    </p>
  );
}

/** The week or item that it is about; or none of them. */
function PlaceField({
  anchor,
  outline,
  onChange,
}: {
  anchor: Anchor;
  outline: OutlineView;
  onChange: (anchor: Anchor) => void;
}) {
  // prettier-ignore
  const { t } = useTranslation(['discussion', 'learner']);
  const value = anchor.itemId ? `item:${anchor.itemId}` : anchor.moduleId ? `module:${anchor.moduleId}` : '';
  const open = outline.modules.filter(({ isOpen }) => isOpen || outline.runs);
  return (
    <NativeSelect
      size="md"
      label={t('newThread.place')}
      value={value}
      data={[
        { value: '', label: t('newThread.wholeCourse') },
        ...open.map(({ moduleId, step, title, items }) => ({
          group: weekTitle(t('learner:week.name', { step }), title),
          items: [
            { value: `module:${moduleId}`, label: t('newThread.wholeWeek', { step }) },
            ...items.map((item) => ({ value: `item:${item.itemId}`, label: item.title })),
          ],
        })),
      ]}
      onChange={(event) => {
        const [what, id] = event.currentTarget.value.split(':');
        onChange(what === 'item' ? { itemId: id } : what === 'module' ? { moduleId: id } : {});
      }}
    />
  );
}
