import 'reflect-metadata';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { World } from '../support/world.js';

let world: World;

beforeAll(async () => {
  world = await World.begin();
});
afterAll(() => world.end());

/**
 * Between rungs an entity holds only an id, so that those foreign keys stand in the migrations alone: the
 * builder would drop them, and that is the one difference that is meant.
 */
const isForeignKeyBetweenRungs = (sql: string): boolean => /^ALTER TABLE "\w+" DROP CONSTRAINT "\w+"$/.test(sql);

test('migrations and entities say the same', async () => {
  const source = world.get(DataSource);
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  const foreignKeys = new Set(
    (await world.sql<{ name: string }>(`select conname as name from pg_constraint where contype = 'f'`)).map(
      (r) => r.name,
    ),
  );
  const differences = upQueries
    .map(({ query }) => query)
    .filter((sql) => !(isForeignKeyBetweenRungs(sql) && foreignKeys.has(/"(\w+)"$/.exec(sql)?.[1] ?? '')));
  expect(differences).toEqual([]);
});
