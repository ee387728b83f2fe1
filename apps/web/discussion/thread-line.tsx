import type { ThreadRow } from '@kohorte/contracts';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import IconPin from '@tabler/icons-react/dist/esm/icons/IconPin.mjs';
import { Link } from '@tanstack/react-router';
import { Row } from '../shell/rows.js';
import { Tag } from '../shell/tag.js';
import { useTimes } from '../times.js';
import classes from './discussion.module.css';
import { kindIcons } from './kinds.js';
import { useTalkWords } from './words.js';
import { Marks } from './writer.js';

/** A thread in a list: what it is, who began it where, and what has come of it. */
export function ThreadLine({ thread, withPlace }: { thread: ThreadRow; withPlace: boolean }) {
  const { t, name, place } = useTalkWords();
  const times = useTimes();
  const { kind, writer, replies, unread, same } = thread;
  const Icon = kindIcons[kind];
  const where = withPlace ? place(thread.place) : '';
  return (
    <Row
      linked
      stacks
      mark={<Icon size={22} stroke={1.6} aria-hidden="true" />}
      title={
        <span className={unread > 0 ? classes.unread : undefined}>
          {thread.pinned && <Sign icon={IconPin} words={t('thread.pinned')} />}
          {thread.locked && <Sign icon={IconLock} words={t('thread.locked')} />}
          <Link to="/threads/$threadId" params={{ threadId: thread.threadId }}>
            {thread.title}
          </Link>
        </span>
      }
      lines={[
        <span key="excerpt" className={classes.excerpt}>
          {thread.excerpt}
        </span>,
        <span key="meta" className={classes.meta}>
          <span>{t(`kind.${kind}`)}</span>{' '}
          <span>
            {name(writer)} <Marks writer={{ ...writer, marks: writer.marks.filter((mark) => mark !== 'author') }} />
          </span>{' '}
          {where && <span>{where}</span>}{' '}
          <time dateTime={thread.activeAt} title={times.dayAndTime(thread.activeAt)}>
            {times.fromNow(thread.activeAt)}
          </time>
        </span>,
      ]}
      end={
        <span className={classes.counts}>
          {unread > 0 && <Tag tone="good">{t('list.unread', { count: unread })}</Tag>}
          {thread.accepted && (
            <Tag tone="good">
              <IconCheck size={15} stroke={2.2} aria-hidden="true" /> {t('thread.solved')}
            </Tag>
          )}
          <span>
            {kind === 'question' && replies === 0
              ? t('list.open')
              : t(kind === 'question' ? 'list.answers' : 'list.replies', { count: replies })}
          </span>
          {same.count > 0 && <span>{t('list.same', { count: same.count })}</span>}
        </span>
      }
    />
  );
}

/** A state in the title, for the eye and the ear. */
function Sign({ icon: Icon, words }: { icon: typeof IconPin; words: string }) {
  return (
    <span className={classes.sign} title={words}>
      <Icon size={16} stroke={1.8} aria-hidden="true" />
      <span className="unseen">{words}: </span>
    </span>
  );
}
