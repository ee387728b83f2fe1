import type { NoticeView } from '@kohorte/contracts';
import { useTranslation } from 'react-i18next';
import { Row } from '../shell/rows.js';
import { useTimes } from '../times.js';
import { NoticeLink } from './notice-link.js';
import classes from './notice-row.module.css';
import { useOpening } from './reading.js';

/** One notice as a sentence, which leads to what it is about; whoever follows it has read it. */
export function NoticeRow({ notice, underItsDay = false }: { notice: NoticeView; underItsDay?: boolean }) {
  const { t } = useTranslation('notifications');
  const times = useTimes();
  const opening = useOpening(notice);
  const { kind, writerName, groupName, courseTitle, cohortName } = notice;
  const sentence = t(`notice.${kind}`, {
    // Where no name stands, or none is known, i18next takes the sentence without one.
    context: writerName ? 'named' : undefined,
    writer: writerName ?? '',
    cohort: cohortName ?? courseTitle ?? '',
    course: courseTitle ?? '',
    module: notice.moduleTitle ?? '',
    step: notice.step ?? 0,
    session: notice.sessionTitle ?? '',
    item: notice.itemTitle ?? '',
    thread: notice.threadTitle ?? '',
    group: groupName ?? '',
    count: notice.posts ?? notice.owed ?? 1,
    until: notice.until ? times.dayAndTime(notice.until) : '',
  });
  const where = [kind !== 'groups-made' && groupName, kind !== 'import-finished' && courseTitle].filter(Boolean);
  return (
    <Row
      linked
      stacks
      mark={<span className={notice.read ? classes.read : classes.new} />}
      title={
        <NoticeLink notice={notice} opening={opening}>
          {!notice.read && <span className="unseen">{t('new')}: </span>}
          {sentence}
        </NoticeLink>
      }
      lines={[notice.highlights, where.join(' · ')]}
      end={
        <time dateTime={notice.at} title={times.dayAndTime(notice.at)}>
          {underItsDay && times.daysAway(notice.at) < 0 ? times.time(notice.at) : times.fromNow(notice.at)}
        </time>
      }
    />
  );
}
