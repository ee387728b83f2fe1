import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Endpoint,
  type EndpointKey,
  endpoints,
  discussionEndpoints,
  peerReviewEndpoints,
  reviewRoundEndpoints,
} from '@kohorte/contracts';
import { type Actor, may, type Role, type SentenceName, type Standing } from '@kohorte/rules';
import type { Agent, Given } from '../support/agent.js';
import { furnish, type Furnished, sampleOf } from '../support/furnished.js';
import { World } from '../support/world.js';

/** Somebody who walks through the whole catalogue, and how they stand to the things of this world. */
interface Walker {
  who: string;
  agent: Agent;
  actor: Actor | null;
  standing: Standing;
  /** Sentences about what is one’s own for which it is. */
  owns?: SentenceName[];
}

const keys = Object.keys(endpoints) as EndpointKey[];
/** Afterwards the caller is signed out, so that somebody new calls. */
const isParting = (key: EndpointKey): boolean =>
  ['DELETE /session', 'DELETE /sessions', 'PUT /me/password'].includes(key);

describe('access: every endpoint, every kind of person', () => {
  let world: World;
  let walkers: Walker[];
  let there: Furnished;

  beforeAll(async () => {
    world = await World.begin();
    there = await furnish(world);
    const { author, other, admin, outsider, member, manager, unitId } = there;
    const actor = (userId: string, roles: Role[] = [], manages: string[] = []): Actor => ({ userId, roles, manages });
    const away: Standing = { admission: 'open', enrolment: null };
    walkers = [
      { who: 'nobody', agent: world.nobody(), actor: null, standing: {} },
      { who: 'a learner from elsewhere', agent: outsider, actor: actor(outsider.userId), standing: away },
      { who: 'a manager', agent: manager, actor: actor(manager.userId, [], [unitId]), standing: away },
      {
        who: 'a member of the cohort',
        agent: member,
        actor: actor(member.userId),
        standing: { admission: 'open', enrolment: 'active' },
        owns: ['own-upload', 'authors-submission', 'sees-work', 'gives-review', 'receives-review', 'writes-post'],
      },
      { who: 'a trainer of another course', agent: other, actor: actor(other.userId, ['trainer']), standing: away },
      {
        who: 'the trainer',
        agent: author,
        actor: actor(author.userId, ['trainer']),
        standing: { ...away, authorsCourse: true, trainsCohort: true },
        owns: ['own-import'],
      },
      { who: 'an L&D admin', agent: admin, actor: actor(admin.userId, ['admin']), standing: away },
    ];
  });

  afterAll(() => world.end());

  test('what is somebody else’s own is not there for anybody', async () => {
    const owned: SentenceName[] = ['own-upload', 'authors-submission', 'gives-review', 'receives-review'];
    const leaks: string[] = [];
    for (const key of keys.filter((one) => owned.includes(endpoints[one].access)))
      for (const { who, agent, owns } of walkers.filter(({ actor }) => actor)) {
        if (owns?.includes(endpoints[key].access)) continue;
        const { status } = await agent.calls(key, sampleOf(key, there));
        if (status !== 404) leaks.push(`${who}: ${key} answered ${status}`);
      }
    expect(leaks).toEqual([]);
  });

  test('a file of a submission is not there for who may not see the work', async () => {
    const key = 'GET /submissions/:submissionId/files/:fileId';
    for (const agent of [there.outsider, there.other, there.manager])
      expect((await agent.calls(key, sampleOf(key, there) as Given<typeof key>)).status).toBe(404);
  });

  test('nobody gets more than the sentence says, and nobody less', async () => {
    const mismatches: string[] = [];
    const reached = new Set<EndpointKey>();
    const walk = async (key: EndpointKey, isAllowed: boolean): Promise<void> => {
      for (const { who, agent, actor, standing, owns } of walkers) {
        const { access }: Endpoint = endpoints[key];
        if (may(access, actor, { ...standing, own: owns?.includes(access) }) !== isAllowed) continue;
        const { status, body } = await (isParting(key) && actor ? await world.person() : agent).calls(
          key,
          sampleOf(key, there),
        );
        const code = (body as { code?: string } | null)?.code;
        const isRefused = code === 'not-allowed' || code === 'not-signed-in';
        const isHidden = code === 'not-found';
        if (isAllowed && !isHidden) reached.add(key);
        if (status >= 500 || (isAllowed ? isRefused : !isRefused && !isHidden))
          mismatches.push(
            `${who}: ${key} (${access}) should be ${isAllowed ? 'allowed' : 'refused'}, got ${status} ${code}`,
          );
      }
    };
    for (const key of keys) await walk(key, false);
    const isRemoval = (key: EndpointKey): boolean => key.startsWith('DELETE') && !key.endsWith('/done-mark');
    for (const key of keys.filter((k) => !isRemoval(k))) await walk(key, true);
    for (const key of keys.filter(isRemoval)) await walk(key, true);
    expect(mismatches).toEqual([]);
    // Whoever may must find something there, or nothing is said about it.
    const furnished = Object.keys({ ...discussionEndpoints, ...peerReviewEndpoints, ...reviewRoundEndpoints });
    expect((furnished as EndpointKey[]).filter((key) => !reached.has(key))).toEqual([]);
  }, 240_000);

  test('every path outside the catalogue is nobody’s', async () => {
    const { status, body } = await world.nobody().calls('GET /users' as EndpointKey, {});
    expect([status, (body as { code: string }).code]).toEqual([401, 'not-signed-in']);
    const unknown = await world.nobody().calls('GET /no-such-thing' as EndpointKey, {});
    expect(unknown.status).toBe(404);
  });
});
