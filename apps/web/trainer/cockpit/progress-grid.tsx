import type { CohortProgress, LearnerOrder, LearnerProgressRow } from '@kohorte/contracts';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useState, useTransition } from 'react';
import { useTranslation } from 'react-i18next';
import { pagesFor } from '../../queries.js';
import { Choice } from '../../shell/choice.js';
import { More } from '../../shell/more.js';
import { Empty } from '../../shell/page.js';
import { useTimes } from '../../times.js';
import classes from './progress-grid.module.css';

/** Learners by modules: who is where, and who might need help. */
export function ProgressGrid({ cohortId }: { cohortId: string }) {
  const { t } = useTranslation('trainer');
  const [order, setOrder] = useState<LearnerOrder>('behind');
  // What is there stays in sight until the other order has come.
  const [, startTransition] = useTransition();
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(
    pagesFor('GET /cohorts/:cohortId/progress', { params: { cohortId }, query: { order } }),
  );
  const learners = data.pages.flatMap(({ rows }) => rows);
  const { modules, quiet } = data.pages[0]!;
  if (learners.length === 0) return <Empty title={t('cockpit.progress.none')}>{t('cockpit.progress.noneText')}</Empty>;
  return (
    <>
      <div className={classes.bar}>
        <p className="small">{quiet > 0 && t('cockpit.progress.quiet', { count: quiet })}</p>
        <Choice<LearnerOrder>
          legend={t('cockpit.progress.sort')}
          legendUnseen
          value={order}
          options={(['behind', 'name', 'last'] as const).map((value) => ({
            value,
            label: t(`cockpit.progress.sorts.${value}`),
          }))}
          onChange={(value) => startTransition(() => setOrder(value))}
        />
      </div>
      <Table modules={modules} learners={learners} />
      <p className="small faint">{t('cockpit.progress.legend')}</p>
      <More of={{ hasMore: hasNextPage, isReadingOn: isFetchingNextPage, readOn: () => void fetchNextPage() }} />
    </>
  );
}

function Table({ modules, learners }: { modules: CohortProgress['modules']; learners: LearnerProgressRow[] }) {
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

function Learner({ learner, modules }: { learner: LearnerProgressRow; modules: CohortProgress['modules'] }) {
  const { t } = useTranslation('trainer');
  const times = useTimes();
  const { person, behind, lastDoneAt, completedAt } = learner;
  return (
    <tr>
      <th scope="row">
        {person.name}
        {person.unit && <span className={classes.unit}>{person.unit}</span>}
      </th>
      <td className={classes.figure}>
        {completedAt ? (
          t('cockpit.progress.completed')
        ) : behind === 0 ? (
          <span className="faint">{t('cockpit.progress.upToDate')}</span>
        ) : (
          <strong>{behind}</strong>
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
