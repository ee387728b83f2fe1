import { useTranslation } from 'react-i18next';
import { useApiMaybe } from '../queries.js';
import { Prose } from '../shell/prose.js';
import classes from './discussion.module.css';

/** How this cohort wants to talk, where it has said so. */
export function Guidelines({ cohortId }: { cohortId: string }) {
  const { t } = useTranslation('discussion');
  const settings = useApiMaybe('GET /cohorts/:cohortId/discussion-settings', { params: { cohortId } });
  if (!settings?.guidelinesHtml) return null;
  return (
    <details className={classes.guidelines}>
      <summary>{t('list.guidelines')}</summary>
      <Prose html={settings.guidelinesHtml} />
    </details>
  );
}
