import type { CourseRow } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useApiPages } from '../queries.js';
import { LinkButton } from '../shell/links.js';
import { More } from '../shell/more.js';
import { Empty, Page, PageHeading } from '../shell/page.js';
import { Row, Rows } from '../shell/rows.js';
import { SearchField } from '../shell/search-field.js';
import { Tag } from '../shell/tag.js';
import { useTimes } from '../times.js';
import classes from './courses.module.css';
import { NewCourse } from './new-course.js';

const route = getRouteApi('/inside/studio');

/** The courses one writes: all of them, for L&D admins. */
export function Courses() {
  const { t } = useTranslation(['trainer', 'learner']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const courses = useApiPages('GET /courses', { query: search });
  const [creates, setCreates] = useState(false);
  const isEmpty = courses.rows.length === 0;
  return (
    <Page>
      <PageHeading
        title={t('learner:nav.studio')}
        below={t('studio.text')}
        actions={
          <>
            <LinkButton to="/studio/imports" variant="default" size="md">
              {t('studio.import')}
            </LinkButton>
            <Button size="md" onClick={() => setCreates(true)}>
              {t('studio.newCourse')}
            </Button>
          </>
        }
      />
      {(!isEmpty || search.search) && (
        <search className={classes.search}>
          <SearchField
            label={t('studio.search')}
            words={search.search}
            onSearch={(words) => void navigate({ search: { search: words || undefined }, replace: true })}
          />
        </search>
      )}
      <p role="status" className="unseen">
        {t('studio.found', { count: courses.rows.length })}
      </p>
      {isEmpty ? (
        <Empty title={search.search ? t('studio.noneFound') : t('studio.none')}>
          {search.search ? t('studio.noneFoundText') : t('studio.noneText')}
        </Empty>
      ) : (
        <Rows>
          {courses.rows.map((course) => (
            <Course key={course.courseId} course={course} />
          ))}
        </Rows>
      )}
      <More of={courses} />
      {creates && <NewCourse onClose={() => setCreates(false)} />}
    </Page>
  );
}

function Course({ course }: { course: CourseRow }) {
  const { t } = useTranslation(['trainer', 'learner']);
  const times = useTimes();
  const me = useApi('GET /me');
  const others = course.authors.filter(({ userId }) => userId !== me.userId).map(({ name }) => name);
  return (
    <Row
      linked
      stacks
      title={
        <Link to="/studio/courses/$courseId" params={{ courseId: course.courseId }}>
          {course.title}
        </Link>
      }
      lines={[
        [
          t('learner:course.modules', { count: course.modules }),
          t('learner:course.items', { count: course.items }),
          times.minutes(course.minutes),
          t(`learner:language.${course.language}`),
        ].join(' · '),
        [
          t('studio.changed', { away: times.fromNow(course.changedAt) }),
          others.length > 0 && t('studio.by', { names: others.join(', ') }),
        ]
          .filter(Boolean)
          .join(' · '),
      ]}
      end={
        <>
          {course.hasDraft && <Tag tone="warn">{t('studio.draft')}</Tag>}
          {course.publishedVersion === null ? (
            <Tag>{t('studio.neverPublished')}</Tag>
          ) : (
            <Tag tone="good">{t('studio.published', { number: course.publishedVersion })}</Tag>
          )}
        </>
      }
    />
  );
}
