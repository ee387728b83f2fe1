import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { UploadView } from '@kohorte/contracts';
import type { AssignmentDesign } from '@kohorte/rules';
import { type AssignmentCohort, assignmentCohort, handIn, usualAssignment } from '../support/assignments.js';
import { docx, holds, jpeg, pdf, pptx, zipOf } from '../../libs/platform/files/clean/made-documents.js';
import { type Somebody, World } from '../support/world.js';

const uploads = 'POST /cohorts/:cohortId/assignments/:itemId/uploads';
const parts = 'POST /uploads/:uploadId/parts';
const assignment = 'GET /cohorts/:cohortId/assignments/:itemId';
const author = 'Ada Lovelace';
const megabyte = 1024 * 1024;

describe('files of submissions', () => {
  let world: World;
  let scene: AssignmentCohort;
  let ada: Somebody;
  let bo: Somebody;
  let where: AssignmentCohort['where'];

  beforeAll(async () => {
    world = await World.begin();
  });
  afterAll(() => world.end());

  const begin = async (design: Partial<AssignmentDesign> = {}): Promise<void> => {
    world.clock.to('2026-03-02T08:00:00Z');
    scene = await assignmentCohort(world, { learners: 3, design });
    [ada, bo] = scene.learners as [Somebody, Somebody];
    where = scene.where;
  };
  beforeEach(() => begin());

  const announce = (name: string, bytes: number, who = ada): Promise<UploadView> =>
    who.does(uploads, { params: where, body: { name, bytes } });
  const part = (uploadId: string, from: number, content: Buffer, who = ada) =>
    who.calls(parts, { params: { uploadId }, query: { from }, file: { name: 'part', content } });
  const upload = async (name: string, content: Buffer) => {
    const { uploadId } = await announce(name, content.length);
    return part(uploadId, 0, content);
  };
  const fileOf = async (name: string, content: Buffer) => {
    const { body, status } = await upload(name, content);
    if (status !== 201) throw new Error(JSON.stringify(body));
    const { submission } = await ada.does(assignment, { params: where });
    return { submissionId: submission!.submissionId, fileId: (body as UploadView).file!.fileId };
  };
  const read = (who: Somebody, params: { submissionId: string; fileId: string }) =>
    who.calls('GET /submissions/:submissionId/files/:fileId', { params });
  /** A file as it lies on the disk. */
  const bytesOf = async ({ fileId }: { fileId: string }): Promise<Buffer> => {
    const [row] = await world.sql<{ path: string }>(`select path from stored_file where id = $1`, [fileId]);
    return readFile(join(world.dataDir, 'files', row!.path));
  };
  /** Everything in the store of this world. */
  const onDisk = async (): Promise<string[]> => {
    const entries = await readdir(join(world.dataDir, 'files'), { recursive: true, withFileTypes: true }).catch(
      () => [],
    );
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  };

  describe('come in parts', () => {
    const text = Buffer.from('Zeile für Zeile.\n'.repeat(1_000));

    test('and go on where a connection has broken', async () => {
      const { uploadId, received } = await announce('Brief.txt', text.length);
      expect(received).toBe(0);
      expect((await part(uploadId, 0, text.subarray(0, 5_000))).body).toMatchObject({ received: 5_000, file: null });
      const { submission } = await ada.does(assignment, { params: where });
      expect(submission).toMatchObject({ files: [], uploads: [{ uploadId, received: 5_000, name: 'Brief.txt' }] });
      // A part that was sent again, and one from further on: both are told where to go on.
      for (const from of [0, 9_000]) {
        const elsewhere = await part(uploadId, from, text.subarray(from, from + 5_000));
        expect(elsewhere.body).toMatchObject({ code: 'upload-elsewhere', params: { received: 5_000 } });
      }
      expect(await ada.does('GET /uploads/:uploadId', { params: { uploadId } })).toMatchObject({ received: 5_000 });
      const done = await part(uploadId, 5_000, text.subarray(5_000));
      expect(done.body.file).toMatchObject({ name: 'Brief.txt', mediaType: 'text/plain', bytes: text.length });
      const after = (await ada.does(assignment, { params: where })).submission!;
      expect(after).toMatchObject({ uploads: [], files: [{ name: 'Brief.txt' }] });
      const file = await read(ada, { submissionId: after.submissionId, fileId: done.body.file.fileId });
      expect(file.text).toBe(text.toString());
      expect(await ada.does('GET /uploads/:uploadId', { params: { uploadId } })).toMatchObject({
        file: { name: 'Brief.txt' },
      });
    });

    test('of which the same two at once are one', async () => {
      const { uploadId } = await announce('Brief.txt', text.length);
      const replies = await Promise.all([1, 2, 3].map(() => part(uploadId, 0, text.subarray(0, 6_000))));
      expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
      const { body } = await part(uploadId, 6_000, text.subarray(6_000));
      const { submission } = await ada.does(assignment, { params: where });
      const file = await read(ada, { submissionId: submission!.submissionId, fileId: body.file.fileId });
      expect(file.text).toBe(text.toString());
    });

    test('and overwrite what a crash has left behind the last whole one', async () => {
      const { uploadId } = await announce('Brief.txt', text.length);
      await part(uploadId, 0, text.subarray(0, 9_000));
      // The bytes were on the disk, the row was not.
      await world.sql(`update upload set received = 4000 where id = $1`, [uploadId]);
      const { body } = await part(uploadId, 4_000, text.subarray(4_000));
      expect(body.file).toMatchObject({ bytes: text.length });
    });

    test('and are looked at once more where the last answer was lost', async () => {
      const { uploadId } = await announce('Brief.txt', text.length);
      await part(uploadId, 0, text.subarray(0, 9_000));
      await world.sql(`update upload set bytes = 9000 where id = $1`, [uploadId]);
      const views = await Promise.all([1, 2].map(() => ada.does('GET /uploads/:uploadId', { params: { uploadId } })));
      expect(views[0]!.file).toMatchObject({ bytes: 9_000 });
      expect(views[1]).toEqual(views[0]);
      expect((await ada.does(assignment, { params: where })).submission!.files).toHaveLength(1);
    });

    test('of eight megabytes at most, and no more than was announced', async () => {
      const { uploadId } = await announce('Brief.txt', 9 * megabyte);
      expect((await part(uploadId, 0, Buffer.alloc(8 * megabyte + 1, 'a'))).body.code).toBe('too-large');
      expect((await part(uploadId, 0, Buffer.alloc(8 * megabyte, 'a'))).body.received).toBe(8 * megabyte);
      expect((await part(uploadId, 8 * megabyte, Buffer.alloc(megabyte + 1, 'a'))).body.code).toBe('too-large');
      expect((await part(uploadId, 8 * megabyte, Buffer.alloc(megabyte, 'a'))).body.file).not.toBeNull();
    });

    test('of a draft that nobody else has begun or may go on with', async () => {
      const { uploadId } = await announce('Brief.txt', text.length);
      for (const who of [bo, scene.trainer]) {
        expect((await part(uploadId, 0, text, who)).status).toBe(404);
        expect((await who.calls('GET /uploads/:uploadId', { params: { uploadId } })).status).toBe(404);
        expect((await who.calls('DELETE /uploads/:uploadId', { params: { uploadId } })).status).toBe(404);
      }
      expect(await scene.trainer.fails(uploads, { params: where, body: { name: 'a', bytes: 1 } })).toMatchObject({
        code: 'not-allowed',
      });
    });
  });

  describe('are refused', () => {
    test('before a byte is sent where they are too large or too many', async () => {
      const large = await ada.fails(uploads, { params: where, body: { name: 'film.mp4', bytes: 2 * 1024 ** 3 } });
      expect(large).toMatchObject({ status: 413, code: 'too-large', params: { limit: '20 MB' } });
      await Promise.all(['a', 'b'].map((name) => announce(`${name}.txt`, 10)));
      await fileOf('c.txt', Buffer.from('Fertig.'));
      const many = await ada.fails(uploads, { params: where, body: { name: 'd.txt', bytes: 10 } });
      expect(many).toMatchObject({ code: 'too-many-files', params: { limit: 3 } });
      await begin({ handIn: { ...usualAssignment.handIn, files: 0 } });
      expect(await ada.fails(uploads, { params: where, body: { name: 'a', bytes: 1 } })).toMatchObject({
        code: 'invalid-input',
        errors: [{ field: 'name' }],
      });
    });

    test('that many at once are no more than the limit', async () => {
      const replies = await Promise.all(
        Array.from({ length: 6 }, (_, index) =>
          ada.calls(uploads, { params: where, body: { name: `${index}.txt`, bytes: 10 } }),
        ),
      );
      expect(replies.filter(({ status }) => status === 201)).toHaveLength(3);
    });

    test.each<[string, string, () => Promise<Buffer> | Buffer, string]>([
      [
        'a program with the name of a PDF',
        'brief.pdf',
        () => Buffer.from(`MZ\x90\0${'\0'.repeat(200)}`),
        'file-type-not-allowed',
      ],
      ['a page', 'seite.html', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'file-type-not-allowed'],
      [
        'a page with the name of a text',
        'seite.txt',
        () => Buffer.from('<html><script>1</script>'),
        'file-type-not-allowed',
      ],
      ['a zip bomb', 'bombe.zip', () => zipOf({ 'a.txt': Buffer.alloc(40 * megabyte) }), 'file-unpacks-too-large'],
      [
        'a bomb in a document',
        'b.docx',
        () => docx(author, 'a', { 'x.zip': Buffer.from('PK\x03\x04kaputt', 'latin1') }),
        'file-unreadable',
      ],
      [
        'an encrypted document',
        'b.docx',
        () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
        'file-unreadable',
      ],
      ['a PDF that is cut off', 'b.pdf', async () => (await pdf(author)).subarray(0, 400), 'file-unreadable'],
    ])('where they are %s, and leave nothing behind', async (_name, name, content, code) => {
      const before = await onDisk();
      const { body } = await upload(name, await content());
      expect(body).toMatchObject({ status: 400, code, errors: [{ field: 'name', code }] });
      expect(await onDisk()).toEqual(before);
      expect((await ada.does(assignment, { params: where })).submission).toMatchObject({ files: [], uploads: [] });
    });

    test('where the work is handed in already, and do not count before they are whole', async () => {
      const { uploadId } = await announce('Brief.txt', 10);
      const handing = 'POST /cohorts/:cohortId/assignments/:itemId/submission';
      expect(await ada.fails(handing, { params: where })).toMatchObject({ code: 'submission-empty' });
      await handIn(ada, where);
      expect((await part(uploadId, 0, Buffer.alloc(10, 'a'))).body.code).toBe('already-handed-in');
      expect(await ada.fails(uploads, { params: where, body: { name: 'a', bytes: 1 } })).toMatchObject({
        code: 'already-handed-in',
      });
    });
  });

  describe('tell reviewers nothing of their author', () => {
    test.each([
      ['Brief von Ada.docx', docx],
      ['Folien von Ada.pptx', pptx],
      ['Ada.pdf', pdf],
      ['Ada.jpg', async (name: string) => jpeg(name)],
    ])('%s', async (name, make) => {
      const before = await make(author);
      expect(await holds(before, author)).toBe(true);
      const file = await fileOf(name, before);
      const kept = await bytesOf(file);
      expect(kept.length).toBeGreaterThan(50);
      expect(await holds(kept, author)).toBe(false);
      expect((await read(ada, file)).headers['content-length']).toBe(String(kept.length));
      expect((await ada.does(assignment, { params: where })).submission!.files).toMatchObject([{ name }]);
    });

    test('where reviewers may know them, files are as they were', async () => {
      await begin({ anonymity: 'single-blind' });
      const before = await docx(author);
      expect((await bytesOf(await fileOf('a.docx', before))).equals(before)).toBe(true);
    });
  });

  describe('are handed out', () => {
    const review = (submissionId: string, who: Somebody, more = '') =>
      world.sql(
        `insert into review (id, round_id, submission_id, rubric_id, reviewer_id, kind, number, way, allocated_at,
           lease_until, changed_at)
         select uuidv7(), s.round_id, s.id, s.rubric_id, $2, 'peer', 1, 'next', now(), '2026-03-09T08:00:00Z', now()
         from submission s where s.id = $1 ${more}`,
        [submissionId, who.userId],
      );

    test('to authors, reviewers and trainers, to nobody else, by a name that says nothing', async () => {
      const file = await fileOf('Lovelace Ada.txt', Buffer.from('Mein Text.'));
      // A draft is its author's alone.
      for (const who of [bo, scene.trainer]) expect((await read(who, file)).status).toBe(404);
      expect((await read(ada, file)).headers['content-disposition']).toContain('Lovelace');
      await handIn(ada, where);
      expect((await read(scene.trainer, file)).headers['content-disposition']).toContain('Lovelace');
      expect((await read(bo, file)).status).toBe(404);
      await review(file.submissionId, bo);
      world.clock.to('2026-03-07T08:00:00Z');
      const seen = await read(bo, file);
      expect(seen.status).toBe(200);
      expect(seen.headers['content-disposition']).toBe(
        `inline; filename="Datei 1.txt"; filename*=UTF-8''Datei%201.txt`,
      );
      expect(JSON.stringify(seen.headers)).not.toMatch(/Lovelace|Ada/);
      expect((await read(scene.learners[2]!, file)).status).toBe(404);
      expect((await read(await world.person(), file)).status).toBe(404);
      const other = { ...file, submissionId: (await handIn(bo, where)).submission!.submissionId };
      expect((await read(bo, other)).status).toBe(404);
    });

    test('to reviewers whose time has run out only while reviews run', async () => {
      const file = await fileOf('a.txt', Buffer.from('Mein Text.'));
      await handIn(ada, where);
      await review(file.submissionId, bo);
      world.clock.to('2026-03-14T22:59:00Z');
      expect((await read(bo, file)).status).toBe(200);
      world.clock.to('2026-03-14T22:59:00.001Z');
      expect((await read(bo, file)).status).toBe(404);
      await world.sql(`update review set done_at = now(), points = 1 where submission_id = $1`, [file.submissionId]);
      expect((await read(bo, file)).status).toBe(200);
      await world.sql(
        `update review set done_at = null, lapsed_at = now(), lapsed_why = 'conflict' where submission_id = $1`,
        [file.submissionId],
      );
      world.clock.to('2026-03-07T08:00:00Z');
      expect((await read(bo, file)).status).toBe(404);
    });

    test('to the cohort from the gallery', async () => {
      const file = await fileOf('Lovelace.txt', Buffer.from('Mein Text.'));
      await handIn(ada, where);
      await world.sql(`update submission set gallery_at = now() where id = $1`, [file.submissionId]);
      const seen = await read(bo, file);
      expect(seen.status).toBe(200);
      expect(seen.headers['content-disposition']).not.toContain('Lovelace');
      expect((await read(await world.person(), file)).status).toBe(404);
    });

    test('never as pages of ours', async () => {
      const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
      const { headers } = await read(ada, await fileOf('bild.svg', Buffer.from(svg)));
      expect(headers['content-disposition']).toMatch(/^attachment/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toContain('sandbox');
    });
  });

  describe('go', () => {
    test('when their author takes them out of a draft', async () => {
      const file = await fileOf('a.txt', Buffer.from('Mein Text.'));
      const key = 'DELETE /submissions/:submissionId/files/:fileId';
      expect((await bo.calls(key, { params: file })).status).toBe(404);
      const before = await onDisk();
      expect(await ada.does(key, { params: file })).toMatchObject({ files: [], uploads: [] });
      expect(await onDisk()).toHaveLength(before.length - 1);
      expect((await read(ada, file)).status).toBe(404);
      const kept = await fileOf('b.txt', Buffer.from('Mein Text.'));
      await handIn(ada, where);
      expect(await ada.fails(key, { params: kept })).toMatchObject({ code: 'already-handed-in' });
    });

    test('when an upload is given up, or nobody goes on with it', async () => {
      const [one, two, three] = [
        await announce('a.txt', 10),
        await announce('b.txt', 10),
        await announce('c.txt', 10),
      ] as const;
      for (const { uploadId } of [one, two, three]) await part(uploadId, 0, Buffer.alloc(5, 'a'));
      const before = await onDisk();
      await ada.does('DELETE /uploads/:uploadId', { params: { uploadId: one.uploadId } });
      expect(await onDisk()).toHaveLength(before.length - 1);
      world.clock.by({ days: 2 });
      await part(two.uploadId, 5, Buffer.alloc(1, 'a'));
      world.clock.by({ seconds: 1 });
      await world.work(['peer-review.clear-abandoned-uploads', 'courses.clear-abandoned-files']);
      expect(await onDisk()).toHaveLength(before.length - 2);
      expect((await ada.does(assignment, { params: where })).submission!.uploads).toMatchObject([
        { uploadId: two.uploadId, received: 6 },
      ]);
      expect((await part(two.uploadId, 6, Buffer.alloc(4, 'a'))).body.file).not.toBeNull();
    });

    test('from the disk with the last of their authors, and nothing that runs goes with them', async () => {
      const file = await fileOf('a.txt', Buffer.from('Mein Text.'));
      await handIn(ada, where);
      const { uploadId } = await announce('b.txt', 10, bo);
      await part(uploadId, 0, Buffer.alloc(5, 'a'), bo);
      const [{ path }] = (await world.sql(`select path from stored_file where id = $1`, [file.fileId])) as [
        { path: string },
      ];
      await world.sql(`delete from app_user where id = $1`, [ada.userId]);
      expect(await world.sql(`select 1 from submission where id = $1`, [file.submissionId])).toEqual([]);
      expect(await world.sql(`select 1 from stored_file where id = $1`, [file.fileId])).toEqual([]);
      // The files of this test are as old as the test; the clock is put far behind them.
      world.clock.to('2036-03-02T08:00:00Z');
      await world.sql(`update upload set changed_at = '2036-03-02T07:00:00Z' where id = $1`, [uploadId]);
      await world.work(['peer-review.clear-abandoned-uploads', 'courses.clear-abandoned-files']);
      expect(await onDisk()).not.toContain(path.split('/').at(-1));
      world.clock.to('2026-03-02T08:00:00Z');
      expect((await part(uploadId, 5, Buffer.alloc(5, 'a'), bo)).body.file).not.toBeNull();
    });
  });
});
