import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { ApiProblem } from '../api.js';
import { useApiMaybe } from '../queries.js';

const whileTypingMs = 800;
const nextTryMs = 5_000;

/** Fields by their names; values are compared as they are. */
type Fields = Record<string, string | number | null>;

/** What the server has, and the number of that state. */
export interface Stored<T extends Fields> {
  revision: number;
  values: T;
}

/** How what is written gets to the server. */
export interface Way<T extends Fields> {
  /** Sends a change of the state `revision`; answers with the new state. */
  send: (changes: Partial<T>, whole: T, revision: number) => Promise<Stored<T>>;
  /** Reads again what the server has, after somebody else has changed it. */
  reread: () => Promise<Stored<T>>;
}

/** `held-back`: the device has it, the server is out of reach. */
export type KeptState = 'saved' | 'unsaved' | 'saving' | 'held-back' | 'refused' | 'conflict';

interface OnDevice<T> {
  pending: Partial<T>;
  base: Partial<T>;
}

/**
 * What somebody writes, on its way to the server: it waits on the device until it is there, so that neither a closed
 * laptop nor a dead network loses any of it. What others have changed meanwhile is joined field by field; only a field
 * that both have changed is a conflict, which the writer decides.
 */
export class Kept<T extends Fields> {
  state: KeptState = 'saved';
  problem: Error | null = null;
  private stored: Stored<T> | null = null;
  private pending: Partial<T>;
  /** What the server had in the fields of `pending` when they were first changed. */
  private base: Partial<T>;
  private way: Way<T> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | null = null;
  private isStopped = false;
  /** Fields that the server has refused as they are; they wait until they are changed. */
  private readonly refused = new Set<keyof T>();
  private readonly listeners = new Set<() => void>();
  private drawn = 0;

  constructor(private readonly place: string) {
    const { pending, base } = this.read();
    this.pending = pending;
    this.base = base;
    if (this.isOpen) this.state = 'unsaved';
  }

  get isOpen(): boolean {
    return Object.keys(this.pending).length > 0;
  }

  /** Everything as it shall be. */
  get values(): T | null {
    return this.stored && { ...this.stored.values, ...this.pending };
  }

  /** What was typed over what a screen has read, before the two are joined. */
  over(values: T): T {
    return { ...values, ...this.pending };
  }

  /** Fields that both sides have changed, with what the other side made of them. */
  get conflicts(): Partial<T> {
    if (!this.stored) return {};
    const { values } = this.stored;
    const fields = Object.keys(this.pending) as (keyof T & string)[];
    return Object.fromEntries(
      fields
        .filter((field) => values[field] !== this.base[field] && values[field] !== this.pending[field])
        .map((field) => [field, values[field]]),
    ) as Partial<T>;
  }

  /** Tells how to save, and what the server has; what waits on the device from an earlier visit is then saved. */
  follow(way: Way<T>, stored: Stored<T>): void {
    const isFirst = this.way === null;
    this.way = way;
    if (this.stored && stored.revision < this.stored.revision) return;
    const isSame = this.stored?.revision === stored.revision && sameFields(this.stored.values, stored.values);
    if (!isSame) {
      this.stored = stored;
      this.dropWhatIsThere();
      if (this.isOpen && Object.keys(this.conflicts).length > 0) this.state = 'conflict';
      this.changed();
    }
    if (isFirst && this.isOpen && this.state !== 'conflict') this.flushIn(0);
  }

  /** Notes what was typed and saves it a moment later, or, with `wait`, only when the field is left. */
  change(changes: Partial<T>, { wait = false } = {}): void {
    for (const field of Object.keys(changes) as (keyof T)[]) {
      if (!(field in this.pending) && this.stored) this.base[field] = this.stored.values[field];
      this.refused.delete(field);
    }
    this.isStopped = false;
    this.pending = { ...this.pending, ...changes };
    if (this.state !== 'conflict' && this.state !== 'saving') this.state = 'unsaved';
    if (wait) clearTimeout(this.timer);
    else this.flushIn(whileTypingMs);
    this.changed();
  }

  /** Saves now; true when everything typed so far is on the server. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    await this.sending;
    if (this.isStopped) return !this.isOpen;
    if (this.state !== 'conflict' && this.way && this.stored && Object.keys(this.sendable()).length > 0) {
      this.sending = this.send(this.way, this.stored).finally(() => (this.sending = null));
      await this.sending;
    }
    return !this.isOpen;
  }

  /** Decides a conflict: with these values in its fields, against whatever the other side has. */
  settle(values: Partial<T>): void {
    for (const field of Object.keys(values) as (keyof T)[]) this.base[field] = this.stored?.values[field];
    this.pending = { ...this.pending, ...values };
    this.state = 'unsaved';
    this.dropWhatIsThere();
    if (!this.isOpen) this.state = 'saved';
    this.changed();
    void this.flush();
  }

  /** Sends nothing more until something is typed, or it is told to go on; waits for what is on its way. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.sending;
  }

  goOn(): void {
    this.isStopped = false;
    if (this.isOpen) this.flushIn(whileTypingMs);
  }

  /** What was written has gone where it was meant for; the next thing begins with this. */
  beginAnew(stored: Stored<T>): void {
    this.isStopped = false;
    this.pending = {};
    this.base = {};
    this.refused.clear();
    this.problem = null;
    this.stored = stored;
    this.state = 'saved';
    this.changed();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): number => this.drawn;

  private sendable(): Partial<T> {
    return Object.fromEntries(Object.entries(this.pending).filter(([field]) => !this.refused.has(field))) as Partial<T>;
  }

  private async send(way: Way<T>, { revision, values }: Stored<T>): Promise<void> {
    const sent = this.sendable();
    this.state = 'saving';
    this.changed();
    try {
      const stored = await way.send(sent, { ...values, ...sent }, revision);
      if (!this.stored || stored.revision >= this.stored.revision) this.stored = stored;
      for (const [field, value] of Object.entries(sent) as [keyof T, T[keyof T]][]) {
        this.base[field] = this.stored.values[field];
        if (this.pending[field] === value) this.forget(field);
      }
      if (this.refused.size === 0) this.problem = null;
      this.state = !this.isOpen ? 'saved' : this.refused.size > 0 ? 'refused' : 'unsaved';
      if (this.state === 'unsaved') this.flushIn(whileTypingMs);
    } catch (problem) {
      await this.failed(problem as Error, way, sent);
    }
    this.changed();
  }

  private async failed(problem: Error, way: Way<T>, sent: Partial<T>): Promise<void> {
    const code = problem instanceof ApiProblem ? problem.code : null;
    if (code === 'unreachable' || (problem instanceof ApiProblem && (problem.view?.status ?? 0) >= 429)) {
      this.state = 'held-back';
      return this.flushIn(nextTryMs);
    }
    if (code === 'changed-meanwhile') return this.joinWith(way);
    this.problem = problem;
    this.state = 'refused';
    const fields = Object.keys(sent).filter((field) => problem instanceof ApiProblem && problem.forField(field));
    for (const field of fields) this.refused.add(field);
    // The rest need not wait for a field that is not right yet.
    if (fields.length > 0 && Object.keys(this.sendable()).length > 0) this.flushIn(0);
  }

  private async joinWith(way: Way<T>): Promise<void> {
    try {
      const stored = await way.reread();
      if (!this.stored || stored.revision >= this.stored.revision) this.stored = stored;
      this.dropWhatIsThere();
      this.state = !this.isOpen ? 'saved' : Object.keys(this.conflicts).length > 0 ? 'conflict' : 'unsaved';
      if (this.state === 'unsaved') this.flushIn(0);
    } catch {
      this.state = 'held-back';
      this.flushIn(nextTryMs);
    }
  }

  /** What the server has already need not be sent. */
  private dropWhatIsThere(): void {
    for (const [field, value] of Object.entries(this.pending))
      if (this.stored?.values[field] === value) this.forget(field);
    if (!this.isOpen && this.state !== 'saving') this.state = 'saved';
  }

  private forget(field: keyof T): void {
    const { [field]: _pending, ...pending } = this.pending;
    const { [field]: _base, ...base } = this.base;
    this.pending = pending as unknown as Partial<T>;
    this.base = base as unknown as Partial<T>;
  }

  private flushIn(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms);
  }

  private changed(): void {
    const { pending, base } = this;
    try {
      if (this.isOpen) localStorage.setItem(this.place, JSON.stringify({ pending, base }));
      else localStorage.removeItem(this.place);
    } catch {
      // The device is full: what was typed still goes to the server.
    }
    this.drawn += 1;
    for (const listener of this.listeners) listener();
  }

  private read(): OnDevice<T> {
    try {
      const kept = JSON.parse(localStorage.getItem(this.place) ?? '{}') as Partial<OnDevice<T>>;
      return { pending: kept.pending ?? {}, base: kept.base ?? {} };
    } catch {
      return { pending: {}, base: {} };
    }
  }
}

function sameFields<T extends Fields>(one: T, other: T): boolean {
  return Object.keys({ ...one, ...other }).every((field) => one[field] === other[field]);
}

const all = new Map<string, Kept<Fields>>();

function keptAt<T extends Fields>(place: string): Kept<T> {
  const known = all.get(place) ?? new Kept<Fields>(place);
  all.set(place, known);
  return known as unknown as Kept<T>;
}

const flushAll = (): void => {
  for (const kept of all.values()) void kept.flush();
};
window.addEventListener('pagehide', flushAll);
window.addEventListener('online', flushAll);
document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && flushAll());

/**
 * What one writes at `name`, kept for this reader: saved while one types, when a field is left, and when the screen
 * goes away.
 */
export function useKept<T extends Fields>(name: string, stored: Stored<T>, way: Way<T>) {
  const me = useApiMaybe('GET /me')?.userId ?? '';
  const kept = useMemo(() => keptAt<T>(`kohorte.kept.${me}.${name}`), [me, name]);
  useSyncExternalStore(kept.subscribe, kept.snapshot);
  useEffect(() => kept.follow(way, stored));
  useEffect(() => () => void kept.flush(), [kept]);
  const { problem } = kept;
  return {
    kept,
    values: kept.values ?? kept.over(stored.values),
    state: kept.state,
    problem,
    change: (changes: Partial<T>, how?: { wait?: boolean }): void => kept.change(changes, how),
    flush: (): void => void kept.flush(),
    errorOf: (field: keyof T & string): string | undefined =>
      problem instanceof ApiProblem ? problem.forField(field) : undefined,
  };
}
