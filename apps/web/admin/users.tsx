import { useTranslation } from 'react-i18next';
import { Page, PageHeading } from '../shell/page.js';

export function Users() {
  const { t } = useTranslation();
  const { t: tArea } = useTranslation('admin');
  return (
    <Page>
      <PageHeading title={t('nav.users')} below={tArea('later')} />
    </Page>
  );
}
