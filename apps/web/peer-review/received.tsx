import type { AssignmentView, ReceivedReview } from '@kohorte/contracts';
import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../api.js';
import { ProblemNote } from '../shell/trouble.js';
import { useTimes } from '../times.js';
import { Answers } from './answers.js';
import { keepAssignment, rereadAssignment } from './keep.js';
import { type Stored, useKept } from '../keeping/kept.js';
import classes from './received.module.css';
import { SaveNote } from '../keeping/save-note.js';

/** One review of the own work, with how helpful it was and what one answers. */
export function Received({ view, review }: { view: AssignmentView; review: ReceivedReview }) {
  const { t } = useTranslation('peer-review');
  const times = useTimes();
  const { number, by, byTrainer, points, answers, overall } = review;
  return (
    <article className={classes.review} aria-label={t('received.name', { number })}>
      <h3 className={classes.head}>
        {by ? by.name : t(byTrainer ? 'received.byTrainer' : 'received.name', { number })}
        <span className={classes.points}>{t('result.points', { points: times.number(Math.round(points)) })}</span>
      </h3>
      <Answers rubric={view.rubric} answers={answers} overall={overall} />
      {view.learns && <Rating view={view} review={review} />}
    </article>
  );
}

interface Said extends Record<string, string | number | null> {
  helpful: number | null;
  answer: string;
}

function storedOf(review: ReceivedReview | undefined): Stored<Said> {
  return { revision: 0, values: { helpful: review?.rating?.helpful ?? null, answer: review?.answer ?? '' } };
}

/** From 1 on. */
const steps = ['not', 'little', 'quite', 'very'] as const;

/** How helpful it was, in a word, and an answer; both save themselves. */
function Rating({ view, review }: { view: AssignmentView; review: ReceivedReview }) {
  const { t } = useTranslation('peer-review');
  const { reviewId, number } = review;
  const own = (of: AssignmentView) => storedOf(of.result?.reviews.find((one) => one.reviewId === reviewId));
  const said = useKept<Said>(`rating.${reviewId}`, storedOf(review), {
    send: async ({ helpful, answer }) => {
      const answered = await api('PUT /reviews/:reviewId/rating', {
        params: { reviewId },
        body: { helpful: helpful ?? undefined, answer },
      });
      keepAssignment(answered);
      return own(answered);
    },
    reread: async () => own(await rereadAssignment(view)),
  });
  return (
    <div className={classes.rating}>
      <fieldset className={classes.helpful}>
        <legend>{t('received.helpful')}</legend>
        <div className={classes.steps}>
          {steps.map((step, index) => (
            <label key={step} className={classes.step}>
              <input
                type="radio"
                className="unseen"
                name={`helpful-${reviewId}`}
                checked={said.values.helpful === index + 1}
                onChange={() => said.change({ helpful: index + 1 })}
              />
              {t(`received.step.${step}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <Textarea
        size="md"
        label={t('received.answer')}
        description={t('received.answerHint')}
        aria-label={t('received.answerTo', { number })}
        value={said.values.answer}
        rows={2}
        maxLength={5_000}
        styles={{ input: { resize: 'vertical' } }}
        onChange={(event) => said.change({ answer: event.currentTarget.value })}
        onBlur={said.flush}
      />
      {(review.rating ?? review.answer ?? said.state !== 'saved') ? <SaveNote state={said.state} /> : null}
      <ProblemNote problem={said.problem} />
    </div>
  );
}
