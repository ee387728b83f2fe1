import { useTranslation } from 'react-i18next';
import { Page, PageHeading } from '../shell/page.js';

export function OneTimeLinkPage() {
  const { t } = useTranslation();
  return (
    <Page>
      <PageHeading title={t('nav.home')} />
    </Page>
  );
}
