import type { Clock, LiveSettings } from '@kohorte/platform';
import { later } from '@kohorte/platform';
import type { LiveReaders } from './live-readers.js';
import { onTheWire } from './live-stream.js';

/** What processes tell each other: how many people look at threads there. */
export interface PresenceHint {
  kind: 'presence';
  process: string;
  counts: Record<string, number>;
}

/** As many counts as fit into a message of Postgres. */
const mostInOne = 150;

/** How many look at each thread, in all processes together. */
export class LivePresence {
  /** What other processes said: by thread, then by process. */
  private readonly others = new Map<string, Map<string, { count: number; until: Date }>>();
  private announced = new Map<string, number>();
  private told = new Map<string, number>();
  private announcedAt: Date | null = null;

  constructor(
    private readonly process: string,
    private readonly readers: LiveReaders,
    private readonly clock: Clock,
    private readonly settings: LiveSettings,
  ) {}

  /** Notes what a process said. */
  heard({ process, counts }: PresenceHint): void {
    if (process === this.process) return;
    const until = later(this.clock.now(), this.settings.presenceHolds);
    for (const [threadId, count] of Object.entries(counts)) {
      // Nobody here looks at it, so that nobody needs the sum.
      if (count > 0 && this.readers.ofThread(threadId).size > 0) {
        const there = this.others.get(threadId) ?? new Map<string, { count: number; until: Date }>();
        // It may not have listened when this was said here.
        if (!there.has(process)) this.announced.delete(threadId);
        this.others.set(threadId, there.set(process, { count, until }));
      } else this.others.get(threadId)?.delete(process);
    }
  }

  /** How many look at a thread, as far as is known here. */
  countOf(threadId: string): number {
    return peopleAmong(this.readers.ofThread(threadId)) + this.elsewhere(threadId, this.clock.now());
  }

  /** Tells those who look at a thread how many they are, where that has changed; gives what other processes must know. */
  round(): PresenceHint[] {
    const now = this.clock.now();
    const own = new Map([...this.readers.threads].map(([threadId, there]) => [threadId, peopleAmong(there)]));
    const told = new Map<string, number>();
    for (const [threadId, count] of own) {
      const sum = count + this.elsewhere(threadId, now);
      told.set(threadId, sum);
      if (this.told.get(threadId) !== sum) this.tell(threadId, sum);
    }
    this.told = told;
    for (const threadId of this.others.keys()) if (!own.has(threadId)) this.others.delete(threadId);
    return this.announcements(own, now);
  }

  /** Nobody looks at anything here any more. */
  farewell(): PresenceHint[] {
    return this.announcements(new Map(), this.clock.now());
  }

  private tell(threadId: string, number: number): void {
    const there = this.readers.ofThread(threadId);
    const [{ looksAt } = { looksAt: null }] = there;
    if (!looksAt) return;
    const said = Buffer.from(onTheWire({ kind: 'presence', ...looksAt, number }));
    for (const stream of there) stream.say(said);
  }

  private elsewhere(threadId: string, now: Date): number {
    let sum = 0;
    for (const { count, until } of this.others.get(threadId)?.values() ?? []) if (until > now) sum += count;
    return sum;
  }

  /** What has changed since; every so often everything, for those who have not heard or are new. */
  private announcements(own: Map<string, number>, now: Date): PresenceHint[] {
    const isWhole = !this.announcedAt || this.announcedAt <= later(now, -this.settings.presenceHolds / 3);
    if (isWhole) this.announcedAt = now;
    const left = [...this.announced.keys()].filter((threadId) => !own.has(threadId));
    const counts = [
      ...[...own].filter(([threadId, count]) => isWhole || this.announced.get(threadId) !== count),
      ...left.map((threadId): [string, number] => [threadId, 0]),
    ];
    this.announced = own;
    return Array.from({ length: Math.ceil(counts.length / mostInOne) }, (_, part) => ({
      kind: 'presence' as const,
      process: this.process,
      counts: Object.fromEntries(counts.slice(part * mostInOne, (part + 1) * mostInOne)),
    }));
  }
}

function peopleAmong(streams: ReadonlySet<{ userId: string }>): number {
  return new Set([...streams].map(({ userId }) => userId)).size;
}
