import type { AssignmentView } from '@kohorte/contracts';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useTranslation } from 'react-i18next';
import { useTimes } from '../times.js';
import { isPast } from './phase-words.js';
import classes from './steps.module.css';

type StepName = 'write' | 'handIn' | 'review' | 'result';
type StepState = 'done' | 'now' | 'later' | 'missed';

interface Step {
  name: StepName;
  state: StepState;
  /** When it begins, or by when it is done. */
  at: string;
  from: boolean;
}

/** Which steps an assignment has for this person, and how far each is. */
export function stepsOf(view: AssignmentView): Step[] {
  const { phases, submission, reviewing } = view;
  const isHandedIn = Boolean(submission?.handedInAt);
  const isClosed = isPast(phases.graceUntil);
  const isReviewed = reviewing.given >= reviewing.owed;
  const isReviewing =
    phases.phase === 'reviewing' || (isHandedIn && reviewing.rows.length + Number(reviewing.mayAsk) > 0);
  const areReviewsOver = phases.phase === 'grading' || phases.phase === 'published';
  const writing: StepState = isHandedIn ? 'done' : isClosed ? 'missed' : 'now';
  const steps: Step[] = [
    { name: 'write', state: writing, at: phases.opensAt, from: true },
    { name: 'handIn', state: isHandedIn || isClosed ? writing : 'later', at: phases.dueAt, from: false },
  ];
  if (reviewing.owed > 0 || reviewing.rows.length > 0) {
    steps.push({
      name: 'review',
      state: isHandedIn && isReviewed && reviewing.given > 0 ? 'done' : areReviewsOver ? 'missed' : isReviewing && isHandedIn ? 'now' : 'later', // prettier-ignore
      at: isReviewing || areReviewsOver ? phases.reviewsUntil : phases.reviewsFrom,
      from: !(isReviewing || areReviewsOver),
    });
  }
  const isShown = phases.phase === 'published';
  steps.push({ name: 'result', state: isShown ? 'now' : 'later', at: phases.publishAt, from: true });
  return steps;
}

/** The way of an assignment from writing to its result, with the time of each step. */
export function Steps({ view }: { view: AssignmentView }) {
  const { t } = useTranslation(['peer-review', 'learner']);
  const times = useTimes();
  return (
    <ol className={classes.steps} aria-label={t('steps.label')}>
      {stepsOf(view).map(({ name, state, at, from }, index) => {
        const there = times.elsewhere(at, view.phases.timeZone);
        return (
          <li
            key={name}
            className={classes.step}
            data-state={state}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <span className={classes.mark} aria-hidden="true">
              {state === 'done' ? (
                <IconCheck size={14} stroke={2.6} />
              ) : state === 'missed' ? (
                <IconX size={14} stroke={2.6} />
              ) : (
                index + 1
              )}
            </span>
            <span className={classes.name}>
              {t(`steps.${name}`)}
              {(state === 'done' || state === 'missed') && <span className="unseen"> ({t(`steps.is.${state}`)})</span>}
            </span>
            <time dateTime={at} className={classes.at} title={there ? t('learner:entry.there', there) : undefined}>
              {t(from ? 'steps.from' : 'steps.until', { at: times.dayAndTime(at) })}
            </time>
          </li>
        );
      })}
    </ol>
  );
}
