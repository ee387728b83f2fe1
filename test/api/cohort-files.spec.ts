import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { plan } from '../support/cohorts.js';
import { type Somebody, World } from '../support/world.js';

/** As little of an MP4 as is needed to be taken for one. */
const film = Buffer.concat([
  Buffer.from([0, 0, 0, 0x18]),
  Buffer.from('ftypmp42'),
  Buffer.from([0, 0, 0, 0]),
  Buffer.from('mp42isom'),
  Buffer.from('0123456789'.repeat(100)),
]);

describe('files of a course', () => {
  let world: World;
  let author: Somebody;
  let trainer: Somebody;
  let member: Somebody;
  let outsider: Somebody;
  const files: Record<'film' | 'later' | 'inPage' | 'unused', string> = { film: '', later: '', inPage: '', unused: '' };

  beforeAll(async () => {
    world = await World.begin('2026-03-02T08:00:00Z');
    author = await world.person({ roles: ['trainer'] });
    trainer = await world.person({ roles: ['trainer'] });
    member = await world.person();
    outsider = await world.person();
    const { courseId, version } = await author.does('POST /courses', { body: { title: 'Mit Dateien' } });
    const upload = async (name: string, content: Buffer) =>
      (await author.does('POST /courses/:courseId/files', { params: { courseId }, file: { name, content } })).fileId;
    files.film = await upload('film.mp4', film);
    await world.sql(`update stored_file set name = $2 where id = $1`, [files.film, 'Übung "1";\r\n ä\u202e.mp4']);
    files.later = await upload('später.txt', Buffer.from('Erst in Woche zwei.'));
    files.inPage = await upload('notiz.txt', Buffer.from('Nur in einer Seite genannt. äöü'));
    files.unused = await upload('daten.csv', Buffer.from('a;b\n1;2\n'));
    const { versionId } = version;
    for (const title of ['Eins', 'Zwei'])
      await author.does('POST /versions/:versionId/modules', { params: { versionId }, body: { title } });
    const { modules } = (await author.does('GET /courses/:courseId', { params: { courseId } })).version;
    const add = (module: number, body: object) =>
      author.does('POST /modules/:moduleId/items', {
        params: { moduleId: modules[module]!.moduleId },
        body: body as never,
      });
    await add(0, { kind: 'file', title: 'Film', fileId: files.film });
    await add(0, { kind: 'page', title: 'Seite', body: `Lies die [Notiz](kohorte-file:${files.inPage}).` });
    await add(1, { kind: 'file', title: 'Später', fileId: files.later });
    await author.does('POST /versions/:versionId/publication', { params: { versionId } });
    const admin = await world.person({ roles: ['admin'] });
    const { cohortId } = await plan(admin, courseId, { trainerIds: [trainer.userId] });
    await member.does('POST /cohorts/:cohortId/enrolment', { params: { cohortId } });
  });
  afterAll(() => world.end());

  const status = async (who: Somebody, fileId: string) =>
    (await who.calls('GET /files/:fileId', { params: { fileId } })).status;
  const get = (who: Somebody, fileId: string, headers: Record<string, string> = {}) =>
    who.calls('GET /files/:fileId', { params: { fileId }, headers });

  test('are read when the module is open that has them, and not before', async () => {
    expect(await status(member, files.film)).toBe(404);
    world.clock.to('2026-03-09T08:00:00Z');
    expect(await status(member, files.film)).toBe(200);
    expect(await status(member, files.inPage)).toBe(200);
    expect(await status(member, files.later)).toBe(404);
    expect(await status(member, files.unused)).toBe(404);
    world.clock.to('2026-03-16T08:00:00Z');
    expect(await status(member, files.later)).toBe(200);
  });

  test('are read by authors and by who trains a cohort at any time, and by nobody else', async () => {
    const otherTrainer = await world.person({ roles: ['trainer'] });
    for (const fileId of Object.values(files)) {
      expect(await status(author, fileId)).toBe(200);
      expect(await status(trainer, fileId)).toBe(200);
      expect(await status(outsider, fileId)).toBe(404);
      expect(await status(otherTrainer, fileId)).toBe(404);
    }
    expect((await world.nobody().calls('GET /files/:fileId', { params: { fileId: files.film } })).status).toBe(401);
  });

  test('come as what they are, with a name that breaks nothing', async () => {
    const { headers, body } = await get(author, files.film);
    expect(headers).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': String(film.length),
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
      'cache-control': 'private, max-age=3600',
      'content-disposition': `inline; filename="Ubung _1__ a.mp4"; filename*=UTF-8''%C3%9Cbung%20%221%22%3B%20%C3%A4.mp4`,
    });
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox`,
    );
    expect(Buffer.compare(body as Buffer, film)).toBe(0);
    expect((await get(author, files.inPage)).headers['content-type']).toBe('text/plain; charset=utf-8');
    expect((await get(author, files.inPage)).text).toContain('äöü');
    expect((await get(author, files.unused)).headers['content-disposition']).toMatch(
      /^attachment; filename="daten.csv"/,
    );
  });

  test.each([
    ['bytes=0-9', 206, 'bytes 0-9/1024', 0, 10],
    ['bytes=1000-', 206, 'bytes 1000-1023/1024', 1000, 1024],
    ['bytes=-24', 206, 'bytes 1000-1023/1024', 1000, 1024],
    ['bytes=1020-5000', 206, 'bytes 1020-1023/1024', 1020, 1024],
    ['bytes=-5000', 206, 'bytes 0-1023/1024', 0, 1024],
    ['bytes=9-3', 200, undefined, 0, 1024],
    ['bytes=0-1,5-6', 200, undefined, 0, 1024],
    ['lines=1-2', 200, undefined, 0, 1024],
    ['bytes=-', 200, undefined, 0, 1024],
  ])('a player asks for %s', async (range, status, told, from, to) => {
    const response = await get(author, files.film, { range });
    expect([response.status, response.headers['content-range']]).toEqual([status, told]);
    expect(Buffer.compare(response.body as Buffer, film.subarray(from, to))).toBe(0);
    expect(response.headers['content-length']).toBe(String(to - from));
  });

  test('a player that asks beyond the end is told how long it is', async () => {
    for (const range of ['bytes=1024-', 'bytes=99999999999999-', 'bytes=-0']) {
      const response = await get(author, files.film, { range });
      expect([response.status, response.headers['content-range']]).toEqual([416, 'bytes */1024']);
    }
  });
});
