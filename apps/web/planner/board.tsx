import type { AssembledSession, AssemblyView } from '@kohorte/contracts';
import { useElementSize } from '@mantine/hooks';
import { type CSSProperties, type KeyboardEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimes } from '../times.js';
import { Block, Ghost } from './block.js';
import classes from './board.module.css';
import type { Dragging } from './dragging.js';
import type { Judgement } from './judgement.js';
import { type Drawn, drawn, keyOf, type Draft, type Mark, type PlannerView } from './model.js';
import { clock, packed, plusDays } from './week.js';

export interface BoardParts {
  assembly: AssemblyView;
  /** Of the cohorts that are shown. */
  sessions: readonly AssembledSession[];
  marks: Map<string, Mark>;
  view: PlannerView;
  /** Its Monday. */
  week: string;
  selected: string | null;
  draft: Draft | null;
  judgement: Judgement | undefined;
  dragging: Dragging | null;
  onSelect: (session: AssembledSession) => void;
  onNudge: (session: AssembledSession, by: { days?: number; minutes?: number }) => void;
  onWeek: (by: 1 | -1) => void;
}

/** The hours of the board: those of a working day, and whatever lies outside of them. */
export interface Hours {
  first: number;
  last: number;
}

function hoursOf(shown: readonly Drawn[]): Hours {
  const ends = shown.map(({ session, at }) => at.minutes + session.minutes);
  return {
    first: Math.min(8, ...shown.map(({ at }) => Math.floor(at.minutes / 60))),
    last: Math.min(24, Math.max(18, ...ends.map((end) => Math.ceil(end / 60)))),
  };
}

/** A week of a proposal: by day and hour, or in lanes of rooms or trainers. */
export function Board(parts: BoardParts) {
  const { t } = useTranslation('admin');
  const { assembly, sessions, view, week, draft, onWeek } = parts;
  const shown = useMemo(() => {
    const end = plusDays(week, 7);
    return drawn(sessions, draft, assembly.settings.timeZone).filter(({ at }) => at.date >= week && at.date < end);
  }, [sessions, draft, assembly.settings.timeZone, week]);
  // The weekend is there when something is.
  const weekend = [5, 6].filter((day) => shown.some(({ at }) => at.date === plusDays(week, day)));
  const days = [0, 1, 2, 3, 4, ...(weekend.includes(6) ? [5, 6] : weekend)].map((day) => plusDays(week, day));
  const hours = hoursOf(shown);
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'PageDown' && event.key !== 'PageUp') return;
    event.preventDefault();
    onWeek(event.key === 'PageDown' ? 1 : -1);
  };
  const Week = view === 'calendar' ? Calendar : Lanes;
  return (
    <div role="group" aria-label={t(`planner.view.${view}`)} className={classes.board} onKeyDown={press}>
      <Week {...parts} shown={shown} days={days} hours={hours} />
    </div>
  );
}

interface WeekParts extends BoardParts {
  shown: readonly Drawn[];
  days: readonly string[];
  hours: Hours;
}

const hourHeight = 52;

function Calendar(parts: WeekParts) {
  const { days, hours, shown } = parts;
  const times = useTimes();
  const height = (hours.last - hours.first) * hourHeight;
  return (
    <div className={classes.calendar} style={{ gridTemplateColumns: `44px repeat(${days.length}, minmax(96px, 1fr))` }}>
      <div className={classes.corner} />
      {days.map((day) => (
        <h3 key={day} className={classes.dayName}>
          {times.date(day)}
        </h3>
      ))}
      <div className={classes.axis} style={{ height }} aria-hidden="true">
        {hourList(hours).map((hour) => (
          <span key={hour} style={{ top: (hour - hours.first) * hourHeight }}>
            {clock(hour * 60)}
          </span>
        ))}
      </div>
      {days.map((day) => (
        <div
          key={day}
          className={classes.day}
          style={{ height, backgroundSize: `100% ${hourHeight}px` }}
          data-cell
          data-day={day}
          data-first={hours.first}
          data-last={hours.last}
          data-along="y"
        >
          <DayBlocks {...parts} ofDay={shown.filter(({ at }) => at.date === day)} />
        </div>
      ))}
    </div>
  );
}

/** The blocks of a day beside each other where they overlap, by the hour from top to bottom. */
function DayBlocks({ ofDay, hours, ...parts }: WeekParts & { ofDay: readonly Drawn[] }) {
  const all = (hours.last - hours.first) * 60;
  const fixed = ofDay.filter(({ isDraft }) => !isDraft);
  const places = packed(fixed.map(({ session, at }) => ({ from: at.minutes, to: at.minutes + session.minutes })));
  const styleOf = ({ session, at }: Drawn, row: number, rows: number) => ({
    top: `${((at.minutes - hours.first * 60) / all) * 100}%`,
    height: `max(30px, ${(session.minutes / all) * 100}%)`,
    insetInlineStart: `${(row / rows) * 100}%`,
    width: `calc(${100 / rows}% - 3px)`,
  });
  return (
    <>
      <ul>
        {fixed.map((one, index) => (
          <li key={keyOf(one.session)}>
            <PlannedBlock {...parts} one={one} style={styleOf(one, places[index]!.row, places[index]!.rows)} />
          </li>
        ))}
      </ul>
      {ofDay
        .filter(({ isDraft }) => isDraft)
        .map((one) => (
          <Ghost key="ghost" one={one} judgement={parts.judgement} style={styleOf(one, 0, 1)} />
        ))}
    </>
  );
}

interface Lane {
  id: string;
  name: string;
  /** Where the room is, or how many seats it has. */
  note: string | null;
}

const laneHead = 128;
const rowHeight = 40;
/** What a block needs for its words. */
const leastWidth = 74;

function Lanes(parts: WeekParts) {
  const { t } = useTranslation('admin');
  const { assembly, view, days, hours, shown } = parts;
  const times = useTimes();
  const { ref, width } = useElementSize();
  const cellWidth = Math.max(96, (width - laneHead) / days.length);
  const lanes: Lane[] =
    view === 'rooms'
      ? [
          ...assembly.rooms
            .toSorted((a, b) => a.site.localeCompare(b.site) || a.name.localeCompare(b.name))
            .map(({ roomId, name, site, seats }) => ({
              id: roomId,
              name,
              note: t('planner.roomNote', { site, count: seats }),
            })),
          { id: '', name: t('planner.online'), note: t('planner.noRoom') },
        ]
      : assembly.trainers
          .toSorted((a, b) => a.name.localeCompare(b.name))
          .map(({ userId, name }) => ({ id: userId, name, note: null }));
  const isIn = ({ place }: Drawn, lane: Lane): boolean =>
    view === 'rooms' ? (place.roomId ?? '') === lane.id : place.trainerIds.includes(lane.id);
  return (
    <div className={classes.scroll} ref={ref}>
      <table className={classes.lanes} style={{ minWidth: laneHead + 96 * days.length }}>
        <colgroup>
          <col style={{ width: laneHead }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{t(`planner.view.${view}`)}</span>
            </th>
            {days.map((day) => (
              <th key={day} scope="col">
                {times.date(day)}
                <span className={classes.span} aria-hidden="true">
                  <span>{hours.first}</span>
                  <span>{hours.last}</span>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lanes.map((lane) => (
            <tr key={lane.id}>
              <th scope="row">
                {lane.name}
                {lane.note && <span className={classes.laneNote}>{lane.note}</span>}
              </th>
              {days.map((day) => (
                <td key={day}>
                  <LaneCell
                    {...parts}
                    lane={lane.id}
                    day={day}
                    cellWidth={cellWidth}
                    inCell={shown.filter((one) => one.at.date === day && isIn(one, lane))}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellParts extends WeekParts {
  lane: string;
  day: string;
  cellWidth: number;
  inCell: readonly Drawn[];
}

/** One day of one lane: blocks stand by their time, and below each other where their words need the room. */
function LaneCell({ lane, day, cellWidth, inCell, hours, ...parts }: CellParts) {
  const all = (hours.last - hours.first) * 60;
  const least = (leastWidth / cellWidth) * all;
  const spanOf = ({ session, at }: Drawn) => {
    const wide = Math.min(all, Math.max(session.minutes, least));
    const from = Math.min(at.minutes - hours.first * 60, all - wide);
    return { from, to: from + wide };
  };
  const fixed = inCell.filter(({ isDraft }) => !isDraft);
  const places = packed(fixed.map(spanOf));
  const rows = Math.max(1, ...places.map((place) => place.row + 1));
  const styleOf = (one: Drawn, row: number) => {
    const { from, to } = spanOf(one);
    return {
      top: row * rowHeight,
      height: rowHeight - 3,
      insetInlineStart: `${(from / all) * 100}%`,
      width: `${((to - from) / all) * 100}%`,
    };
  };
  return (
    <div
      className={classes.cell}
      style={{ height: rows * rowHeight + 3 }}
      data-cell
      data-day={day}
      data-lane={lane}
      data-first={hours.first}
      data-last={hours.last}
      data-along="x"
    >
      {fixed.length > 0 && (
        <ul>
          {fixed.map((one, index) => (
            <li key={keyOf(one.session)}>
              <PlannedBlock {...parts} one={one} lane={lane} style={styleOf(one, places[index]!.row)} />
            </li>
          ))}
        </ul>
      )}
      {inCell
        .filter(({ isDraft }) => isDraft)
        .map((one) => (
          <Ghost key="ghost" one={one} judgement={parts.judgement} style={styleOf(one, 0)} />
        ))}
    </div>
  );
}

/** A block that is selected by a click, moved by dragging, and tried elsewhere with keys. */
function PlannedBlock({
  one,
  lane,
  style,
  ...parts
}: Omit<BoardParts, 'view'> & { view: PlannerView; one: Drawn; lane?: string; style: CSSProperties }) {
  const { assembly, marks, selected, draft, dragging, onSelect, onNudge } = parts;
  const { session } = one;
  return (
    <Block
      assembly={assembly}
      one={one}
      mark={marks.get(session.cohortId)}
      style={style}
      isSelected={selected === keyOf(session)}
      isHeld={dragging?.isHeld === true && draft?.key === keyOf(session)}
      onSelect={() => onSelect(session)}
      onNudge={dragging ? (by) => onNudge(session, by) : undefined}
      onHold={dragging ? (event) => dragging.hold(event, session, lane) : undefined}
    />
  );
}

const hourList = ({ first, last }: Hours): number[] =>
  Array.from({ length: last - first }, (_, index) => first + index);
