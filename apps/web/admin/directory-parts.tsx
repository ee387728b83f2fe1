import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import parts from '../progress/cohort-space.module.css';

/** People, and the tree they stand in. */
export function DirectoryParts() {
  const { t } = useTranslation(['admin', 'learner']);
  return (
    <nav aria-label={t('people.parts')} className={parts.parts}>
      <Link to="/admin/users" activeOptions={{ exact: true, includeSearch: false }}>
        {t('learner:nav.users')}
      </Link>
      <Link to="/admin/users/units">{t('units.title')}</Link>
    </nav>
  );
}
