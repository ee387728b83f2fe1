import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApiMutation, useApiPages } from '../queries.js';
import { More } from '../shell/more.js';
import { Empty, Page, PageHeading, Section } from '../shell/page.js';
import { Rows } from '../shell/rows.js';
import { ProblemNote } from '../shell/trouble.js';
import { MailSettings } from './mail-settings.js';
import { NoticeRow } from './notice-row.js';

export function Notifications() {
  const { t } = useTranslation();
  const notices = useApiPages('GET /notifications');
  const markRead = useApiMutation('PUT /notifications/read-marker', {
    refreshes: ['GET /notifications', 'GET /notifications/unread'],
  });
  const newest = notices.rows[0];
  const hasUnread = notices.rows.some((notice) => !notice.read);
  return (
    <Page>
      <PageHeading
        title={t('nav.notifications')}
        actions={
          newest &&
          hasUnread && (
            <Button loading={markRead.isPending} onClick={() => markRead.mutate({ body: { upTo: newest.at } })}>
              {t('notices.markRead')}
            </Button>
          )
        }
      />
      <ProblemNote problem={markRead.error} />
      {notices.rows.length === 0 ? (
        <Empty title={t('notices.noneTitle')}>{t('notices.noneText')}</Empty>
      ) : (
        <Rows>
          {notices.rows.map((notice) => (
            <NoticeRow key={notice.noticeId} notice={notice} />
          ))}
        </Rows>
      )}
      <More of={notices} />
      <Section title={t('notices.settings')}>
        <MailSettings />
      </Section>
    </Page>
  );
}
