import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemWords } from './problem-words.js';
import classes from './toasts.module.css';

interface Toast {
  id: number;
  /** What was done, or why taking it back has failed. */
  says: string | { problem: unknown };
  /** Takes it back; missing where that has failed. */
  undo?: () => Promise<void>;
}

let toast: Toast | null = null;
let made = 0;
const listeners = new Set<() => void>();

function show(next: Toast | null): void {
  toast = next;
  for (const listener of listeners) listener();
}

/** Says what was done and offers to undo it for a while. Toasts are for nothing else. */
export function offerUndo(text: string, undo: () => Promise<void>): void {
  made += 1;
  show({ id: made, says: text, undo });
}

async function takeBack({ id, undo }: Toast): Promise<void> {
  show(null);
  try {
    await undo?.();
  } catch (problem) {
    show({ id: -id, says: { problem } });
  }
}

const lastsMs = 10_000;

/** The one place where toasts appear; heard by screen readers, and kept while one reads or focuses it. */
export function Toasts() {
  const { t } = useTranslation();
  const words = useProblemWords();
  const current = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toast,
  );
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (!current || isHeld) return;
    const timer = setTimeout(() => show(null), lastsMs);
    return () => clearTimeout(timer);
  }, [current, isHeld]);
  return (
    <div role="status" aria-live="polite" className={classes.place}>
      {current && (
        <div
          key={current.id}
          className={classes.toast}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span>{typeof current.says === 'string' ? current.says : words(current.says.problem)}</span>
          {current.undo && (
            <button
              type="button"
              className={classes.undo}
              onClick={() => {
                setHeld(false);
                void takeBack(current);
              }}
            >
              {t('shell.undo')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
