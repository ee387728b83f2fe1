import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { FileView } from '@kohorte/contracts';
import { DiscussionJobs } from '@kohorte/discussion';
import request from 'supertest';
import { docx, holds, jpeg, partsOf, pdf } from '../../libs/platform/files/clean/made-documents.js';
import { ask, postsOf, say, type TalkingCohort, talkingCohort } from '../support/discussion.js';
import { type Somebody, World } from '../support/world.js';

const write = 'POST /threads/:threadId/posts';
const change = 'PATCH /posts/:postId';
const settings = 'PATCH /cohorts/:cohortId/discussion-settings';
const author = 'Ada Lovelace';
const anonymous = true;

describe('files of anonymous posts', () => {
  let world: World;
  let scene: TalkingCohort;
  let ada: Somebody;
  let bo: Somebody;
  let cohortId: string;
  let threadId: string;

  beforeAll(async () => {
    world = await World.begin();
  });
  afterAll(() => world.end());
  beforeEach(async () => {
    world.clock.to('2026-03-02T08:00:00Z');
    scene = await talkingCohort(world);
    ({ cohortId } = scene);
    [ada, bo] = scene.learners as [Somebody, Somebody];
    ({ threadId } = await ask(bo, cohortId));
    await allow(true);
  });

  const allow = (anonymousAllowed: boolean) =>
    scene.trainer.does(settings, { params: { cohortId }, body: { anonymousAllowed } });
  const upload = (name: string, content: Buffer, who = ada): Promise<FileView> => {
    // Files are counted by when they came.
    world.clock.by({ seconds: 1 });
    return who.does('POST /cohorts/:cohortId/discussion-files', { params: { cohortId }, file: { name, content } });
  };
  /** A file's bytes as they are handed out. */
  const read = async (who: Somebody, fileId: string): Promise<Buffer> => {
    const call = request(world.server).get(`/api/discussion-files/${fileId}`).set('cookie', who.cookie!);
    const { status, body } = await call.responseType('blob');
    if (status !== 200) throw new Error(`answered ${status}`);
    return body as Buffer;
  };
  const refused = (body: { text: string; fileIds?: string[] }, who = ada) =>
    who.fails(write, { params: { threadId }, body: { ...body, anonymous } });
  /** As many files as lie in the store. */
  const onDisk = async (): Promise<number> =>
    (await readdir(join(world.dataDir, 'files'), { recursive: true, withFileTypes: true })).filter((one) =>
      one.isFile(),
    ).length;

  test('hold no names for anybody who reads them, attached or shown in the text', async () => {
    const letter = await upload('Brief von Ada.docx', await docx(author, 'Sehr geehrte Frau Kern'));
    const paper = await upload('Ada Lovelace.pdf', await pdf(author));
    const picture = await upload('Adas_Kurve.jpg', jpeg(author));
    // As the app puts a picture into a text.
    const text = `Schaut mal:\n\n![${picture.name}](kohorte-file:${picture.fileId})`;
    const own = await say(ada, threadId, text, { anonymous, fileIds: [letter.fileId, paper.fileId] });
    expect(own.files.map(({ name }) => name)).toEqual(['Brief von Ada.docx', 'Ada Lovelace.pdf', 'Adas_Kurve.jpg']);

    const post = (await postsOf(bo, threadId)).at(-1)!;
    expect(post.files.map(({ name }) => name)).toEqual(['Datei 1.docx', 'Datei 2.pdf', 'Datei 3.jpg']);
    expect(post.html).toContain('alt="Datei 3.jpg"');
    expect(JSON.stringify(post)).not.toMatch(/Ada/);
    for (const who of [bo, scene.trainer, ada])
      for (const { fileId, bytes } of post.files) {
        const content = await read(who, fileId);
        expect(content).toHaveLength(bytes);
        expect(await holds(content, author)).toBe(false);
      }
    const opened = await partsOf(await read(bo, letter.fileId));
    expect(opened.get('word/document.xml')!.toString()).toContain('Sehr geehrte Frau Kern');
    expect((await read(bo, picture.fileId)).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  });

  test('are as they came in posts that say who wrote them', async () => {
    const content = await docx(author);
    const { fileId } = await upload('Brief.docx', content);
    await say(ada, threadId, 'Mit meinen Kommentaren.', { fileIds: [fileId] });
    expect((await read(bo, fileId)).equals(content)).toBe(true);
    expect((await postsOf(bo, threadId)).at(-1)!.files).toMatchObject([{ name: 'Brief.docx', bytes: content.length }]);
  });

  test('are refused where they came before anybody might write so, and taken when they come again', async () => {
    await allow(false);
    const content = await docx(author);
    const early = await upload('Brief.docx', content);
    const grace = await world.person({ name: 'Grace Hopper', language: 'en' });
    await scene.trainer.does('POST /cohorts/:cohortId/enrolments', { params: { cohortId }, body: { userIds: [grace.userId] } }); // prettier-ignore
    const other = await upload('Letter.docx', content, grace);
    await allow(true);

    const problem = await refused({ text: 'Hier.', fileIds: [early.fileId.toUpperCase()] });
    expect(problem).toMatchObject({
      status: 409,
      code: 'file-may-tell-who',
      params: { name: 'Brief.docx' },
      errors: [{ field: 'fileIds', detail: 'Eine dieser Dateien könnte verraten, wer du bist.' }],
    });
    expect(problem.detail).toMatch(/^„Brief\.docx“ könnte verraten, wer du bist/);
    const shown = await refused({ text: `![Bild](kohorte-file:${other.fileId})` }, grace);
    expect(shown).toMatchObject({ code: 'file-may-tell-who', errors: [{ field: 'text' }] });
    expect(shown.detail).toMatch(/^“Letter\.docx” could tell who you are/);
    const open = { kind: 'question' as const, title: 'Neu', text: 'Hier.', anonymous, fileIds: [early.fileId] };
    expect((await ada.fails('POST /cohorts/:cohortId/threads', { params: { cohortId }, body: open })).code).toBe('file-may-tell-who'); // prettier-ignore
    expect(await postsOf(bo, threadId)).toHaveLength(1);

    const again = await upload('Brief.docx', content);
    await say(ada, threadId, 'Hier.', { anonymous, fileIds: [again.fileId] });
    expect(await holds(await read(bo, again.fileId), author)).toBe(false);
    // With their name people may show what they like.
    await say(ada, threadId, 'Und noch mal von mir.', { fileIds: [early.fileId] });
    expect(await holds(await read(bo, early.fileId), author)).toBe(true);
  });

  test('are refused where nothing can be taken out of them', async () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4_096, author)]);
    const { fileId } = await upload('Brief.doc', old);
    expect((await refused({ text: 'Hier.', fileIds: [fileId] })).code).toBe('file-may-tell-who');
    await say(ada, threadId, 'Dann eben so.', { fileIds: [fileId] });
    expect(await read(bo, fileId)).toHaveLength(old.length);
  });

  test('are refused where they stand in a post that has a name', async () => {
    const { fileId } = await upload('Kurve.jpg', jpeg(author));
    await say(ada, threadId, `Von mir: ![Kurve](kohorte-file:${fileId})`);
    expect((await refused({ text: `![Kurve](kohorte-file:${fileId})` })).code).toBe('file-may-tell-who');
    // Whoever else shows it says nothing of themselves.
    await say(bo, threadId, `Meint ihr die? ![Kurve](kohorte-file:${fileId})`, { anonymous });
  });

  test('are looked at in the same way when a post is changed', async () => {
    await allow(false);
    const early = await upload('Brief.docx', await docx(author));
    await allow(true);
    const first = await upload('Adas Notizen.pdf', await pdf(author));
    const { postId } = await say(ada, threadId, 'Hier.', { anonymous, fileIds: [first.fileId] });
    const changed = (text: string, fileIds?: string[]) => ({ params: { postId }, body: { text, ...(fileIds && { fileIds }) } }); // prettier-ignore
    const both = [first.fileId, early.fileId];
    expect(await ada.fails(change, changed('Hier, beide.', both))).toMatchObject({ code: 'file-may-tell-who', errors: [{ field: 'fileIds' }] }); // prettier-ignore
    expect(await ada.fails(change, changed(`Hier. ![a](kohorte-file:${early.fileId})`))).toMatchObject({ code: 'file-may-tell-who', errors: [{ field: 'text' }] }); // prettier-ignore
    expect((await postsOf(bo, threadId)).at(-1)).toMatchObject({ text: 'Hier.', editedAt: null, files: [{ name: 'Datei 1.pdf' }] }); // prettier-ignore

    // Also where nobody may begin an anonymous post any more.
    await allow(false);
    const late = await upload('Adas Kurve.jpg', jpeg(author));
    await ada.does(
      change,
      changed(`Hier. ![Adas Kurve.jpg](kohorte-file:${late.fileId})`, [first.fileId, late.fileId]),
    );
    const post = (await postsOf(bo, threadId)).at(-1)!;
    expect(post.files.map(({ name }) => name)).toEqual(['Datei 1.pdf', 'Datei 2.jpg']);
    expect(post.text).toBe(`Hier. ![Datei 2.jpg](kohorte-file:${late.fileId})`);
    expect(await holds(await read(bo, late.fileId), author)).toBe(false);
  });

  test('are not handed out where there is none without names, whatever went wrong', async () => {
    const { fileId } = await upload('Brief.docx', await docx(author));
    await say(ada, threadId, 'Hier.', { anonymous, fileIds: [fileId] });
    await world.sql(`update discussion_file set nameless_id = null where file_id = $1`, [fileId]);
    for (const who of [bo, scene.trainer])
      expect((await who.calls('GET /discussion-files/:fileId', { params: { fileId } })).status).toBe(404);
    expect((await postsOf(bo, threadId)).at(-1)!.files).toEqual([]);
  });

  test('are cleared away with what was made of them', async () => {
    const sweep = async (): Promise<void> => {
      world.clock.by({ days: 2 });
      await world.get(DiscussionJobs).handlers['discussion.clear-abandoned-files']();
    };
    await sweep();
    const before = await onDisk();
    await upload('Brief.docx', await docx(author));
    expect(await onDisk()).toBe(before + 2);
    await upload('notiz.txt', Buffer.from('Nichts weiter.'));
    expect(await onDisk()).toBe(before + 3);
    await sweep();
    expect(await onDisk()).toBe(before);
  });
});
