import { Injectable } from '@nestjs/common';
import { Client } from 'pg';
import { seconds } from '../clock.js';
import { Config } from '../config.js';
import { log } from '../log.js';

/**
 * Keeps work of one name from running twice at the same time, in this process or another, by advisory locks on a
 * connection of its own. Postgres lets go of them when the process dies.
 */
@Injectable()
export class OneAtATime {
  private readonly running = new Set<string>();
  private connecting: Promise<Client> | null = null;
  private asked: Promise<unknown> = Promise.resolve();

  constructor(private readonly config: Config) {}

  /** Runs `work` unless it is running already. Gives whether it was run. */
  async run(name: string, work: () => Promise<void>): Promise<boolean> {
    // The lock is the connection's, and would be given to this process twice.
    if (this.running.has(name)) return false;
    this.running.add(name);
    try {
      if (!(await this.ask('pg_try_advisory_lock', name))) return false;
      try {
        await work();
      } finally {
        // Whoever asks next is answered after this. If the connection is lost, so is the lock.
        this.ask('pg_advisory_unlock', name).catch(() => undefined);
      }
      return true;
    } finally {
      this.running.delete(name);
    }
  }

  async close(): Promise<void> {
    await this.asked;
    const client = await this.connecting?.catch(() => null);
    this.connecting = null;
    await client?.end().catch(() => undefined);
  }

  /** One question after the other: a connection takes no more. */
  private ask(question: 'pg_try_advisory_lock' | 'pg_advisory_unlock', name: string): Promise<boolean> {
    const answer = this.asked.then(async () => {
      this.connecting ??= this.connect();
      const client = await this.connecting;
      const { rows } = await client.query<{ yes: boolean }>(`select ${question}(hashtextextended($1, 0)) as yes`, [
        name,
      ]);
      return rows[0]!.yes;
    });
    this.asked = answer.catch(() => undefined);
    return answer;
  }

  private async connect(): Promise<Client> {
    const client = new Client({
      connectionString: this.config.databaseUrl,
      application_name: 'kohorte-runner',
      connectionTimeoutMillis: seconds(10),
      keepAlive: true,
      // So that the locks of a machine that fell off the network are free after a minute, not after hours.
      options: '-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3',
    });
    const forget = () => {
      this.connecting = null;
    };
    client.on('error', (error) => {
      log.warn({ err: error.message }, 'the runner lost its locks');
      forget();
    });
    client.on('end', forget);
    try {
      await client.connect();
      return client;
    } catch (error) {
      forget();
      throw error;
    }
  }
}
