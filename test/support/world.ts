import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobName, Language } from '@kohorte/contracts';
import { type WholeCourse, type WholeItem, WholeCourses } from '@kohorte/courses';
import { Database, Drain, type Handlers, readConfig, Work } from '@kohorte/platform';
import type { Role } from '@kohorte/rules';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApi } from '../../apps/api/create-api.js';
import { handlersOf } from '../../apps/handlers.js';
import { Agent } from './agent.js';
import { freshDatabase, type FreshDatabase } from './database.js';
import { MovedClock } from './moved-clock.js';

/** A person of the world, with an agent that is signed in. */
export interface Somebody extends Agent {
  userId: string;
  email: string;
}

/** The sweeps that stories wait for. */
const storySweeps: JobName[] = [
  'cohorts.release-due',
  'cohorts.pass-on-offers',
  'peer-review.advance',
  'notifications.send-due-mails',
];

/**
 * A company of its own on a database of its own: the whole API in this process, a clock that is moved by hand,
 * and the jobs done when the story says so.
 */
export class World {
  private people = 0;

  private constructor(
    readonly app: NestFastifyApplication,
    readonly clock: MovedClock,
    readonly database: FreshDatabase,
    readonly dataDir: string,
    private readonly handlers: Handlers,
  ) {}

  /** @param now where the story begins */
  static async begin(now = '2026-03-02T08:00:00Z', env: Record<string, string> = {}): Promise<World> {
    const database = await freshDatabase();
    const dataDir = await mkdtemp(join(tmpdir(), 'kohorte-world-'));
    const clock = new MovedClock(new Date(now));
    const config = readConfig({
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      PUBLIC_URL: 'http://kohorte.test',
      LOG_LEVEL: 'silent',
      ...env,
    });
    const app = await createApi({ config, clock });
    return new World(app, clock, database, dataDir, handlersOf(app));
  }

  async end(): Promise<void> {
    await this.app.close();
    await this.database.drop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  get server(): Server {
    return this.app.getHttpServer() as Server;
  }

  /** A part of the product, for what has no endpoint. */
  get<T>(token: new (...given: never[]) => T): T {
    return (this.app as INestApplicationContext).get<T>(token as never);
  }

  sql<R extends object>(text: string, values: unknown[] = []): Promise<R[]> {
    return this.get(Database).query(text, values) as Promise<R[]>;
  }

  /** Nobody: not signed in. */
  nobody(language: Language = 'de'): Agent {
    return new Agent(this.server, language);
  }

  /** A new person, signed in. No password is set: the session is made directly, which is fast. */
  async person(
    said: { name?: string; roles?: Role[]; unitId?: string; language?: Language; timeZone?: string } = {},
  ): Promise<Somebody> {
    this.people += 1;
    const [given, ...family] = (said.name ?? `Person Nr${this.people}`).split(' ') as [string, ...string[]];
    const email = `${given}.${family.join('.') || 'x'}.${this.people}@world.test`.toLowerCase();
    const secret = `secret-${this.people}`;
    const [row] = await this.get(Work).run((unit) =>
      unit.query<{ id: string }>(
        `with person as (
           insert into app_user (id, email, given_name, family_name, org_unit_id, language, time_zone, roles, created_at)
           values (uuidv7(), $1, $2, $3, $4, $5, $6, $7, $8) returning id),
         session as (
           insert into user_session (id, secret_hash, user_id, agent, created_at, seen_at, expires_at)
           select uuidv7(), sha256($9::bytea), id, 'test', $8, $8, $8::timestamptz + interval '10 years' from person)
         select id from person`,
        [
          email,
          given,
          family.join(' ') || 'X',
          said.unitId ?? null,
          said.language ?? 'de',
          said.timeZone ?? 'Europe/Berlin',
          said.roles ?? [],
          unit.now,
          Buffer.from(secret),
        ],
      ),
    );
    const agent = new Agent(this.server, said.language ?? 'de');
    agent.cookie = `kohorte_session=${secret}`;
    return Object.assign(agent, { userId: row!.id, email });
  }

  /** A published course of `modules` modules with `items` pages each. */
  async course(
    authorId: string,
    said: { title?: string; modules?: number; items?: number; item?: Partial<WholeItem> } = {},
  ): Promise<{ courseId: string; versionId: string }> {
    const course: WholeCourse = {
      title: said.title ?? 'Feedback geben',
      summary: 'Ein Kurs über **Feedback**.',
      audience: 'Alle',
      language: 'de',
      files: [],
      modules: Array.from({ length: said.modules ?? 3 }, (_, m) => ({
        title: `Modul ${m + 1}`,
        summary: null,
        objectives: [],
        highlights: `Das Wichtigste aus Modul ${m + 1}.`,
        items: Array.from({ length: said.items ?? 2 }, (_unused, i) => ({
          kind: 'page' as const,
          title: `Seite ${m + 1}.${i + 1}`,
          minutes: 10,
          required: true,
          dueAfterDays: null,
          body: `Text der *Seite* ${m + 1}.${i + 1}.`,
          bodyFormat: 'markdown' as const,
          url: null,
          fileId: null,
          ...said.item,
        })),
      })),
    };
    return this.get(WholeCourses).addPublished(authorId, course);
  }

  /** Does what is due and what follows from it, as the worker would. */
  async work(sweeps: JobName[] = storySweeps): Promise<void> {
    await this.get(Drain).drain(this.handlers, sweeps);
  }

  /** Moves the clock, then works. */
  async travel(by: { days?: number; hours?: number; minutes?: number; seconds?: number }): Promise<void> {
    this.clock.by(by);
    await this.work();
  }
}
