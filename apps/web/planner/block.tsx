import type { AssemblyView } from '@kohorte/contracts';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import type { CSSProperties, KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './board.module.css';
import type { Judgement } from './judgement.js';
import { Judged, stateOf } from './judged.js';
import { type Drawn, keyOf, type Mark } from './model.js';
import { clock } from './week.js';
import { usePlaceWords, useSessionWords } from './words.js';

/** A cohort's letter on its colour. */
export function CohortMark({ mark }: { mark: Mark | undefined }) {
  if (!mark) return null;
  return (
    <span className={classes.mark} data-hue={mark.hue} aria-hidden="true">
      {mark.letter}
    </span>
  );
}

interface BlockParts {
  assembly: AssemblyView;
  one: Drawn;
  mark: Mark | undefined;
  style: CSSProperties;
  /** Where it lies in its day, in a lane. */
  bar?: CSSProperties;
  /** For how many lines of its title there is room. */
  titleLines: number;
  isSelected: boolean;
  /** It is being dragged, and its ghost stands elsewhere. */
  isHeld: boolean;
  onSelect: () => void;
  onNudge?: (by: { days?: number; minutes?: number }) => void;
  onHold?: (event: PointerEvent<HTMLElement>) => void;
}

const nudges: Record<string, { days?: number; minutes?: number }> = {
  ArrowUp: { minutes: -30 },
  ArrowDown: { minutes: 30 },
  ArrowLeft: { days: -1 },
  ArrowRight: { days: 1 },
};

/** One session at its place. */
export function Block(parts: BlockParts) {
  const { assembly, one, mark, style, bar, titleLines, isSelected, isHeld, onSelect, onNudge, onHold } = parts;
  const { t } = useTranslation('admin');
  const words = usePlaceWords(assembly);
  const names = useSessionWords();
  const { session, place, at } = one;
  const cohort = assembly.cohorts.find(({ cohortId }) => cohortId === session.cohortId);
  const label = [
    names.named(session),
    cohort?.name,
    words.whole(place, session),
    session.locked && t('planner.locked'),
    session.change === 'moved' && t('planner.change.moved'),
  ]
    .filter(Boolean)
    .join(', ');
  const press = (event: KeyboardEvent): void => {
    const by = event.shiftKey ? nudges[event.key] : undefined;
    if (!by || !onNudge) return;
    event.preventDefault();
    onNudge(by);
  };
  return (
    <button
      type="button"
      className={classes.block}
      style={style}
      data-session={keyOf(session)}
      data-hue={mark?.hue}
      data-short={session.minutes < 40 || undefined}
      data-held={isHeld || undefined}
      data-movable={Boolean(onHold) || undefined}
      aria-current={isSelected || undefined}
      aria-label={label}
      title={label}
      aria-keyshortcuts={onNudge && 'Shift+ArrowUp Shift+ArrowDown Shift+ArrowLeft Shift+ArrowRight'}
      onClick={onSelect}
      onKeyDown={press}
      onPointerDown={onHold}
    >
      <span className={classes.head}>
        <CohortMark mark={mark} />
        <span>{names.short(session)}</span>
        {session.locked && <IconLock size={12} stroke={2} aria-hidden="true" />}
        <span className={classes.time}>{clock(at.minutes)}</span>
      </span>
      {titleLines > 0 && (
        <span className={classes.title} style={{ WebkitLineClamp: titleLines }}>
          {session.title}
        </span>
      )}
      {bar && <Bar style={bar} />}
    </button>
  );
}

/** The place that is tried out: whether it is possible, and what it does. */
export function Ghost({
  one,
  judgement,
  style,
  bar,
  isHeld,
  isAtEnd,
  isLow,
}: {
  one: Drawn;
  judgement: Judgement | undefined;
  style: CSSProperties;
  bar?: CSSProperties;
  /** While it is dragged the reasons stand beside it; afterwards they stand in the panel. */
  isHeld: boolean;
  /** Near the end of the week, or low on the board: what is said about it stands on the other side. */
  isAtEnd: boolean;
  isLow: boolean;
}) {
  const { session, at } = one;
  return (
    // Who hears the screen hears the same from the panel.
    <div className={classes.ghost} style={style} data-state={stateOf(judgement)} aria-hidden="true">
      <span className={classes.head}>
        {clock(at.minutes)}–{clock(at.minutes + session.minutes)}
      </span>
      {bar && <Bar style={bar} />}
      {isHeld && (
        <div className={classes.ghostNote} data-end={isAtEnd || undefined} data-up={isLow || undefined}>
          <Judged judgement={judgement} mode={session.mode} />
        </div>
      )}
    </div>
  );
}

/** A day as a line, and on it the time that a session takes. */
function Bar({ style }: { style: CSSProperties }) {
  return (
    <span className={classes.bar}>
      <span style={style} />
    </span>
  );
}
