import { Readable } from 'node:stream';
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
export class LiveStream extends Readable {
  /** The cohorts that the reader is told of, as far as they may hear. */
  cohortIds: readonly string[] = [];
  /** `null` also while it is not known that they may read it. */
  looksAt: LookedAt | null = null;
  /** What was missed has been told, so that ids count. */
  isReady = false;
  private isOver = false;

  constructor(
    readonly userId: string,
    readonly sessionId: string,
    readonly asked: { readonly thread: string | null; readonly cohort: string | null },
    private readonly waitsFor: number,
  ) {
    super();
  }

  override _read(): void {}

  /** Says something; a reader who has not read for long is cut off, and comes back. */
  say(said: Buffer | string): void {
    if (this.destroyed || this.isOver) return;
    if (this.readableLength > this.waitsFor) this.destroy();
    else this.push(said);
  }

  /** Says goodbye. A browser asks again, and is then told whether it may. */
  end(): void {
    if (this.destroyed || this.isOver) return;
    this.isOver = true;
    this.push(null);
  }
}
