import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Endpoint, type EndpointKey, endpoints } from '@kohorte/contracts';
import { getMetadataStorage } from 'class-validator';
import type { Given } from '../support/agent.js';
import { callerOf, furnish, type Furnished, sampleOf } from '../support/furnished.js';
import { World } from '../support/world.js';

let world: World;
let there: Furnished;

beforeAll(async () => {
  world = await World.begin();
  there = await furnish(world);
});
afterAll(() => world.end());

/** What no field expects; each must be taken for what it is, or refused by name. */
const strange: unknown[] = [null, [], {}, [[]], [null], -1, 1e308, '', '\u0000', '<script>', 'x'.repeat(30_000), true];

/** The fields that a body declares. */
function fieldsOf(body: Endpoint['body']): string[] {
  if (!body) return [];
  const rules = getMetadataStorage().getTargetValidationMetadatas(body, '', false, false);
  return [...new Set(rules.map(({ propertyName }) => propertyName))];
}

const parting = ['DELETE /session', 'DELETE /sessions', 'PUT /me/password'];

test('whatever stands in a field of whatever endpoint, nobody gets a 500', async () => {
  const broken: string[] = [];
  const keys = (Object.keys(endpoints) as EndpointKey[]).filter((key) => !parting.includes(key));
  for (const key of keys) {
    const { body }: Endpoint = endpoints[key];
    const agent = callerOf(key, there);
    const sample = sampleOf(key, there) as { body?: Record<string, unknown> };
    for (const field of fieldsOf(body))
      for (const value of strange) {
        const given = { ...sample, body: { ...sample.body, [field]: value } };
        const { status } = await agent.calls(key, given as unknown as Given<EndpointKey>);
        if (status >= 500 && status !== 503) broken.push(`${key}: ${field} = ${JSON.stringify(value).slice(0, 30)}`);
      }
  }
  expect(broken).toEqual([]);
}, 240_000);

test('an id that is none, in whatever path, is simply not found', async () => {
  const broken: string[] = [];
  for (const key of (Object.keys(endpoints) as EndpointKey[]).filter((one) => one.includes(':'))) {
    const agent = callerOf(key, there);
    const sample = sampleOf(key, there) as { params: Record<string, string> };
    for (const id of ['x', '0', '../../etc', "'; drop table session; --", '0198a000-0000-7000-8000-0000000000ff']) {
      const params = Object.fromEntries(Object.keys(sample.params).map((name) => [name, id]));
      const { status } = await agent.calls(key, { ...sample, params } as unknown as Given<EndpointKey>);
      if (status >= 500 || status < 400) broken.push(`${key} with ${id}: ${status}`);
    }
  }
  expect(broken).toEqual([]);
}, 120_000);
