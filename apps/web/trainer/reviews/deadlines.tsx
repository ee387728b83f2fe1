import '../fields.js';
import type { MoveDeadlines, PhasesView, RoundView } from '@kohorte/contracts';
import { dueAt } from '@kohorte/rules';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { api, ApiProblem } from '../../api.js';
import { refresh, useApiMutation } from '../../queries.js';
import { Dialog } from '../../shell/dialog.js';
import { offerUndo } from '../../shell/toasts.js';
import { ProblemNote } from '../../shell/trouble.js';
import { zoneName } from '../../times.js';
import { localTime } from '../local-time.js';
import { instantOf } from '../plan/cohort-form.js';
import { MomentFields } from './moment-fields.js';
import { changedForLearners } from './refreshed.js';
import classes from './round.module.css';
import { useRoundWords } from './words.js';

/** Also what shows when something is due. */
const changedByDeadlines = [...changedForLearners, 'GET /cohorts/:cohortId/outline', 'GET /timetable', 'GET /home'] as const; // prettier-ignore

/** Moves the due date and the end of the reviews for the whole cohort, or back to what the course says. */
export default function Deadlines({ round, onClose }: { round: RoundView; onClose: () => void }) {
  const { t } = useRoundWords();
  const { cohortId, itemId, phases, moved } = round;
  const { timeZone } = phases;
  const params = { cohortId, itemId };
  // The common due date: `reviewsFrom` is nobody's extension.
  const [due, setDue] = useState(localTime(phases.reviewsFrom, timeZone));
  const [until, setUntil] = useState(localTime(phases.reviewsUntil, timeZone));
  const body = wish(phases, due, until);
  const next = body && phasesThen(round, body);
  const isInOrder = !next || next.dueAt < next.reviewsUntil;
  const move = useApiMutation('PUT /cohorts/:cohortId/assignments/:itemId/deadlines', {
    refreshes: changedByDeadlines,
    onDone: onClose,
  });
  const refusal = move.error instanceof ApiProblem ? move.error : null;
  const toCourse = (field: 'dueAt' | 'reviewsUntil', before: string): void =>
    move.mutate(
      { params, body: { [field]: null } },
      {
        onSuccess: () =>
          offerUndo(t('deadlines.backToCourse'), async () => {
            await api('PUT /cohorts/:cohortId/assignments/:itemId/deadlines', { params, body: { [field]: before } });
            await refresh(...changedByDeadlines);
          }),
      },
    );
  return (
    <Dialog
      title={t('deadlines.title')}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('deadlines.cancel')}
          </Button>
          <Button
            loading={move.isPending}
            disabled={!next || !isInOrder}
            onClick={() => body && move.mutate({ params, body })}
          >
            {t('deadlines.do')}
          </Button>
        </>
      }
    >
      <div className={classes.fields}>
        <p className="small faint">{t('deadlines.intro', { zone: zoneName(timeZone) })}</p>
        <MomentFields
          legend={t('deadlines.due')}
          local={due}
          error={refusal?.forField('dueAt')}
          autoFocus
          onChange={setDue}
        >
          {moved.due && <ToCourse what={t('deadlines.due')} onClick={() => toCourse('dueAt', phases.reviewsFrom)} />}
        </MomentFields>
        <MomentFields
          legend={t('deadlines.reviewsUntil')}
          local={until}
          error={isInOrder ? refusal?.forField('reviewsUntil') : t('deadlines.order')}
          onChange={setUntil}
        >
          {moved.reviews && (
            <ToCourse
              what={t('deadlines.reviewsUntil')}
              onClick={() => toCourse('reviewsUntil', phases.reviewsUntil)}
            />
          )}
        </MomentFields>
        <div className={classes.consequence} role="status">
          {next ? <Consequence of={next} timeZone={timeZone} /> : <p>{t('deadlines.nothing')}</p>}
        </div>
        <ProblemNote problem={move.error} />
      </div>
    </Dialog>
  );
}

function ToCourse({ what, onClick }: { what: string; onClick: () => void }) {
  const { t } = useRoundWords();
  return (
    <button type="button" className={classes.plain} aria-label={t('deadlines.byCourseOf', { what })} onClick={onClick}>
      {t('deadlines.byCourse')}
    </button>
  );
}

/** What is to be moved: only what was changed; `null` for nothing, or where a field is empty. */
function wish(phases: PhasesView, due: string, until: string): MoveDeadlines | null {
  const { timeZone } = phases;
  const [dueThen, untilThen] = [instantOf(due, timeZone), instantOf(until, timeZone)];
  const isDueMoved = due !== localTime(phases.reviewsFrom, timeZone);
  const isUntilMoved = until !== localTime(phases.reviewsUntil, timeZone);
  if (!dueThen || !untilThen || (!isDueMoved && !isUntilMoved)) return null;
  return { ...(isDueMoved ? { dueAt: dueThen } : {}), ...(isUntilMoved ? { reviewsUntil: untilThen } : {}) };
}

interface Then {
  dueAt: string;
  reviewsUntil: string;
  publishAt: string;
}

/** The instants that a wish leads to: reviews that nobody has moved follow the due date. */
function phasesThen({ phases, design, moved }: RoundView, body: MoveDeadlines): Then {
  const grace = Date.parse(phases.graceUntil) - Date.parse(phases.dueAt);
  const due = body.dueAt ?? phases.reviewsFrom;
  const follows = !moved.reviews && !body.reviewsUntil && body.dueAt;
  const reviewsUntil = follows
    ? dueAt(new Date(Date.parse(due) + grace), design.reviews.days, phases.timeZone).toISOString()
    : (body.reviewsUntil ?? phases.reviewsUntil);
  const checking = design.grading.publishAfterHours * 3_600_000;
  return { dueAt: due, reviewsUntil, publishAt: new Date(Date.parse(reviewsUntil) + checking).toISOString() };
}

function Consequence({ of: { dueAt: due, reviewsUntil, publishAt }, timeZone }: { of: Then; timeZone: string }) {
  const { t, times } = useRoundWords();
  const at = (instant: string): string => {
    const here = times.dayAndTime(instant);
    const there = times.elsewhere(instant, timeZone);
    return there ? `${here} (${t('phase.there', there)})` : here;
  };
  return (
    <>
      <strong>{t('deadlines.consequence')}</strong>
      <p>{t('deadlines.row', { what: t('deadlines.due'), at: at(due) })}</p>
      <p>{t('deadlines.row', { what: t('deadlines.reviewsUntil'), at: at(reviewsUntil) })}</p>
      <p>{t('deadlines.row', { what: t('deadlines.results'), at: at(publishAt) })}</p>
    </>
  );
}
