import type { BreakInput } from '@kohorte/contracts';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { now } from '../../clock.js';
import { useTimes, zoneName } from '../../times.js';
import classes from './release-preview.module.css';
import type { PreviewedRelease, ReleasePreview as Preview } from './use-release-preview.js';

/** Week by week when modules open, and why one opens on another day than its own. */
export function ReleasePreview({ preview, isStale }: { preview: Preview | null; isStale: boolean }) {
  const { t } = useTranslation(['trainer', 'learner']);
  const times = useTimes();
  return (
    <section id="releases" className={classes.preview} aria-label={t('plan.preview.title')}>
      <h2>{t('plan.preview.title')}</h2>
      {!preview ? (
        <p className="small faint">{isStale ? t('plan.preview.impossible') : t('plan.preview.choose')}</p>
      ) : (
        <>
          <p className="small faint" role="status">
            {isStale
              ? t('plan.preview.impossible')
              : [
                  preview.endsAt &&
                    t('plan.preview.ends', { on: times.day(preview.endsAt.getTime(), preview.plan.timeZone) }),
                  preview.plan.pacing === 'relative' && t('plan.preview.relative'),
                  t('plan.preview.zone', { zone: zoneName(preview.plan.timeZone) }),
                ]
                  .filter(Boolean)
                  .join(' ')}
          </p>
          <Past releases={preview.releases} />
          <ol className={classes.steps} data-stale={isStale || undefined}>
            {stepsOf(preview).map((step) => (
              <Step key={step.number} step={step} timeZone={preview.plan.timeZone} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

/** On a small screen the calendar lies below the form: what it comes to stays in sight, and leads there. */
export function PreviewSummary({ preview }: { preview: Preview | null }) {
  const { t } = useTranslation('trainer');
  const times = useTimes();
  if (!preview?.endsAt) return null;
  const moved = stepsOf(preview).filter(({ modules }) => modules[0]?.movedBy).length;
  return (
    <a href="#releases" className={classes.summary}>
      <span>
        {t('plan.preview.ends', { on: times.day(preview.endsAt.getTime(), preview.plan.timeZone) })}{' '}
        {moved > 0 && t('plan.preview.moves', { count: moved })}
      </span>
      <strong>{t('plan.preview.see')}</strong>
    </a>
  );
}

interface StepParts {
  number: number;
  modules: PreviewedRelease[];
  /** Breaks between the step before and this one. */
  after: readonly BreakInput[];
}

function stepsOf({ plan, releases }: Preview): StepParts[] {
  const steps: StepParts[] = [];
  for (const release of releases) {
    const last = steps.at(-1);
    if (last?.number === release.step) {
      last.modules.push(release);
      continue;
    }
    const since = last?.modules[0]?.opensAt.toISOString().slice(0, 10) ?? plan.startOn;
    const on = release.opensAt.toISOString().slice(0, 10);
    const after = plan.pacing === 'weekly' ? plan.breaks.filter(({ to }) => since <= to && to < on) : [];
    steps.push({ number: release.step, modules: [release], after });
  }
  return steps;
}

function Step({ step: { number, modules, after }, timeZone }: { step: StepParts; timeZone: string }) {
  const { t } = useTranslation(['trainer', 'learner']);
  const times = useTimes();
  const first = modules[0]!;
  const at = first.opensAt.toISOString();
  const instead = times.date(first.plannedOn);
  return (
    <>
      {after.map(({ from, to }) => (
        <li key={from} className={classes.pause}>
          {t('plan.preview.pause', { from: times.date(from), to: times.date(to) })}
        </li>
      ))}
      <li className={classes.step}>
        <span className={classes.number}>{t('learner:week.name', { step: number })}</span>
        {/* A new key where the day is new: it lights up for a moment. */}
        <time key={at} dateTime={at} className={classes.time}>
          {times.dayAndTime(at, timeZone)}
        </time>
        {first.movedBy && (
          <span className={classes.why}>
            {first.movedBy === 'holiday'
              ? t('plan.preview.holiday', { holiday: first.holiday ?? '', on: instead })
              : t('plan.preview.break', { on: instead })}
          </span>
        )}
        {modules.map((module) => (
          <Fragment key={module.moduleId}>
            <span className={classes.module}>{module.title}</span>
            <span className={classes.minutes}>{times.minutes(module.minutes)}</span>
          </Fragment>
        ))}
      </li>
    </>
  );
}

function Past({ releases }: { releases: readonly PreviewedRelease[] }) {
  const { t } = useTranslation('trainer');
  const count = releases.filter(({ opensAt }) => opensAt.getTime() <= now()).length;
  return count === 0 ? null : <p className={classes.past}>{t('plan.preview.past', { count })}</p>;
}
