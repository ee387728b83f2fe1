import '../fields.js';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiKeeping } from '../../queries.js';
import { inPlace } from '../in-place.js';

interface Parts {
  courseId: string | null;
  /** The title of the one that is chosen. */
  title: string | undefined;
  error?: string;
  onChange: (courseId: string) => void;
}

/** Chooses one of one's own published courses. */
export function CourseField({ courseId, title, error, onChange }: Parts) {
  const { t } = useTranslation('trainer');
  const [words, setWords] = useState('');
  const [search] = useDebouncedValue(words.trim(), 200);
  const asked = search !== '' && search !== title ? search : undefined;
  const { data } = useApiKeeping('GET /courses', { query: { search: asked, limit: 50 } });
  const found = (data?.rows ?? []).map((course) => ({
    value: course.courseId,
    label: course.publishedVersion === null ? t('plan.unpublished', { title: course.title }) : course.title,
    disabled: course.publishedVersion === null,
  }));
  const isListed = found.some(({ value }) => value === courseId);
  const options =
    courseId && title && !isListed ? [{ value: courseId, label: title, disabled: false }, ...found] : found;
  return (
    <Select
      {...inPlace}
      size="md"
      label={t('plan.course')}
      description={t('plan.courseHint')}
      placeholder={t('plan.courseSearch')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={options}
      value={courseId}
      error={error}
      searchable
      allowDeselect={false}
      searchValue={words}
      onSearchChange={setWords}
      filter={({ options: all }) => all}
      nothingFoundMessage={t('plan.noCourse')}
      onChange={(chosen) => chosen && onChange(chosen)}
    />
  );
}
