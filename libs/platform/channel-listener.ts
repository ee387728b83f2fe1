import { Client } from 'pg';
import { seconds } from './clock.js';
import { log } from './log.js';

interface Listening {
  databaseUrl: string;
  channel: string;
  /** Who listens, as the database's administrator and the log see it. */
  name: string;
}

/** Hears a channel of Postgres, on a connection of its own that comes back after each loss. */
export class ChannelListener {
  private client: Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private isClosed = false;

  /** @param heard is also called, with an empty message, whenever it begins to listen: something may have been missed */
  constructor(
    private readonly listening: Listening,
    private readonly heard: (message: string) => void,
  ) {
    void this.listen();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    if (this.retry) clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    const { databaseUrl, channel, name } = this.listening;
    const client = new Client({
      connectionString: databaseUrl,
      application_name: `kohorte-${name}`,
      keepAlive: true,
      keepAliveInitialDelayMillis: seconds(10),
    });
    this.client = client;
    const isDeaf = (error: unknown): void => log.warn({ err: String(error) }, `the ${name} hears nothing`);
    client.on('notification', ({ payload }) => this.heard(payload ?? ''));
    client.on('error', isDeaf);
    client.on('end', () => this.again());
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      this.heard('');
    } catch (error) {
      if (!this.isClosed) isDeaf(error);
      await client.end().catch(() => undefined);
      this.again();
    }
  }

  private again(): void {
    if (this.isClosed || this.retry) return;
    this.retry = setTimeout(() => {
      this.retry = null;
      void this.listen();
    }, seconds(2));
  }
}
