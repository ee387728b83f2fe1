import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DiscussionJobs } from '@kohorte/discussion';
import type { FileView } from '@kohorte/contracts';
import { png as drawn } from '../../libs/platform/files/clean/made-documents.js';
import { ask, discussing, named, postsOf, say, type TalkingCohort, talkingCohort } from '../support/discussion.js';
import { type Somebody, World } from '../support/world.js';

const write = 'POST /threads/:threadId/posts';
const open = 'POST /cohorts/:cohortId/threads';
const uploads = 'POST /cohorts/:cohortId/discussion-files';
const file = 'GET /discussion-files/:fileId';
const preview = 'POST /text-previews';

describe('somebody who means harm', () => {
  let world: World;
  let scene: TalkingCohort;
  let trainer: Somebody;
  let ada: Somebody;
  let bo: Somebody;
  let stranger: Somebody;
  let cohortId: string;
  let threadId: string;

  beforeAll(async () => {
    world = await World.begin();
    scene = await talkingCohort(world, { learners: 60 });
    ({ trainer, cohortId } = scene);
    [ada, bo] = scene.learners as [Somebody, Somebody];
    stranger = await world.person({ name: 'Frieda Fremd' });
    ({ threadId } = await ask(ada, cohortId));
  });
  afterAll(() => world.end());

  const html = async (text: string): Promise<string> => (await ada.does(preview, { body: { text } })).html;
  const upload = (who: Somebody, name: string, content: Buffer) =>
    who.calls(uploads, { params: { cohortId }, file: { name, content } });
  const uploaded = async (who: Somebody, name: string, content: Buffer): Promise<FileView> => {
    const { status, body, text } = await upload(who, name, content);
    if (status !== 201) throw new Error(text);
    return body as FileView;
  };

  describe('writes', () => {
    test.each([
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '<svg onload=alert(1)>',
      '<iframe src="javascript:alert(1)"></iframe>',
      '[a](javascript:alert(1))',
      '[a](JaVaScRiPt:alert(1))',
      '[a](&#106;avascript:alert(1))',
      '[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
      '[a](vbscript:msgbox(1))',
      '![a](javascript:alert(1))',
      '![a](data:image/svg+xml,<svg onload=alert(1)>)',
      '![" onerror="alert(1)](kohorte-file:0190a0a0-0000-7000-8000-000000000000)',
      '`<script>`\n\n```\n<script>alert(1)</script>\n```',
      '<a href="https://evil.test" onclick="alert(1)" target="_top">x</a>',
      '<style>*{display:none}</style><form action=/api/session><input name=password></form>',
      '@[<img src=x onerror=alert(1)>](user:0190a0a0-0000-7000-8000-000000000000)',
      '\uE0000190a0a0-0000-7000-8000-000000000000\uE001',
      '[^1]: <script>alert(1)</script>\n\nx[^1]',
      '<https://evil.test/"onmouseover="alert(1)>',
    ])('%s, and nothing runs', async (text) => {
      const shown = await html(text);
      const tags = Array.from(shown.matchAll(/<\/?([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/gi));
      // Every < that is left begins one of these.
      expect(shown.split('<').length - 1).toBe(tags.length);
      for (const [, tag, attributes] of tags) {
        expect('p a img code pre span br strong em section h2 h5 h6 ol li sup'.split(' ')).toContain(tag);
        expect(attributes!.replace(/alt="[^"]*"/, '')).not.toMatch(/\son\w+=|style=|javascript:|vbscript:|data:/i);
      }
      const attributesOfTags = tags.map(([, , attributes]) => attributes).join(' ');
      expect(attributesOfTags).not.toMatch(/href="(?!https?:|#|\/|mailto:)/i);
      expect(attributesOfTags).not.toMatch(/src="(?!\/api\/discussion-files\/)/i);
    });

    test('links that lead away and tell nobody where from, and pictures of ours alone', async () => {
      const rel = 'rel="noopener noreferrer nofollow ugc"';
      for (const address of ['https://evil.test/x', '//evil.test/x', 'http://kohorte.test.evil.test'])
        expect(await html(`[hier](<${address}>)`)).toContain(rel);
      expect(await html('Siehe https://evil.test/a.')).toContain(rel);
      // Browsers take a backslash for a slash.
      expect(await html('[hier](</\\evil.test/x>)')).toContain('href="/%5Cevil.test/x"');
      expect(await html('[hier](/cohorts/x)')).toBe('<p><a href="/cohorts/x">hier</a></p>');
      // A picture from elsewhere would tell that site who reads.
      expect(await html('![Bild](https://evil.test/zaehler.png)')).toMatch(/^<p><a href="https:\/\/evil.test[^>]*>Bild<\/a><\/p>$/); // prettier-ignore
      expect(await html('![Bild](/api/me)')).not.toContain('<img');
      const id = '0190a0a0-0000-7000-8000-000000000000';
      for (const own of [`kohorte-file:${id}`, `/api/discussion-files/${id}`])
        expect(await html(`![Bild](${own})`)).toBe(`<p><img src="/api/discussion-files/${id}" alt="Bild" loading="lazy"></p>`); // prettier-ignore
    });

    test('more than anybody reads', async () => {
      const long = await ada.fails(write, { params: { threadId }, body: { text: 'x'.repeat(1024 * 1024) } });
      expect([400, 413]).toContain(long.status);
      const most = await ada.fails(write, { params: { threadId }, body: { text: 'x'.repeat(30_001) } });
      expect(most).toMatchObject({ code: 'invalid-input', errors: [{ field: 'text', code: 'maxLength' }] });
      for (const text of ['   ', '\n\n\t'])
        expect(await ada.fails(write, { params: { threadId }, body: { text } })).toMatchObject({ code: 'invalid-input', errors: [{ field: 'text' }] }); // prettier-ignore
      expect((await ada.fails(write, { params: { threadId }, body: { text: 'a\u0000b' } })).status).toBe(400);
    });

    test.each([
      ['quotes in quotes', '>'.repeat(30_000)],
      ['brackets', '[a]('.repeat(7_500)],
      ['stars', '_a*'.repeat(10_000)],
      ['half mentions', '@[a](user:'.repeat(3_000)],
      ['fences', '```\n'.repeat(7_500)],
      ['addresses', 'www.a.'.repeat(5_000)],
    ])('%s, and keeps nobody waiting', async (_name, text) => {
      const from = performance.now();
      await html(text);
      const { status } = await ada.calls(write, { params: { threadId: (await ask(ada, cohortId)).threadId }, body: { text } }); // prettier-ignore
      expect(status).toBe(201);
      await bo.does('GET /cohorts/:cohortId/threads', { params: { cohortId } });
      expect(performance.now() - from).toBeLessThan(4_000);
    });
  });

  describe('names', () => {
    test('ten thousand people, or thirty', async () => {
      const all = '@[a](user:0190a0a0-0000-7000-8000-000000000000)'.repeat(10_000);
      expect((await ada.fails(write, { params: { threadId }, body: { text: all } })).status).toBeGreaterThanOrEqual(
        400,
      );
      const thirty = scene.learners
        .slice(2, 32)
        .map((one) => named(one))
        .join(' ');
      const problem = await ada.fails(write, { params: { threadId }, body: { text: thirty } });
      expect(problem).toMatchObject({ code: 'too-many-mentions', params: { limit: 20 } });
      const often = await say(ada, threadId, `${named(bo)} `.repeat(50));
      expect(await world.sql(`select user_id from mention where post_id = $1`, [often.postId])).toHaveLength(1);
    });

    test('somebody by a name that is not theirs: the real one is shown', async () => {
      const { html: shown, text } = await say(ada, threadId, `Frag ${named(bo, 'Tom Trainer')}!`);
      expect(shown).not.toContain('Tom Trainer');
      expect(text).not.toContain('Tom Trainer');
      const { threadId: other } = await ask(ada, cohortId, { text: `Frag ${named(bo, 'Tom Trainer')}!` });
      const { excerpt } = await bo.does('GET /threads/:threadId', { params: { threadId: other } });
      expect(excerpt).toMatch(/^Frag @Crowd 0000\d!$/);
    });

    test('ids of people whom they do not know, and learns no name', async () => {
      const text = named(stranger, 'Wer bist du');
      expect(await html(text)).toBe('<p><span class="mention">@?</span></p>');
      expect((await say(ada, threadId, text)).html).not.toMatch(/Frieda|0\d{3}-/);
      expect((await stranger.does(preview, { body: { text: named(ada) } })).html).not.toContain('Crowd');
    });

    test('people in quotes and code, who are not told', async () => {
      const { postId } = await say(bo, threadId, `> ${named(ada)} sagt\n\nund \`${named(ada)}\` und\n\n\`\`\`\n${named(ada)}\n\`\`\``); // prettier-ignore
      expect(await world.sql(`select from mention where post_id = $1`, [postId])).toEqual([]);
    });
  });

  test('titles that break headers or turn the direction of writing', async () => {
    const thread = await ask(ada, cohortId, { title: 'Frage\r\nBcc: alle@firma.test\u2028\u202Etxt.exe\u0007' });
    expect(thread.title).toBe('Frage Bcc: alle@firma.test txt.exe');
    const changed = await ada.does('PATCH /threads/:threadId', {
      params: { threadId: thread.threadId },
      body: { title: 'Neu\nX-Evil: 1' },
    });
    expect(changed.title).toBe('Neu X-Evil: 1');
    const empty = await ada.fails(open, {
      params: { cohortId },
      body: { kind: 'question', title: '\u202E\u2028', text: 'x' },
    });
    expect(empty).toMatchObject({ code: 'invalid-input', errors: [{ field: 'title' }] });
  });

  describe('guesses', () => {
    const guessed = '0190a0a0-0000-7000-8000-000000000000';

    test('ids, and finds nothing', async () => {
      const elsewhere = await talkingCohort(world);
      const theirs = await ask(elsewhere.learners[0]!, elsewhere.cohortId);
      const [post] = await postsOf(elsewhere.learners[0]!, theirs.threadId);
      const fails = async (key: string, given: object) => (await ada.fails(key as typeof write, given as never)).code;
      for (const id of [guessed, theirs.threadId]) {
        const params = { threadId: id };
        expect(await fails('GET /threads/:threadId', { params })).toBe('not-found');
        expect(await fails('GET /threads/:threadId/posts', { params })).toBe('not-found');
        expect(await fails(write, { params, body: { text: 'x' } })).toBe('not-found');
        expect(await fails('PUT /threads/:threadId/read-marker', { params, body: { number: 1 } })).toBe('not-found');
        expect(await fails('PUT /threads/:threadId/same-question', { params })).toBe('not-found');
        const body = { level: 'watch', threadId: id };
        expect(await fails('PUT /cohorts/:cohortId/following', { params: { cohortId }, body })).toBe('not-found');
      }
      for (const postId of [guessed, post!.postId]) {
        const params = { postId };
        for (const key of [
          'GET /posts/:postId',
          'DELETE /posts/:postId',
          'POST /posts/:postId/restoration',
          'GET /posts/:postId/versions',
          'PUT /posts/:postId/helpful-vote',
        ])
          // prettier-ignore
          expect(await fails(key, { params })).toBe('not-found');
        expect(await fails('PATCH /posts/:postId', { params, body: { text: 'x' } })).toBe('not-found');
        expect(await fails(write, { params: { threadId }, body: { text: 'x', parentId: postId } })).toBe('not-found');
      }
      const [module] = elsewhere.modules;
      for (const body of [{ moduleId: guessed }, { itemId: guessed }, { groupId: guessed }, module!])
        expect(await fails(open, { params: { cohortId }, body: { kind: 'question', title: 'x', text: 'x', ...body } })).toBe('not-found'); // prettier-ignore
    });

    test('that a learner can do what a trainer does', async () => {
      const [first] = await postsOf(ada, threadId);
      for (const [key, given] of [
        ['PUT /posts/:postId/endorsement', { params: { postId: first!.postId }, body: { on: true } }],
        ['PUT /threads/:threadId/lock', { params: { threadId }, body: { on: true } }],
      ] as const)
        expect((await ada.fails(key, given as never)).status).toBe(403);
      const endorsed = await trainer.does('PUT /posts/:postId/endorsement', { params: { postId: first!.postId }, body: { on: true } }); // prettier-ignore
      expect(endorsed.endorsedBy).toMatchObject({ userId: trainer.userId });
    });
  });

  test('fifty posts at once get fifty numbers', async () => {
    const { threadId: busy } = await ask(ada, cohortId, { kind: 'discussion' });
    const written = await Promise.all(scene.learners.slice(1, 51).map((who, at) => say(who, busy, `Ich bin ${at}.`)));
    expect(written.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, at) => at + 2)); // prettier-ignore
    expect(await ada.does('GET /threads/:threadId', { params: { threadId: busy } })).toMatchObject({ replies: 50, newestNumber: 51 }); // prettier-ignore
  });

  describe('files', () => {
    /** The head of a PNG that says it is this large. */
    const png = (width: number, height: number): Buffer => {
      const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
      const size = Buffer.alloc(8);
      size.writeUInt32BE(width, 0);
      size.writeUInt32BE(height, 4);
      return Buffer.concat([head, size, Buffer.from('0806000000', 'hex'), Buffer.alloc(40), Buffer.from('IDAT'), Buffer.alloc(16)]); // prettier-ignore
    };
    const gif = (width: number, height: number): Buffer => {
      const size = Buffer.alloc(4);
      size.writeUInt16LE(width, 0);
      size.writeUInt16LE(height, 2);
      return Buffer.concat([Buffer.from('GIF89a'), size, Buffer.alloc(30)]);
    };
    const jpeg = (width: number, height: number): Buffer => {
      const size = Buffer.alloc(4);
      size.writeUInt16BE(height, 0);
      size.writeUInt16BE(width, 2);
      const exif = Buffer.concat([Buffer.from('ffe1ffff', 'hex'), Buffer.alloc(0xffff - 2)]);
      return Buffer.concat([
        Buffer.from('ffd8', 'hex'),
        exif,
        Buffer.from('ffc0001108', 'hex'),
        size,
        Buffer.alloc(20),
      ]);
    };
    const webp = (width: number, height: number): Buffer => {
      const size = Buffer.alloc(6);
      size.writeUIntLE(width - 1, 0, 3);
      size.writeUIntLE(height - 1, 3, 3);
      return Buffer.concat([Buffer.from('RIFF\x40\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0', 'latin1'), size, Buffer.alloc(40)]);
    };

    test('that unfold to gigabytes are not taken', async () => {
      for (const [name, of] of [
        ['a.png', png],
        ['a.gif', gif],
        ['a.jpg', jpeg],
        ['a.webp', webp],
      ] as const) {
        // prettier-ignore
        expect((await upload(ada, name, of(12_000, 12_000))).body).toMatchObject({ code: 'too-large', params: { limit: '50 Megapixel' } }); // prettier-ignore
        expect((await upload(ada, name, of(800, 600))).status).toBe(201);
      }
      expect((await upload(ada, 'a.jpg', Buffer.from('ffd8ffe000104a46494600', 'hex'))).body).toMatchObject({ code: 'file-type-not-allowed' }); // prettier-ignore
      expect((await upload(ada, 'a.html', Buffer.from('<!doctype html><script>'))).status).toBe(400);
      expect((await upload(stranger, 'a.png', png(8, 8))).status).toBe(403);
      await world.sql(`update discussion_file set created_at = created_at - interval '2 days' where post_id is null`);
      await world.get(DiscussionJobs).handlers['discussion.clear-abandoned-files']();
      expect(await world.sql(`select from discussion_file where post_id is null`)).toEqual([]);
    });

    test('are for those who may read the post, and for nobody else', async () => {
      const { fileId } = await uploaded(ada, 'Gehaltsliste "2026"\r\n.png', png(8, 8));
      const status = async (who: Somebody) => (await who.calls(file, { params: { fileId } })).status;
      expect(await status(ada)).toBe(200);
      expect(await status(bo)).toBe(404);
      expect((await bo.fails(write, { params: { threadId }, body: { text: 'Meins!', fileIds: [fileId] } })).code).toBe('file-missing'); // prettier-ignore
      // Shown in the text is as good as attached.
      const post = await say(ada, threadId, `Schaut: ![Bild](kohorte-file:${fileId})`);
      expect(post.files).toMatchObject([{ fileId, mediaType: 'image/png' }]);
      expect(await status(bo)).toBe(200);
      expect(await status(stranger)).toBe(404);
      const { headers } = await bo.calls(file, { params: { fileId } });
      expect(headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });
      expect(headers['content-security-policy']).toContain('sandbox');
      expect((await ada.fails(write, { params: { threadId }, body: { text: 'Noch mal', fileIds: [fileId] } })).code).toBe('file-missing'); // prettier-ignore
      await ada.does('DELETE /posts/:postId', { params: { postId: post.postId } });
      expect(await status(bo)).toBe(404);
      await ada.does('POST /posts/:postId/restoration', { params: { postId: post.postId } });
      const without = await ada.does('PATCH /posts/:postId', {
        params: { postId: post.postId },
        body: { text: 'Doch nicht.', fileIds: [] },
      });
      expect(without.files).toEqual([]);
      expect(await status(bo)).toBe(404);
    });

    test('of somebody anonymous have names that say nothing', async () => {
      await discussing(world, cohortId, { anonymous_allowed: true });
      const one = await uploaded(ada, 'Ada-Lovelace.png', drawn('Ada Lovelace'));
      const { postId } = await say(ada, threadId, 'Ohne Namen.', { anonymous: true, fileIds: [one.fileId] });
      const name = async (who: Somebody) =>
        (await who.does('GET /posts/:postId', { params: { postId } })).files[0]!.name;
      expect(await name(bo)).toBe('Datei 1.png');
      expect(await name(trainer)).toBe('Ada-Lovelace.png');
      const { headers } = await bo.calls(file, { params: { fileId: one.fileId } });
      expect(headers['content-disposition']).not.toContain('Lovelace');
    });

    test('drawings are saved, never shown', async () => {
      const { fileId } = await uploaded(
        ada,
        'a.svg',
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      );
      const { headers } = await ada.calls(file, { params: { fileId } });
      expect(headers).toMatchObject({ 'content-type': 'application/octet-stream' });
      expect(headers['content-disposition']).toMatch(/^attachment/);
    });

    test('are ten in a post at the most', async () => {
      const ids: string[] = [];
      for (let n = 0; n < 11; n += 1) ids.push((await uploaded(bo, `${n}.txt`, Buffer.from(`Text ${n}`))).fileId);
      const text = ids.map((id) => `[x](kohorte-file:${id})`).join(' ');
      expect((await bo.fails(write, { params: { threadId }, body: { text } })).code).toBe('too-many-files');
      expect((await bo.fails(write, { params: { threadId }, body: { text: 'x', fileIds: ids } })).code).toBe(
        'invalid-input',
      );
      expect((await say(bo, threadId, 'Zehn.', { fileIds: ids.slice(0, 10) })).files).toHaveLength(10);
    });

    test('that are in a draft wait with it', async () => {
      const [kept, lost] = [
        await uploaded(bo, 'a.txt', Buffer.from('a')),
        await uploaded(bo, 'b.txt', Buffer.from('b')),
      ];
      const place = `reply:${threadId}`;
      await bo.does('PUT /discussion-drafts', {
        body: { place, revision: 0, text: `![](kohorte-file:${kept.fileId})` },
      });
      await world.sql(`update discussion_file set created_at = created_at - interval '2 days' where post_id is null`);
      await world.get(DiscussionJobs).handlers['discussion.clear-abandoned-files']();
      expect((await bo.calls(file, { params: { fileId: kept.fileId } })).status).toBe(200);
      expect((await bo.calls(file, { params: { fileId: lost.fileId } })).status).toBe(404);
    });
  });
});
