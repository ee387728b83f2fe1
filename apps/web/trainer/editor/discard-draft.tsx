import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, refresh, useApiMutation } from '../../queries.js';
import { Dialog } from '../../shell/dialog.js';
import { ProblemNote } from '../../shell/trouble.js';
import type { Editing } from './editing.js';

/** Throws a draft away, after saying what goes with it. */
export function DiscardDraft({ editing: { course } }: { editing: Editing }) {
  const { t } = useTranslation('trainer');
  const navigate = useNavigate();
  const [asks, setAsks] = useState(false);
  const { courseId, versions } = course;
  const last = versions.find(({ publishedAt }) => publishedAt !== null);
  const discard = useApiMutation('DELETE /courses/:courseId/draft', {
    onDone: () => {
      setAsks(false);
      void (async () => {
        if (last) return refresh('GET /courses/:courseId', 'GET /courses');
        await navigate({ to: '/studio' });
        queryClient.removeQueries({ queryKey: ['GET /courses/:courseId', { params: { courseId } }] });
        await refresh('GET /courses');
      })();
    },
  });
  return (
    <>
      <Button variant="subtle" color="red" c="var(--bad-ink)" mt={16} ml={-12} onClick={() => setAsks(true)}>
        {t('editor.discard.button')}
      </Button>
      {asks && (
        <Dialog
          title={t('editor.discard.title')}
          onClose={() => setAsks(false)}
          actions={
            <>
              <Button variant="default" onClick={() => setAsks(false)}>
                {t('editor.discard.keep')}
              </Button>
              <Button
                color="red.8"
                loading={discard.isPending}
                onClick={() => discard.mutate({ params: { courseId } })}
              >
                {t('editor.discard.do')}
              </Button>
            </>
          }
        >
          <p>{last ? t('editor.discard.text', { number: last.number }) : t('editor.discard.whole')}</p>
          <ProblemNote problem={discard.error} />
        </Dialog>
      )}
    </>
  );
}
