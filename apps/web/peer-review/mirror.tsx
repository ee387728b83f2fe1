import type { ReviewerMirror } from '@kohorte/contracts';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../queries.js';
import { Empty, Page, PageHeading, Section } from '../shell/page.js';
import { useTimes } from '../times.js';
import { signed } from './grade.js';
import classes from './mirror.module.css';

const route = getRouteApi('/inside/cohorts/$cohortId/assignments/$itemId/mirror');

/** How one reviews: how severe, how steady, and what authors made of it. Seen by nobody else. */
export function Mirror() {
  const { t } = useTranslation('peer-review');
  const params = route.useParams();
  const mirror = useApi('GET /cohorts/:cohortId/assignments/:itemId/mirror', { params });
  const view = useApi('GET /cohorts/:cohortId/assignments/:itemId', { params });
  return (
    <Page>
      <PageHeading
        title={t('mirror.title')}
        tab={`${t('mirror.title')} · ${view.title}`}
        above={
          <Link to="/cohorts/$cohortId/assignments/$itemId" params={params}>
            {view.title}
          </Link>
        }
        below={<p>{t('mirror.text')}</p>}
      />
      {mirror.given === 0 ? (
        <Empty title={t('mirror.none')}>{t('mirror.noneText')}</Empty>
      ) : (
        <>
          <Severity mirror={mirror} />
          <Criteria mirror={mirror} />
          <Trainer mirror={mirror} />
          <Authors mirror={mirror} />
        </>
      )}
    </Page>
  );
}

/** Within this many points nobody notices a difference. */
const alike = 2;

function Severity({ mirror: { bias, noise, usualNoise, given } }: { mirror: ReviewerMirror }) {
  const { t } = useTranslation('peer-review');
  const times = useTimes();
  if (bias === null) return <p>{t('mirror.tooFew', { count: given })}</p>;
  const points = times.number(Math.abs(Math.round(bias)));
  const sense = Math.abs(bias) < alike ? 'alike' : bias > 0 ? 'milder' : 'stricter';
  // 15 points either way fill the scale.
  const place = 50 + Math.max(-1, Math.min(1, bias / 15)) * 50;
  return (
    <Section title={t('mirror.severity')}>
      <p>{t(`mirror.${sense}`, { points })}</p>
      <div role="img" aria-label={t(`mirror.${sense}`, { points })} className={classes.scale}>
        <span className={classes.middle} />
        <span className={classes.marker} style={{ left: `${place}%` }} />
      </div>
      <div className={classes.ends} aria-hidden="true">
        <span>{t('mirror.endStrict')}</span>
        <span>{t('mirror.endMild')}</span>
      </div>
      {noise !== null && usualNoise !== null && (
        <p className={classes.steady}>
          {t(noise <= usualNoise + alike ? 'mirror.steady' : 'mirror.unsteady', {
            own: times.number(Math.round(noise)),
            usual: times.number(Math.round(usualNoise)),
          })}
        </p>
      )}
    </Section>
  );
}

function Criteria({ mirror: { criteria } }: { mirror: ReviewerMirror }) {
  const { t } = useTranslation('peer-review');
  if (criteria.length === 0) return null;
  return (
    <Section title={t('mirror.criteria')}>
      <Comparison
        caption={t('mirror.criteriaText')}
        right={t('mirror.others')}
        rows={criteria.map(({ criterionId, title, own, others }) => ({ key: criterionId, title, own, right: others }))}
      />
    </Section>
  );
}

function Trainer({ mirror: { examples, trainer } }: { mirror: ReviewerMirror }) {
  const { t } = useTranslation('peer-review');
  if (examples.length === 0 && !trainer) return null;
  return (
    <Section title={t('mirror.trainer')}>
      <Comparison
        caption={t('mirror.trainerText')}
        right={t('mirror.byTrainer')}
        rows={[
          ...examples.map(({ exampleId, title, own, right }) => ({ key: exampleId, title, own, right })),
          ...(trainer
            ? [
                {
                  key: 'trainer',
                  title: t('mirror.same', { count: trainer.count }),
                  own: trainer.own,
                  right: trainer.right,
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

interface Compared {
  caption: string;
  right: string;
  rows: { key: string; title: string; own: number; right: number }[];
}

/** The own points beside those of others. */
function Comparison({ caption, right, rows }: Compared) {
  const { t } = useTranslation('peer-review');
  const times = useTimes();
  const whole = (points: number): string => times.number(Math.round(points));
  return (
    <table className={classes.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{t('mirror.what')}</span>
          </th>
          <th scope="col">{t('mirror.own')}</th>
          <th scope="col">{right}</th>
          <th scope="col">{t('mirror.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const difference = Math.round(row.own) - Math.round(row.right);
          return (
            <tr key={row.key}>
              <th scope="row">{row.title}</th>
              <td>{whole(row.own)}</td>
              <td>{whole(row.right)}</td>
              <td>{signed(difference, times.number(Math.abs(difference)))}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Authors({ mirror: { helpful, answers } }: { mirror: ReviewerMirror }) {
  const { t, i18n } = useTranslation('peer-review');
  if (!helpful && answers.length === 0) return null;
  const one = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  return (
    <Section title={t('mirror.authors')}>
      {helpful && <p>{t('mirror.helpful', { mean: one.format(helpful.mean), count: helpful.count })}</p>}
      {answers.length > 0 && (
        <ul className={classes.answers} aria-label={t('mirror.answers')}>
          {answers.map((answer, index) => (
            <li key={index}>
              <blockquote>{answer}</blockquote>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
