import type { ImportView, ProblemCode } from '@kohorte/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { queryFor, refresh } from '../queries.js';
import { LinkButton } from '../shell/links.js';
import { Page, PageHeading } from '../shell/page.js';
import { ProgressBar } from '../shell/progress-bar.js';
import { useTimes } from '../times.js';
import classes from './import.module.css';
import { ImportReport } from './import-report.js';

const route = getRouteApi('/inside/studio/imports/$importId');
const isUnderWay = (one: ImportView | undefined): boolean => one?.state === 'waiting' || one?.state === 'running';

/** An import: live while it runs, its report afterwards. */
export function Import() {
  const { t } = useTranslation(['trainer', 'learner']);
  const times = useTimes();
  const params = route.useParams();
  const { data: one } = useSuspenseQuery({
    ...queryFor('GET /imports/:importId', { params }),
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? 1000 : false),
  });
  const isOver = !isUnderWay(one);
  useEffect(() => {
    if (isOver) void refresh('GET /imports', 'GET /courses');
  }, [isOver]);
  return (
    <Page>
      <PageHeading
        title={one.courseTitle ?? one.fileName}
        above={<Link to="/studio/imports">{t('imports.back')}</Link>}
        below={
          <span className="small">
            {[one.courseTitle && one.fileName, t('imports.startedAt', { at: times.dayAndTime(one.createdAt) })]
              .filter(Boolean)
              .join(' · ')}
          </span>
        }
        actions={
          one.courseId && (
            <LinkButton to="/studio/courses/$courseId" params={{ courseId: one.courseId }} size="md">
              {t('imports.done.open')}
            </LinkButton>
          )
        }
      />
      {isUnderWay(one) && <UnderWay one={one} />}
      {one.state === 'failed' && <Failed one={one} />}
      {one.report && <ImportReport report={one.report} />}
    </Page>
  );
}

function UnderWay({ one: { state, progress } }: { one: ImportView }) {
  const { t } = useTranslation('trainer');
  const isCounting = state === 'running' && progress.total > 0;
  return (
    <div className={classes.running}>
      <p role="status" className="figures">
        {isCounting
          ? t('imports.running.running', progress)
          : t(`imports.running.${state === 'waiting' ? 'waiting' : 'start'}`)}
      </p>
      <ProgressBar
        label={t('imports.running.label')}
        percent={isCounting ? Math.floor((100 * progress.done) / progress.total) : null}
      />
      <p className="small faint">{t('imports.running.leave')}</p>
    </div>
  );
}

/** What to do about a file that was refused. */
const remedies: Partial<Record<ProblemCode, 'format' | 'damaged' | 'size' | 'unsafe'>> = {
  'not-a-cartridge': 'format',
  'file-not-a-zip': 'format',
  'cartridge-encrypted': 'format',
  'cartridge-broken': 'damaged',
  'cartridge-too-large': 'size',
  'cartridge-too-many-entries': 'size',
  'too-large': 'size',
  'course-too-large': 'size',
  'cartridge-unsafe-path': 'unsafe',
  'cartridge-xml-unsafe': 'unsafe',
};

function Failed({ one: { problem } }: { one: ImportView }) {
  const { t } = useTranslation('trainer');
  return (
    <div className={classes.failed}>
      <h2>{t('imports.failed.title')}</h2>
      <p className="problem">{problem?.detail}</p>
      <p>{t(`imports.failed.what.${(problem && remedies[problem.code]) ?? 'other'}`)}</p>
      <p className="faint small">{t('imports.failed.nothing')}</p>
      <LinkButton to="/studio/imports">{t('imports.failed.again')}</LinkButton>
    </div>
  );
}
