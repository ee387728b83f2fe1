import { get, type IncomingMessage } from 'node:http';
import type { LiveEvent } from '@kohorte/contracts';

/** An open stream as a browser's `EventSource` has it: what was heard, and how far. */
export class Listener {
  readonly heard: LiveEvent[] = [];
  lastId: string | null = null;
  /** The stream has ended, or was never one. */
  isOver = false;
  private text = '';

  private constructor(readonly reply: IncomingMessage) {
    reply.on('data', (chunk: Buffer) => this.read(chunk.toString()));
    for (const end of ['end', 'close', 'error']) reply.on(end, () => (this.isOver = true));
  }

  /** Opens a stream at `server`, such as `http://127.0.0.1:3000`. */
  static open(
    server: string,
    cookie: string,
    { query = {}, lastId }: { query?: Record<string, string>; lastId?: string | null } = {},
  ): Promise<Listener> {
    const address = `${server}/api/live?${new URLSearchParams(query).toString()}`;
    const headers = { cookie, 'accept-encoding': 'gzip, br', ...(lastId ? { 'last-event-id': lastId } : {}) };
    return new Promise((done, fail) => {
      const request = get(address, { headers, agent: false }, (reply) => done(new Listener(reply)));
      request.on('error', fail);
    });
  }

  /** Those of one kind. */
  of(kind: LiveEvent['kind']): LiveEvent[] {
    return this.heard.filter((event) => event.kind === kind);
  }

  close(): void {
    this.reply.destroy();
  }

  private read(more: string): void {
    const blocks = (this.text + more).split('\n\n');
    this.text = blocks.pop()!;
    for (const block of blocks) {
      const field = (name: string): string | undefined =>
        block
          .split('\n')
          .find((line) => line.startsWith(`${name}: `))
          ?.slice(name.length + 2);
      this.lastId = field('id') ?? this.lastId;
      const data = field('data');
      if (data) this.heard.push(JSON.parse(data) as LiveEvent);
    }
  }
}
