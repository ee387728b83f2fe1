import type { AssemblyView, PublicationView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api.js';
import { queryClient, queryFor, refresh, useApiMutation } from '../queries.js';
import { Section } from '../shell/page.js';
import { Tag } from '../shell/tag.js';
import { ProblemNote } from '../shell/trouble.js';
import { useTimes } from '../times.js';
import { Again } from './again.js';
import { CohortMark } from './block.js';
import { type Mark, marksOf } from './model.js';
import classes from './publish.module.css';
import { usePlaceWords } from './words.js';

const route = getRouteApi('/inside/planner/$assemblyId');

/** Who will be told what, and the button that tells them. */
export default function Publish({ assembly }: { assembly: AssemblyView }) {
  const { t } = useTranslation('admin');
  const times = useTimes();
  const navigate = route.useNavigate();
  const params = { assemblyId: assembly.assemblyId };
  const { data: preview, error } = useQuery({
    ...queryFor('GET /assemblies/:assemblyId/publication', { params }),
    staleTime: 0,
  });
  const publish = useApiMutation('POST /assemblies/:assemblyId/publication', {
    refreshes: ['GET /assemblies', 'GET /timetable', 'GET /cohorts/:cohortId/outline', 'GET /assembly-cohorts'],
    onDone: (view) => {
      queryClient.setQueryData(queryFor('GET /assemblies/:assemblyId', { params }).queryKey, view);
      void navigate({ search: (before) => ({ ...before, show: undefined, session: undefined }) });
    },
  });
  if (!preview) return <ProblemNote problem={error} />;
  const { sessions, releases, rooms, mails, people, told } = preview;
  const changes = sessions.new + sessions.moved + sessions.cancelled + releases.moved;
  const marks = marksOf(assembly.cohorts);
  return (
    <>
      <section className={classes.summary} aria-label={t('planner.publish.summary')}>
        <ul className={classes.counts}>
          {(['new', 'moved', 'cancelled', 'same'] as const).map((what) => (
            <li key={what}>
              <strong>{times.number(sessions[what])}</strong> {t(`planner.publish.${what}`, { count: sessions[what] })}
            </li>
          ))}
        </ul>
        <p>
          {changes === 0
            ? t('planner.publish.nothing')
            : [
                t('planner.publish.mails', { count: mails }),
                t('planner.publish.people', { count: people }),
                t('planner.publish.rooms', { count: rooms }),
              ].join(' ')}
        </p>
        {releases.moved > 0 && (
          <p>
            {t('planner.publish.releases', { count: releases.moved })}{' '}
            {releases.days > 0
              ? t('planner.publish.later', { count: releases.days })
              : t('planner.publish.earlier', { count: -releases.days })}
          </p>
        )}
        {sessions.unplaced > 0 && (
          <p className={classes.warning}>{t('planner.publish.unplaced', { count: sessions.unplaced })}</p>
        )}
        <Refusal problem={publish.error} assembly={assembly} />
        <div className={classes.buttons}>
          <Button
            size="md"
            loading={publish.isPending}
            disabled={changes === 0}
            onClick={() =>
              publish.mutate(
                { params, body: { revision: assembly.revision } },
                // Somebody has changed it: what is shown is read again, and the problem says so.
                {
                  onError: () => void refresh('GET /assemblies/:assemblyId', 'GET /assemblies/:assemblyId/publication'),
                },
              )
            }
          >
            {t('planner.publish.do')}
          </Button>
        </div>
      </section>
      <Section title={t('planner.publish.told')} aside={t('planner.publish.groups', { count: told.length })}>
        {told.length === 0 ? (
          <p className="faint">{t('planner.publish.nobody')}</p>
        ) : (
          told.map((group) => (
            <Told key={group.groupId} assembly={assembly} group={group} mark={marks.get(group.cohortId)} />
          ))
        )}
      </Section>
    </>
  );
}

type Group = PublicationView['told'][number];

/** What one group is told. */
function Told({ assembly, group, mark }: { assembly: AssemblyView; group: Group; mark: Mark | undefined }) {
  const { t } = useTranslation('admin');
  const times = useTimes();
  const zone = usePlaceWords(assembly).zoneOf(group.cohortId);
  const words = usePlaceWords(assembly);
  const cohort = assembly.cohorts.find(({ cohortId }) => cohortId === group.cohortId);
  return (
    <article className={classes.group}>
      <h3>
        <CohortMark mark={mark} /> {cohort?.name} · {t('planner.group', { number: group.groupNumber })}{' '}
        <span className="small faint">{t('planner.people', { count: group.people })}</span>
      </h3>
      <ul>
        {group.changes.map((change) => (
          <li key={`${change.title} ${change.from}`}>
            <Tag tone={change.what === 'cancelled' ? 'bad' : change.what === 'moved' ? 'warn' : 'plain'}>
              {t(`planner.publish.what.${change.what}`)}
            </Tag>
            <span className={classes.title}>{change.title}</span>
            <span className={classes.when}>
              {change.before && change.what === 'moved' && (
                <>
                  <s>{times.dayAndTime(change.before, zone)}</s>{' '}
                </>
              )}
              {times.dayAndTime(change.from, zone)} · {change.room ?? t('planner.noRoom')}
              {words.elsewhere(change.from, group.cohortId) && (
                <span className="faint"> · {words.elsewhere(change.from, group.cohortId)}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </article>
  );
}

/** Why it was not published, and what helps. */
function Refusal({ problem, assembly }: { problem: Error | null; assembly: AssemblyView }) {
  const { t } = useTranslation('admin');
  const isOutdated =
    problem instanceof ApiProblem && (problem.code === 'schedule-outdated' || problem.code === 'schedule-taken');
  return (
    <>
      <ProblemNote problem={problem} />
      {isOutdated && (
        <div className={classes.refusal}>
          <p className="small">{t('planner.publish.again')}</p>
          <Again assembly={assembly} />
        </div>
      )}
    </>
  );
}
