import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ImportView } from '@kohorte/contracts';
import { type Somebody, World } from '../support/world.js';

const realCourse = '../shared/data/py4e_export.imscc';
const testWithRealCourse = existsSync(realCourse) ? test : test.skip;

describe('a trainer imports a course from elsewhere', () => {
  let world: World;
  let trainer: Somebody;

  beforeAll(async () => {
    world = await World.begin();
    trainer = await world.person({ roles: ['trainer'] });
  });
  afterAll(() => world.end());

  const imported = async (name: string, content: Buffer): Promise<ImportView> => {
    const { importId, state } = await trainer.does('POST /imports', { file: { name, content } });
    expect(state).toBe('waiting');
    await world.work();
    return trainer.does('GET /imports/:importId', { params: { importId } });
  };

  const keptFiles = async (): Promise<string[]> => {
    const entries = await readdir(`${world.dataDir}/files`, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  };

  testWithRealCourse(`"Python for Everybody" comes in whole (needs ${realCourse})`, async () => {
    const view = await imported('py4e_export.imscc', await readFile(realCourse));
    expect(view).toMatchObject({ state: 'done', problem: null, courseTitle: 'Python for Everybody import' });
    const { report } = view;
    expect(report).toMatchObject({ modules: 17, found: 172, imported: 129, placeholders: 43, leftOut: 0 });
    expect(report!.lines).toHaveLength(172);

    const course = await trainer.does('GET /courses/:courseId', { params: { courseId: view.courseId! } });
    expect(course.version.modules).toHaveLength(17);
    const items = course.version.modules.flatMap((module) => module.items);
    expect(items).toHaveLength(172);
    expect(items.filter(({ kind }) => kind === 'video').length).toBeGreaterThan(80);
    expect(items.filter(({ minutes }) => minutes > 0).length).toBeGreaterThan(80);
    expect(await keptFiles()).toEqual([]);

    const { rows } = await trainer.does('GET /notifications');
    expect(rows[0]).toMatchObject({ kind: 'import-finished', importId: view.importId });
  });

  test.each([
    ['text.imscc', Buffer.from('not a zip at all'), 'file-not-a-zip'],
    ['leer.imscc', Buffer.alloc(0), 'file-not-a-zip'],
    ['leer.zip', Buffer.from('504b0506000000000000000000000000000000000000', 'hex'), 'not-a-cartridge'],
  ])('%s is refused and leaves nothing behind', async (name, content, code) => {
    const before = await trainer.does('GET /courses');
    const view = await imported(name, content);
    expect(view).toMatchObject({ state: 'failed', courseId: null, report: null, problem: { code } });
    expect(view.problem!.detail).toMatch(/\S/);
    expect(await trainer.does('GET /courses')).toEqual(before);
    expect(await keptFiles()).toEqual([]);
  });

  test('others do not see it', async () => {
    const [{ importId }] = (await trainer.does('GET /imports')).rows as [ImportView];
    const other = await world.person({ roles: ['trainer'] });
    expect((await other.fails('GET /imports/:importId', { params: { importId } })).code).toBe('not-allowed');
    expect((await other.does('GET /imports')).rows).toEqual([]);
  });
});
