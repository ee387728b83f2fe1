import { useTranslation } from 'react-i18next';
import { Page, PageHeading } from '../shell/page.js';

export function Import() {
  const { t } = useTranslation();
  const { t: tArea } = useTranslation('trainer');
  return (
    <Page>
      <PageHeading title={t('nav.imports')} below={tArea('later')} />
    </Page>
  );
}
