import { useSyncExternalStore } from 'react';

type Doing = 'unsaved' | 'saving' | 'failed';

/** What is not saved yet, by a name for it; empty when all is. */
const open = new Map<string, Doing>();
const listeners = new Set<() => void>();

/** Notes how far something is on its way to the server; `null` when it is there. */
export function noteSaving(name: string, doing: Doing | null): void {
  if (doing === null) open.delete(name);
  else open.set(name, doing);
  for (const listener of listeners) listener();
}

let made = 0;

/** Shows a change that goes to the server at once as being saved, for as long as it takes. */
export async function saved<T>(change: Promise<T>): Promise<T> {
  const name = `change-${(made += 1)}`;
  noteSaving(name, 'saving');
  try {
    return await change;
  } finally {
    noteSaving(name, null);
  }
}

function state(): 'saved' | Doing {
  const all = [...open.values()];
  return (['failed', 'saving', 'unsaved'] as const).find((doing) => all.includes(doing)) ?? 'saved';
}

/** How everything stands together. */
export const useSaveState = (): 'saved' | Doing =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, state);
