import type { RoundPersonRow, RoundView } from '@kohorte/contracts';
import { addressOf } from '../../api.js';
import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Table } from '../../admin/table.js';
import { useApiPages } from '../../queries.js';
import { Choice } from '../../shell/choice.js';
import { More } from '../../shell/more.js';
import { Empty, Section } from '../../shell/page.js';
import { Tag } from '../../shell/tag.js';
import classes from './round-people.module.css';
import { useRoundWords } from './words.js';

const GiveExtension = lazy(() => import('./extension.js'));

const route = getRouteApi('/inside/runs/$cohortId/assignments/$itemId');
const filters = ['missing', 'late', 'short', 'owe'] as const;
type Only = (typeof filters)[number];

/** Everybody in the round: what they handed in, gave, got, and what came of it. */
export function RoundPeople({ round, mayChange }: { round: RoundView; mayChange: boolean }) {
  const { t } = useRoundWords();
  const { only } = route.useSearch();
  const navigate = route.useNavigate();
  const { cohortId, itemId } = round;
  const params = { cohortId, itemId };
  const people = useApiPages('GET /cohorts/:cohortId/assignments/:itemId/round/people', { params, query: { only } });
  const [extended, setExtended] = useState<RoundPersonRow | null>(null);
  return (
    <div id="people">
      <Section
        title={t('people.title')}
        aside={
          <Button
            component="a"
            variant="default"
            href={addressOf('GET /cohorts/:cohortId/assignments/:itemId/grades.csv', { params })}
            download
          >
            {t('round.actions.csv')}
          </Button>
        }
      >
        <div className={classes.filters}>
          <Choice<Only | 'all'>
            legend={t('people.which')}
            legendUnseen
            value={only ?? 'all'}
            options={(['all', ...filters] as const).map((value) => ({ value, label: t(`people.filter.${value}`) }))}
            onChange={(value) =>
              void navigate({
                search: { only: value === 'all' ? undefined : value },
                replace: true,
                resetScroll: false,
              })
            }
          />
        </div>
        {people.rows.length === 0 ? (
          <Empty title={only ? t('people.noneFound') : t('people.none')}>
            {only ? t('people.noneFoundText') : t('people.noneText')}
          </Empty>
        ) : (
          <PeopleTable rows={people.rows} round={round} onExtend={mayChange ? setExtended : undefined} />
        )}
        <More of={people} />
      </Section>
      {extended && (
        <Suspense fallback={null}>
          <GiveExtension row={extended} round={round} onClose={() => setExtended(null)} />
        </Suspense>
      )}
    </div>
  );
}

interface TableParts {
  rows: RoundPersonRow[];
  round: RoundView;
  /** Missing where nothing can be changed any more. */
  onExtend?: (row: RoundPersonRow) => void;
}

function PeopleTable({ rows, round, onExtend }: TableParts) {
  const { t } = useRoundWords();
  return (
    <Table label={t('people.table')}>
      <thead>
        <tr>
          <th scope="col">{t('people.name')}</th>
          <th scope="col" className={classes.wide}>
            {t('people.handedIn')}
          </th>
          <th scope="col" data-figure className={classes.wide}>
            {t('people.given')}
          </th>
          <th scope="col" data-figure className={classes.wide}>
            {t('people.received')}
          </th>
          <th scope="col" data-figure>
            {t('people.points')}
          </th>
          <th scope="col" data-figure className={classes.wide} title={t('people.biasHint')}>
            {t('people.bias')}
          </th>
          <th scope="col" className={classes.wide}>
            <span className="unseen">{t('people.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Person key={row.enrolmentId} row={row} round={round} onExtend={onExtend} />
        ))}
      </tbody>
    </Table>
  );
}

function Person({ row, round, onExtend }: Omit<TableParts, 'rows'> & { row: RoundPersonRow }) {
  const { t, times, signed } = useRoundWords();
  const { person, submissionId, state, handedInAt, given, owed, received, need, held, bias } = row;
  const extension = round.extensions.find(({ enrolmentId }) => enrolmentId === row.enrolmentId);
  const work = t(`people.state.${state}`, { at: handedInAt ? times.dayAndTime(handedInAt) : '' });
  const more = extension && t('people.extended', { at: times.dayAndTime(extension.dueAt) });
  const isIn = state === 'handed-in' || state === 'late';
  // Who has been taken out still gives what they owe.
  const owes = (isIn || state === 'excluded') && owed > 0;
  const isReviewed = round.phases.phase !== 'before' && round.phases.phase !== 'open';
  const moreTime = onExtend && (state === 'none' || state === 'draft') && (
    <Button
      variant="default"
      size="xs"
      aria-label={t(extension ? 'people.changeTimeFor' : 'people.moreTimeFor', { name: person.name })}
      onClick={() => onExtend(row)}
    >
      {t(extension ? 'people.changeTime' : 'people.moreTime')}
    </Button>
  );
  return (
    <tr>
      <th scope="row" className={classes.name}>
        {submissionId && state !== 'draft' ? (
          <Link to="/runs/$cohortId/submissions/$submissionId" params={{ cohortId: round.cohortId, submissionId }}>
            {person.name}
          </Link>
        ) : (
          person.name
        )}
        {person.unit && <span className={`${classes.under} ${classes.wideOnly}`}>{person.unit}</span>}
        {/* On a phone the columns stand in a line under the name. */}
        <span className={`${classes.under} ${classes.phoneOnly}`}>
          {[
            work,
            more,
            owes && t('people.givenOf', { done: given, count: owed }),
            isIn && need > 0 && t('people.receivedOf', { done: received, count: need }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </th>
      <td className={classes.wide}>
        {state === 'late' || state === 'excluded' ? <Tag tone="warn">{work}</Tag> : work}
        {more && <span className={classes.under}>{more}</span>}
      </td>
      <td data-figure className={classes.wide} data-lacks={(isReviewed && owes && given < owed) || undefined}>
        {owes || given > 0 ? t('people.of', { done: given, count: owed }) : '–'}
        {held > 0 && <span className={classes.under}>{t('people.heldNow', { count: held })}</span>}
      </td>
      <td data-figure className={classes.wide} data-lacks={(isReviewed && isIn && received < need) || undefined}>
        {isIn ? t('people.of', { done: received, count: need }) : '–'}
      </td>
      <td data-figure>
        {moreTime ? (
          // Where there is no work, there is no grade whose place it could take.
          <>
            <span className={classes.phoneOnly}>{moreTime}</span>
            <span className={classes.wideOnly}>
              <Points row={row} />
            </span>
          </>
        ) : (
          <Points row={row} />
        )}
      </td>
      <td data-figure className={classes.wide}>
        {bias === null || Math.round(bias) === 0 ? (
          <span className="faint">{bias === null ? '–' : '0'}</span>
        ) : (
          <>
            <span aria-hidden="true">{signed(bias)}</span>
            <span className="unseen">
              {t(bias > 0 ? 'people.mild' : 'people.severe', { points: Math.abs(Math.round(bias)) })}
            </span>
          </>
        )}
      </td>
      <td className={`${classes.wide} ${classes.actions}`}>{moreTime}</td>
    </tr>
  );
}

function Points({ row: { points, decided, doubtful } }: { row: RoundPersonRow }) {
  const { t, points: said } = useRoundWords();
  if (points === null) return <span className="faint">–</span>;
  return (
    <>
      <strong>{said(points)}</strong>
      {decided && <span className={classes.under}>{t('people.decided')}</span>}
      {doubtful && !decided && <span className={`${classes.under} ${classes.doubtful}`}>{t('people.doubtful')}</span>}
    </>
  );
}
