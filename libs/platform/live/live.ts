import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, later } from '../clock.js';
import { Config } from '../config.js';
import { Database } from '../database.js';
import { log } from '../log.js';
import { QueueSettings } from '../queue/queue-settings.js';
import { type Unit, Work } from '../work.js';
import { type LiveBus, PostgresBus, RedisBus } from './live-bus.js';
import { LivePosition } from './live-position.js';
import { LiveSettings } from './live-settings.js';

/** What is told live, by ids; whom it concerns follows from where it happened. */
export interface Told {
  kind: string;
  cohortId: string | null;
  threadId: string | null;
  groupId: string | null;
  /** To whom alone it is told. */
  userId: string | null;
  payload: Record<string, string | number | null>;
}

/** What hears everything on behalf of a process. */
export interface Ear {
  /** Somebody is there to be told. */
  readonly isNeeded: boolean;
  /** What was stored, in order; everything up to `position` has been told after it. A failure tells it again. */
  told(events: readonly Told[], position: LivePosition): Promise<void>;
  /** What was only said. */
  hinted(hint: unknown): void;
}

interface Row extends Told {
  id: string;
  tx: string;
}

const columns = `e.id, e.tx, e.kind, e.cohort_id as "cohortId", e.thread_id as "threadId", e.group_id as "groupId",
  e.user_id as "userId", e.payload`;

/** Of the oldest transaction under way: whatever is older is all there. */
const horizon = `pg_snapshot_xmin(pg_current_snapshot())::text::bigint`;

/**
 * Tells all processes at once that something has happened. The table is the truth: whoever listens reads it from where
 * they stopped when they are woken by Redis or Postgres, and every so often in case nobody did. So a message that is lost
 * makes things late, and nothing else.
 */
@Injectable()
export class Live implements OnApplicationShutdown {
  private readonly bus: LiveBus;
  private ear: Ear | null = null;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private isWanted = false;
  private isStopped = false;
  private from = 0;
  /** Those at or beyond `from` that were told already: younger than a transaction under way. */
  private known = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly settings: LiveSettings,
    config: Config,
    { prefix }: QueueSettings,
  ) {
    this.bus = config.redisUrl
      ? new RedisBus(config.redisUrl, prefix)
      : new PostgresBus(config.databaseUrl, this.database);
  }

  /** Stores what is told as part of a decision; afterwards somebody has to `wake`. What a fact caused is told once. */
  async store(unit: Unit, events: readonly Told[], factId: string | null): Promise<void> {
    await unit.query(
      `insert into live_event (tx, kind, cohort_id, thread_id, group_id, user_id, fact_id, payload, created_at)
       select pg_current_xact_id()::text::bigint, kind, cohort_id, thread_id, group_id, user_id, $6, payload, $7
       from unnest($1::text[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $8::jsonb[])
         as t (kind, cohort_id, thread_id, group_id, user_id, payload)
       on conflict on constraint live_event_once do nothing`,
      [
        events.map(({ kind }) => kind),
        events.map(({ cohortId }) => cohortId),
        events.map(({ threadId }) => threadId),
        events.map(({ groupId }) => groupId),
        events.map(({ userId }) => userId),
        factId,
        unit.now,
        events.map(({ payload }) => JSON.stringify(payload)),
      ],
    );
  }

  /** Tells what has happened, and keeps it for a while. */
  async tell(events: readonly Told[], factId: string | null = null): Promise<void> {
    await this.work.run((unit) => this.store(unit, events, factId));
    await this.wake();
  }

  /** Lets all processes look into the table at once. */
  async wake(): Promise<void> {
    await this.bus.publish('');
  }

  /** Says something to all processes that is worth nothing later: small, not kept, and possibly lost. */
  async hint(hint: unknown): Promise<void> {
    await this.bus.publish(JSON.stringify(hint));
  }

  /**
   * Sees to it that `ear` is told everything from now on. To be called, and waited for, before anybody is there whom it
   * tells: while nobody is, nothing is read.
   */
  async listen(ear: Ear): Promise<void> {
    if (ear.isNeeded || this.isStopped) return;
    const row = await this.database.one<{ horizon: string }>(`select ${horizon} as horizon`);
    this.from = Math.max(this.from, Number(row!.horizon));
    if (this.ear) return;
    this.ear = ear;
    this.bus.subscribe((message) => this.heard(message));
    this.timer = setInterval(() => this.look(), this.settings.lookEvery);
  }

  /** How far everything has been told here. */
  get position(): LivePosition {
    return new LivePosition(this.from, this.clock.now());
  }

  /**
   * What was told since, to `userId` or in one of these cohorts, the newest of what is alike.
   * @returns `null` where that is no longer known, or more than `most`
   */
  async since(position: LivePosition, userId: string, cohortIds: string[], most: number): Promise<Told[] | null> {
    if (position.at <= later(this.clock.now(), -this.settings.keep)) return null;
    const rows = await this.database.query<Row & { horizon: string }>(
      `select h.horizon, e.* from (select ${horizon} as horizon) h left join (
         select distinct on (e.kind, e.cohort_id, e.thread_id, e.payload) ${columns}
         from live_event e where e.tx >= $1 and (e.user_id = $2 or e.cohort_id = any ($3))
         order by e.kind, e.cohort_id, e.thread_id, e.payload, e.id desc) e on true
       order by e.id limit $4`,
      [position.tx, userId, cohortIds, most + 1],
    );
    // A position ahead of this database is one of another, or of this one before it was set back.
    if (Number(rows[0]!.horizon) < position.tx || rows.length > most) return null;
    return rows.filter(({ id }) => id !== null);
  }

  /** Forgets what was told long ago. */
  async clearOld(): Promise<void> {
    await this.work.run(({ query, now }) =>
      query(`delete from live_event where created_at <= $1`, [later(now, -this.settings.keep)]),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.running;
    await this.bus.close();
  }

  private heard(message: string): void {
    if (message === '') return this.look();
    try {
      this.ear?.hinted(JSON.parse(message));
    } catch (error) {
      log.warn({ err: String(error) }, 'a live message made no sense');
    }
  }

  private look(): void {
    if (!this.ear?.isNeeded) return;
    this.isWanted = true;
    this.running ??= this.readAll().finally(() => {
      this.running = null;
    });
  }

  private async readAll(): Promise<void> {
    while (this.isWanted && !this.isStopped) {
      this.isWanted = false;
      try {
        await this.read();
      } catch (error) {
        log.warn({ err: String(error) }, 'what was told live could not be passed on and will be');
      }
    }
  }

  private async read(): Promise<void> {
    const rows = await this.database.query<Row & { horizon: string }>(
      `select h.horizon, ${columns} from (select ${horizon} as horizon) h left join live_event e on e.tx >= $1 order by e.id`,
      [this.from],
    );
    const next = Number(rows[0]!.horizon);
    const events = rows.filter(({ id }) => id !== null);
    const news = events.filter(({ id }) => !this.known.has(id));
    const position = new LivePosition(next, this.clock.now());
    if (news.length > 0) await this.ear?.told(news, position);
    this.from = next;
    this.known = new Set(events.filter(({ tx }) => Number(tx) >= next).map(({ id }) => id));
  }
}
