import { lazy, Suspense, useState } from 'react';
import type { ItemDraftView, ModuleDraftView } from '@kohorte/contracts';
import { useTranslation } from 'react-i18next';
import { ItemContent } from '../../progress/item-content.js';
import { ItemIcon } from '../../progress/item-icon.js';
import { useApi } from '../../queries.js';
import { Choice } from '../../shell/choice.js';
import { useTimes } from '../../times.js';
import { saveAll } from './autosave.js';
import type { Editing } from './editing.js';
import classes from './editor.module.css';
import { ItemFields } from './item-fields.js';
import { ItemPlace } from './item-place.js';

const AssignmentReading = lazy(() => import('./assignment/assignment-reading.js'));

type View = 'edit' | 'preview';

/** One item: its fields, or itself as learners see it. A published version is only looked at. */
export function ItemPane({
  editing,
  item,
  module,
}: {
  editing: Editing;
  item: ItemDraftView;
  module: ModuleDraftView;
}) {
  const { t } = useTranslation(['trainer', 'learner']);
  const [view, setView] = useState<View>(editing.isDraft ? 'edit' : 'preview');
  const look = async (next: View): Promise<void> => {
    if (next === 'preview') await saveAll();
    setView(next);
  };
  return (
    <section aria-label={item.title}>
      <div className={classes.paneHead}>
        <span className={classes.kind}>
          <ItemIcon kind={item.kind} done={false} />
          {t(`learner:kind.${item.kind}`)} · {module.title}
        </span>
        {editing.isDraft && (
          <Choice<View>
            legend={t('editor.item.view')}
            legendUnseen
            value={view}
            options={[
              { value: 'edit', label: t('editor.item.edit') },
              { value: 'preview', label: t('editor.item.preview') },
            ]}
            onChange={(next) => void look(next)}
          />
        )}
      </div>
      {view === 'preview' ? (
        <Suspense fallback={null}>
          <Preview item={item} isDraft={editing.isDraft} />
        </Suspense>
      ) : (
        <div className={classes.fields}>
          <ItemFields editing={editing} item={item} />
          <ItemPlace editing={editing} item={item} module={module} />
        </div>
      )}
    </section>
  );
}

function Preview({ item, isDraft }: { item: ItemDraftView; isDraft: boolean }) {
  const { t } = useTranslation(['trainer', 'learner']);
  const times = useTimes();
  const content = useApi('GET /items/:itemId/preview', { params: { itemId: item.itemId } });
  return (
    <div className={classes.fields}>
      {isDraft && <p className="small faint">{t('editor.item.previewText')}</p>}
      <article className={classes.preview}>
        <h2>{content.title}</h2>
        <p className="small faint">
          {[times.minutes(content.minutes), !content.required && t('editor.optional')].filter(Boolean).join(' · ')}
        </p>
        <ItemContent content={content} live={item.assignment ? <></> : undefined} />
      </article>
      {item.assignment && item.dueAfterDays !== null && (
        <AssignmentReading design={item.assignment} dueAfterDays={item.dueAfterDays} />
      )}
    </div>
  );
}
