import type { AssembledSession } from '@kohorte/contracts';
import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react';
import type { Place, PlannerView } from './model.js';
import { instantOfWall, wallOf } from './week.js';

/** Pixels that a pointer moves before it drags instead of clicking. */
const threshold = 5;
/** Sessions begin at the half-hours. */
const step = 30;

interface Parts {
  view: PlannerView;
  timeZone: string;
  onTry: (session: AssembledSession, place: Place) => void;
  onDrop: (session: AssembledSession, place: Place) => void;
  onGiveUp: () => void;
}

interface Held {
  session: AssembledSession;
  /** Where it is, or what it begins with where it has no place yet. */
  before: Place;
  /** The lane that it is taken out of; `undefined` beside the lanes. */
  lane: string | undefined;
  /** How many minutes after its beginning it was taken hold of. */
  grab: number;
  from: { x: number; y: number };
  last: Place | null;
}

/** Dragging with a mouse or a pen; fingers scroll, and use the form. */
export function useDragging({ view, timeZone, onTry, onDrop, onGiveUp }: Parts) {
  const held = useRef<Held | null>(null);
  const [isHeld, setHeld] = useState(false);
  const wasDragged = useRef(false);
  // Listeners are added once for a drag, and always call what is true now.
  const now = useRef({ view, timeZone, onTry, onDrop, onGiveUp });
  useEffect(() => {
    now.current = { view, timeZone, onTry, onDrop, onGiveUp };
  });

  const letGo = useRef<() => void>(() => undefined);
  useEffect(() => () => letGo.current(), []);

  const hold = (
    event: ReactPointerEvent<HTMLElement>,
    session: AssembledSession,
    before: Place,
    lane?: string,
  ): void => {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const cell = cellOf(event.currentTarget);
    wasDragged.current = false;
    held.current = {
      session,
      before,
      lane,
      grab: cell ? minutesUnder(cell, event) - wallOf(before.from, timeZone).minutes : 0,
      from: { x: event.clientX, y: event.clientY },
      last: null,
    };
    const move = (moved: PointerEvent): void => {
      const one = held.current;
      if (!one) return;
      const far = Math.hypot(moved.clientX - one.from.x, moved.clientY - one.from.y);
      if (!wasDragged.current && far < threshold) return;
      wasDragged.current = true;
      setHeld(true);
      const place = placeUnder(one, moved, now.current.view, now.current.timeZone);
      if (!place || JSON.stringify(place) === JSON.stringify(one.last)) return;
      one.last = place;
      now.current.onTry(one.session, place);
    };
    const end = (): void => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', drop);
      window.removeEventListener('pointercancel', giveUp);
      window.removeEventListener('keydown', escape, true);
      held.current = null;
      setHeld(false);
      // A click that follows comes at once; later ones are clicks again.
      setTimeout(() => {
        wasDragged.current = false;
      });
    };
    const drop = (): void => {
      const one = held.current;
      end();
      if (one?.last) now.current.onDrop(one.session, one.last);
    };
    const giveUp = (): void => {
      const isDragging = wasDragged.current;
      end();
      if (isDragging) now.current.onGiveUp();
    };
    const escape = (pressed: KeyboardEvent): void => {
      if (pressed.key === 'Escape') giveUp();
    };
    letGo.current = end;
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', drop);
    window.addEventListener('pointercancel', giveUp);
    window.addEventListener('keydown', escape, true);
  };

  return {
    isHeld,
    hold,
    /** The click that ends a drag is none. */
    isClick: (): boolean => !wasDragged.current,
  };
}

export type Dragging = ReturnType<typeof useDragging>;

const cellOf = (element: Element): HTMLElement | null => element.closest<HTMLElement>('[data-cell]');

/** The time of day that lies under the pointer, in minutes since midnight. */
function minutesUnder(cell: HTMLElement, { clientX, clientY }: { clientX: number; clientY: number }): number {
  const { along, first, last } = cell.dataset;
  const box = cell.getBoundingClientRect();
  const share = along === 'y' ? (clientY - box.top) / box.height : (clientX - box.left) / box.width;
  return (Number(first) + share * (Number(last) - Number(first))) * 60;
}

/** What place the held block would have where the pointer is; `null` off the board. */
function placeUnder(
  { before, lane, grab }: Held,
  pointer: PointerEvent,
  view: PlannerView,
  timeZone: string,
): Place | null {
  const cell = document
    .elementsFromPoint(pointer.clientX, pointer.clientY)
    .map(cellOf)
    .find((found) => found !== null);
  if (!cell) return null;
  const { day = '', first, last, lane: over } = cell.dataset;
  const raw = Math.round((minutesUnder(cell, pointer) - grab) / step) * step;
  const minutes = Math.min(Math.max(raw, Number(first) * 60), Number(last) * 60 - step);
  const from = instantOfWall({ date: day, minutes }, timeZone);
  const { roomId, trainerIds } = before;
  if (view === 'rooms') return { from, roomId: over || null, trainerIds };
  if (view === 'trainers' && over && over !== lane) {
    const others = lane === undefined ? [] : trainerIds.filter((id) => id !== lane && id !== over);
    return { from, roomId, trainerIds: [...others, over] };
  }
  return { from, roomId, trainerIds };
}
