import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../queries.js';
import { Empty, Page, PageHeading } from '../shell/page.js';
import { useTimes } from '../times.js';
import classes from './gallery.module.css';
import { Work } from './work.js';

const route = getRouteApi('/inside/cohorts/$cohortId/assignments/$itemId/gallery');

/** Work that its authors let the cohort look at. */
export function Gallery() {
  const { t, i18n } = useTranslation('peer-review');
  const times = useTimes();
  const params = route.useParams();
  const entries = useApi('GET /cohorts/:cohortId/assignments/:itemId/gallery', { params });
  const view = useApi('GET /cohorts/:cohortId/assignments/:itemId', { params });
  const names = new Intl.ListFormat(i18n.language);
  return (
    <Page>
      <PageHeading
        title={t('gallery.title')}
        tab={`${t('gallery.title')} · ${view.title}`}
        above={
          <Link to="/cohorts/$cohortId/assignments/$itemId" params={params}>
            {view.title}
          </Link>
        }
        below={<p>{t('gallery.text')}</p>}
      />
      {entries.length === 0 ? (
        <Empty title={t('gallery.none')}>{t('gallery.noneText')}</Empty>
      ) : (
        <ol className={classes.entries}>
          {entries.map(({ submissionId, authors, work, points }, index) => (
            <li key={submissionId}>
              <h2 className={classes.head}>
                {authors?.length
                  ? names.format(authors.map(({ name }) => name))
                  : t('gallery.entry', { number: index + 1 })}
                {points !== null && (
                  <span className={classes.points}>
                    {t('result.points', { points: times.number(Math.round(points)) })}
                  </span>
                )}
              </h2>
              <Work work={work} submissionId={submissionId} />
            </li>
          ))}
        </ol>
      )}
    </Page>
  );
}
