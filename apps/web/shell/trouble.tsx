import { Button } from '@mantine/core';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api.js';
import { LinkButton } from './links.js';
import { Page, PageHeading } from './page.js';

/** A screen that could not be shown: what is wrong, and what to do. */
export function Trouble({ error }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  if (error instanceof ApiProblem && error.code === 'not-found') return <NotFound />;
  const problem = error instanceof ApiProblem ? error.view : null;
  const isRefusal = problem !== null && problem.status < 500 && problem.status !== 429;
  return (
    <Page>
      <PageHeading
        title={isRefusal ? t('shell.refusedTitle') : t('shell.troubleTitle')}
        below={problem?.detail ?? (error instanceof ApiProblem ? t('shell.unreachable') : t('shell.troubleText'))}
      />
      {isRefusal ? (
        <LinkButton to="/">{t('shell.toStart')}</LinkButton>
      ) : (
        <Button
          onClick={() => {
            queries.reset();
            void router.invalidate();
          }}
        >
          {t('shell.tryAgain')}
        </Button>
      )}
    </Page>
  );
}

/** The same where no navigation stands around it. */
export function TroubleOutside(props: ErrorComponentProps) {
  return (
    <main>
      <Trouble {...props} />
    </main>
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
  const { t } = useTranslation();
  if (!problem) return null;
  const detail =
    problem instanceof ApiProblem ? (problem.view?.detail ?? t('shell.unreachable')) : t('shell.troubleText');
  return (
    <p role="alert" className="problem">
      {detail}
    </p>
  );
}
