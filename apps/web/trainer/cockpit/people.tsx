import type { CohortView, EnrolmentStatus } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiPages } from '../../queries.js';
import { Choice } from '../../shell/choice.js';
import { More } from '../../shell/more.js';
import { Empty } from '../../shell/page.js';
import { Rows } from '../../shell/rows.js';
import { SearchField } from '../../shell/search-field.js';
import { AddPeople } from './add-people.js';
import classes from './cockpit.module.css';
import { PersonRow } from './person-row.js';

const route = getRouteApi('/inside/runs/$cohortId');
const statuses: readonly EnrolmentStatus[] = ['active', 'requested', 'waitlisted', 'completed', 'withdrawn'];

/** Who is in, who waits, who asks; and the way in for others. */
export function People({ cohort }: { cohort: CohortView }) {
  const { t } = useTranslation('trainer');
  const { status, search } = route.useSearch();
  const navigate = route.useNavigate();
  const params = { cohortId: cohort.cohortId };
  const people = useApiPages('GET /cohorts/:cohortId/enrolments', { params, query: { status, search } });
  const [adds, setAdds] = useState(false);
  return (
    <>
      <div className={classes.bar}>
        <search className={classes.grow}>
          <SearchField
            label={t('cockpit.people.search')}
            words={search}
            onSearch={(words) =>
              void navigate({ search: (before) => ({ ...before, search: words || undefined }), replace: true })
            }
          />
        </search>
        {!cohort.cancelledAt && (
          <Button size="md" onClick={() => setAdds(true)}>
            {t('cockpit.people.add')}
          </Button>
        )}
      </div>
      <div className={classes.bar}>
        <Choice<EnrolmentStatus | 'all'>
          legend={t('cockpit.people.which')}
          legendUnseen
          value={status ?? 'all'}
          options={(['all', ...statuses] as const).map((value) => ({
            value,
            label: t(`cockpit.people.filter.${value}`),
          }))}
          onChange={(value) =>
            void navigate({
              search: (before) => ({ ...before, status: value === 'all' ? undefined : value }),
              replace: true,
            })
          }
        />
      </div>
      {people.rows.length === 0 ? (
        <Empty title={status || search ? t('cockpit.people.noneFound') : t('cockpit.people.none')}>
          {status || search ? t('cockpit.people.noneFoundText') : t('cockpit.people.noneText')}
        </Empty>
      ) : (
        <Rows ordered={status === 'waitlisted'}>
          {people.rows.map((row) => (
            <PersonRow key={row.enrolmentId} row={row} cohort={cohort} numbered={status === 'waitlisted'} />
          ))}
        </Rows>
      )}
      <More of={people} />
      {adds && <AddPeople cohort={cohort} onClose={() => setAdds(false)} />}
    </>
  );
}
