import { type AssignmentDesign, pointsOf } from '@kohorte/rules';
import { useTranslation } from 'react-i18next';
import { useTimes } from '../../../times.js';
import classes from './assignment.module.css';
import { Course } from './time-fields.js';

interface Parts {
  design: AssignmentDesign;
  dueAfterDays: number;
}

/** An assignment as its authors read it where they cannot change it: beside its text, all that it asks. */
export default function AssignmentReading({ design, dueAfterDays }: Parts) {
  const { t } = useTranslation('trainer');
  const { reviews, grading, rubric } = design;
  const facts = [
    [t('assignment.handIn.title'), useHandIn(design)],
    [
      t('assignment.reviewing.title'),
      reviews.give === 0
        ? t('assignment.reviewing.trainersOnly')
        : [
            t('assignment.reading.reviews', { give: reviews.give, need: reviews.need }),
            t(`assignment.reviewing.anonymities.${design.anonymity}`),
            t(`assignment.reviewing.ways.${reviews.way}`),
          ].join(' · '),
    ],
    [
      t('assignment.grading.title'),
      [
        t(`assignment.grading.methods.${grading.method}`),
        grading.reviewingShare > 0 && t('assignment.reading.share', { percent: grading.reviewingShare }),
      ]
        .filter(Boolean)
        .join(' · '),
    ],
  ];
  return (
    <div className={classes.reading}>
      <h2>{t('assignment.reading.title')}</h2>
      <dl className={classes.facts}>
        {facts.map(([name, fact]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      <Course {...{ design, dueAfterDays }} />
      <section>
        <h3>{t('assignment.rubric.title')}</h3>
        <Criteria rubric={rubric} />
      </section>
      {design.examples.length > 0 && (
        <section>
          <h3>{t('assignment.examples.title')}</h3>
          <ul>
            {design.examples.map(({ exampleId, title, answers }) => (
              <li key={exampleId}>
                {title} ·{' '}
                <span className="faint">
                  {t('assignment.examples.outcome', { points: Math.round(pointsOf(answers, rubric) ?? 0) })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function useHandIn({ handIn, leastWords, mostWords, teams }: AssignmentDesign): string {
  const { t } = useTranslation('trainer');
  const kinds = (['text', 'link', 'video'] as const).filter((kind) => handIn[kind]);
  return [
    ...kinds.map((kind) => t(`assignment.handIn.kinds.${kind}`)),
    handIn.files > 0 && t('assignment.reading.files', { count: handIn.files, megabytes: handIn.fileMegabytes }),
    handIn.text && leastWords !== null && t('assignment.reading.leastWords', { count: leastWords }),
    handIn.text && mostWords !== null && t('assignment.reading.mostWords', { count: mostWords }),
    teams && t('assignment.reading.teams'),
  ]
    .filter(Boolean)
    .join(' · ');
}

function Criteria({ rubric }: Pick<AssignmentDesign, 'rubric'>) {
  const { t } = useTranslation('trainer');
  const times = useTimes();
  const weights = rubric.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <ol className={classes.criteria}>
      {rubric.map(({ criterionId, title, prompt, weight, levels }) => (
        <li key={criterionId}>
          <strong>{title}</strong>{' '}
          <span className="faint small">
            {t('assignment.rubric.share', { share: times.percent(weights === 0 ? 0 : (100 * weight) / weights) })}
          </span>
          {prompt && <p className="small">{prompt}</p>}
          <ol>
            {levels.map(({ points, title: name, description }) => (
              <li key={points}>
                <b>{points}</b>
                <span>
                  {name}
                  {description && <span className="faint">: {description}</span>}
                </span>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}
