import type { ServerResponse } from 'node:http';
import type { LiveEvent } from '@kohorte/contracts';

/** What an event is on the wire. With an id, the browser has heard everything up to it. */
export function onTheWire(event: LiveEvent, id?: string): string {
  return `data: ${JSON.stringify(event)}\n${id === undefined ? '' : `id: ${id}\n`}\n`;
}

/** The thread that a reader looks at. */
export interface LookedAt {
  threadId: string;
  cohortId: string;
}

/** One open stream and who reads it. What is said to many at once is one buffer, shared by all. */
export class LiveStream {
  /** The cohorts that the reader is told of, as far as they may hear. */
  cohortIds: readonly string[] = [];
  /** `null` also while it is not known that they may read it. */
  looksAt: LookedAt | null = null;
  /** What was missed has been told, so that ids count. */
  isReady = false;
  private response: ServerResponse | null = null;
  /** What was said before there was anything to write it into; `null` once there was. */
  private before: (Buffer | string)[] | null = [];
  private isOver = false;

  /**
   * @param waitsFor how much may wait for a reader who does not read, in bytes
   * @param gone is told when nobody reads any more
   */
  constructor(
    readonly userId: string,
    readonly sessionId: string,
    readonly asked: { readonly thread: string | null; readonly cohort: string | null },
    private readonly waitsFor: number,
    private readonly gone: (stream: LiveStream) => void,
  ) {}

  /** Nobody has come to read it yet. */
  get isWaiting(): boolean {
    return this.before !== null;
  }

  /** Begins to write. */
  into(response: ServerResponse): void {
    const said = this.before ?? [];
    this.before = null;
    this.response = response;
    if (response.destroyed) return this.drop();
    response.once('close', () => this.drop());
    for (const one of said) response.write(one);
    if (this.isOver) response.end();
  }

  /** Says something; a reader who has not read for long is cut off, and comes back. */
  say(said: Buffer | string): void {
    if (this.isOver) return;
    if (this.before) this.before.push(said);
    else if (this.response!.writableLength > this.waitsFor) this.response!.destroy();
    else this.response!.write(said);
  }

  /** Says goodbye. A browser asks again, and is then told whether it may. */
  end(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.response?.end();
  }

  /** Ends without a word: there is nobody. */
  drop(): void {
    this.isOver = true;
    this.response = null;
    this.gone(this);
  }
}
