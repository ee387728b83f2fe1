import type { ReviewView } from '@kohorte/contracts';
import type { Criterion } from '@kohorte/rules';
import { Button, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiMutation } from '../queries.js';
import { ProblemNote } from '../shell/trouble.js';
import { type Answering, useAnswering, wordsOf } from './answering.js';
import { BothVersions } from '../keeping/both-versions.js';
import { keepReview, refreshWhereShown } from './keep.js';
import { LevelCards } from './level-cards.js';
import classes from './review-form.module.css';
import { SaveNote } from '../keeping/save-note.js';

/** What one says to a work, criterion by criterion; it saves itself until it is given, and after. */
export function ReviewForm({ review }: { review: ReviewView }) {
  const { t } = useTranslation('peer-review');
  const [isAsked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const answering = useAnswering(review);
  const { values, change, flush, kept } = answering;
  const { reviewId, state } = review;
  // Of examples and of trainers, only levels are asked.
  const isPeer = review.kind === 'peer';
  const rubric = isPeer ? review.rubric : review.rubric.map((one) => ({ ...one, commentRequired: false }));
  const leastWords = isPeer ? review.leastWords : 0;
  const missing = missingIn(rubric, values);
  const words = wordsOf(values);
  const lacks = Math.max(0, leastWords - words);
  const give = useApiMutation('POST /reviews/:reviewId/completion', {
    onDone: (given) => {
      keepReview(given);
      void refreshWhereShown();
      window.scrollTo({ top: 0 });
    },
  });
  const go = async (): Promise<void> => {
    setAsked(true);
    const [first] = missing;
    if (first) return form.current?.querySelector<HTMLElement>(`[name="${CSS.escape(first)}"]`)?.focus();
    if (lacks > 0) return form.current?.querySelector<HTMLElement>('[name="overall"]')?.focus();
    if (await kept.flush()) give.mutate({ params: { reviewId } });
  };
  const conflicts = answering.state === 'conflict' ? kept.conflicts : {};
  return (
    <form
      ref={form}
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      {Object.entries(conflicts).map(([field, theirs]) => (
        <BothVersions
          key={field}
          field={fieldName(field, rubric) ?? t('review.overall')}
          mine={wordsFor(field, values[field], rubric)}
          theirs={wordsFor(field, theirs, rubric)}
          onChoose={(text) =>
            kept.settle({ [field]: text === wordsFor(field, theirs, rubric) ? theirs : values[field] })
          }
        />
      ))}
      {rubric.map((criterion) => (
        <CriterionFields key={criterion.criterionId} {...{ criterion, values, change, flush, isAsked }} />
      ))}
      <Textarea
        size="md"
        name="overall"
        label={t('review.overall')}
        description={t('review.overallHint')}
        value={String(values['overall'] ?? '')}
        rows={3}
        maxLength={20_000}
        classNames={{ input: classes.area }}
        error={isAsked && missing.length === 0 && lacks > 0 && t('review.moreWords', { count: lacks })}
        onChange={(event) => change({ overall: event.currentTarget.value })}
        onBlur={flush}
      />
      <div className={classes.foot}>
        {leastWords > 0 && (
          <p className="small faint figures">
            {lacks > 0 ? t('review.words', { words, count: leastWords }) : t('review.wordsEnough', { count: words })}
          </p>
        )}
        <SaveNote state={answering.state} />
      </div>
      {isAsked && missing.length > 0 && (
        <p role="alert" className={classes.missing}>
          {t('review.missing', { count: missing.length })}
        </p>
      )}
      <ProblemNote problem={give.error ?? answering.problem} />
      {state !== 'done' && (
        <div>
          <Button type="submit" size="md" loading={give.isPending}>
            {t(review.kind === 'example' ? 'review.giveExample' : 'review.give')}
          </Button>
        </div>
      )}
    </form>
  );
}

/** Names of the fields that a whole review needs and that say nothing yet. */
function missingIn(rubric: readonly Criterion[], values: Answering): string[] {
  return rubric.flatMap(({ criterionId, commentRequired }) => [
    ...(values[`level:${criterionId}`] === null ? [`level:${criterionId}`] : []),
    ...(commentRequired && !String(values[`comment:${criterionId}`] ?? '').trim() ? [`comment:${criterionId}`] : []),
  ]);
}

function fieldName(field: string, rubric: readonly Criterion[]): string | null {
  return rubric.find(({ criterionId }) => field.endsWith(`:${criterionId}`))?.title ?? null;
}

/** What a field says, in words: of a level its title. */
function wordsFor(field: string, value: string | number | null | undefined, rubric: readonly Criterion[]): string {
  if (typeof value !== 'number') return value ?? '';
  return rubric.find(({ criterionId }) => field.endsWith(`:${criterionId}`))?.levels[value]?.title ?? '';
}

interface OfCriterion {
  criterion: Criterion;
  values: Answering;
  change: (changes: Answering) => void;
  flush: () => void;
  /** It was to be given: what is missing is said. */
  isAsked: boolean;
}

function CriterionFields({ criterion, values, change, flush, isAsked }: OfCriterion) {
  const { t } = useTranslation('peer-review');
  const { criterionId, title, prompt, commentRequired, levels } = criterion;
  const levelField = `level:${criterionId}`;
  const commentField = `comment:${criterionId}`;
  const level = (values[levelField] ?? null) as number | null;
  const comment = String(values[commentField] ?? '');
  return (
    <div className={classes.criterion}>
      <LevelCards
        legend={title}
        name={levelField}
        levels={levels}
        level={level}
        error={isAsked && level === null ? t('review.chooseLevel') : null}
        onChange={(chosen) => change({ [levelField]: chosen })}
      />
      <Textarea
        size="md"
        name={commentField}
        label={
          <>
            {t('review.comment')}
            <span className="unseen">: {title}</span>{' '}
            <span className={classes.mark}>{t(commentRequired ? 'review.required' : 'review.optional')}</span>
          </>
        }
        description={prompt}
        aria-required={commentRequired}
        value={comment}
        rows={3}
        maxLength={10_000}
        classNames={{ input: classes.area }}
        error={isAsked && commentRequired && comment.trim() === '' && t('review.sayWhy')}
        onChange={(event) => change({ [commentField]: event.currentTarget.value })}
        onBlur={flush}
      />
    </div>
  );
}
