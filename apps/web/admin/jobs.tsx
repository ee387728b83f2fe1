import { useTranslation } from 'react-i18next';
import { Page, PageHeading } from '../shell/page.js';

export function Jobs() {
  const { t } = useTranslation();
  const { t: tArea } = useTranslation('admin');
  return (
    <Page>
      <PageHeading title={t('nav.jobs')} below={tArea('later')} />
    </Page>
  );
}
