import type { LearnerProgressRow, ReplyOf } from '@kohorte/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { now } from '../../clock.js';
import { useApi } from '../../queries.js';
import { Choice } from '../../shell/choice.js';
import { Empty } from '../../shell/page.js';
import { useTimes } from '../../times.js';
import classes from './progress-grid.module.css';

type Progress = ReplyOf<'GET /cohorts/:cohortId/progress'>;
type Sort = 'behind' | 'name' | 'last';

const quietMs = 7 * 24 * 3_600_000;

/** Learners by modules: who is where, and who might need help. */
export function ProgressGrid({ cohortId }: { cohortId: string }) {
  const { t } = useTranslation('trainer');
  const [sort, setSort] = useState<Sort>('behind');
  const progress = useApi('GET /cohorts/:cohortId/progress', { params: { cohortId } });
  const { modules, learners } = progress;
  if (learners.length === 0) return <Empty title={t('cockpit.progress.none')}>{t('cockpit.progress.noneText')}</Empty>;
  const quiet = learners.filter((one) => openWork(one, modules) > 0 && now() - lastAt(one) > quietMs).length;
  return (
    <>
      <div className={classes.bar}>
        <p className="small">{quiet > 0 && t('cockpit.progress.quiet', { count: quiet })}</p>
        <Choice<Sort>
          legend={t('cockpit.progress.sort')}
          legendUnseen
          value={sort}
          options={(['behind', 'name', 'last'] as const).map((value) => ({
            value,
            label: t(`cockpit.progress.sorts.${value}`),
          }))}
          onChange={setSort}
        />
      </div>
      <Table progress={progress} learners={sorted(learners, modules, sort)} />
      <p className="small faint">{t('cockpit.progress.legend')}</p>
    </>
  );
}

function Table({ progress: { modules }, learners }: { progress: Progress; learners: LearnerProgressRow[] }) {
  const { t } = useTranslation('trainer');
  return (
    // Reachable by keyboard, as it scrolls sideways.
    <div className={classes.scroll} role="region" aria-label={t('cockpit.progress.table')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('cockpit.progress.learner')}</th>
            <th scope="col" className={classes.figure} title={t('cockpit.progress.behindHint')}>
              {t('cockpit.progress.behind')}
            </th>
            {modules.map(({ title, step }, index) => (
              <th
                key={index}
                scope="col"
                className={classes.week}
                title={t('cockpit.progress.module', { step, title })}
              >
                <span aria-hidden="true">{t('cockpit.progress.short', { step })}</span>
                <span className="unseen">{t('cockpit.progress.module', { step, title })}</span>
              </th>
            ))}
            <th scope="col" className={classes.figure}>
              {t('cockpit.progress.total')}
            </th>
            <th scope="col">{t('cockpit.progress.last')}</th>
          </tr>
        </thead>
        <tbody>
          {learners.map((learner) => (
            <Learner key={learner.enrolmentId} learner={learner} modules={modules} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Learner({ learner, modules }: { learner: LearnerProgressRow; modules: Progress['modules'] }) {
  const { t } = useTranslation('trainer');
  const times = useTimes();
  const { person, lastDoneAt, completedAt } = learner;
  const open = openWork(learner, modules);
  return (
    <tr>
      <th scope="row">
        {person.name}
        {person.unit && <span className={classes.unit}>{person.unit}</span>}
      </th>
      <td className={classes.figure}>
        {completedAt ? (
          t('cockpit.progress.completed')
        ) : open === 0 ? (
          <span className="faint">{t('cockpit.progress.upToDate')}</span>
        ) : (
          <strong>{open}</strong>
        )}
      </td>
      {learner.modules.map(({ done, total }, index) => (
        <td key={index} className={classes.week}>
          {modules[index]?.isOpen ? (
            <Dot done={done} total={total} />
          ) : (
            <>
              <span aria-hidden="true" className={classes.closed}>
                ·
              </span>
              <span className="unseen">{t('cockpit.progress.closed')}</span>
            </>
          )}
        </td>
      ))}
      <td className={classes.figure}>{times.percent(learner.progress.percent)}</td>
      <td className={classes.last}>{lastDoneAt ? times.fromNow(lastDoneAt) : t('cockpit.progress.never')}</td>
    </tr>
  );
}

function Dot({ done, total }: { done: number; total: number }) {
  const { t } = useTranslation('trainer');
  const text = t('cockpit.progress.cell', { done, total });
  const percent = total === 0 ? 0 : (100 * done) / total;
  return (
    <span className={classes.dot} data-full={percent === 100 || undefined} title={text}>
      <span
        aria-hidden="true"
        className={classes.pie}
        style={{ background: `conic-gradient(var(--accent) ${percent}%, transparent 0)` }}
      />
      <span className="unseen">{text}</span>
    </span>
  );
}

/** Items of open modules that are not done. */
const openWork = (learner: LearnerProgressRow, modules: Progress['modules']): number =>
  learner.modules.reduce((sum, { done, total }, index) => sum + (modules[index]?.isOpen ? total - done : 0), 0);

const lastAt = ({ lastDoneAt }: LearnerProgressRow): number => (lastDoneAt ? Date.parse(lastDoneAt) : 0);

function sorted(learners: LearnerProgressRow[], modules: Progress['modules'], by: Sort): LearnerProgressRow[] {
  const byName = (a: LearnerProgressRow, b: LearnerProgressRow): number => a.person.name.localeCompare(b.person.name);
  if (by === 'name') return learners.toSorted(byName);
  if (by === 'last') return learners.toSorted((a, b) => lastAt(a) - lastAt(b) || byName(a, b));
  return learners.toSorted((a, b) => openWork(b, modules) - openWork(a, modules) || byName(a, b));
}
