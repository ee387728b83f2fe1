import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { ApiProblem } from '../../api.js';
import { noteSaving } from './saving.js';

const place = (name: string): string => `kohorte.unsaved.${name}`;
const whileTypingMs = 800;
const nextTryMs = 5_000;

/** Saves changes; gives the fields that it has left out, as they are not finished: those wait on the device. */
type Save<T> = (changes: Partial<T>) => Promise<readonly (keyof T & string)[] | void>;

/** What was typed and is not on the server yet; it outlives its form, and waits on the device until it is. */
class Draft<T extends object> {
  pending: Partial<T>;
  problem: Error | null = null;
  /** Known as soon as its form is there. */
  private save: Save<T> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private saving: Promise<void> | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly name: string) {
    this.pending = JSON.parse(localStorage.getItem(place(name)) ?? '{}') as Partial<T>;
  }

  private get isOpen(): boolean {
    return Object.keys(this.pending).length > 0;
  }

  /** Tells how to save; what waits on the device from an earlier visit is saved at once. */
  saveBy(save: Save<T>): void {
    const isFirst = this.save === null;
    this.save = save;
    if (isFirst && this.isOpen) this.flushIn(0);
  }

  /** Notes what was typed and saves it a moment later, or, with `wait`, only when the field is left. */
  change(changes: Partial<T>, { wait = false } = {}): void {
    this.pending = { ...this.pending, ...changes };
    noteSaving(this.name, 'unsaved');
    if (wait) clearTimeout(this.timer);
    else this.flushIn(whileTypingMs);
    this.changed();
  }

  /** Saves now; resolves when everything typed so far is saved or has been refused. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    await this.saving;
    if (!this.isOpen || !this.save) return;
    this.saving = this.send(this.save);
    await this.saving;
    this.saving = null;
  }

  private async send(save: Save<T>): Promise<void> {
    const sent = this.pending;
    noteSaving(this.name, 'saving');
    try {
      const unfinished: readonly string[] = (await save(sent)) ?? [];
      this.problem = null;
      const isTyped = ([field, value]: [string, unknown]): boolean => sent[field as keyof T] !== value;
      const later = Object.entries(this.pending).filter((entry) => isTyped(entry) || unfinished.includes(entry[0]));
      this.pending = Object.fromEntries(later) as Partial<T>;
      noteSaving(this.name, this.isOpen ? 'unsaved' : null);
      if (later.some(isTyped)) this.flushIn(whileTypingMs);
    } catch (problem) {
      this.problem = problem as Error;
      noteSaving(this.name, 'failed');
      // A refusal waits for the author; silence of the network only for its end.
      if (problem instanceof ApiProblem && problem.code === 'unreachable') this.flushIn(nextTryMs);
    }
    this.changed();
  }

  private flushIn(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms);
  }

  private changed(): void {
    if (this.isOpen) localStorage.setItem(place(this.name), JSON.stringify(this.pending));
    else localStorage.removeItem(place(this.name));
    for (const listener of this.listeners) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): string => JSON.stringify([this.pending, this.problem?.message]);
}

const drafts = new Map<string, Draft<object>>();

function draftOf<T extends object>(name: string): Draft<T> {
  const known = drafts.get(name) ?? new Draft<object>(name);
  drafts.set(name, known);
  return known as unknown as Draft<T>;
}

/** Saves whatever is open anywhere; false if something was refused. */
export async function saveAll(): Promise<boolean> {
  await Promise.all([...drafts.values()].map((draft) => draft.flush()));
  return [...drafts.values()].every((draft) => Object.keys(draft.pending).length === 0);
}

/** Drops what was typed into something that is gone. */
export function forgetDraft(name: string): void {
  drafts.delete(name);
  localStorage.removeItem(place(name));
  noteSaving(name, null);
}

/**
 * A form that saves itself: while one types, when a field is left, and when the form goes away.
 * @param name of what is edited, the same at every visit
 */
export function useAutosave<T extends object>(name: string, saved: T, save: Save<T>) {
  const draft = useMemo(() => draftOf<T>(name), [name]);
  useSyncExternalStore(draft.subscribe, draft.snapshot);
  useEffect(() => {
    draft.saveBy(save);
  });
  useEffect(() => () => void draft.flush(), [draft]);
  const { problem } = draft;
  return {
    values: { ...saved, ...draft.pending },
    problem,
    change: (changes: Partial<T>, how?: { wait?: boolean }): void => draft.change(changes, how),
    flush: (): void => void draft.flush(),
    /** Also of a field within a field: `session.groupMost`. */
    errorOf: (field: (keyof T & string) | `${keyof T & string}.${string}`): string | undefined =>
      problem instanceof ApiProblem ? problem.forField(field) : undefined,
  };
}
