import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ProblemView, VersionView } from '@kohorte/contracts';
import { usualDemand } from '@kohorte/rules';
import { type Somebody, World } from '../support/world.js';

describe('what a course asks for its live sessions', () => {
  let world: World;
  let trainer: Somebody;
  let courseId: string;
  let moduleId: string;
  let itemId: string;

  const demand = { ...usualDemand, equipment: [...usualDemand.equipment] };
  const sessionOf = ({ modules }: VersionView) => modules[0]!.items.find((item) => item.itemId === itemId)!.session;
  const change = (body: object) => trainer.does('PATCH /items/:itemId', { params: { itemId }, body });
  const refused = async (body: object): Promise<unknown[]> => {
    const { code, errors }: ProblemView = await trainer.fails('PATCH /items/:itemId', { params: { itemId }, body });
    return [code, ...errors!.map((error) => `${error.field} ${error.code}`)];
  };

  beforeAll(async () => {
    world = await World.begin();
    trainer = await world.person({ roles: ['trainer'] });
    const course = await trainer.does('POST /courses', { body: { title: 'Gute Gespräche' } });
    courseId = course.courseId;
    const { versionId } = course.version;
    const added = await trainer.does('POST /versions/:versionId/modules', {
      params: { versionId },
      body: { title: 'Woche 1' },
    });
    moduleId = added.modules[0]!.moduleId;
    const body = { kind: 'session' as const, title: 'Auftakt' };
    const { modules } = await trainer.does('POST /modules/:moduleId/items', { params: { moduleId }, body });
    itemId = modules[0]!.items[0]!.itemId;
  });
  afterAll(() => world.end());

  test('a session is not planned until its author says what it asks for, and how long it lasts', async () => {
    expect(await refused({ session: demand })).toEqual(['invalid-input', 'minutes min']);
    const asked = {
      ...demand,
      mode: 'on-site',
      equipment: [' Flipchart ', 'flipchart'],
      qualification: ' Moderation ',
    };
    const version = await change({ minutes: 90, session: asked });
    expect(sessionOf(version)).toEqual({
      ...demand,
      mode: 'on-site',
      equipment: ['flipchart'],
      qualification: 'moderation',
    });
    expect(sessionOf(await change({ title: 'Zum Auftakt' }))).toMatchObject({ mode: 'on-site' });
    expect(sessionOf(await change({ session: null }))).toBeNull();
    expect(sessionOf(await change({ session: demand }))).toEqual(demand);
    expect(await refused({ minutes: 0 })).toEqual(['invalid-input', 'minutes min']);
  });

  test.each([
    [{ groupLeast: 0 }, ['session.groupLeast min']],
    [{ groupMost: 501 }, ['session.groupMost max']],
    [{ groupLeast: 13 }, ['session.groupBest min']],
    [{ groupMost: 11 }, ['session.groupMost min']],
    [{ trainers: 4 }, ['session.trainers max']],
    [{ window: 'within-days', windowDays: 0 }, ['session.windowDays min']],
    [{ window: 'within-days', windowDays: 91 }, ['session.windowDays max']],
    [{ window: 'someday' }, ['session.window isIn']],
    [{ mode: 'by-mail' }, ['session.mode isIn']],
    [{ leastDaysAfterPrevious: -1 }, ['session.leastDaysAfterPrevious min']],
    [{ spreadDays: 31 }, ['session.spreadDays max']],
    [{ backToBack: 'yes' }, ['session.backToBack isBoolean']],
    [{ equipment: [''] }, ['session.equipment isNotEmpty']],
    [{ catering: true }, ['session.catering whitelistValidation']],
  ])('%j is refused, naming the field: %j', async (said, problem) => {
    expect(await refused({ session: { ...demand, ...said } })).toEqual(['invalid-input', ...problem]);
    const { version } = await trainer.does('GET /courses/:courseId', { params: { courseId } });
    expect(sessionOf(version)).toEqual(demand);
  });

  test('a page asks for nothing of that', async () => {
    const problem = await trainer.fails('POST /modules/:moduleId/items', {
      params: { moduleId },
      body: { kind: 'page', title: 'Text', minutes: 10, session: demand },
    });
    expect(problem.errors!.map(({ field, code }) => `${field} ${code}`)).toEqual(['session only-for-sessions']);
  });

  test('it stands in the published version, and the next draft begins with it', async () => {
    const { version } = await trainer.does('GET /courses/:courseId', { params: { courseId } });
    const params = { versionId: version.versionId };
    const published = await trainer.does('POST /versions/:versionId/publication', { params });
    expect(sessionOf(published.version)).toEqual(demand);
    const draft = await trainer.does('POST /courses/:courseId/draft', { params: { courseId } });
    expect(draft.version.modules[0]!.items[0]!.session).toEqual(demand);
    await expect(world.sql(`update item set session = null where id = $1`, [itemId])).rejects.toThrow('published');
  });
});
