import { Button } from '@mantine/core';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api.js';
import { Outside } from '../people/outside.js';
import { LinkButton } from './links.js';
import { Page, PageHeading } from './page.js';
import { useProblemWords } from './problem-words.js';

/** A screen that could not be shown: what is wrong, and what to do. */
export function Trouble({ error }: ErrorComponentProps) {
  const words = useTroubleWords(error);
  if (error instanceof ApiProblem && error.code === 'not-found') return <NotFound />;
  return (
    <Page>
      <PageHeading title={words.title} below={words.below} />
      <WayOut isRefusal={words.isRefusal} />
    </Page>
  );
}

/** The same where no navigation stands around it. */
export function TroubleOutside({ error }: ErrorComponentProps) {
  const { title, below, isRefusal } = useTroubleWords(error);
  return (
    <Outside title={title} below={below}>
      <WayOut isRefusal={isRefusal} />
    </Outside>
  );
}

function useTroubleWords(error: unknown): { title: string; below: string; isRefusal: boolean } {
  const { t } = useTranslation();
  const problem = error instanceof ApiProblem ? error.view : null;
  const isRefusal = problem !== null && problem.status < 500 && problem.status !== 429;
  return {
    title: isRefusal ? t('shell.refusedTitle') : t('shell.troubleTitle'),
    below: problem?.detail ?? (error instanceof ApiProblem ? t('shell.unreachable') : t('shell.troubleText')),
    isRefusal,
  };
}

/** A refusal stays one; anything else may be over when it is asked again. */
function WayOut({ isRefusal }: { isRefusal: boolean }) {
  const { t } = useTranslation();
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  if (isRefusal) return <LinkButton to="/">{t('shell.toStart')}</LinkButton>;
  return (
    <Button
      onClick={() => {
        queries.reset();
        void router.invalidate();
      }}
    >
      {t('shell.tryAgain')}
    </Button>
  );
}

/** An address where nothing is. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page>
      <PageHeading title={t('shell.notFoundTitle')} below={t('shell.notFoundText')} />
      <LinkButton to="/">{t('shell.toStart')}</LinkButton>
    </Page>
  );
}

/** Why a form or an action did not go through, right where it was done. */
export function ProblemNote({ problem }: { problem: Error | null }) {
  const words = useProblemWords();
  if (!problem) return null;
  return (
    <p role="alert" className="problem">
      {words(problem)}
    </p>
  );
}
