import '../trainer/fields.js';
import type { NoticeTopic, NoticeView } from '@kohorte/contracts';
import { Button, NativeSelect } from '@mantine/core';
import IconAdjustmentsHorizontal from '@tabler/icons-react/dist/esm/icons/IconAdjustmentsHorizontal.mjs';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi, useApiMutation, useApiPages } from '../queries.js';
import { Choice } from '../shell/choice.js';
import { LinkButton } from '../shell/links.js';
import { More } from '../shell/more.js';
import { Empty, Page, PageHeading } from '../shell/page.js';
import { Rows } from '../shell/rows.js';
import { ProblemNote } from '../shell/trouble.js';
import { type Times, useTimes } from '../times.js';
import { NoticeRow } from './notice-row.js';
import classes from './notifications.module.css';
import { topicsFor } from './topics.js';

const route = getRouteApi('/inside/notifications');

/** Everything one is told, day by day, newest first. */
export function Notifications() {
  const { t } = useTranslation(['notifications', 'learner']);
  const query = route.useSearch();
  const notices = useApiPages('GET /notifications', { query });
  const isFiltered = query.topic !== undefined || query.only !== undefined;
  return (
    <Page>
      <PageHeading
        title={t('learner:nav.notifications')}
        actions={
          <>
            {!query.topic && <MarkAllRead shown={notices.rows} />}
            <LinkButton
              to="/notifications/settings"
              variant="default"
              leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden="true" />}
            >
              {t('toSettings')}
            </LinkButton>
          </>
        }
      />
      {(notices.rows.length > 0 || isFiltered) && <Filters />}
      {notices.rows.length > 0 ? <Days of={notices.rows} /> : <Nothing />}
      <More of={notices} />
    </Page>
  );
}

/** Only what stands here: what has come in the meantime stays unread. */
function MarkAllRead({ shown }: { shown: NoticeView[] }) {
  const { t } = useTranslation('notifications');
  const markRead = useApiMutation('PUT /notifications/read-marker', {
    refreshes: ['GET /notifications', 'GET /notifications/unread'],
  });
  const newest = shown[0];
  if (!newest || shown.every(({ read }) => read)) return null;
  return (
    <>
      <Button
        variant="default"
        loading={markRead.isPending}
        onClick={() => markRead.mutate({ body: { upTo: newest.at } })}
      >
        {t('markRead')}
      </Button>
      <ProblemNote problem={markRead.error} />
    </>
  );
}

function Filters() {
  const { t } = useTranslation('notifications');
  const me = useApi('GET /me');
  const { topic, only } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <div className={classes.filters}>
      <Choice<'all' | 'unread'>
        legend={t('show')}
        legendUnseen
        value={only ?? 'all'}
        options={(['all', 'unread'] as const).map((value) => ({ value, label: t(value) }))}
        onChange={(chosen) =>
          void navigate({ search: { topic, only: chosen === 'unread' ? chosen : undefined }, replace: true })
        }
      />
      <NativeSelect
        size="sm"
        aria-label={t('about')}
        value={topic ?? ''}
        data={[
          { value: '', label: t('anyTopic') },
          ...topicsFor(me, topic).map((value) => ({ value, label: t(`topic.${value}`) })),
        ]}
        onChange={(event) => {
          const chosen = (event.currentTarget.value || undefined) as NoticeTopic | undefined;
          void navigate({ search: { topic: chosen, only }, replace: true });
        }}
      />
    </div>
  );
}

function Days({ of: notices }: { of: NoticeView[] }) {
  const { t } = useTranslation('notifications');
  const times = useTimes();
  const says = (at: string): string => {
    const away = times.daysAway(at);
    return away === 0 ? t('today') : away === -1 ? t('yesterday') : times.day(at);
  };
  return byDay(notices, times).map((ofDay) => (
    <section key={ofDay[0]!.noticeId} className={classes.day}>
      <h2>{says(ofDay[0]!.at)}</h2>
      <Rows>
        {ofDay.map((notice) => (
          <NoticeRow key={notice.noticeId} notice={notice} underItsDay />
        ))}
      </Rows>
    </section>
  ));
}

/** They come newest first, and so do the days. */
function byDay(notices: NoticeView[], times: Times): NoticeView[][] {
  const days = new Map<string, NoticeView[]>();
  for (const notice of notices) {
    const day = times.isoDay(notice.at);
    days.set(day, [...(days.get(day) ?? []), notice]);
  }
  return [...days.values()];
}

function Nothing() {
  const { t } = useTranslation('notifications');
  const { topic, only } = route.useSearch();
  if (topic) return <Empty title={t('noneFound')}>{t('noneFoundText')}</Empty>;
  if (only) return <Empty title={t('allRead')}>{t('allReadText')}</Empty>;
  return <Empty title={t('noneTitle')}>{t('noneText')}</Empty>;
}
