import type { Criterion, CriterionAnswer } from '@kohorte/rules';
import { useTranslation } from 'react-i18next';
import classes from './answers.module.css';

interface Answered {
  rubric: readonly Criterion[];
  answers: readonly CriterionAnswer[];
  overall?: string | null;
}

/** A review to read: per criterion its level, and what was said in its words. */
export function Answers({ rubric, answers, overall }: Answered) {
  const { t } = useTranslation('peer-review');
  return (
    <dl className={classes.answers}>
      {rubric.map(({ criterionId, title, levels }) => {
        const answer = answers.find((one) => one.criterionId === criterionId);
        const level = answer?.level === null || answer === undefined ? null : levels[answer.level];
        if (!level && !answer?.comment) return null;
        return (
          <div key={criterionId}>
            <dt>
              {title}
              {level && (
                <span className={classes.level}>
                  {level.title} · {t('rubric.points', { count: level.points })}
                </span>
              )}
            </dt>
            {answer?.comment && (
              <dd>
                <blockquote>{answer.comment}</blockquote>
              </dd>
            )}
          </div>
        );
      })}
      {overall && (
        <div>
          <dt>{t('review.overall')}</dt>
          <dd>
            <blockquote>{overall}</blockquote>
          </dd>
        </div>
      )}
    </dl>
  );
}
