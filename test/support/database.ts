import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

/** A database of one spec's own, with the schema of today and no rows. */
export interface FreshDatabase {
  url: string;
  /** Removes it; whoever is still connected is disconnected. */
  drop(): Promise<void>;
}

/**
 * Clones the migrated template into a new database, in some 30 ms; safe from any number of processes at once.
 * @throws when no test database was started, with the command that does
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const name = `spec_${process.pid}_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name} template kohorte_template`);
  const url = new URL(administratorUrl());
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(`drop database if exists ${name} with (force)`) };
}

function administratorUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url)
    throw new Error(
      'There is no test database: run specs by `npm test -- path/to/the.spec.ts`, which starts one, instead of jest itself.',
    );
  return url;
}

async function administer(statement: string): Promise<void> {
  const client = new Client({ connectionString: administratorUrl() });
  await client.connect();
  try {
    for (let attempt = 1; ; attempt++)
      try {
        await client.query(statement);
        return;
      } catch (error) {
        // 55006: somebody (an autovacuum) is connected to the template just now.
        if ((error as { code?: string }).code !== '55006' || attempt >= 100) throw error;
        await sleep(50);
      }
  } finally {
    await client.end();
  }
}
