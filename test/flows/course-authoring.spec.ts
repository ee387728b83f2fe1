import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CourseView, VersionView } from '@kohorte/contracts';
import { type Somebody, World } from '../support/world.js';

describe('a trainer authors a course', () => {
  let world: World;
  let trainer: Somebody;
  let colleague: Somebody;
  let course: CourseView;

  const add = async (moduleId: string, title: string, rest: object = {}): Promise<VersionView> =>
    trainer.does('POST /modules/:moduleId/items', { params: { moduleId }, body: { kind: 'page', title, ...rest } });

  beforeAll(async () => {
    world = await World.begin();
    trainer = await world.person({ name: 'Jonas Petersen', roles: ['trainer'] });
    colleague = await world.person({ roles: ['trainer'] });
    course = await trainer.does('POST /courses', {
      body: { title: '  Gute Gespräche ', summary: '**Worum** es geht' },
    });
  });
  afterAll(() => world.end());

  test('it begins as an empty draft, with the trainer as its author', async () => {
    expect(course.version).toMatchObject({ title: 'Gute Gespräche', number: 1, publishedAt: null, modules: [] });
    expect(course.authors.map(({ name }) => name)).toEqual(['Jonas Petersen']);
    const { versionId } = course.version;
    const problem = await trainer.fails('POST /versions/:versionId/publication', { params: { versionId } });
    expect(problem.code).toBe('nothing-to-publish');
  });

  test('modules and items are added at the end and put in order; items move between modules', async () => {
    const { versionId } = course.version;
    for (const title of ['Zuhören', 'Fragen'])
      await trainer.does('POST /versions/:versionId/modules', { params: { versionId }, body: { title } });
    const { version } = await trainer.does('GET /courses/:courseId', { params: { courseId: course.courseId } });
    const [first, second] = version.modules.map(({ moduleId }) => moduleId) as [string, string];
    await add(first, 'A');
    await add(first, 'B', { minutes: 5, required: false, dueAfterDays: 3 });
    const filled = await add(second, 'C');
    const [a, b] = filled.modules[0]!.items.map(({ itemId }) => itemId) as [string, string];
    const [c] = filled.modules[1]!.items.map(({ itemId }) => itemId) as [string];

    const ordered = await trainer.does('PUT /versions/:versionId/order', {
      params: { versionId },
      body: {
        modules: [
          { moduleId: second, itemIds: [b, c] },
          { moduleId: first, itemIds: [a] },
        ],
      },
    });
    expect(ordered.modules.map(({ title, items }) => [title, items.map((i) => i.title)])).toEqual([
      ['Fragen', ['B', 'C']],
      ['Zuhören', ['A']],
    ]);
    expect(ordered.modules[0]!.items[0]).toMatchObject({ minutes: 5, required: false, dueAfterDays: 3 });
  });

  test('an order that leaves something out, or names it twice, changes nothing', async () => {
    const { version } = await trainer.does('GET /courses/:courseId', { params: { courseId: course.courseId } });
    const [first] = version.modules;
    const { versionId } = version;
    for (const modules of [
      [{ moduleId: first!.moduleId, itemIds: first!.items.map((i) => i.itemId) }],
      [],
      version.modules.map(({ moduleId }) => ({ moduleId, itemIds: [first!.items[0]!.itemId] })),
    ]) {
      const problem = await trainer.fails('PUT /versions/:versionId/order', {
        params: { versionId },
        body: { modules },
      });
      expect(problem.code).toBe('order-incomplete');
    }
    const { version: after } = await trainer.does('GET /courses/:courseId', { params: { courseId: course.courseId } });
    expect(after.modules).toEqual(version.modules);
  });

  test('links need an address, files a file of this very course; the field is named', async () => {
    const { version } = await trainer.does('GET /courses/:courseId', { params: { courseId: course.courseId } });
    const { moduleId } = version.modules[0]!;
    const params = { moduleId };
    const link = await trainer.fails('POST /modules/:moduleId/items', {
      params,
      body: { kind: 'link', title: 'Wohin?' },
    });
    expect([link.code, link.errors?.[0]?.field]).toEqual(['item-needs-address', 'url']);
    const script = await trainer.fails('POST /modules/:moduleId/items', {
      params,
      body: { kind: 'link', title: 'Böse', url: 'javascript:alert(1)' },
    });
    expect([script.code, script.errors?.[0]?.field]).toEqual(['invalid-input', 'url']);

    const other = await colleague.does('POST /courses', { body: { title: 'Anderer Kurs' } });
    const foreign = await colleague.does('POST /courses/:courseId/files', {
      params: { courseId: other.courseId },
      file: { name: 'geheim.txt', content: Buffer.from('geheim') },
    });
    const stolen = await trainer.fails('POST /modules/:moduleId/items', {
      params,
      body: { kind: 'file', title: 'Geklaut', fileId: foreign.fileId },
    });
    expect([stolen.code, stolen.errors?.[0]?.field]).toEqual(['invalid-input', 'fileId']);
  });

  test('what a file is, is looked at, not believed', async () => {
    const upload = (name: string, content: Buffer) =>
      trainer.calls('POST /courses/:courseId/files', {
        params: { courseId: course.courseId },
        file: { name, content },
      });
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    expect((await upload('bild.pdf', png)).body).toMatchObject({ mediaType: 'image/png' });
    const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200), Buffer.from('PE\0\0'), Buffer.alloc(200)]);
    expect((await upload('harmlos.pdf', program)).body).toMatchObject({ code: 'file-type-not-allowed' });
    expect((await upload('seite.txt', Buffer.from('<!doctype html><script>alert(1)</script>'))).body).toMatchObject({
      code: 'file-type-not-allowed',
    });
    const nothing = await trainer.calls('POST /courses/:courseId/files', { params: { courseId: course.courseId } });
    expect((nothing.body as { code: string }).code).toBe('file-missing');
  });

  test('a page is shown without anything that runs', async () => {
    const { version } = await trainer.does('GET /courses/:courseId', { params: { courseId: course.courseId } });
    const body = [
      '# Titel',
      '<script>alert(1)</script><img src=x onerror=alert(1)><iframe src="https://evil.example"></iframe>',
      '[hier](javascript:alert(1)) [dort](https://example.org) ![spur](https://evil.example/pixel.png)',
      '| a | b |\n|---|---|\n| 1 | 2 |',
    ].join('\n\n');
    const after = await add(version.modules[0]!.moduleId, 'Seite', { body });
    const { itemId } = after.modules[0]!.items.at(-1)!;
    const { html } = await trainer.does('GET /items/:itemId/preview', { params: { itemId } });
    expect(html).not.toMatch(/<script|onerror|<iframe|javascript:|<img/i);
    expect(html).toContain('<h2>Titel</h2>');
    expect(html).toContain('<a href="https://example.org" target="_blank" rel="noopener noreferrer">dort</a>');
    expect(html).toContain('<table>');
  });

  test('a published version stays as it is, by any door; the next draft is a copy', async () => {
    const { courseId } = course;
    const { version } = await trainer.does('GET /courses/:courseId', { params: { courseId } });
    const { versionId } = version;
    const published = await trainer.does('POST /versions/:versionId/publication', { params: { versionId } });
    expect(published.version.publishedAt).toBe('2026-03-02T08:00:00.000Z');

    const { moduleId, items } = version.modules[0]!;
    const { itemId } = items[0]!;
    const refusals = [
      await trainer.fails('PATCH /versions/:versionId', { params: { versionId }, body: { title: 'Neu' } }),
      await trainer.fails('PATCH /modules/:moduleId', { params: { moduleId }, body: { title: 'Neu' } }),
      await trainer.fails('DELETE /modules/:moduleId', { params: { moduleId } }),
      await trainer.fails('POST /modules/:moduleId/items', {
        params: { moduleId },
        body: { kind: 'page', title: 'X' },
      }),
      await trainer.fails('PATCH /items/:itemId', { params: { itemId }, body: { title: 'Neu' } }),
      await trainer.fails('DELETE /items/:itemId', { params: { itemId } }),
      await trainer.fails('POST /versions/:versionId/publication', { params: { versionId } }),
    ];
    expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(['version-published']));
    await expect(world.sql(`update item set title = 'Hintertür' where id = $1`, [itemId])).rejects.toThrow('published');

    const draft = await trainer.does('POST /courses/:courseId/draft', { params: { courseId } });
    const again = await trainer.does('POST /courses/:courseId/draft', { params: { courseId } });
    expect(again.version.versionId).toBe(draft.version.versionId);
    expect(draft.version.number).toBe(2);
    const titles = (of: VersionView) => of.modules.map(({ title, items: i }) => [title, i.map((x) => x.title)]);
    expect(titles(draft.version)).toEqual(titles(version));
    await trainer.does('DELETE /courses/:courseId/draft', { params: { courseId } });
    const { versions } = await trainer.does('GET /courses/:courseId', { params: { courseId } });
    expect(versions.map(({ number }) => number)).toEqual([1]);
  });

  test('trainers see their own courses, L&D admins all; nobody edits a colleague’s', async () => {
    const admin = await world.person({ roles: ['admin'] });
    expect((await trainer.does('GET /courses')).rows.map(({ title }) => title)).toEqual(['Gute Gespräche']);
    expect((await admin.does('GET /courses')).rows).toHaveLength(2);
    expect((await admin.does('GET /courses', { query: { search: 'gespr' } })).rows).toHaveLength(1);
    expect((await admin.does('GET /courses', { query: { search: '%' } })).rows).toHaveLength(0);
    const { versionId } = course.version;
    const problem = await colleague.fails('POST /versions/:versionId/modules', {
      params: { versionId },
      body: { title: 'X' },
    });
    expect(problem.code).toBe('not-allowed');
  });
});
