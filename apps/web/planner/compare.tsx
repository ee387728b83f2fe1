import '../trainer/fields.js';
import type { AssembledSession, AssemblyView } from '@kohorte/contracts';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { queryFor, useApiMaybe } from '../queries.js';
import { Empty, Section } from '../shell/page.js';
import { ProblemNote } from '../shell/trouble.js';
import { useTimes } from '../times.js';
import { inPlace } from '../trainer/in-place.js';
import { CohortMark } from './block.js';
import { isSamePlace, isWorking, marksOf, placeOf, unplacedOf } from './model.js';
import { useTerms } from './overview.js';
import { useCohortNames } from './planner.js';
import classes from './compare.module.css';
import { usePlaceWords, useSessionWords } from './words.js';

const route = getRouteApi('/inside/planner/$assemblyId');

/** This proposal beside another one: what each costs, and what lies elsewhere. */
export default function Compare({ assembly }: { assembly: AssemblyView }) {
  const { t } = useTranslation('admin');
  const times = useTimes();
  const names = useCohortNames();
  const navigate = route.useNavigate();
  const { with: otherId } = route.useSearch();
  const list = useApiMaybe('GET /assemblies', { query: { limit: 100 } });
  const mine = new Set(assembly.cohorts.map(({ cohortId }) => cohortId));
  const others = (list?.rows ?? [])
    .filter((row) => row.assemblyId !== assembly.assemblyId && !isWorking(row) && row.state !== 'failed')
    // Only what plans some of the same cohorts can be compared.
    .filter(({ cohorts }) => cohorts.some(({ cohortId }) => mine.has(cohortId)));
  const { data: other, error } = useQuery({
    ...queryFor('GET /assemblies/:assemblyId', { params: { assemblyId: otherId ?? '' } }),
    enabled: otherId !== undefined,
  });
  if (list && others.length === 0) return <Empty title={t('planner.compared.none')}>{t('planner.compared.noneText')}</Empty>; // prettier-ignore
  return (
    <>
      <Select
        {...inPlace}
        size="md"
        className={classes.choice}
        label={t('planner.compared.with')}
        placeholder={t('planner.compared.choose')}
        value={otherId ?? null}
        data={others.map((row) => ({
          value: row.assemblyId,
          label: t('planner.compared.option', {
            names: names(row),
            at: times.dayAndTime(row.createdAt),
            cost: times.number(row.bestCost ?? 0),
          }),
        }))}
        onChange={(id) => void navigate({ search: (before) => ({ ...before, with: id ?? undefined }), replace: true })}
      />
      <ProblemNote problem={error} />
      {other && <Beside one={assembly} other={other} />}
    </>
  );
}

function Beside({ one, other }: { one: AssemblyView; other: AssemblyView }) {
  const { t } = useTranslation('admin');
  const times = useTimes();
  const terms = useTerms();
  const both = [one, other];
  const costOf = ({ cost }: AssemblyView, name: string): number => cost?.terms.find((term) => term.name === name)?.cost ?? 0; // prettier-ignore
  const paid = [...new Set(both.flatMap(({ cost }) => cost?.terms ?? []).map(({ name }) => name))]
    .filter((name) => both.some((view) => costOf(view, name) > 0))
    .sort((a, b) => costOf(one, b) + costOf(other, b) - costOf(one, a) - costOf(other, a));
  const heads = (
    <>
      <th scope="col">{t('planner.compared.this')}</th>
      <th scope="col">{t('planner.compared.other', { at: times.dayAndTime(other.createdAt) })}</th>
    </>
  );
  const figures = (values: [number, number]) =>
    values.map((value, index) => (
      <td key={index} className="figures">
        {value < values[1 - index]! ? <strong>{times.number(value)}</strong> : times.number(value)}
      </td>
    ));
  return (
    <>
      <Section title={t('planner.compared.costs')}>
        <div className={classes.scroll} role="region" aria-label={t('planner.compared.costs')} tabIndex={0}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('planner.compared.term')}</th>
                {heads}
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">{t('planner.working.unplaced')}</th>
                {figures([unplacedOf(one).length, unplacedOf(other).length])}
              </tr>
              {paid.map((name) => (
                <tr key={name}>
                  <th scope="row">{terms(name)}</th>
                  {figures([costOf(one, name), costOf(other, name)])}
                </tr>
              ))}
              <tr className={classes.total}>
                <th scope="row">{t('planner.compared.total')}</th>
                {figures([one.cost?.total ?? 0, other.cost?.total ?? 0])}
              </tr>
            </tbody>
          </table>
        </div>
      </Section>
      <Differences one={one} other={other} heads={heads} />
    </>
  );
}

function Differences({ one, other, heads }: { one: AssemblyView; other: AssemblyView; heads: ReactNode }) {
  const { t } = useTranslation('admin');
  const names = useSessionWords();
  const marks = marksOf(one.cohorts);
  // Groups that are not published yet have other ids in each proposal.
  const nameOf = ({ cohortId, itemId, groupNumber }: AssembledSession): string =>
    `${cohortId} ${itemId} ${groupNumber}`;
  const theirs = new Map(other.sessions.map((session) => [nameOf(session), session]));
  const pairs = one.sessions
    .map((session) => ({ session, twin: theirs.get(nameOf(session)) }))
    .filter(({ session, twin }) => !twin || !isSamePlace(placeOf(session), placeOf(twin)));
  const same = one.sessions.length - pairs.length;
  return (
    <Section
      title={t('planner.compared.differ', { count: pairs.length })}
      aside={t('planner.compared.same', { count: same })}
    >
      {pairs.length > 0 && (
        <div className={classes.scroll} role="region" aria-label={t('planner.compared.session')} tabIndex={0}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('planner.compared.session')}</th>
                {heads}
              </tr>
            </thead>
            <tbody>
              {pairs.map(({ session, twin }) => (
                <tr key={nameOf(session)}>
                  <th scope="row">
                    <CohortMark mark={marks.get(session.cohortId)} /> {names.named(session)}
                  </th>
                  <td>
                    <PlaceOf assembly={one} session={session} />
                  </td>
                  <td>{twin ? <PlaceOf assembly={other} session={twin} /> : t('planner.compared.notThere')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

function PlaceOf({ assembly, session }: { assembly: AssemblyView; session: AssembledSession }) {
  const { t } = useTranslation('admin');
  const words = usePlaceWords(assembly);
  const { place, excluded } = session;
  if (!place)
    return <span className="faint">{excluded ? t('planner.panel.leftOut') : t('planner.panel.unplaced')}</span>;
  return (
    <>
      <span className={classes.when}>{words.when(place.from, session.minutes, session.cohortId)}</span>
      <span className={classes.where}>
        {words.room(place.roomId)} · {words.trainers(place.trainerIds)}
      </span>
    </>
  );
}
