import type { LiveEvent, LiveQuery } from '@kohorte/contracts';
import {
  Clock,
  Ids,
  Live,
  LivePosition,
  LiveSettings,
  log,
  metrics,
  OpenReply,
  Problem,
  type SignedIn,
} from '@kohorte/platform';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { LiveFanOut } from './live-fan-out.js';
import { LiveHearing } from './live-hearing.js';
import { LivePresence, type PresenceHint } from './live-presence.js';
import { LiveReaders } from './live-readers.js';
import { LiveStream, onTheWire } from './live-stream.js';

/** So much is told to who comes back; where more was missed, they ask for everything anew. */
const mostMissed = 200;

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Nothing on the way may keep it, pack it or wait for more of it.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
};

/** Streams of what happens, one a tab. */
@Injectable()
export class LiveStreams implements BeforeApplicationShutdown {
  private readonly readers = new LiveReaders();
  private readonly presence: LivePresence;
  private readonly fanOut: LiveFanOut;
  private timers: NodeJS.Timeout[] = [];
  private opened = 0;
  /** Those that nobody had come to read when it was last looked. */
  private waiting = new Set<LiveStream>();
  private isStopping = false;

  constructor(
    private readonly live: Live,
    private readonly hearing: LiveHearing,
    private readonly settings: LiveSettings,
    clock: Clock,
    ids: Ids,
  ) {
    this.presence = new LivePresence(ids.next(), this.readers, clock, settings);
    this.fanOut = new LiveFanOut(this.readers, hearing, (hint) => this.presence.heard(hint));
    reportStreams(this.readers);
  }

  /**
   * Opens a stream, which ends with the session or the process.
   * @throws {Problem} `too-many-requests` for who has as many as one may have
   */
  async open(actor: SignedIn, { after, thread, cohort }: LiveQuery): Promise<OpenReply> {
    const { userId, sessionId } = actor;
    await this.live.listen(this.fanOut);
    if (this.readers.ofUser(userId).size >= this.settings.streamsEach)
      throw new Problem('too-many-requests', { params: { seconds: 60 } });
    const asked = { thread: thread ?? null, cohort: cohort ?? null };
    const gone = (stream: LiveStream): void => this.readers.remove(stream);
    const stream = new LiveStream(userId, sessionId, asked, this.settings.waitsFor, gone);
    // Taken in before anything is asked, so that many at once are counted.
    this.readers.add(stream);
    try {
      await this.begin(stream, after);
    } catch (error) {
      stream.drop();
      throw error;
    }
    this.keepTime();
    if (this.isStopping) stream.end();
    return new OpenReply(headers, (response) => stream.into(response));
  }

  /** Ends every stream, before the server waits for its connections to end. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    for (const timer of this.timers) clearInterval(timer);
    const farewell = this.presence.farewell();
    for (const stream of this.readers.all) stream.end();
    await this.say(farewell);
  }

  private async begin(stream: LiveStream, after: string | undefined): Promise<void> {
    const seat = (await this.hearing.seatsOf([stream])).get(stream);
    if (!seat) throw new Problem('not-signed-in');
    this.readers.place(stream, seat);
    // From here on it hears what is told. What was told before is looked for after that, so that nothing is between.
    const position = this.live.position;
    stream.say(`retry: ${this.retryAfter()}\n\n`);
    if (after !== undefined) for (const event of await this.missed(stream, after)) stream.say(onTheWire(event));
    stream.say(onTheWire({ kind: 'hello' }, position.toString()));
    stream.isReady = true;
    if (!seat.looksAt) return;
    const number = this.presence.countOf(seat.looksAt.threadId);
    stream.say(onTheWire({ kind: 'presence', ...seat.looksAt, number }));
  }

  private async missed(stream: LiveStream, after: string): Promise<LiveEvent[]> {
    const position = LivePosition.read(after);
    const told = position && (await this.live.since(position, stream.userId, [...stream.cohortIds], mostMissed));
    return told ? this.fanOut.heardBy(stream, told) : [{ kind: 'stale' }];
  }

  /** Between two and five seconds, so that not all come back at the same moment when a process ends. */
  private retryAfter(): number {
    this.opened += 1;
    return 2_000 + ((this.opened * 613) % 3_000);
  }

  /** What happens every so often, from the first stream on. */
  private keepTime(): void {
    if (this.timers.length > 0 || this.isStopping) return;
    const { heartbeat, presence, recheck } = this.settings;
    this.timers = [
      setInterval(() => this.beat(), heartbeat),
      setInterval(() => void this.say(this.presence.round()), presence),
      setInterval(() => void this.check(), recheck),
    ];
  }

  private beat(): void {
    const said = Buffer.from(`id: ${this.live.position.toString()}\n\n`);
    for (const stream of this.readers.all) {
      // Whoever asked for it went away before they were answered.
      if (this.waiting.has(stream) && stream.isWaiting) stream.drop();
      else if (stream.isReady) stream.say(said);
    }
    this.waiting = new Set([...this.readers.all].filter(({ isWaiting }) => isWaiting));
  }

  /** Ends the streams of sessions that have ended, and sees who came into which cohort or left it. */
  private async check(): Promise<void> {
    const streams = [...this.readers.all].filter(({ isReady }) => isReady);
    if (streams.length === 0) return;
    try {
      const seats = await this.hearing.seatsOf(streams);
      for (const stream of streams) {
        const seat = seats.get(stream);
        if (seat) this.readers.place(stream, seat);
        else stream.end();
      }
    } catch (error) {
      log.warn({ err: String(error) }, 'who may hear could not be checked and will be');
    }
  }

  private async say(hints: PresenceHint[]): Promise<void> {
    for (const hint of hints) await this.live.hint(hint);
  }
}

/** Lets Prometheus see how many streams are open. */
function reportStreams(readers: LiveReaders): void {
  metrics.removeSingleMetric('kohorte_live_streams');
  new Gauge({
    name: 'kohorte_live_streams',
    help: 'Open live streams of this process.',
    registers: [metrics],
    collect() {
      this.set(readers.count);
    },
  });
}
