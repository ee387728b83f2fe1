import { Button } from '@mantine/core';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../api.js';
import { useApi } from '../queries.js';
import { Choice } from '../shell/choice.js';
import { Empty, Page, PageHeading } from '../shell/page.js';
import { CompletionFilters } from './completion-filters.js';
import classes from './completion.module.css';
import { CompletionTable } from './completion-table.js';

const route = getRouteApi('/inside/reports/completion');

/** How far cohorts and org units are; for managers, their own team. */
export function Completion() {
  const { t } = useTranslation('admin');
  const me = useApi('GET /me');
  const query = route.useSearch();
  const navigate = route.useNavigate();
  const table = useApi('GET /reports/completion', { query });
  const isAdmin = me.roles.includes('admin');
  const isFiltered = Boolean(query.courseId ?? query.cohortId ?? query.orgUnitId);
  return (
    <Page wide>
      <PageHeading
        title={isAdmin ? t('completion.title') : t('completion.team')}
        below={isAdmin ? t('completion.text') : t('completion.teamText')}
        actions={
          <Button
            component="a"
            href={addressOf('GET /reports/completion.csv', { query })}
            download
            variant="default"
            size="md"
            leftSection={<IconDownload size={18} aria-hidden="true" />}
          >
            {t('completion.csv')}
          </Button>
        }
      />
      <div className={classes.bar}>
        <Choice<'cohort' | 'unit'>
          legend={t('completion.by')}
          value={query.by}
          options={(['cohort', 'unit'] as const).map((value) => ({ value, label: t(`completion.bys.${value}`) }))}
          // Managers see figures by one or by the other, not both crossed.
          onChange={(by) =>
            void navigate({ search: (before) => (isAdmin ? { ...before, by } : { by }), replace: true })
          }
        />
        <CompletionFilters />
      </div>
      {table.rows.length === 0 ? (
        <Empty title={isFiltered ? t('completion.noneFound') : t('completion.none')}>
          {isFiltered ? t('completion.noneFoundText') : t('completion.noneText')}
        </Empty>
      ) : (
        <CompletionTable table={table} query={query} crosses={isAdmin} />
      )}
    </Page>
  );
}
