import type { UnansweredRow } from '@kohorte/contracts';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconClockExclamation from '@tabler/icons-react/dist/esm/icons/IconClockExclamation.mjs';
import { Link } from '@tanstack/react-router';
import { useApiMaybe, useApiPages } from '../../queries.js';
import { More } from '../../shell/more.js';
import { Empty, Section } from '../../shell/page.js';
import { Row, Rows } from '../../shell/rows.js';
import { Tag } from '../../shell/tag.js';
import classes from './discussion.module.css';
import { ThreadLink } from './thread-link.js';
import { useModerationWords } from './words.js';

/** Questions that nobody has answered, the longest waiting first, with how long each waits. */
export function Unanswered({ cohortId }: { cohortId: string }) {
  const { t, hours } = useModerationWords();
  const params = { cohortId };
  const questions = useApiPages('GET /cohorts/:cohortId/unanswered', { params });
  // The line at the top of the cockpit has asked for this.
  const target = useApiMaybe('GET /cohorts/:cohortId/unanswered', { params, query: { limit: 1 } })?.targetHours;
  if (questions.rows.length === 0) return <Empty title={t('unanswered.none')}>{t('unanswered.noneText')}</Empty>;
  return (
    <Section title={t('unanswered.title')}>
      {target !== undefined && (
        <p className={classes.intro}>
          {t('unanswered.target', { target: hours(target) })} ·{' '}
          <Link to="/runs/$cohortId" params={params} search={{ tab: 'discussion', part: 'rules' }}>
            {t('unanswered.changeTarget')}
          </Link>
        </p>
      )}
      <Rows ordered>
        {questions.rows.map((row) => (
          <Question key={row.thread.threadId} row={row} target={target} />
        ))}
      </Rows>
      <More of={questions} />
    </Section>
  );
}

function Question({ row: { thread, waitsHours, late }, target }: { row: UnansweredRow; target: number | undefined }) {
  const { t, times, hours, writer, place } = useModerationWords();
  const { threadId, same } = thread;
  const Icon = late ? IconClockExclamation : IconClock;
  const waits = waitsHours < 1 ? t('unanswered.justAsked') : t('unanswered.waits', { span: hours(waitsHours) });
  return (
    <Row
      stacks
      linked
      mark={<Icon size={20} stroke={1.7} aria-hidden="true" className={late ? classes.late : undefined} />}
      title={<ThreadLink threadId={threadId}>{thread.title}</ThreadLink>}
      lines={[
        <span key="excerpt" className={classes.excerpt}>
          {thread.excerpt}
        </span>,
        [
          writer(thread.writer),
          place(thread.place),
          t('unanswered.asked', { at: times.dayAndTime(thread.createdAt) }),
          same.count > 0 && t('unanswered.same', { count: same.count }),
        ]
          .filter(Boolean)
          .join(' · '),
      ]}
      end={
        <>
          <span>
            {late && target !== undefined ? t('unanswered.against', { waits, target: hours(target) }) : waits}
          </span>
          {late && <Tag tone="warn">{t('unanswered.late')}</Tag>}
        </>
      }
    />
  );
}
