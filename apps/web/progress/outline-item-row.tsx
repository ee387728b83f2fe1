import type { OutlineItem } from '@kohorte/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { now } from '../clock.js';
import { Row } from '../shell/rows.js';
import { useTimes } from '../times.js';
import { ItemIcon } from './item-icon.js';

/** One thing to do in an open module. */
export function OutlineItemRow({ item, cohortId, isNext }: { item: OutlineItem; cohortId: string; isNext: boolean }) {
  const { t } = useTranslation();
  const times = useTimes();
  const isOverdue = item.countable && item.dueAt && !item.doneAt && Date.parse(item.dueAt) < now();
  return (
    <Row
      linked
      mark={<ItemIcon kind={item.kind} done={item.doneAt !== null} />}
      title={
        <Link to="/cohorts/$cohortId/items/$itemId" params={{ cohortId, itemId: item.itemId }}>
          {item.title}
          {item.doneAt && <span className="unseen"> ({t('item.done')})</span>}
        </Link>
      }
      lines={[
        [
          t(`kind.${item.kind}`),
          !item.required && t('item.optional'),
          !item.countable && t('item.comesLater'),
          item.dueAt && !item.doneAt && t(isOverdue ? 'item.wasDue' : 'item.due', { at: times.dayAndTime(item.dueAt) }),
        ]
          .filter(Boolean)
          .join(' · '),
      ]}
      end={
        <>
          {isNext && <strong style={{ color: 'var(--accent-ink)' }}>{t('item.next')}</strong>}
          {item.minutes > 0 && <span>{times.minutes(item.minutes)}</span>}
        </>
      }
    />
  );
}
