import type { AssignmentView } from '@kohorte/contracts';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../shell/links.js';
import { Prose } from '../shell/prose.js';
import { useTimes, zoneName } from '../times.js';
import classes from './assignment.module.css';
import { Editor } from './editor.js';
import { Fold } from './fold.js';
import { HandedIn } from './handed-in.js';
import { isPast } from './phase-words.js';
import { Result } from './result.js';
import { Reviewing } from './reviewing.js';
import { Rubric } from './rubric.js';
import { Steps } from './steps.js';
import { Work } from './work.js';

/** Everything that one does with an assignment, what matters now first. */
export function Assignment({ view }: { view: AssignmentView }) {
  const { learns, result, submission, phases } = view;
  const isHandedIn = Boolean(submission?.handedInAt);
  const isWriting = learns && !isHandedIn && !isPast(phases.graceUntil);
  return (
    <div className={classes.assignment}>
      <Steps view={view} />
      <Zones view={view} />
      {!learns && <LookingIn view={view} />}
      {learns && !isWriting && <Standing view={view} />}
      {result && <Result view={view} result={result} />}
      {isWriting || !learns ? (
        <>
          <Instructions view={view} />
          <RubricFold view={view} />
          {isWriting && <Editor key={view.itemId} view={view} />}
        </>
      ) : (
        <>
          {hasReviewing(view) && <Reviewing view={view} />}
          <OwnWork view={view} />
          <InstructionsFold view={view} />
          <RubricFold view={view} />
        </>
      )}
    </div>
  );
}

/** Whether there is anything to say about reviews to give. */
function hasReviewing({ phases, reviewing, submission }: AssignmentView): boolean {
  if (reviewing.rows.length > 0 || reviewing.mayAsk) return true;
  return phases.phase === 'reviewing' && Boolean(submission?.handedInAt) && reviewing.owed > 0;
}

/** Times are in the reader's zone; where the cohort plans in another one, that is said. */
function Zones({ view }: { view: AssignmentView }) {
  const { t } = useTranslation('learner');
  const times = useTimes();
  const { dueAt, timeZone } = view.phases;
  if (!times.elsewhere(dueAt, timeZone)) return null;
  return (
    <p className={classes.zones}>
      {t('cohort.zone', { zone: zoneName(times.zone) })} {t('cohort.itsZone', { zone: zoneName(timeZone) })}
    </p>
  );
}

/** Where one stands once nothing is to be written any more. */
function Standing({ view }: { view: AssignmentView }) {
  const { t } = useTranslation('peer-review');
  const times = useTimes();
  const { phases, submission, reviewing, result } = view;
  const { phase, reviewsFrom, reviewsUntil, publishAt, graceUntil } = phases;
  if (!submission?.handedInAt)
    return (
      <div className={classes.closed}>
        <p>
          <strong>{t('standing.closed', { at: times.dayAndTime(graceUntil) })}</strong>
        </p>
        <p>{t(submission ? 'standing.closedDraft' : 'standing.closedNothing')}</p>
      </div>
    );
  if (phase === 'published') return result ? null : <p className={classes.standing}>{t('result.noGrade')}</p>;
  const at = (instant: string) => ({ at: times.dayAndTime(instant), away: times.fromNow(instant) });
  const isDone = reviewing.given >= reviewing.owed;
  return (
    <p className={classes.standing}>
      {phase === 'open'
        ? reviewing.mayAsk || reviewing.rows.length > 0
          ? t('standing.handedInReview', { count: reviewing.owed })
          : reviewing.owed > 0
            ? t('standing.handedIn', { ...at(reviewsFrom), count: reviewing.owed })
            : t('standing.handedInOnly', at(publishAt))
        : phase === 'reviewing'
          ? isDone
            ? t('standing.waiting', at(publishAt))
            : t('standing.reviewing', { ...at(reviewsUntil), count: reviewing.owed - reviewing.given })
          : t('standing.grading', at(publishAt))}
    </p>
  );
}

function Instructions({ view }: { view: AssignmentView }) {
  const { t } = useTranslation('peer-review');
  if (!view.instructionsHtml) return null;
  return (
    <section aria-labelledby="instructions">
      <h2 id="instructions" className={classes.title}>
        {t('instructions')}
      </h2>
      <Prose html={view.instructionsHtml} />
    </section>
  );
}

function InstructionsFold({ view }: { view: AssignmentView }) {
  const { t } = useTranslation('peer-review');
  if (!view.instructionsHtml) return null;
  return (
    <Fold title={t('instructions')}>
      <Prose html={view.instructionsHtml} />
    </Fold>
  );
}

function RubricFold({ view }: { view: AssignmentView }) {
  const { t } = useTranslation('peer-review');
  if (view.rubric.length === 0) return null;
  return (
    <Fold title={t('rubric.title', { count: view.rubric.length })}>
      <p className="small faint">{t('rubric.text')}</p>
      <Rubric rubric={view.rubric} />
    </Fold>
  );
}

/** What was handed in, or the draft that was not. */
function OwnWork({ view }: { view: AssignmentView }) {
  const { t } = useTranslation('peer-review');
  const { submission, phases } = view;
  if (!submission) return null;
  if (submission.handedInAt)
    return (
      <Fold title={t('handedIn.title')} open={phases.phase === 'open'}>
        <HandedIn view={view} submission={submission} />
      </Fold>
    );
  return (
    <Fold title={t('handedIn.draft')} open>
      <Work work={submission} submissionId={submission.submissionId} />
    </Fold>
  );
}

/** For those who run the cohort: what learners see, and the way to their own side of it. */
function LookingIn({ view }: { view: AssignmentView }) {
  const { t } = useTranslation('peer-review');
  return (
    <div className={classes.looking}>
      <p>{t('standing.lookingIn')}</p>
      {view.runs && (
        <LinkButton
          to="/runs/$cohortId/assignments/$itemId"
          params={{ cohortId: view.cohortId, itemId: view.itemId }}
          variant="default"
        >
          {t('standing.run')}
        </LinkButton>
      )}
    </div>
  );
}
