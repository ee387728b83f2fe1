import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Endpoint, type EndpointKey, endpoints } from '@kohorte/contracts';
import { type Actor, may, type Role, type Standing } from '@kohorte/rules';
import type { Agent, Given } from '../support/agent.js';
import { World } from '../support/world.js';

/** Somebody who walks through the whole catalogue, and how they stand to the things of this world. */
interface Walker {
  who: string;
  agent: Agent;
  actor: Actor | null;
  standing: Standing;
}

const keys = Object.keys(endpoints) as EndpointKey[];
/** Last of all: afterwards the walker is somebody else, or things are gone. */
const isParting = (key: EndpointKey): boolean => key.startsWith('DELETE /session') || key === 'PUT /me/password';

describe('access: every endpoint, every kind of person', () => {
  let world: World;
  let walkers: Walker[];
  let params: Record<string, string>;

  beforeAll(async () => {
    world = await World.begin();
    const unitId = (
      await world.sql<{ id: string }>(
        `insert into org_unit (id, name, path) values (uuidv7(), 'Nord', 'nord') returning id`,
      )
    )[0]!.id;
    const author = await world.person({ roles: ['trainer'] });
    const other = await world.person({ roles: ['trainer'] });
    const admin = await world.person({ roles: ['admin'] });
    const outsider = await world.person();
    const member = await world.person({ unitId });
    const manager = await world.person();
    await world.sql(`update org_unit set manager_id = $1 where id = $2`, [manager.userId, unitId]);

    const { courseId } = await world.course(author.userId);
    const draft = await author.does('POST /courses/:courseId/draft', { params: { courseId } });
    const cohort = await author.does('POST /cohorts', {
      body: {
        courseId,
        name: 'Frühjahr',
        plan: {
          pacing: 'weekly',
          startOn: '2026-03-02',
          timeZone: 'Europe/Berlin',
          weekday: 1,
          time: '09:00',
          modulesPerStep: 1,
          weeksPerStep: 1,
          onHoliday: 'keep',
          holidayRegion: '',
          breaks: [],
        },
        admission: 'open',
        trainerIds: [author.userId],
      },
    });
    const enrolment = await member.does('POST /cohorts/:cohortId/enrolment', { params: { cohortId: cohort.cohortId } });
    await world.work();
    const outline = await member.does('GET /cohorts/:cohortId/outline', { params: { cohortId: cohort.cohortId } });
    const upload = await author.does('POST /courses/:courseId/files', {
      params: { courseId },
      file: { name: 'notiz.txt', content: Buffer.from('Nur ein Text.') },
    });
    const imported = await author.does('POST /imports', { file: { name: 'x.imscc', content: Buffer.from('PK') } });
    const [mail] = await world.sql<{ id: string }>(`select id from mail limit 1`);
    const leaver = await world.person();

    params = {
      cohortId: cohort.cohortId,
      courseId,
      versionId: draft.version.versionId,
      moduleId: draft.version.modules[2]!.moduleId,
      itemId: draft.version.modules[0]!.items[0]!.itemId,
      openItemId: outline.modules[0]!.items[0]!.itemId,
      releaseId: cohort.releases[2]!.releaseId!,
      enrolmentId: enrolment.enrolmentId,
      fileId: upload.fileId,
      importId: imported.importId,
      mailId: mail!.id,
      userId: leaver.userId,
      orgUnitId: unitId,
      token: 'guessed',
    };
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
      },
      { who: 'a trainer of another course', agent: other, actor: actor(other.userId, ['trainer']), standing: away },
      {
        who: 'the trainer',
        agent: author,
        actor: actor(author.userId, ['trainer']),
        standing: { ...away, authorsCourse: true, trainsCohort: true, own: true },
      },
      { who: 'an L&D admin', agent: admin, actor: actor(admin.userId, ['admin']), standing: away },
    ];
  });

  afterAll(() => world.end());

  test('nobody gets more than the sentence says, and nobody less', async () => {
    const mismatches: string[] = [];
    const walk = async (key: EndpointKey, isAllowed: boolean): Promise<void> => {
      for (const { who, agent, actor, standing } of walkers) {
        const { access }: Endpoint = endpoints[key];
        if (may(access, actor, standing) !== isAllowed) continue;
        const { status, body } = await agent.calls(key, given(key, params));
        const code = (body as { code?: string }).code;
        const isRefused = code === 'not-allowed' || code === 'not-signed-in';
        const isHidden = code === 'not-found';
        if (status >= 500 || (isAllowed ? isRefused : !isRefused && !isHidden))
          mismatches.push(
            `${who}: ${key} (${access}) should be ${isAllowed ? 'allowed' : 'refused'}, got ${status} ${code}`,
          );
      }
    };
    for (const key of keys) await walk(key, false);
    for (const key of keys.filter((k) => !k.startsWith('DELETE') && !isParting(k))) await walk(key, true);
    for (const key of keys.filter((k) => k.startsWith('DELETE') && !isParting(k))) await walk(key, true);
    for (const key of keys.filter(isParting)) await walk(key, true);
    expect(mismatches).toEqual([]);
  });

  test('every path outside the catalogue is nobody’s', async () => {
    const { status, body } = await world.nobody().calls('GET /users' as EndpointKey, {});
    expect([status, (body as { code: string }).code]).toEqual([401, 'not-signed-in']);
    const unknown = await world.nobody().calls('GET /no-such-thing' as EndpointKey, {});
    expect(unknown.status).toBe(404);
  });
});

/** Bodies that get past validation, so that what refuses is the sentence. */
const bodies: { [K in EndpointKey]?: object } = {
  'POST /session': { email: 'nobody@world.test', password: 'wrong' },
  'PUT /versions/:versionId/order': { modules: [] },
  'POST /versions/:versionId/modules': { title: 'Neu' },
  'POST /modules/:moduleId/items': { kind: 'page', title: 'Neu' },
  'POST /courses': { title: 'Neuer Kurs' },
  'POST /cohorts/:cohortId/enrolments': { userIds: ['0198a000-0000-7000-8000-000000000001'] },
  'POST /cohorts/:cohortId/invitations': { userIds: ['0198a000-0000-7000-8000-000000000001'] },
  'POST /releases/:releaseId/move-preview': { opensAt: '2026-05-04T07:00:00Z', following: 'keep' },
  'POST /releases/:releaseId/move': { opensAt: '2026-05-04T07:00:00Z', following: 'keep' },
  'PUT /notifications/read-marker': { upTo: '2026-03-01T00:00:00Z' },
  'PUT /me/password': { current: 'x', next: 'a long enough password' },
};

const queries: { [K in EndpointKey]?: object } = {
  'GET /timetable': { from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z' },
  'GET /reports/completion': { by: 'cohort' },
  'GET /reports/completion.csv': { by: 'cohort' },
  'GET /holidays': { region: 'DE', from: '2026-01-01', to: '2026-12-31' },
};

function given(key: EndpointKey, params: Record<string, string>): Given<EndpointKey> {
  const declared: Endpoint = endpoints[key];
  const plan = {
    pacing: 'weekly',
    startOn: '2026-06-01',
    timeZone: 'Europe/Berlin',
    weekday: 1,
    time: '09:00',
    modulesPerStep: 1,
    weeksPerStep: 1,
    onHoliday: 'keep',
    holidayRegion: '',
    breaks: [],
  };
  const planned = { courseId: params['courseId'], plan };
  const body =
    key === 'POST /cohorts'
      ? { ...planned, name: 'Sommer', admission: 'open', trainerIds: [] }
      : key === 'POST /release-previews'
        ? planned
        : (bodies[key] ?? {});
  const isInCohort = key.includes('/cohorts/:cohortId/items');
  return {
    params: { ...params, itemId: isInCohort ? params['openItemId'] : params['itemId'] },
    query: queries[key] ?? {},
    ...(declared.upload ? { file: { name: 'a.txt', content: Buffer.from('Text') } } : { body }),
  } as Given<EndpointKey>;
}
