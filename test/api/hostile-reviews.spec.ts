import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  type Endpoint,
  type EndpointKey,
  endpoints,
  peerReviewEndpoints,
  reviewRoundEndpoints,
} from '@kohorte/contracts';
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

const keys = Object.keys({ ...peerReviewEndpoints, ...reviewRoundEndpoints }) as EndpointKey[];

/** What fits nowhere, or only just: at the edge of an integer, of a text, of a calendar, of Unicode. */
// prettier-ignore
const strange: unknown[] = [
  null, true, [], {}, [[]], [null], '', ' ', '__proto__',
  -1, 0.5, 2 ** 31 - 1, 2 ** 31, 2 ** 53, 1e308,
  'a\u0000b', '\ud800', '\u202e', '<script>alert(1)</script>', '-2026-01-01', '2026-W11-1', '+275761-01-01T00:00:00Z',
  'x'.repeat(60_000),
];

type Path = (string | number)[];

/** Every place in a body, into the first entry of each list. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value)) return [path, ...(value.length > 0 ? placesIn(value[0], [...path, 0]) : [])];
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, part]) => placesIn(part, [...path, name]))];
}

/** The same with something else at a place; several places are written anew, so that the sample stays as it is. */
function replaced(value: unknown, [head, ...rest]: Path, other: unknown): unknown {
  if (head === undefined) return other;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string, unknown>;
  copy[head as string] = replaced(copy[head as string], rest, other);
  return copy;
}

/** Bodies with everything that can be said, also what may be left out. */
const whole: { [K in EndpointKey]?: object } = {
  'PUT /cohorts/:cohortId/assignments/:itemId/draft': {
    revision: 0,
    text: 'x',
    link: 'https://example.test/',
    video: 'https://example.test/v',
  },
  'PUT /cohorts/:cohortId/assignments/:itemId/conflicts': { userIds: ['0198a000-0000-7000-8000-000000000001'] },
  'PUT /reviews/:reviewId': {
    revision: 0,
    answers: [{ criterionId: 'clear', level: 2, comment: 'x' }],
    overall: 'x',
  },
  'PUT /reviews/:reviewId/rating': { helpful: 3, answer: 'Danke' },
  'PUT /cohorts/:cohortId/assignments/:itemId/deadlines': {
    dueAt: '2026-05-04T07:00:00Z',
    reviewsUntil: '2026-06-04T07:00:00Z',
  },
  'PUT /cohorts/:cohortId/assignments/:itemId/extensions/:enrolmentId': {
    dueAt: '2026-05-04T07:00:00Z',
    reason: 'Krank',
  },
  'PUT /cohorts/:cohortId/assignments/:itemId/teams': {
    teams: [{ name: 'Nord', enrolmentIds: ['0198a000-0000-7000-8000-000000000001'] }],
  },
  'PUT /appeals/:appealId/decision': { points: 50, answer: 'So.' },
};

const sent = (key: EndpointKey): { body: unknown } & object => {
  const sample = sampleOf(key, there) as { body?: object };
  return { ...sample, body: whole[key] ?? sample.body };
};

test('whatever stands at whatever place of a body, it is taken for what it is or refused by name', async () => {
  const broken: string[] = [];
  for (const key of keys.filter((one) => (endpoints[one] as Endpoint).body)) {
    const given = sent(key);
    for (const place of placesIn(given.body).filter(({ length }) => length > 0))
      for (const value of strange) {
        const call = { ...given, body: replaced(given.body, place, value) } as unknown as Given<EndpointKey>;
        const { status } = await callerOf(key, there).calls(key, call);
        if (status >= 500) broken.push(`${key}: ${place.join('.')} = ${JSON.stringify(value)?.slice(0, 40)}`);
      }
  }
  expect(broken).toEqual([]);
}, 240_000);

test('whatever stands in a query, nobody gets a 500', async () => {
  const broken: string[] = [];
  const queries: [EndpointKey, string[]][] = [
    ['GET /cohorts/:cohortId/assignments/:itemId/round/people', ['only', 'cursor', 'limit']],
    ['POST /uploads/:uploadId/parts', ['from']],
  ];
  for (const [key, names] of queries)
    for (const name of names)
      for (const value of [
        '',
        '-1',
        '1e400',
        'NaN',
        '2147483648',
        '9007199254740993',
        'x',
        'a\u0000b',
        '[]',
        'WyJ4Il0',
      ]) {
        const call = { ...sampleOf(key, there), query: { [name]: value } } as unknown as Given<EndpointKey>;
        const { status } = await callerOf(key, there).calls(key, call);
        if (status >= 500) broken.push(`${key}: ${name} = ${value}`);
      }
  expect(broken).toEqual([]);
});

test('a place in the list of people that nobody gave out is not the server’s fault', async () => {
  const key = 'GET /cohorts/:cohortId/assignments/:itemId/round/people';
  for (const text of ['x', 'a\u0000b', '9'.repeat(200), 1e308, -1.5])
    for (const length of [1, 2, 3]) {
      const cursor = Buffer.from(JSON.stringify(Array.from({ length }, () => text))).toString('base64url');
      const { status } = await there.admin.calls(key, {
        ...sampleOf(key, there),
        query: { cursor },
      } as Given<EndpointKey>);
      expect([text, length, status]).toEqual([text, length, 400]);
    }
});

test('an id that is none, is very long or is half a character, is not found in any path', async () => {
  const broken: string[] = [];
  const ids = ['x'.repeat(5_000), 'a\u0000b', '%', '..', '0198A000-0000-7000-8000-0000000000FF', '{0198a000}', 'null'];
  for (const key of keys) {
    const sample = sampleOf(key, there) as { params: Record<string, string> };
    for (const name of (key.match(/:\w+/g) ?? []).map((part) => part.slice(1)))
      for (const id of ids) {
        const call = { ...sample, params: { ...sample.params, [name]: id } } as unknown as Given<EndpointKey>;
        const { status } = await callerOf(key, there).calls(key, call);
        if (status >= 500 || status < 400) broken.push(`${key} with ${name} ${id.slice(0, 20)}: ${status}`);
      }
  }
  expect(broken).toEqual([]);
}, 120_000);
