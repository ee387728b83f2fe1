import type { RoundView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useApiMutation } from '../../queries.js';
import { Section } from '../../shell/page.js';
import { ProblemNote } from '../../shell/trouble.js';
import { changedForLearners, changedInRound } from './refreshed.js';
import classes from './round.module.css';
import { useRoundWords } from './words.js';

/** How far handing in, reviewing and grading are: a sentence and its bar each, and what can be done about it. */
export function Standing({ round }: { round: RoundView }) {
  const { t } = useRoundWords();
  return (
    <Section title={t('round.standing')}>
      <div className={classes.standing}>
        <HandedIn round={round} />
        <Reviews round={round} />
        <Graded round={round} />
      </div>
    </Section>
  );
}

function HandedIn({ round }: { round: RoundView }) {
  const { t, times } = useRoundWords();
  const { learners, drafts, handedIn, late, excluded } = round.counts;
  // Teams hand in one work each, so that works and people do not add up.
  const { teams } = round.design;
  const missing = Math.max(0, learners - handedIn - excluded);
  const isOpen = round.phases.phase !== 'before';
  return (
    <Figure
      title={
        teams
          ? t('round.worksHandedIn', { count: handedIn })
          : t('round.handedIn', { done: times.number(handedIn), count: learners })
      }
      parts={[{ value: handedIn, tone: 'done' }]}
      whole={teams ? 0 : learners}
      lines={[
        late > 0 && <Only key="late" round={round} only="late" text={t('round.late', { count: late })} />,
        drafts > 0 && t('round.drafts', { count: drafts }),
        isOpen && missing > 0 && (
          <Only
            key="missing"
            round={round}
            only="missing"
            text={teams ? t('round.whoIsMissing') : t('round.missing', { count: missing })}
          />
        ),
        excluded > 0 && t('round.excluded', { count: excluded }),
      ]}
    />
  );
}

function Reviews({ round }: { round: RoundView }) {
  const { t, times } = useRoundWords();
  const { reviewsNeeded, reviewsDone, reviewsHeld, short, owe } = round.counts;
  const { cohortId, itemId, phases, design } = round;
  const remind = useApiMutation('POST /cohorts/:cohortId/assignments/:itemId/reminder', { refreshes: changedInRound });
  if (design.reviews.give === 0) return <Figure title={t('round.noReviews')} />;
  if (phases.phase === 'before' || reviewsNeeded === 0) return <Figure title={t('round.reviewsLater')} />;
  return (
    <Figure
      title={t('round.reviews', { done: times.number(reviewsDone), count: reviewsNeeded })}
      parts={[
        { value: reviewsDone, tone: 'done' },
        { value: reviewsHeld, tone: 'held' },
      ]}
      whole={reviewsNeeded}
      lines={[
        reviewsHeld > 0 && t('round.held', { count: reviewsHeld }),
        short > 0 && <Only key="short" round={round} only="short" text={t('round.short', { count: short })} />,
        owe > 0 && <Only key="owe" round={round} only="owe" text={t('round.owe', { count: owe })} />,
      ]}
      action={
        owe > 0 &&
        phases.phase === 'reviewing' && (
          <Button
            variant="default"
            loading={remind.isPending}
            disabled={remind.isSuccess}
            onClick={() => remind.mutate({ params: { cohortId, itemId } })}
          >
            {t('round.actions.remind')}
          </Button>
        )
      }
      said={remind.isSuccess && t('round.reminded')}
      problem={remind.error}
    />
  );
}

function Graded({ round }: { round: RoundView }) {
  const { t, times } = useRoundWords();
  const { cohortId, itemId, gradedAt, phases } = round;
  const { graded, handedIn } = round.counts;
  const regrade = useApiMutation('POST /cohorts/:cohortId/assignments/:itemId/grading', {
    refreshes: changedForLearners,
  });
  if (!gradedAt && graded === 0) return <Figure title={t('round.notGraded')} />;
  return (
    <Figure
      title={t('round.graded', { done: times.number(graded), count: handedIn })}
      parts={[{ value: graded, tone: 'done' }]}
      whole={handedIn}
      lines={[gradedAt && t('round.gradedAt', { at: times.dayAndTime(gradedAt) })]}
      action={
        (phases.phase === 'grading' || phases.phase === 'published') && (
          <Button
            variant="default"
            loading={regrade.isPending}
            onClick={() => regrade.mutate({ params: { cohortId, itemId } })}
          >
            {t('round.actions.regrade')}
          </Button>
        )
      }
      said={regrade.isSuccess && t('round.regraded')}
      problem={regrade.error}
    />
  );
}

interface FigureParts {
  /** The sentence; the bar below it shows the same. */
  title: string;
  parts?: { value: number; tone: 'done' | 'held' }[];
  whole?: number;
  lines?: ReactNode[];
  action?: ReactNode;
  /** What came of the action. */
  said?: ReactNode;
  problem?: Error | null;
}

function Figure({ title, parts = [], whole = 0, lines = [], action, said, problem = null }: FigureParts) {
  const shown = lines.filter(Boolean);
  return (
    <div className={classes.figure}>
      {whole > 0 || action || shown.length > 0 ? (
        <h3 className="figures">{title}</h3>
      ) : (
        <p className={classes.note}>{title}</p>
      )}
      {whole > 0 && (
        <div className={classes.bar} aria-hidden="true">
          {parts.map(({ value, tone }) => (
            <span key={tone} data-tone={tone} style={{ width: `${Math.min(100, (100 * value) / whole)}%` }} />
          ))}
        </div>
      )}
      {shown.length > 0 && (
        <ul className={classes.lines}>
          {shown.map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </ul>
      )}
      {action && <div className={classes.action}>{action}</div>}
      <p role="status" className="small faint">
        {said}
      </p>
      <ProblemNote problem={problem} />
    </div>
  );
}

/** A figure that leads to the people it counts. */
function Only({ round, only, text }: { round: RoundView; only: 'owe' | 'short' | 'late' | 'missing'; text: string }) {
  const { cohortId, itemId } = round;
  return (
    <Link to="/runs/$cohortId/assignments/$itemId" params={{ cohortId, itemId }} search={{ only }} hash="people">
      {text}
    </Link>
  );
}
