import type { PhasesView } from '@kohorte/contracts';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import classes from './phase-stepper.module.css';
import { isNever, useRoundWords } from './words.js';

const order = ['before', 'open', 'reviewing', 'grading', 'published'] as const;

/** The phases of an assignment one after the other, each with when it ends on the reader's and the cohort's clocks. */
export function PhaseStepper({ phases }: { phases: PhasesView }) {
  const { t } = useRoundWords();
  const { phase, opensAt, dueAt, graceUntil, reviewsUntil, publishAt } = phases;
  if (isNever(opensAt)) return null;
  const steps = [
    { name: 'open', until: dueAt, also: graceUntil > dueAt ? graceUntil : null },
    { name: 'reviewing', until: reviewsUntil, also: null },
    // Where grades are shown at once, nothing is checked before.
    ...(publishAt > reviewsUntil ? [{ name: 'grading', until: publishAt, also: null } as const] : []),
    { name: 'published', until: null, also: null },
  ] as const;
  return (
    <ol className={classes.steps} aria-label={t('phase.label')}>
      {steps.map(({ name, until, also }, index) => {
        const state = order.indexOf(name) < order.indexOf(phase) ? 'done' : name === phase ? 'now' : 'next';
        return (
          <li
            key={name}
            className={classes.step}
            data-state={state}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <span className={classes.mark} aria-hidden="true">
              {state === 'done' ? <IconCheck size={14} stroke={2.6} /> : index + 1}
            </span>
            <span className={classes.name}>
              {t(`phase.name.${name}`)}
              <span className="unseen"> ({t(`phase.${state}`)})</span>
            </span>
            <At words={until ? 'until' : 'from'} at={until ?? publishAt} timeZone={phases.timeZone} />
            {also && <At words="grace" at={also} timeZone={phases.timeZone} />}
          </li>
        );
      })}
    </ol>
  );
}

/** An instant on the reader's clocks, and below it on the cohort's where those show something else. */
function At({ words, at, timeZone }: { words: 'until' | 'from' | 'grace'; at: string; timeZone: string }) {
  const { t, times } = useRoundWords();
  const there = times.elsewhere(at, timeZone);
  return (
    <span className={classes.at}>
      {t(`phase.${words}`, { at: times.dayAndTime(at) })}
      {there && <span className={classes.there}>{t('phase.there', there)}</span>}
    </span>
  );
}
