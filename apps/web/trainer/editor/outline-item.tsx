import type { ItemDraftView } from '@kohorte/contracts';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ItemIcon } from '../../progress/item-icon.js';
import { useTimes } from '../../times.js';
import type { Editing } from './editing.js';
import { Grip } from './grip.js';
import type { useMoving } from './moving.js';
import classes from './outline-pane.module.css';

interface Parts {
  editing: Editing;
  chosen: string | undefined;
  item: ItemDraftView;
  moduleId: string;
  moving: ReturnType<typeof useMoving>;
}

/** One item in the outline. */
export function OutlineItem({ editing, chosen, item, moduleId, moving }: Parts) {
  const { t } = useTranslation(['trainer', 'learner']);
  const times = useTimes();
  const { courseId } = useParams({ from: '/inside/studio/courses/$courseId' });
  const { version: versionId } = useSearch({ from: '/inside/studio/courses/$courseId' });
  const { itemId, title, kind, minutes, required } = item;
  const isChosen = chosen === itemId;
  return (
    <li
      className={classes.item}
      data-chosen={isChosen || undefined}
      data-drop={moving.dropAt(itemId)}
      {...moving.dragging({ kind: 'item', moduleId, itemId })}
    >
      {editing.isDraft && <Grip id={itemId} title={title} onStep={(by) => moving.stepItem(itemId, by)} />}
      <span className={classes.icon}>
        <ItemIcon kind={kind} done={false} />
        <span className="unseen">{t(`learner:kind.${kind}`)}</span>
      </span>
      <Link
        to="/studio/courses/$courseId"
        params={{ courseId }}
        search={{ version: versionId, item: itemId }}
        className={classes.title}
        draggable={false}
        aria-current={isChosen ? 'true' : undefined}
        activeProps={{}}
      >
        {title}
      </Link>
      <span className={classes.minutes}>
        {[!required && t('editor.optional'), minutes > 0 && times.minutes(minutes)].filter(Boolean).join(' · ')}
      </span>
    </li>
  );
}
