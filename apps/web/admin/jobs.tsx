import type { JobsView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { now } from '../clock.js';
import { queryFor } from '../queries.js';
import { Page, PageHeading, Section } from '../shell/page.js';
import { useTimes } from '../times.js';
import { Table } from './table.js';

/** Reactions that wait longer than this make one look for the worker. */
const lateMs = 5 * 60_000;

/** How the background work stands, always fresh. */
export function Jobs() {
  const { t } = useTranslation(['admin', 'learner']);
  const { data: jobs } = useSuspenseQuery({ ...queryFor('GET /jobs'), refetchInterval: 5_000 });
  return (
    <Page>
      <PageHeading
        title={t('learner:nav.jobs')}
        below={`${t('jobs.text')} ${t(`jobs.engine.${jobs.engine}`)}`}
        actions={
          <Button
            component="a"
            href="/api/admin/queues"
            target="_blank"
            rel="noopener"
            variant="default"
            size="md"
            title={t('jobs.newTab')}
            rightSection={<IconExternalLink size={18} aria-hidden="true" />}
          >
            {t('jobs.board')}
          </Button>
        }
      />
      <Pending jobs={jobs} />
      <Queues jobs={jobs} />
      <Sweeps jobs={jobs} />
    </Page>
  );
}

function Pending({ jobs: { pendingReactions, oldestPendingAt } }: { jobs: JobsView }) {
  const { t } = useTranslation('admin');
  const times = useTimes();
  const isLate = oldestPendingAt !== null && now() - Date.parse(oldestPendingAt) > lateMs;
  return (
    <Section title={t('jobs.pending')}>
      <p>
        {oldestPendingAt === null
          ? t('jobs.pendingNone')
          : t('jobs.pendingSome', { count: pendingReactions, away: times.fromNow(oldestPendingAt) })}
      </p>
      {isLate && <p className="problem">{t('jobs.pendingLate')}</p>}
    </Section>
  );
}

const counts = ['waiting', 'active', 'delayed', 'failed', 'completed'] as const;

function Queues({ jobs }: { jobs: JobsView }) {
  const { t } = useTranslation('admin');
  const times = useTimes();
  const failed = jobs.queues.reduce((sum, queue) => sum + queue.failed, 0);
  return (
    <Section title={t('jobs.queues')}>
      {failed > 0 && <p className="problem">{t('jobs.failed', { count: failed })}</p>}
      <Table label={t('jobs.queues')}>
        <thead>
          <tr>
            <th scope="col">{t('jobs.queue')}</th>
            {counts.map((count) => (
              <th key={count} scope="col" data-figure>
                {t(`jobs.${count}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {jobs.queues.map((queue) => (
            <tr key={queue.name}>
              <th scope="row">{queue.name}</th>
              {counts.map((count) => (
                <td key={count} data-figure data-bad={(count === 'failed' && queue.failed > 0) || undefined}>
                  {times.number(queue[count])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

function Sweeps({ jobs }: { jobs: JobsView }) {
  const { t } = useTranslation('admin');
  const times = useTimes();
  const spanOf = (seconds: number): string =>
    seconds % 3600 === 0
      ? t('jobs.hours', { count: seconds / 3600 })
      : seconds % 60 === 0
        ? t('jobs.minutes', { count: seconds / 60 })
        : t('jobs.seconds', { count: seconds });
  return (
    <Section title={t('jobs.sweeps')}>
      <Table label={t('jobs.sweeps')}>
        <thead>
          <tr>
            <th scope="col">{t('jobs.sweep')}</th>
            <th scope="col">{t('jobs.every')}</th>
            <th scope="col">{t('jobs.nextAt')}</th>
          </tr>
        </thead>
        <tbody>
          {jobs.sweeps.map(({ job, everySeconds, nextAt }) => (
            <tr key={job}>
              <th scope="row">
                <code>{job}</code>
              </th>
              <td>{spanOf(everySeconds)}</td>
              <td>{nextAt ? times.dayAndTime(nextAt) : t('jobs.notPlanned')}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
