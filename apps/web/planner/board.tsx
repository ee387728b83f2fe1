import type { AssembledSession, AssemblyView } from '@kohorte/contracts';
import { type CSSProperties, type KeyboardEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
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
    <div
      role="group"
      aria-label={t(`planner.view.${view}`)}
      className={classes.board}
      data-held={parts.dragging?.isHeld || undefined}
      tabIndex={0}
      onKeyDown={press}
    >
      <Week {...parts} shown={shown} days={days} hours={hours} />
    </div>
  );
}

/** `Mo 30. Nov.`, short enough for the head of a column. */
function DayName({ day }: { day: string }) {
  const { i18n } = useTranslation('admin');
  const noon = new Date(`${day}T12:00:00Z`);
  const part = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(i18n.language === 'de' ? 'de-DE' : 'en-GB', { ...options, timeZone: 'UTC' }).format(noon);
  return (
    <time dateTime={day}>
      {part({ weekday: 'short' })} <span className={classes.date}>{part({ day: 'numeric', month: 'short' })}</span>
    </time>
  );
}

interface WeekParts extends BoardParts {
  shown: readonly Drawn[];
  days: readonly string[];
  hours: Hours;
}

const hourHeight = 52;
/** What the words of a block need. */
const blockWidth = 76;

function Calendar(parts: WeekParts) {
  const { days, hours, shown } = parts;
  const height = (hours.last - hours.first) * hourHeight;
  const columns = days.map((day) => {
    const fixed = shown.filter(({ at, isDraft }) => at.date === day && !isDraft);
    const places = packed(fixed.map(({ session, at }) => ({ from: at.minutes, to: at.minutes + session.minutes })));
    return { day, fixed, places, most: Math.max(1, ...places.map(({ rows }) => rows)) };
  });
  // A day with much at a time gets more of the width.
  const widths = columns.map(({ most }) => `minmax(${Math.max(92, most * blockWidth)}px, ${most}fr)`);
  return (
    <div className={classes.calendar} style={{ gridTemplateColumns: `44px ${widths.join(' ')}` }}>
      <div className={classes.corner} />
      {days.map((day) => (
        <h3 key={day} className={classes.dayName}>
          <DayName day={day} />
        </h3>
      ))}
      <div className={classes.axis} style={{ height }} aria-hidden="true">
        {hourList(hours).map((hour) => (
          <span key={hour} style={{ top: (hour - hours.first) * hourHeight }}>
            {clock(hour * 60)}
          </span>
        ))}
      </div>
      {columns.map((column) => (
        <div
          key={column.day}
          className={classes.day}
          style={{ height, backgroundSize: `100% ${hourHeight}px` }}
          data-cell
          data-day={column.day}
          data-first={hours.first}
          data-last={hours.last}
          data-along="y"
        >
          <DayBlocks {...parts} {...column} />
        </div>
      ))}
    </div>
  );
}

interface DayParts extends WeekParts {
  day: string;
  fixed: readonly Drawn[];
  places: readonly { row: number; rows: number }[];
}

/** The blocks of a day beside each other where they overlap, by the hour from top to bottom. */
function DayBlocks({ day, fixed, places, shown, hours, ...parts }: DayParts) {
  const all = (hours.last - hours.first) * 60;
  const styleOf = ({ session, at }: Drawn, row: number, rows: number) => ({
    top: `${((at.minutes - hours.first * 60) / all) * 100}%`,
    height: `max(26px, ${(session.minutes / all) * 100}% - 2px)`,
    insetInlineStart: `${(row / rows) * 100}%`,
    width: `calc(${100 / rows}% - 3px)`,
  });
  const draft = shown.find(({ at, isDraft }) => isDraft && at.date === day);
  return (
    <>
      {fixed.length > 0 && (
        <ul>
          {fixed.map((one, index) => (
            <li key={keyOf(one.session)}>
              <PlannedBlock
                {...parts}
                one={one}
                style={styleOf(one, places[index]!.row, places[index]!.rows)}
                titleLines={Math.floor(((one.session.minutes / 60) * hourHeight - 26) / 16)}
              />
            </li>
          ))}
        </ul>
      )}
      {draft && (
        <Ghost
          one={draft}
          judgement={parts.judgement}
          isHeld={parts.dragging?.isHeld === true}
          style={styleOf(draft, 0, 1)}
          isAtEnd={parts.days.indexOf(day) > parts.days.length - 3}
          isLow={draft.at.minutes > (hours.first + hours.last) * 30}
        />
      )}
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
const laneDay = 92;
const rowHeight = 42;

function Lanes(parts: WeekParts) {
  const { t } = useTranslation('admin');
  const { assembly, view, days, hours, shown } = parts;
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
    <table className={classes.lanes} style={{ minWidth: laneHead + laneDay * days.length }}>
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
              <DayName day={day} />
              <span className={classes.span} aria-hidden="true">
                <span>{hours.first}</span>
                <span>{hours.last}</span>
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lanes.map((lane, index) => (
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
                  isLow={index > 2 && index >= lanes.length / 2}
                  inCell={shown.filter((one) => one.at.date === day && isIn(one, lane))}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellParts extends WeekParts {
  lane: string;
  day: string;
  inCell: readonly Drawn[];
  /** In the lower half of the lanes. */
  isLow: boolean;
}

/** One day of one lane: a line for each block, with a bar below its words where it lies between morning and evening. */
function LaneCell({ lane, day, inCell, isLow, hours, ...parts }: CellParts) {
  const all = (hours.last - hours.first) * 60;
  const fixed = inCell.filter(({ isDraft }) => !isDraft).sort((a, b) => a.at.minutes - b.at.minutes);
  const draft = inCell.find(({ isDraft }) => isDraft);
  const barOf = ({ session, at }: Drawn) => ({
    insetInlineStart: `${((at.minutes - hours.first * 60) / all) * 100}%`,
    width: `${(session.minutes / all) * 100}%`,
  });
  const styleOf = (row: number) => ({ top: row * rowHeight, height: rowHeight - 3, insetInline: 0 });
  return (
    <div
      className={classes.cell}
      style={{ height: Math.max(1, fixed.length) * rowHeight + 3 }}
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
              <PlannedBlock {...parts} one={one} lane={lane} style={styleOf(index)} bar={barOf(one)} />
            </li>
          ))}
        </ul>
      )}
      {draft && (
        <Ghost
          one={draft}
          judgement={parts.judgement}
          isHeld={parts.dragging?.isHeld === true}
          style={styleOf(0)}
          bar={barOf(draft)}
          isAtEnd={parts.days.indexOf(day) > parts.days.length - 3}
          isLow={isLow}
        />
      )}
    </div>
  );
}

/** A block that is selected by a click, moved by dragging, and tried elsewhere with keys. */
function PlannedBlock({
  one,
  lane,
  style,
  bar,
  titleLines = 0,
  ...parts
}: BoardParts & { one: Drawn; lane?: string; style: CSSProperties; bar?: CSSProperties; titleLines?: number }) {
  const { assembly, marks, selected, draft, dragging, onSelect, onNudge } = parts;
  const { session } = one;
  return (
    <Block
      assembly={assembly}
      one={one}
      mark={marks.get(session.cohortId)}
      style={style}
      bar={bar}
      titleLines={titleLines}
      isSelected={selected === keyOf(session)}
      isHeld={dragging?.isHeld === true && draft?.key === keyOf(session)}
      onSelect={() => onSelect(session)}
      onNudge={dragging ? (by) => onNudge(session, by) : undefined}
      onHold={dragging ? (event) => dragging.hold(event, session, one.place, lane) : undefined}
    />
  );
}

const hourList = ({ first, last }: Hours): number[] =>
  Array.from({ length: last - first }, (_, index) => first + index);
