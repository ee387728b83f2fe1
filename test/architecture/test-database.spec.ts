import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

describe('A spec’s own database', () => {
  let databases: FreshDatabase[];

  beforeAll(async () => {
    databases = await Promise.all(Array.from({ length: 6 }, () => freshDatabase()));
  });
  afterAll(() => Promise.all(databases.map((database) => database.drop())));

  it('is never shared, however many are cloned at once', () => {
    expect(new Set(databases.map(({ url }) => url)).size).toBe(6);
  });

  it('has the schema of today', async () => {
    const client = new Client({ connectionString: databases[0]!.url });
    await client.connect();
    const { rows } = await client.query<{ n: number }>('select count(*)::int as n from migration');
    expect(rows[0]!.n).toBeGreaterThan(0);
    await client.end();
  });
});
