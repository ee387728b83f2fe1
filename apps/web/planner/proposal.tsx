import type { AssembledSession, AssemblyView } from '@kohorte/contracts';
import { useMediaQuery } from '@mantine/hooks';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryFor } from '../queries.js';
import { LinkButton } from '../shell/links.js';
import { PageHeading } from '../shell/page.js';
import { Tag } from '../shell/tag.js';
import { ProblemNote } from '../shell/trouble.js';
import { useTimes } from '../times.js';
import { Again } from './again.js';
import { Board } from './board.js';
import { useChanges } from './changes.js';
import { DayList } from './day-list.js';
import { useDragging } from './dragging.js';
import { judge, useJudgement } from './judgement.js';
import { isOpen, isSamePlace, isWorking, keyOf, marksOf, type Draft, type Place, placedOf, placeOf, unplacedOf } from './model.js'; // prettier-ignore
import { Overview } from './overview.js';
import { State, useCohortNames } from './planner.js';
import classes from './proposal.module.css';
import { SessionPanel } from './session-panel.js';
import { Legend, Toolbar } from './toolbar.js';
import { mondayOf, plusDays, shifted, wallOf } from './week.js';
import { Working } from './working.js';

const route = getRouteApi('/inside/planner/$assemblyId');
const Compare = lazy(() => import('./compare.js'));
const Publish = lazy(() => import('./publish.js'));

/** One proposed schedule: while it is worked on, to look at and change, to compare, to publish. */
export function Proposal() {
  const { t } = useTranslation('admin');
  const params = route.useParams();
  const { show } = route.useSearch();
  const { data: assembly } = useSuspenseQuery({
    ...queryFor('GET /assemblies/:assemblyId', { params }),
    refetchInterval: ({ state: { data } }) => (data && isWorking(data) ? 500 : false),
  });
  if (isWorking(assembly))
    return (
      <Screen assembly={assembly}>
        <Working assembly={assembly} />
      </Screen>
    );
  if (assembly.state === 'failed')
    return (
      <Screen assembly={assembly} actions={<Again assembly={assembly} isMain />}>
        <p role="alert" className="problem">
          {t('planner.failed')}
        </p>
      </Screen>
    );
  if (show === 'compare' || (show === 'publish' && isOpen(assembly)))
    return (
      <Screen
        assembly={assembly}
        actions={
          <LinkButton to="." search={(before) => ({ ...before, show: undefined, with: undefined })} variant="default">
            {t('planner.toBoard')}
          </LinkButton>
        }
      >
        <Suspense>{show === 'compare' ? <Compare assembly={assembly} /> : <Publish assembly={assembly} />}</Suspense>
      </Screen>
    );
  return <Planning assembly={assembly} />;
}

function Screen({ assembly, actions, children }: { assembly: AssemblyView; actions?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation('admin');
  const times = useTimes();
  const unplaced = unplacedOf(assembly).length;
  const isDone = assembly.state === 'done' || assembly.state === 'published';
  return (
    <div className={classes.screen}>
      <PageHeading
        title={useCohortNames()(assembly)}
        above={<Link to="/planner">{t('planner.title')}</Link>}
        below={
          <span className={classes.facts}>
            <State row={assembly} />
            {isDone && unplaced > 0 && <Tag tone="warn">{t('planner.unplacedCount', { count: unplaced })}</Tag>}
            {isDone && assembly.cost && <span>{t('planner.costs', { cost: times.number(assembly.cost.total) })}</span>}
            {assembly.settings.shiftDays !== 0 && (
              <Tag>{t('planner.shifted', { count: assembly.settings.shiftDays })}</Tag>
            )}
            <span>
              {isWorking(assembly)
                ? t('planner.askedAt', { at: times.dayAndTime(assembly.createdAt) })
                : t('planner.madeAt', { at: times.dayAndTime(assembly.createdAt) })}
            </span>
          </span>
        }
        actions={actions}
      />
      {children}
    </div>
  );
}

/** The board with everything one does on it. */
function Planning({ assembly }: { assembly: AssemblyView }) {
  const { t } = useTranslation('admin');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const isNarrow = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false });
  const changes = useChanges(assembly.assemblyId);
  const [draft, setDraft] = useState<Draft | null>(null);
  const marks = useMemo(() => marksOf(assembly.cohorts), [assembly.cohorts]);
  const placed = useMemo(() => placedOf(assembly), [assembly]);
  const zone = assembly.settings.timeZone;
  const view = search.view ?? 'calendar';
  const weeks = useMemo(
    () => [...new Set(placed.map(({ place }) => mondayOf(wallOf(place!.from, zone).date)))].sort(),
    [placed, zone],
  );
  const shown = useMemo(
    () => (search.cohort ? assembly.sessions.filter(({ cohortId }) => cohortId === search.cohort) : assembly.sessions),
    [assembly.sessions, search.cohort],
  );
  const selected = assembly.sessions.find((session) => keyOf(session) === search.session) ?? null;
  const weekOf = (place: Place): string => mondayOf(wallOf(place.from, zone).date);
  const itsPlace = selected && (placeOf(selected) ?? helpOf(assembly, selected));
  const week = search.week
    ? mondayOf(search.week)
    : itsPlace
      ? weekOf(itsPlace)
      : (weeks[0] ?? mondayOf(wallOf(assembly.createdAt, zone).date));
  const go = (changed: Partial<typeof search>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false });

  const formPlace = selected && draft?.key === keyOf(selected) ? draft.place : itsPlace;
  // What has no place is shown where it would come nearest to having one.
  const tryOut: Draft | null = draft ?? (selected && formPlace ? { key: keyOf(selected), place: formPlace } : null);
  const tried = tryOut && assembly.sessions.find((session) => keyOf(session) === tryOut.key);
  const { judgement, problem } = useJudgement(
    isOpen(assembly) && tried && !isSamePlace(tryOut.place, placeOf(tried))
      ? { assemblyId: assembly.assemblyId, revision: assembly.revision, session: tried, place: tryOut.place }
      : null,
  );
  const [asksFocus, setAsksFocus] = useState(0);
  const select = (session: AssembledSession): void => {
    const place = placeOf(session) ?? helpOf(assembly, session);
    changes.forget();
    setAsksFocus((asked) => asked + 1);
    if (draft?.key !== keyOf(session)) setDraft(null);
    go({ session: keyOf(session), ...(place ? { week: weekOf(place) } : {}) });
  };
  const tryPlace = (session: AssembledSession, place: Place): void => setDraft({ key: keyOf(session), place });
  const move = async (session: AssembledSession, place: Place): Promise<void> => {
    // What could not be moved stays tried out, so that nothing is lost.
    if (!(await changes.move(session, place))) return;
    setDraft(null);
    go({ session: keyOf(session), week: weekOf(place) });
  };
  const dragging = useDragging({
    view,
    timeZone: zone,
    onTry: tryPlace,
    onGiveUp: () => setDraft(null),
    onDrop: (session, place) => {
      if (isSamePlace(place, placeOf(session))) return setDraft(null);
      void judge({ assemblyId: assembly.assemblyId, revision: assembly.revision, session, place }).then(
        ({ clashes }) => (clashes.length > 0 ? go({ session: keyOf(session) }) : move(session, place)),
        () => go({ session: keyOf(session) }),
      );
    },
  });
  const nextWeek = weeks.find((one) => one > week) ?? null;
  const canChange = isOpen(assembly);
  return (
    <Screen
      assembly={assembly}
      actions={
        <>
          <LinkButton to="." search={(before) => ({ ...before, show: 'compare' as const })} variant="default">
            {t('planner.compare')}
          </LinkButton>
          <Again assembly={assembly} />
          {canChange && (
            <LinkButton
              to="."
              search={(before) => ({ ...before, show: 'publish' as const })}
              variant={selected ? 'default' : 'filled'}
            >
              {t('planner.toPublish')}
            </LinkButton>
          )}
        </>
      }
    >
      {assembly.state === 'published' && <Published assembly={assembly} />}
      <ProblemNote problem={changes.problem} />
      <p role="status" className="unseen">
        {changes.said}
      </p>
      <div className={classes.columns}>
        <aside className={classes.side} aria-label={t('planner.side')}>
          {selected ? (
            <SessionPanel
              key={keyOf(selected)}
              assembly={assembly}
              session={selected}
              mark={marks.get(selected.cohortId)}
              place={formPlace}
              judgement={tryOut?.key === keyOf(selected) ? judgement : undefined}
              asksFocus={asksFocus}
              judgementProblem={problem}
              changes={changes}
              onTry={(place) => {
                tryPlace(selected, place);
                if (weekOf(place) !== week) go({ week: weekOf(place) });
              }}
              onMove={() => formPlace && void move(selected, formPlace)}
              onClose={() => {
                setDraft(null);
                changes.forget();
                go({ session: undefined });
                const from = `[data-session="${keyOf(selected)}"]`;
                setTimeout(() => document.querySelector<HTMLElement>(from)?.focus({ preventScroll: true }));
              }}
            />
          ) : (
            <Overview
              assembly={assembly}
              marks={marks}
              changes={changes}
              onSelect={(session) => dragging.isClick() && select(session)}
              onHold={
                canChange && !isNarrow
                  ? (event, session) =>
                      dragging.hold(
                        event,
                        session,
                        helpOf(assembly, session) ?? { from: '', roomId: null, trainerIds: [] },
                      )
                  : undefined
              }
            />
          )}
        </aside>
        {!(isNarrow && selected) && (
          <section className={classes.main} aria-label={t('planner.board')}>
            <Toolbar
              view={view}
              week={week}
              zone={zone}
              first={weeks[0] ?? null}
              next={nextWeek}
              onView={(chosen) => go({ view: chosen === 'calendar' ? undefined : chosen })}
              onWeek={(monday) => go({ week: monday })}
            />
            {assembly.cohorts.length > 1 && (
              <Legend assembly={assembly} marks={marks} only={search.cohort} onOnly={(cohort) => go({ cohort })} />
            )}
            {isNarrow ? (
              <DayList assembly={assembly} sessions={shown} marks={marks} view={view} week={week} onSelect={select} />
            ) : (
              <>
                <Board
                  assembly={assembly}
                  sessions={shown}
                  marks={marks}
                  view={view}
                  week={week}
                  selected={search.session ?? null}
                  draft={isOpen(assembly) ? tryOut : null}
                  judgement={judgement}
                  dragging={canChange ? dragging : null}
                  onSelect={(session) => dragging.isClick() && select(session)}
                  onNudge={(session, by) => {
                    const from = draft?.key === keyOf(session) ? draft.place : placeOf(session);
                    if (!from) return;
                    const place = { ...from, from: shifted(from.from, by, zone) };
                    tryPlace(session, place);
                    go({ session: keyOf(session) });
                  }}
                  onWeek={(by) => go({ week: plusDays(week, by * 7) })}
                />
                {canChange && <p className={classes.hint}>{t('planner.keys')}</p>}
              </>
            )}
          </section>
        )}
      </div>
    </Screen>
  );
}

/** The place that comes nearest, for what has none. */
function helpOf({ rooms, trainers }: AssemblyView, { wouldHelp }: AssembledSession): Place | null {
  if (!wouldHelp?.from) return null;
  return {
    from: wouldHelp.from,
    roomId: rooms.find(({ name, site }) => `${name} (${site})` === wouldHelp.room)?.roomId ?? null,
    trainerIds: trainers.filter(({ name }) => wouldHelp.trainers.includes(name)).map(({ userId }) => userId),
  };
}

function Published({ assembly: { publishedAt, cohorts } }: { assembly: AssemblyView }) {
  const { t } = useTranslation('admin');
  const times = useTimes();
  return (
    <div className={classes.published} role="status">
      <p>
        <strong>
          {t('planner.published.title', { at: publishedAt === null ? '' : times.dayAndTime(publishedAt) })}
        </strong>{' '}
        {t('planner.published.text')}
      </p>
      <ul>
        {cohorts.map(({ cohortId, name }) => (
          <li key={cohortId}>
            <Link to="/cohorts/$cohortId/schedule" params={{ cohortId }}>
              {t('planner.published.schedule', { name })}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
