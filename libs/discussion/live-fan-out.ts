import type { LiveEvent } from '@kohorte/contracts';
import type { Ear, LivePosition, Told } from '@kohorte/platform';
import type { HeardPlace, LiveHearing } from './live-hearing.js';
import type { PresenceHint } from './live-presence.js';
import type { LiveReaders } from './live-readers.js';
import { type LiveStream, onTheWire } from './live-stream.js';

/** That somebody voted, for those who look at the thread. */
export interface VotesHint {
  kind: 'votes';
  cohortId: string;
  threadId: string;
  number: number;
}

interface Saying {
  event: LiveEvent;
  place: HeardPlace;
  listeners: ReadonlySet<LiveStream>;
}

/** Passes what this process is told on to those of its streams whom it concerns. */
export class LiveFanOut implements Ear {
  constructor(
    private readonly readers: LiveReaders,
    private readonly hearing: LiveHearing,
    private readonly presence: (hint: PresenceHint) => void,
  ) {}

  get isNeeded(): boolean {
    return this.readers.count > 0;
  }

  /** One statement where anybody is concerned; one write for each of them. */
  async told(events: readonly Told[], position: LivePosition): Promise<void> {
    const sayings = events
      .map((event) => saying(event, this.concerned(event)))
      .filter(({ listeners }) => listeners.size > 0);
    const allowed = await this.allowed(sayings);
    const said = new Map<LiveStream, number[]>();
    for (const number of sayings.keys())
      for (const stream of allowed(sayings[number]!)) {
        const its = said.get(stream);
        if (its) its.push(number);
        else said.set(stream, [number]);
      }
    // Most hear the same, which is made once.
    const made = new Map<string, Buffer>();
    for (const [stream, numbers] of said) {
      const key = `${numbers.join(' ')} ${String(stream.isReady)}`;
      let buffer = made.get(key);
      if (!buffer) {
        const id = stream.isReady ? position.toString() : undefined;
        const last = numbers.length - 1;
        // Only the last says how far this goes: a stream may break off in between.
        const texts = numbers.map((n, turn) => onTheWire(sayings[n]!.event, turn === last ? id : undefined));
        made.set(key, (buffer = Buffer.from(texts.join(''))));
      }
      stream.say(buffer);
    }
  }

  hinted(hint: PresenceHint | VotesHint): void {
    if (hint.kind === 'presence') return this.presence(hint);
    const there = this.readers.ofThread(hint.threadId);
    if (there.size === 0) return;
    const said = Buffer.from(onTheWire(hint));
    for (const stream of there) stream.say(said);
  }

  /** What of it one stream may hear. */
  async heardBy(stream: LiveStream, events: readonly Told[]): Promise<LiveEvent[]> {
    const sayings = events.map((event) => saying(event, new Set([stream])));
    const allowed = await this.allowed(sayings);
    return sayings.filter((one) => allowed(one).has(stream)).map(({ event }) => event);
  }

  private concerned({ userId, cohortId }: Told): ReadonlySet<LiveStream> {
    return userId ? this.readers.ofUser(userId) : this.readers.ofCohort(cohortId ?? '');
  }

  /** Those who may hear each saying; what happened at one place is asked once. */
  private async allowed(sayings: readonly Saying[]): Promise<(saying: Saying) => ReadonlySet<LiveStream>> {
    const keyOf = ({ place, listeners }: Saying): string =>
      place.cohortId ? Object.values(place).join(' ') : [...listeners][0]!.userId;
    const places = new Map(sayings.map((one) => [keyOf(one), one]));
    const answers = await this.hearing.among([...places.values()]);
    const numbers = new Map([...places.keys()].map((key, number) => [key, number]));
    return (one) => answers[numbers.get(keyOf(one))!]!;
  }
}

function saying({ kind, cohortId, threadId, groupId, payload }: Told, listeners: ReadonlySet<LiveStream>): Saying {
  const { number, moduleId } = payload as { number?: number; moduleId?: string | null };
  const place = { cohortId, groupId, moduleId: moduleId ?? null, toMembers: kind === 'notice' };
  const event =
    kind === 'notice'
      ? { kind: 'notice' as const }
      : { kind: kind as 'thread' | 'post', cohortId: cohortId!, threadId: threadId!, number: number ?? 0 };
  return { event, place, listeners };
}
