import { assignmentPhases } from '@kohorte/rules';
import { useTranslation } from 'react-i18next';
import { WholeNumber } from '../../whole-number.js';
import classes from './assignment.module.css';
import type { AssignmentChanges, DesignParts } from './parts.js';

interface Parts extends DesignParts {
  minutes: number;
  dueAfterDays: number | null;
  onChange: (changes: AssignmentChanges) => void;
  fieldError: (field: 'minutes' | 'dueAfterDays') => string | undefined;
}

/** How long the work takes and by when everything has happened. */
export function TimeFields({ design, minutes, dueAfterDays, change, onChange, errorOf, fieldError, onBlur }: Parts) {
  const { t } = useTranslation('trainer');
  const { reviews, grading } = design;
  return (
    <fieldset className={classes.part}>
      <legend>{t('assignment.time.title')}</legend>
      <div className={classes.beside}>
        <WholeNumber
          label={t('assignment.time.minutes')}
          description={t('assignment.time.minutesHint')}
          value={minutes}
          min={0}
          max={10_000}
          error={fieldError('minutes')}
          onChange={(next) => onChange({ minutes: next })}
          onBlur={onBlur}
        />
        <WholeNumber
          label={t('assignment.time.due')}
          description={t('assignment.time.dueHint')}
          value={dueAfterDays}
          min={0}
          max={365}
          error={fieldError('dueAfterDays')}
          onChange={(days) => onChange({ dueAfterDays: days })}
          onBlur={onBlur}
        />
        <WholeNumber
          label={t('assignment.time.grace')}
          description={t('assignment.time.graceHint')}
          value={design.graceHours}
          min={0}
          max={336}
          error={errorOf('graceHours')}
          onChange={(graceHours) => change({ graceHours })}
          onBlur={onBlur}
        />
        <WholeNumber
          label={t('assignment.time.reviewDays')}
          description={t('assignment.time.reviewDaysHint')}
          value={reviews.days}
          min={1}
          max={90}
          error={errorOf('reviews.days')}
          onChange={(days) => change({ reviews: { ...reviews, days } })}
          onBlur={onBlur}
        />
        <WholeNumber
          label={t('assignment.time.publish')}
          description={t('assignment.time.publishHint')}
          value={grading.publishAfterHours}
          min={0}
          max={336}
          error={errorOf('grading.publishAfterHours')}
          onChange={(publishAfterHours) => change({ grading: { ...grading, publishAfterHours } })}
          onBlur={onBlur}
        />
      </div>
      {dueAfterDays !== null && <Course {...{ design, dueAfterDays }} />}
    </fieldset>
  );
}

const day = 86_400_000;

/** On which day after the opening each phase ends, for a module that opens in the morning. */
export function Course({ design, dueAfterDays }: Pick<DesignParts, 'design'> & { dueAfterDays: number }) {
  const { t } = useTranslation('trainer');
  const opensAt = new Date(9 * 3_600_000);
  const { dueAt, graceUntil, reviewsUntil, publishAt } = assignmentPhases({
    opensAt,
    dueAfterDays,
    timeZone: 'UTC',
    graceHours: design.graceHours,
    reviewDays: design.reviews.days,
    publishAfterHours: design.grading.publishAfterHours,
    dueMovedTo: null,
    reviewsMovedTo: null,
    extendedTo: null,
  });
  const steps = [
    { what: 'due', at: dueAt },
    ...(design.graceHours > 0 ? [{ what: 'grace', at: graceUntil } as const] : []),
    { what: 'reviews', at: reviewsUntil },
    { what: 'publish', at: publishAt },
  ] as const;
  return (
    <ol className={classes.course} aria-label={t('assignment.time.course')}>
      {steps.map(({ what, at }) => (
        <li key={what}>
          <strong>{t('assignment.time.day', { day: Math.floor(at.getTime() / day) })}</strong>
          <span>{t(`assignment.time.steps.${what}`)}</span>
        </li>
      ))}
    </ol>
  );
}
