import type { AssembledSession } from '@kohorte/contracts';
import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react';
import type { Place, PlannerView } from './model.js';
import { instantOfWall } from './week.js';

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
  lane: string | undefined;
  /** Where it was taken hold of, from its corner. */
  grab: { x: number; y: number };
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

  const hold = (event: ReactPointerEvent<HTMLElement>, session: AssembledSession, lane?: string): void => {
    if (event.button !== 0 || event.pointerType === 'touch' || !session.place) return;
    const box = event.currentTarget.getBoundingClientRect();
    wasDragged.current = false;
    held.current = {
      session,
      lane,
      grab: { x: event.clientX - box.left, y: event.clientY - box.top },
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
    isClick: (): boolean => {
      const was = wasDragged.current;
      wasDragged.current = false;
      return !was;
    },
  };
}

export type Dragging = ReturnType<typeof useDragging>;

/** What place the held block would have where the pointer is; `null` off the board. */
function placeUnder(
  { session, lane, grab }: Held,
  { clientX, clientY }: PointerEvent,
  view: PlannerView,
  timeZone: string,
): Place | null {
  const cell = document
    .elementsFromPoint(clientX, clientY)
    .find((element): element is HTMLElement => element instanceof HTMLElement && element.dataset['cell'] !== undefined);
  const before = session.place;
  if (!cell || !before) return null;
  const { day = '', along, first, last, lane: over } = cell.dataset;
  const [firstHour, lastHour] = [Number(first), Number(last)];
  const box = cell.getBoundingClientRect();
  const share = along === 'y' ? (clientY - grab.y - box.top) / box.height : (clientX - grab.x - box.left) / box.width;
  const all = (lastHour - firstHour) * 60;
  const raw = firstHour * 60 + Math.round((share * all) / step) * step;
  const minutes = Math.min(Math.max(raw, firstHour * 60), Math.max(firstHour * 60, lastHour * 60 - step));
  const from = instantOfWall({ date: day, minutes }, timeZone);
  if (view === 'rooms') return { ...before, from, roomId: over || null, trainerIds: before.trainerIds };
  if (view === 'trainers' && over && over !== lane) {
    const others = before.trainerIds.filter((id) => id !== lane && id !== over);
    return { from, roomId: before.roomId, trainerIds: [...others, over] };
  }
  return { from, roomId: before.roomId, trainerIds: before.trainerIds };
}
