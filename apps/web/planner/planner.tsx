import type { AssemblyRow } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { refresh, useApiMaybe, useApiPages } from '../queries.js';
import { LinkButton } from '../shell/links.js';
import { More } from '../shell/more.js';
import { Empty, Page, PageHeading } from '../shell/page.js';
import { ProgressBar } from '../shell/progress-bar.js';
import { Row, Rows } from '../shell/rows.js';
import { Tag } from '../shell/tag.js';
import { useTimes } from '../times.js';
import { isWorking } from './model.js';
import classes from './planner.module.css';

const route = getRouteApi('/inside/planner');
const AssembleDialog = lazy(() => import('./assemble-dialog.js'));

/** Proposed schedules, and the way to a new one. */
export function Planner() {
  const { t } = useTranslation('admin');
  const { assemble } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useApiPages('GET /assemblies');
  const isOneInWork = list.rows.some(isWorking);
  useEffect(() => {
    if (!isOneInWork) return;
    const timer = setInterval(() => void refresh('GET /assemblies'), 2_000);
    return () => clearInterval(timer);
  }, [isOneInWork]);
  const ask = (open: boolean): void => void navigate({ search: { assemble: open || undefined }, replace: true });
  return (
    <Page>
      <PageHeading
        title={t('planner.title')}
        below={t('planner.text')}
        actions={
          <Button size="md" onClick={() => ask(true)}>
            {t('planner.assemble')}
          </Button>
        }
      />
      {list.rows.length === 0 ? (
        <FirstSteps />
      ) : (
        <Rows label={t('planner.proposals')}>
          {list.rows.map((row) => (
            <Proposed key={row.assemblyId} row={row} />
          ))}
        </Rows>
      )}
      <More of={list} />
      {assemble && (
        <Suspense>
          <AssembleDialog onClose={() => ask(false)} />
        </Suspense>
      )}
    </Page>
  );
}

function Proposed({ row }: { row: AssemblyRow }) {
  const { t } = useTranslation('admin');
  const times = useTimes();
  const { assemblyId, cohorts, createdAt, createdBy, unplaced, bestCost } = row;
  const isDone = row.state === 'done' || row.state === 'published';
  return (
    <Row
      linked
      stacks
      title={
        <Link to="/planner/$assemblyId" params={{ assemblyId }}>
          {useCohortNames()(row)}
        </Link>
      }
      lines={[
        [...new Set(cohorts.map(({ courseTitle }) => courseTitle))].join(' · '),
        [
          isWorking(row)
            ? t('planner.askedAt', { at: times.dayAndTime(createdAt) })
            : t('planner.madeAt', { at: times.dayAndTime(createdAt) }),
          createdBy && t('planner.madeBy', { name: createdBy }),
          isDone && bestCost !== null && t('planner.costs', { cost: times.number(bestCost) }),
        ]
          .filter(Boolean)
          .join(' · '),
        isWorking(row) && (
          <div key="progress" className={classes.rowProgress}>
            <ProgressBar label={t('planner.progress')} percent={Math.round(row.progress * 100)} />
          </div>
        ),
      ]}
      end={
        <>
          {isDone && unplaced !== null && unplaced > 0 && (
            <Tag tone="warn">{t('planner.unplacedCount', { count: unplaced })}</Tag>
          )}
          {isDone && unplaced === 0 && row.state === 'done' && <Tag>{t('planner.allPlaced')}</Tag>}
          <State row={row} />
        </>
      }
    />
  );
}

const tones = { waiting: 'plain', running: 'plain', done: 'plain', failed: 'bad', published: 'good' } as const;

export function State({ row: { state } }: { row: AssemblyRow }) {
  const { t } = useTranslation('admin');
  return <Tag tone={tones[state]}>{t(`planner.state.${state}`)}</Tag>;
}

/** The cohorts of a proposal as its name: the first two, and how many more. */
export function useCohortNames(): (row: Pick<AssemblyRow, 'cohorts'>) => string {
  const { t, i18n } = useTranslation('admin');
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  return ({ cohorts }) => {
    const names = cohorts.map(({ name }) => name);
    if (names.length <= 2) return list.format(names);
    return t('planner.andMore', { names: names.slice(0, 2).join(', '), count: names.length - 2 });
  };
}

/** What there has to be before a schedule can be assembled, each with the place where it is made. */
function FirstSteps() {
  const { t } = useTranslation('admin');
  const rooms = useApiMaybe('GET /rooms')?.length;
  const trainers = useApiMaybe('GET /trainers', { query: {} })?.rows.length;
  const cohorts = useApiMaybe('GET /assembly-cohorts', { query: {} })?.rows.length;
  const steps = [
    { name: 'sessions', isThere: cohorts, to: '/studio' },
    { name: 'rooms', isThere: rooms, to: '/admin/rooms' },
    { name: 'trainers', isThere: trainers, to: '/admin/trainers' },
  ] as const;
  return (
    <Empty title={t('planner.none')}>
      {t('planner.noneText')}
      <span className={classes.steps} role="list">
        {steps.map(({ name, isThere, to }) => (
          <span key={name} role="listitem" className={classes.step}>
            <span>
              <strong>{t(`planner.first.${name}.title`)}</strong> {t(`planner.first.${name}.text`)}
            </span>
            {isThere !== undefined && (
              <Tag tone={isThere > 0 ? 'good' : 'warn'}>
                {isThere > 0 ? t('planner.first.there') : t('planner.first.missing')}
              </Tag>
            )}
            <LinkButton to={to} variant="subtle" size="compact-sm">
              {t(`planner.first.${name}.go`)}
            </LinkButton>
          </span>
        ))}
      </span>
    </Empty>
  );
}
