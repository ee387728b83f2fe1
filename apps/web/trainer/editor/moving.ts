import type { ModuleDraftView } from '@kohorte/contracts';
import { type DragEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Editing } from './editing.js';
import { placeItem, placeModule, stepItem, stepModule } from './reorder.js';

type Row = { kind: 'module'; moduleId: string } | { kind: 'item'; moduleId: string; itemId: string };
interface Over {
  row: Row;
  side: 'before' | 'after';
}

const idOf = (row: Row): string => (row.kind === 'item' ? row.itemId : row.moduleId);

/** Putting modules and items in another order, by dragging and by keys; each move is said aloud. */
export function useMoving({ version, isDraft, reorder }: Editing) {
  const { t } = useTranslation('trainer');
  const [held, setHeld] = useState<Row | null>(null);
  const [over, setOver] = useState<Over | null>(null);
  const [said, setSaid] = useState('');
  const { modules } = version;
  const stepped = useRef<string | null>(null);
  // In another module it is another row for the browser, which would drop the focus.
  useLayoutEffect(() => {
    if (stepped.current) document.querySelector<HTMLElement>(`[data-grip="${stepped.current}"]`)?.focus();
    stepped.current = null;
  }, [modules]);

  const settle = (next: readonly ModuleDraftView[], id: string): void => {
    if (next === modules) return;
    setSaid(placeSaid(next, id));
    void reorder(next);
  };
  const placeSaid = (next: readonly ModuleDraftView[], id: string): string => {
    const index = next.findIndex(({ moduleId }) => moduleId === id);
    if (next[index]) return t('editor.movedModule', { title: next[index].title, place: index + 1, of: next.length });
    const module = next.find(({ items }) => items.some(({ itemId }) => itemId === id));
    const place = module?.items.findIndex(({ itemId }) => itemId === id) ?? -1;
    const title = module?.items[place]?.title ?? '';
    return t('editor.moved', { title, place: place + 1, of: module?.items.length ?? 0, module: module?.title ?? '' });
  };
  const drop = (): void => {
    if (held && over) settle(dropped(modules, held, over), idOf(held));
    setHeld(null);
    setOver(null);
  };

  return {
    said,
    stepItem: (itemId: string, by: 1 | -1) => {
      stepped.current = itemId;
      settle(stepItem(modules, itemId, by), itemId);
    },
    stepModule: (moduleId: string, by: 1 | -1) => {
      stepped.current = moduleId;
      settle(stepModule(modules, moduleId, by), moduleId);
    },
    /** On which side of a row what is held would fall. */
    dropAt: (id: string): Over['side'] | undefined => (over && idOf(over.row) === id ? over.side : undefined),
    dragging: (row: Row) =>
      isDraft && {
        draggable: true,
        onDragStart: (event: DragEvent) => {
          event.dataTransfer.effectAllowed = 'move';
          // Without data some browsers do not begin to drag.
          event.dataTransfer.setData('text/plain', idOf(row));
          setHeld(row);
        },
        onDragOver: (event: DragEvent) => {
          if (!held || (held.kind === 'module' && row.kind === 'item')) return;
          event.preventDefault();
          const { top, height } = event.currentTarget.getBoundingClientRect();
          // An item on a module's head falls into it, at its beginning.
          const isAfter = event.clientY > top + height / 2 || (held.kind === 'item' && row.kind === 'module');
          setOver({ row, side: isAfter ? 'after' : 'before' });
        },
        onDrop: (event: DragEvent) => {
          event.preventDefault();
          drop();
        },
        onDragEnd: () => {
          setHeld(null);
          setOver(null);
        },
      },
  };
}

function dropped(modules: readonly ModuleDraftView[], held: Row, { row, side }: Over): readonly ModuleDraftView[] {
  if (held.kind === 'module') {
    const index = modules.findIndex(({ moduleId }) => moduleId === row.moduleId);
    const before = side === 'before' ? row.moduleId : (modules[index + 1]?.moduleId ?? null);
    return before === held.moduleId ? modules : placeModule(modules, held.moduleId, before);
  }
  const items = modules.find(({ moduleId }) => moduleId === row.moduleId)?.items ?? [];
  const index = row.kind === 'item' ? items.findIndex(({ itemId }) => itemId === row.itemId) : -1;
  const before = (side === 'before' ? items[index] : items[index + 1])?.itemId ?? null;
  if (before === held.itemId) return modules;
  return placeItem(modules, held.itemId, { moduleId: row.moduleId, before });
}
