import '../trainer/fields.js';
import { Select } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi, useApiMaybe } from '../queries.js';
import { inPlace } from '../trainer/in-place.js';
import classes from './completion.module.css';

const route = getRouteApi('/inside/reports/completion');

/**
 * Narrows the report down; what can be chosen is what the report itself shows without filters. Managers choose among
 * the lines that they see: cohorts by cohort, departments by department.
 */
export function CompletionFilters() {
  const { t } = useTranslation('admin');
  const me = useApi('GET /me');
  const isAdmin = me.roles.includes('admin');
  const query = route.useSearch();
  const navigate = route.useNavigate();
  const cohorts = useApiMaybe('GET /reports/completion', { query: { by: 'cohort', courseId: query.courseId } });
  const units = useApiMaybe('GET /reports/completion', { query: { by: 'unit' } });
  const set = (changes: { courseId?: string; cohortId?: string; orgUnitId?: string }): void =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true });
  return (
    <>
      {(isAdmin || (me.roles.length > 0 && query.by === 'cohort')) && (
        <CourseFilter
          value={query.courseId}
          // A cohort of another course would leave nothing.
          onChange={(courseId) => set({ courseId, cohortId: undefined })}
        />
      )}
      {(isAdmin || query.by === 'cohort') && (
        <Filter
          label={t('completion.cohort')}
          value={query.cohortId}
          options={cohorts?.rows.map(({ id, name, context }) => ({ value: id, label: `${name} · ${context}` }))}
          onChange={(cohortId) => set({ cohortId })}
        />
      )}
      {(isAdmin || query.by === 'unit') && (
        <Filter
          label={t('completion.unit')}
          value={query.orgUnitId}
          options={units?.rows.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(orgUnitId) => set({ orgUnitId })}
        />
      )}
    </>
  );
}

interface FilterParts {
  label: string;
  value: string | undefined;
  options: { value: string; label: string }[] | undefined;
  onChange: (value: string | undefined) => void;
}

/** Only those who may see courses can choose among them. */
function CourseFilter({ value, onChange }: Pick<FilterParts, 'value' | 'onChange'>) {
  const { t } = useTranslation('admin');
  const courses = useApiMaybe('GET /courses', { query: { limit: 200 } });
  return (
    <Filter
      label={t('completion.course')}
      value={value}
      options={courses?.rows.map(({ courseId, title }) => ({ value: courseId, label: title }))}
      onChange={onChange}
    />
  );
}

function Filter({ label, value, options = [], onChange }: FilterParts) {
  const { t } = useTranslation('admin');
  return (
    <Select
      {...inPlace}
      size="sm"
      className={classes.filter}
      label={label}
      placeholder={t('completion.any')}
      data={options}
      value={value ?? null}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': `${label}: ${t('completion.any')}` }}
      limit={100}
      nothingFoundMessage={t('completion.noMatch')}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}
