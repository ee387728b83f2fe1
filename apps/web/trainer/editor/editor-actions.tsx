import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refresh, useApiMutation } from '../../queries.js';
import { LinkButton } from '../../shell/links.js';
import { ProblemNote } from '../../shell/trouble.js';
import type { Editing } from './editing.js';
import { Publish } from './publish.js';

/** What can be done with a version as a whole: publish a draft; begin the next one, or run a cohort. */
export function EditorActions({ editing }: { editing: Editing }) {
  const { t } = useTranslation('trainer');
  const navigate = useNavigate();
  const [publishes, setPublishes] = useState(false);
  const { course, isDraft } = editing;
  const { courseId } = course;
  const params = { courseId };
  const begin = useApiMutation('POST /courses/:courseId/draft', {
    onDone: () => {
      void refresh('GET /courses/:courseId', 'GET /courses').then(() =>
        navigate({ to: '/studio/courses/$courseId', params }),
      );
    },
  });
  if (isDraft) {
    return (
      <>
        <Button size="md" onClick={() => setPublishes(true)}>
          {t('editor.publish.button')}
        </Button>
        {publishes && <Publish editing={editing} onClose={() => setPublishes(false)} />}
      </>
    );
  }
  return (
    <>
      {course.versions.some(({ publishedAt }) => publishedAt === null) ? (
        <LinkButton to="/studio/courses/$courseId" params={params} search={{}} variant="default" size="md">
          {t('editor.toDraft')}
        </LinkButton>
      ) : (
        <Button variant="default" size="md" loading={begin.isPending} onClick={() => begin.mutate({ params })}>
          {t('editor.newDraft')}
        </Button>
      )}
      <LinkButton to="/runs/new" search={{ course: courseId }} size="md">
        {t('editor.plan')}
      </LinkButton>
      <ProblemNote problem={begin.error} />
    </>
  );
}
