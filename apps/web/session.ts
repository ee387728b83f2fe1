import { useSyncExternalStore } from 'react';

/**
 * Whether somebody has signed in since the page was loaded, and whether that session has run out. A page that was
 * never signed in goes to the sign-in screen; one in use asks on top of itself, so that what was typed stays.
 */
let signedIn = false;
let asking: { answer: Promise<boolean>; settle: (again: boolean) => void } | null = null;
const listeners = new Set<() => void>();

function changed(): void {
  for (const listener of listeners) listener();
}

/** Somebody has signed in, now or again. */
export function sessionBegan(): void {
  signedIn = true;
  asking?.settle(true);
  asking = null;
  changed();
}

/** Somebody has signed out on purpose. */
export function sessionEnded(): void {
  signedIn = false;
  asking?.settle(false);
  asking = null;
  changed();
}

/** Resolves with true once the reader has signed in again; with false at once where nobody was signed in. */
export function mustSignInAgain(): Promise<boolean> {
  if (!signedIn) return Promise.resolve(false);
  if (!asking) {
    let settle: (again: boolean) => void = () => undefined;
    const answer = new Promise<boolean>((resolve) => (settle = resolve));
    asking = { answer, settle };
    changed();
  }
  return asking.answer;
}

/** True while the session has run out and the reader should sign in on top of what they were doing. */
export function useHasRunOut(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => asking !== null,
  );
}
