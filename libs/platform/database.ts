import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { ClientBase, Pool, QueryResultRow } from 'pg';
import { DataSource, DefaultNamingStrategy, type DataSourceOptions, type Logger } from 'typeorm';
import { log } from './log.js';
import { countStatement } from './request-context.js';

/** Columns and tables in snake_case, as SQL is written by hand here as well. */
export class SnakeCase extends DefaultNamingStrategy {
  override tableName(className: string, given: string | undefined): string {
    return given ?? snake(className);
  }

  override columnName(property: string, given: string | undefined, prefixes: string[]): string {
    return snake([...prefixes, given ?? property].join('_'));
  }

  override joinColumnName(relation: string, column: string): string {
    return snake(`${relation}_${column}`);
  }
}

function snake(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

/** From when on a statement is worth a line in the log, in milliseconds. */
const slow = 2_000;

/** Counts statements, and logs those that fail or are slow, cut short: never their parameters. */
class StatementLogger implements Logger {
  logQuery(query: string): void {
    if (!/^(START TRANSACTION|COMMIT|ROLLBACK)/.test(query)) countStatement();
  }
  logQueryError(error: string | Error, query: string): void {
    log.debug({ err: String(error), statement: query.slice(0, 500) }, 'statement failed');
  }
  logQuerySlow(time: number, query: string): void {
    log.warn({ time, statement: query.slice(0, 500) }, 'slow statement');
  }
  logSchemaBuild(): void {}
  logMigration(message: string): void {
    log.info(message);
  }
  log(_level: 'log' | 'info' | 'warn', message: unknown): void {
    log.debug({ typeorm: message });
  }
}

const logger = new StatementLogger();

/** How every process connects. Entities and migrations are handed in by whoever wires the process. */
export function dataSourceOptions(config: { databaseUrl: string; databasePool: number }): DataSourceOptions & {
  type: 'postgres';
} {
  return {
    type: 'postgres',
    url: config.databaseUrl,
    namingStrategy: new SnakeCase(),
    logger,
    logging: ['query', 'error', 'migration'],
    maxQueryExecutionTime: slow,
    poolSize: config.databasePool,
    synchronize: false,
    migrationsTableName: 'migration',
    applicationName: 'kohorte',
    // With `pipeline` a statement is sent although the one before it has not been answered yet; `Work` makes use of it.
    extra: { idleTimeoutMillis: 30_000, pipeline: true },
  };
}

/** Reads. What changes something goes through `Work`. */
@Injectable()
export class Database {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Runs one statement and gives its rows. Statements are prepared once per connection. */
  query<R extends QueryResultRow>(text: string, values: unknown[] = []): Promise<R[]> {
    return runStatement<R>(this.pool, text, values);
  }

  /** Like `query`, for a statement that gives one row or none. */
  async one<R extends QueryResultRow>(text: string, values: unknown[] = []): Promise<R | null> {
    return (await this.query<R>(text, values))[0] ?? null;
  }

  private get pool(): Pool {
    return (this.source.driver as unknown as { master: Pool }).master;
  }
}

/**
 * Runs one statement on the pool or on a connection, and gives its rows (also for `update … returning`).
 * @param prepares keeps its plan for the next time, where it carries no long list
 * @throws what `pg` throws, with Postgres's `code` and `constraint`
 */
export async function runStatement<R>(
  on: Pool | ClientBase,
  text: string,
  values: readonly unknown[] = [],
  prepares = true,
): Promise<R[]> {
  countStatement();
  const begunAt = performance.now();
  try {
    const name = !prepares || values.some(isLongList) ? undefined : nameOf(text);
    const { rows } = await on.query<QueryResultRow>({ name, text, values: values as unknown[] });
    return rows as R[];
  } catch (error) {
    logger.logQueryError(String(error), text);
    throw error;
  } finally {
    const time = performance.now() - begunAt;
    if (time > slow) logger.logQuerySlow(Math.round(time), text);
  }
}

/** What is done for many at once is planned for as many as there are; planning then weighs little. */
function isLongList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 50;
}

const names = new Map<string, string>();

/** A name for a prepared statement. Texts are constants of the code, so that there are only so many. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  // A bound in case a text is ever put together from parts: such statements are simply not prepared.
  if (names.size >= 1_000) return undefined;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}
