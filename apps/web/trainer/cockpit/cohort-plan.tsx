import type { CohortView, ReleaseView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import IconLockOpen2 from '@tabler/icons-react/dist/esm/icons/IconLockOpen2.mjs';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Row, Rows } from '../../shell/rows.js';
import { useTimes } from '../../times.js';
import classes from './cockpit.module.css';

const MoveRelease = lazy(() => import('./move-release.js'));

/** When each module opens, and the way to move it. */
export function CohortPlan({ cohort }: { cohort: CohortView }) {
  const { t } = useTranslation('trainer');
  const times = useTimes();
  const [moved, setMoved] = useState<ReleaseView | null>(null);
  if (cohort.releases.length === 0) return <p className="faint">{t('cockpit.plan.none')}</p>;
  return (
    <>
      {cohort.plan.pacing === 'relative' && <p className={classes.intro}>{t('cockpit.plan.relative')}</p>}
      <Rows ordered>
        {cohort.releases.map((release) => (
          <Release key={release.moduleId} release={release} cohort={cohort} onMove={() => setMoved(release)} />
        ))}
      </Rows>
      <p className="small faint" style={{ marginTop: 12 }}>
        {t('cockpit.plan.ends', { on: times.date(cohort.endsOn) })}
      </p>
      {moved?.releaseId && (
        <Suspense fallback={null}>
          <MoveRelease release={moved} releaseId={moved.releaseId} cohort={cohort} onClose={() => setMoved(null)} />
        </Suspense>
      )}
    </>
  );
}

function Release({ release, cohort, onMove }: { release: ReleaseView; cohort: CohortView; onMove: () => void }) {
  const { t } = useTranslation(['trainer', 'learner']);
  const times = useTimes();
  const { opensAt, releasedAt, movedBy, title } = release;
  const there = times.elsewhere(opensAt, cohort.plan.timeZone);
  const canMove = release.releaseId !== null && !releasedAt && !cohort.cancelledAt;
  return (
    <Row
      stacks
      mark={
        releasedAt ? (
          <IconLockOpen2 size={20} stroke={1.6} color="var(--accent)" aria-hidden="true" />
        ) : (
          <IconLock size={20} stroke={1.6} aria-hidden="true" />
        )
      }
      title={`${t('learner:week.name', { step: release.step })} · ${title}`}
      lines={[
        [
          releasedAt
            ? t('cockpit.plan.released', { at: times.dayAndTime(releasedAt) })
            : t('cockpit.plan.opens', { at: times.dayAndTime(opensAt), away: times.fromNow(opensAt) }),
          times.minutes(release.minutes),
        ].join(' · '),
        there && !releasedAt && t('learner:entry.there', there),
        movedBy && t(`cockpit.plan.moved.${movedBy}`, { holiday: release.holiday ?? '' }),
      ]}
      end={
        canMove && (
          <Button variant="default" aria-label={t('cockpit.plan.moveOf', { title })} onClick={onMove}>
            {t('cockpit.plan.move')}
          </Button>
        )
      }
    />
  );
}
