import type { DecideReports, ModerationRow } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import IconEyeOff from '@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs';
import IconFlag from '@tabler/icons-react/dist/esm/icons/IconFlag.mjs';
import { api } from '../../api.js';
import { refresh, useApi, useApiMutation } from '../../queries.js';
import { Empty, Section } from '../../shell/page.js';
import { Prose } from '../../shell/prose.js';
import { Tag } from '../../shell/tag.js';
import { offerUndo } from '../../shell/toasts.js';
import { ProblemNote } from '../../shell/trouble.js';
import classes from './discussion.module.css';
import { changedInQueues } from './refreshed.js';
import { ThreadLink } from './thread-link.js';
import { useModerationWords } from './words.js';

/** Posts that were reported and wait for a decision. */
export function ModerationQueue({ cohortId }: { cohortId: string }) {
  const { t } = useModerationWords();
  const rows = useApi('GET /cohorts/:cohortId/moderation-queue', { params: { cohortId } });
  if (rows.length === 0) return <Empty title={t('reported.none')}>{t('reported.noneText')}</Empty>;
  return (
    <Section title={t('reported.title')} aside={t('reported.count', { count: rows.length })}>
      <p className={classes.intro}>{t('reported.intro')}</p>
      <ul className={classes.reported}>
        {rows.map((row) => (
          <Reported key={row.post.postId} row={row} />
        ))}
      </ul>
    </Section>
  );
}

function Reported({ row: { post, threadTitle, groupName, mayLookIn, reports } }: { row: ModerationRow }) {
  const { t, times, writer } = useModerationWords();
  const { threadId, number, postId } = post;
  const name = writer(post.writer);
  return (
    <li className={classes.case}>
      <article aria-labelledby={`reported-${postId}`}>
        <h3 id={`reported-${postId}`} className={classes.caseTitle}>
          {threadTitle === null
            ? t('reported.byInGroup', { name, group: groupName ?? '' })
            : t('reported.by', { name, title: threadTitle })}
        </h3>
        <p className="small faint figures">
          {times.dayAndTime(post.createdAt)} ·{' '}
          {mayLookIn ? (
            <ThreadLink threadId={threadId} number={number}>
              {t('reported.inThread', { number })}
            </ThreadLink>
          ) : (
            t('reported.amongThemselves')
          )}
        </p>
        {post.hidden ? (
          <Tag tone="warn">
            <IconEyeOff size={14} aria-hidden="true" />
            {t('reported.hidden')}
          </Tag>
        ) : (
          <Tag>{t('reported.seen')}</Tag>
        )}
        <div className={classes.casePost}>
          {post.html === null ? <p className="faint">{t('reported.gone')}</p> : <Prose html={post.html} />}
          {post.files.length > 0 && <p className="small faint">{t('reported.files', { count: post.files.length })}</p>}
        </div>
        <ul className={classes.reports} aria-label={t('reported.reports', { count: reports.length })}>
          {reports.map(({ kind, note, by, at }, index) => (
            <li key={index}>
              <IconFlag size={16} stroke={1.7} aria-hidden="true" />
              <span>
                <strong>{t(`reported.kind.${kind}`)}</strong>
                {note && ` · ${t('reported.note', { note })}`}
                <span className="faint figures">
                  {` · ${by?.name ?? t('deletedAccount')}, ${times.dayAndTime(at)}`}
                </span>
              </span>
            </li>
          ))}
        </ul>
        <Decide postId={postId} name={name} />
      </article>
    </li>
  );
}

/** One press decides; what was decided can be taken back for a while. */
function Decide({ postId, name }: { postId: string; name: string }) {
  const { t } = useModerationWords();
  const params = { postId };
  const decide = useApiMutation('PUT /posts/:postId/moderation', {
    refreshes: changedInQueues,
    onDone: (_post, { body: { decision } }) => {
      offerUndo(t(`reported.did.${decision as 'keep' | 'remove'}`, { name }), async () => {
        await api('PUT /posts/:postId/moderation', { params, body: { decision: 'reopen' } });
        await refresh(...changedInQueues);
      });
    },
  });
  const by = (decision: DecideReports['decision']): void => decide.mutate({ params, body: { decision } });
  return (
    <>
      <div className={classes.actions}>
        <Button
          variant="default"
          aria-label={t('reported.keepOf', { name })}
          disabled={decide.isPending}
          onClick={() => by('keep')}
        >
          {t('reported.keep')}
        </Button>
        <Button
          variant="default"
          c="var(--bad-ink)"
          aria-label={t('reported.removeOf', { name })}
          disabled={decide.isPending}
          onClick={() => by('remove')}
        >
          {t('reported.remove')}
        </Button>
      </div>
      <ProblemNote problem={decide.error} />
    </>
  );
}
