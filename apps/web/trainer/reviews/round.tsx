import '../fields.js';
import type { RoundView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useApi } from '../../queries.js';
import { LinkButton } from '../../shell/links.js';
import { Page, PageHeading, Section } from '../../shell/page.js';
import { useStanding } from './assignments.js';
import { PhaseStepper } from './phase-stepper.js';
import { Queue } from './queue.js';
import classes from './round.module.css';
import { RoundPeople } from './round-people.js';
import { Standing } from './standing.js';
import { isNever, useRoundWords } from './words.js';

const Deadlines = lazy(() => import('./deadlines.js'));
const Teams = lazy(() => import('./teams.js'));
const ChangeRubric = lazy(() => import('./change-rubric.js'));

const route = getRouteApi('/inside/runs/$cohortId/assignments/$itemId');

/** One assignment of a cohort as its trainers run it: where it stands, what waits for them, who is how far. */
export function Round() {
  const { t } = useRoundWords();
  const params = route.useParams();
  const round = useApi('GET /cohorts/:cohortId/assignments/:itemId/round', { params });
  const cohort = useApi('GET /cohorts/:cohortId', { params: { cohortId: params.cohortId } });
  const [dialog, setDialog] = useState<'deadlines' | 'teams' | null>(null);
  const [changesRubric, setChangesRubric] = useState(false);
  const close = (): void => setDialog(null);
  const { phases, design } = round;
  const standing = useStanding(phases);
  const isOwnPace = cohort.plan.pacing === 'relative';
  const isOver = cohort.cancelledAt !== null;
  return (
    <Page wide>
      <PageHeading
        title={round.title}
        above={
          <Link to="/runs/$cohortId" params={{ cohortId: params.cohortId }} search={{ tab: 'assignments' }}>
            {t('round.above', { cohort: cohort.name })}
          </Link>
        }
        below={!isNever(phases.opensAt) && <span className="figures">{standing}</span>}
        actions={
          !isOver && (
            <>
              {!isOwnPace && (
                <Button variant="default" onClick={() => setDialog('deadlines')}>
                  {t('round.actions.deadlines')}
                </Button>
              )}
              {phases.phase === 'published' && (
                <LinkButton to="/cohorts/$cohortId/assignments/$itemId/gallery" params={params} variant="default">
                  {t('round.actions.gallery')}
                </LinkButton>
              )}
            </>
          )
        }
      />
      <PhaseStepper phases={phases} />
      {isOwnPace && <p className={classes.note}>{t('phase.ownPace')}</p>}
      {round.moved.due && <p className={classes.note}>{t('phase.movedDue')}</p>}
      {round.moved.reviews && <p className={classes.note}>{t('phase.movedReviews')}</p>}
      <Queue round={round} />
      <Standing round={round} />
      {design.teams && (
        <Section
          title={t('round.teams')}
          aside={
            !isOver && (
              <Button variant="default" onClick={() => setDialog('teams')}>
                {t('round.actions.teams')}
              </Button>
            )
          }
        >
          <TeamList round={round} />
        </Section>
      )}
      <RoundPeople round={round} mayChange={!isOver} />
      <Section
        title={t('round.rubric')}
        aside={
          !isOver &&
          !changesRubric && (
            <Button variant="default" onClick={() => setChangesRubric(true)}>
              {t('round.actions.rubric')}
            </Button>
          )
        }
      >
        {changesRubric ? (
          <Suspense fallback={null}>
            <ChangeRubric round={round} onClose={() => setChangesRubric(false)} />
          </Suspense>
        ) : (
          <Rubric round={round} />
        )}
      </Section>
      <Suspense fallback={null}>
        {dialog === 'deadlines' && <Deadlines round={round} onClose={close} />}
        {dialog === 'teams' && <Teams round={round} onClose={close} />}
      </Suspense>
    </Page>
  );
}

function TeamList({ round: { teams } }: { round: RoundView }) {
  const { t, names } = useRoundWords();
  if (teams.length === 0) return <p className={classes.note}>{t('round.noTeams')}</p>;
  return (
    <ul className={classes.teams}>
      {teams.map(({ teamId, name, members }) => (
        <li key={teamId}>
          <strong>{name}</strong>
          <span className="small faint">{names(members)}</span>
        </li>
      ))}
    </ul>
  );
}

function Rubric({ round: { rubric } }: { round: RoundView }) {
  const { t, times } = useRoundWords();
  const { number, criteria, changedAt } = rubric;
  return (
    <p className={classes.note}>
      {t('round.rubricOf', { number, criteria: criteria.map(({ title }) => title).join(', ') })} (
      {changedAt ? t('round.rubricChanged', { at: times.dayAndTime(changedAt) }) : t('round.rubricFirst')})
    </p>
  );
}
