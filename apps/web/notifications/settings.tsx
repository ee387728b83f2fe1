import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page, PageHeading } from '../shell/page.js';
import { DigestFields } from './digest-fields.js';
import { HoursFields } from './hours-fields.js';
import { ThisDevice } from './this-device.js';
import { TopicWays } from './topic-ways.js';

/** How and when one hears of what; everything saves itself. */
export function NotificationSettings() {
  const { t } = useTranslation(['notification-settings', 'learner']);
  return (
    <Page>
      <PageHeading
        title={t('title')}
        above={<Link to="/notifications">{t('learner:nav.notifications')}</Link>}
        below={t('text')}
      />
      <TopicWays />
      <ThisDevice />
      <DigestFields />
      <HoursFields />
    </Page>
  );
}
