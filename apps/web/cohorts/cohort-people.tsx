import '../people/fields.js';
import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApiPages } from '../queries.js';
import { More } from '../shell/more.js';
import { Row, Rows } from '../shell/rows.js';
import classes from './catalogue.module.css';

const route = getRouteApi('/inside/cohorts/$cohortId/space/people');

/** Who learns here, and who teaches. */
export function CohortPeople() {
  const { t } = useTranslation();
  const params = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const people = useApiPages('GET /cohorts/:cohortId/people', { params, query: search });
  const look = useDebouncedCallback(
    (words: string) => void navigate({ search: { search: words || undefined }, replace: true }),
    250,
  );
  return (
    <>
      <h2 className="unseen">{t('cohort.people')}</h2>
      <search className={classes.search}>
        <TextInput
          type="search"
          className={classes.words}
          aria-label={t('cohort.searchPeople')}
          placeholder={t('cohort.searchPeople')}
          defaultValue={search.search}
          onChange={(event) => look(event.currentTarget.value.trim())}
        />
      </search>
      {people.rows.length === 0 ? (
        <p className="faint">{t('cohort.nobody')}</p>
      ) : (
        <Rows>
          {people.rows.map((person) => (
            <Row
              key={person.userId}
              title={person.name}
              lines={[[person.jobTitle, person.unit].filter(Boolean).join(' · ')]}
              end={person.role === 'trainer' && t('cohort.trainer')}
            />
          ))}
        </Rows>
      )}
      <More of={people} />
    </>
  );
}
