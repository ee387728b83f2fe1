import { Redis } from 'ioredis';
import { ChannelListener } from '../channel-listener.js';
import type { Database } from '../database.js';
import { log } from '../log.js';

/** The channel in Postgres. */
const channel = 'kohorte_live';

/** Carries short messages to all processes at once. What it loses is a hint, or stands in the table. */
export interface LiveBus {
  /** Never throws: who publishes has done their work already. */
  publish(message: string): Promise<void>;
  /** Begins to hear. An empty message says that something may stand in the table, or that others were missed. */
  subscribe(heard: (message: string) => void): void;
  close(): Promise<void>;
}

/** Postgres LISTEN and NOTIFY: needs no second server. A message holds fewer than 8,000 bytes. */
export class PostgresBus implements LiveBus {
  private listener: ChannelListener | null = null;

  constructor(
    private readonly databaseUrl: string,
    private readonly database: Database,
  ) {}

  async publish(message: string): Promise<void> {
    await this.database.query(`select pg_notify($1, $2)`, [channel, message]).catch(lost);
  }

  subscribe(heard: (message: string) => void): void {
    this.listener ??= new ChannelListener({ databaseUrl: this.databaseUrl, channel, name: 'live' }, heard);
  }

  async close(): Promise<void> {
    await this.listener?.close();
  }
}

/** Redis publish and subscribe, on connections of its own that come back by themselves. */
export class RedisBus implements LiveBus {
  private publishing: Redis | null = null;
  private subscribed: Redis | null = null;

  /** @param prefix keeps those apart who share a Redis */
  constructor(
    private readonly url: string,
    private readonly prefix: string,
  ) {}

  async publish(message: string): Promise<void> {
    this.publishing ??= this.connect();
    // The number of the database does not keep channels apart.
    await this.publishing.publish(this.channelOf(this.publishing), message).catch(lost);
  }

  subscribe(heard: (message: string) => void): void {
    if (this.subscribed) return;
    const redis = this.connect();
    this.subscribed = redis;
    redis.on('message', (_channel, message) => heard(message));
    // At each beginning, also of a connection that was torn: ioredis would subscribe again but not tell.
    redis.on('ready', () => {
      redis.subscribe(this.channelOf(redis)).then(() => heard(''), lost);
    });
  }

  async close(): Promise<void> {
    this.publishing?.disconnect();
    this.subscribed?.disconnect();
  }

  private channelOf(redis: Redis): string {
    return `${this.prefix}:live:${redis.options.db ?? 0}`;
  }

  private connect(): Redis {
    const redis = new Redis(this.url, {
      // One that publishes while Redis is away waits for a while rather than for good.
      maxRetriesPerRequest: 1,
      autoResubscribe: false,
      retryStrategy: (times) => Math.min(times * 100, 2_000),
    });
    redis.on('error', (error) => log.warn({ err: error.message }, 'redis (live)'));
    return redis;
  }
}

function lost(error: unknown): void {
  log.warn({ err: String(error) }, 'a live message was lost');
}
