import { Client } from 'pg';
import { seconds } from '../clock.js';
import { log } from '../log.js';
import { factsChannel } from '../work.js';

/** Hears that facts were recorded, on a connection of its own that comes back after each loss. */
export class FactsListener {
  private client: Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private isClosed = false;

  constructor(
    private readonly databaseUrl: string,
    private readonly heard: () => void,
  ) {
    void this.listen();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    if (this.retry) clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    const client = new Client({
      connectionString: this.databaseUrl,
      application_name: 'kohorte-relay',
      keepAlive: true,
      keepAliveInitialDelayMillis: seconds(10),
    });
    this.client = client;
    client.on('notification', this.heard);
    client.on('error', (error) => log.warn({ err: error.message }, 'the relay hears no facts'));
    client.on('end', () => this.again());
    try {
      await client.connect();
      await client.query(`listen ${factsChannel}`);
      // What was recorded while nobody listened.
      this.heard();
    } catch (error) {
      if (!this.isClosed) log.warn({ err: String(error) }, 'the relay hears no facts');
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
