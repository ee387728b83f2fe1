import '../people/fields.js';
import type { CatalogueEntry } from '@kohorte/contracts';
import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApiPages } from '../queries.js';
import { Choice } from '../shell/choice.js';
import { More } from '../shell/more.js';
import { Empty, Page, PageHeading } from '../shell/page.js';
import { Row, Rows } from '../shell/rows.js';
import { useTimes } from '../times.js';
import classes from './catalogue.module.css';
import { useCohortWords } from './cohort-words.js';

const route = getRouteApi('/inside/catalogue');

export function Catalogue() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const courses = useApiPages('GET /catalogue', { query: search });
  const look = useDebouncedCallback(
    (words: string) =>
      void navigate({ search: (before) => ({ ...before, search: words || undefined }), replace: true }),
    250,
  );
  return (
    <Page>
      <PageHeading title={t('catalogue.title')} below={t('catalogue.text')} />
      <search className={classes.search}>
        <TextInput
          type="search"
          className={classes.words}
          aria-label={t('catalogue.search')}
          placeholder={t('catalogue.search')}
          leftSection={<IconSearch size={18} stroke={1.7} aria-hidden="true" />}
          defaultValue={search.search}
          onChange={(event) => look(event.currentTarget.value.trim())}
        />
        <Choice<'all' | 'de' | 'en'>
          legend={t('catalogue.language')}
          legendUnseen
          value={search.language ?? 'all'}
          options={[
            { value: 'all', label: t('catalogue.anyLanguage') },
            { value: 'de', label: t('language.de') },
            { value: 'en', label: t('language.en') },
          ]}
          onChange={(language) =>
            void navigate({
              search: (before) => ({ ...before, language: language === 'all' ? undefined : language }),
              replace: true,
            })
          }
        />
      </search>
      <p role="status" className="unseen">
        {t('catalogue.found', { count: courses.rows.length })}
      </p>
      {courses.rows.length === 0 ? (
        <Empty title={search.search || search.language ? t('catalogue.noneFound') : t('catalogue.none')}>
          {search.search || search.language ? t('catalogue.noneFoundText') : t('catalogue.noneText')}
        </Empty>
      ) : (
        <Rows>
          {courses.rows.map((course) => (
            <CourseRow key={course.courseId} course={course} />
          ))}
        </Rows>
      )}
      <More of={courses} />
    </Page>
  );
}

function CourseRow({ course }: { course: CatalogueEntry }) {
  const { t } = useTranslation();
  const times = useTimes();
  const words = useCohortWords();
  const [next] = course.cohorts;
  return (
    <Row
      linked
      title={
        <Link to="/courses/$courseId" params={{ courseId: course.courseId }}>
          {course.title}
        </Link>
      }
      lines={[
        course.teaser && (
          <span key="teaser" className={classes.teaser}>
            {course.teaser}
          </span>
        ),
        [
          t('course.modules', { count: course.modules }),
          times.minutes(course.minutes),
          t(`language.${course.language}`),
        ].join(' · '),
        next ? (
          <strong key="next" className={classes.next}>
            {[words.span(next), words.seats(next), next.mine && words.state(next)].filter(Boolean).join(' · ')}
          </strong>
        ) : (
          t('course.noCohort')
        ),
      ]}
    />
  );
}
