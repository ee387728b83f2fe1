import type { MailRow } from '@kohorte/contracts';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { pagesFor } from '../queries.js';
import { Choice } from '../shell/choice.js';
import { More } from '../shell/more.js';
import { Empty, Page, PageHeading } from '../shell/page.js';
import { Row, Rows } from '../shell/rows.js';
import { Tag } from '../shell/tag.js';
import { useTimes } from '../times.js';
import { Mail } from './mail.js';
import classes from './mails.module.css';

const route = getRouteApi('/inside/admin/mails');
const states = ['waiting', 'sent', 'kept', 'failed'] as const;

/** The outbox of mails, and one of them to read. */
export function Mails() {
  const { t } = useTranslation(['admin', 'learner']);
  const { state, mail } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(
    pagesFor('GET /mails', { query: { state } }),
  );
  const rows = data.pages.flatMap((page) => page.rows);
  const transport = data.pages[0]?.transport ?? 'smtp';
  return (
    <Page wide>
      <PageHeading title={t('learner:nav.mails')} below={t(`mails.${transport}`)} />
      <div className={classes.filter}>
        <Choice<(typeof states)[number] | 'all'>
          legend={t('mails.which')}
          legendUnseen
          value={state ?? 'all'}
          options={(['all', ...states] as const).map((value) => ({ value, label: t(`mails.filter.${value}`) }))}
          onChange={(value) => void navigate({ search: { state: value === 'all' ? undefined : value }, replace: true })}
        />
      </div>
      {rows.length === 0 ? (
        <Empty title={t('mails.none')}>{t('mails.noneText')}</Empty>
      ) : (
        <div className={classes.mails} data-chosen={mail || undefined}>
          <div className={classes.list}>
            <Rows label={t('mails.list')}>
              {rows.map((row) => (
                <MailLine key={row.mailId} row={row} isChosen={row.mailId === mail} />
              ))}
            </Rows>
            <More of={{ hasMore: hasNextPage, isReadingOn: isFetchingNextPage, readOn: () => void fetchNextPage() }} />
          </div>
          <div className={classes.one}>
            {mail ? (
              <Suspense fallback={null}>
                <Mail key={mail} mailId={mail} />
              </Suspense>
            ) : (
              <p className="small faint">{t('mails.choose')}</p>
            )}
          </div>
        </div>
      )}
    </Page>
  );
}

const tones = { waiting: 'plain', sent: 'good', kept: 'plain', failed: 'bad' } as const;

function MailLine({ row, isChosen }: { row: MailRow; isChosen: boolean }) {
  const { t } = useTranslation('admin');
  const times = useTimes();
  return (
    <Row
      linked
      current={isChosen}
      title={
        <Link
          to="/admin/mails"
          search={(before) => ({ ...before, mail: row.mailId })}
          resetScroll={false}
          activeProps={{}}
        >
          {row.subject}
        </Link>
      }
      lines={[
        t('mails.to', { to: row.to }),
        [t(`mails.kind.${row.kind}`), times.dayAndTime(row.sentAt ?? row.createdAt)].join(' · '),
        row.error && (
          <span key="error" className={classes.error}>
            {row.error}
          </span>
        ),
      ]}
      end={<Tag tone={tones[row.state]}>{t(`mails.state.${row.state}`)}</Tag>}
    />
  );
}
