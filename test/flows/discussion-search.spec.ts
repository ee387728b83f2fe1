import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SearchHit } from '@kohorte/contracts';
import { ask, talkCohort, type TalkCohort, write } from '../support/talk.js';
import { type Somebody, World } from '../support/world.js';

let world: World;
let cohort: TalkCohort;
let anna: Somebody;
let bernd: Somebody;

beforeAll(async () => {
  world = await World.begin();
  cohort = await talkCohort(world);
  [anna, bernd] = cohort.people as [Somebody, Somebody];
  await cohort.trainer.does('PATCH /cohorts/:cohortId/discussion-settings', {
    params: { cohortId: cohort.cohortId },
    body: { anonymousAllowed: true },
  });
});
afterAll(() => world.end());

type Query = { search: string; kind?: 'question' | 'discussion'; moduleId?: string; only?: 'accepted' | 'unanswered'; limit?: number; cursor?: string }; // prettier-ignore
const page = (query: Query, who = anna) =>
  who.does('GET /cohorts/:cohortId/thread-search', { params: { cohortId: cohort.cohortId }, query });
const find = async (search: string, who = anna, more: Partial<Query> = {}): Promise<SearchHit[]> =>
  (await page({ search, ...more }, who)).rows;
const titles = async (search: string, who = anna, more: Partial<Query> = {}): Promise<string[]> =>
  (await find(search, who, more)).map(({ title }) => title);

describe('what people wrote', () => {
  beforeAll(async () => {
    const { threadId } = await ask(world, anna, cohort.cohortId, 'Mitarbeitende loben', {
      text: 'Wie lobt man **ehrlich**? <b>Tipps</b> & "Tricks" gesucht.',
    });
    await write(world, bernd, threadId, 'Ich führe dazu regelmäßig Feedbackgespräche, die sind sehr hilfreich.');
    await ask(world, bernd, cohort.cohortId, 'Running a retrospective', {
      kind: 'discussion',
      text: 'We were running several retrospectives with café breaks.',
    });
    await ask(world, bernd, cohort.cohortId, 'Feedback geben lernen', { text: 'Übungen dafür?' });
  });

  test('is found by other forms of its words, in both languages, accents aside', async () => {
    expect(await titles('lobte')).toEqual(['Mitarbeitende loben']);
    expect(await titles('runs')).toEqual(['Running a retrospective']);
    expect(await titles('cafe break')).toEqual(['Running a retrospective']);
    for (const search of ['UEBUNG', 'ubung', 'Übung']) expect(await titles(search)).toEqual(['Feedback geben lernen']);
    expect(await titles('"several retrospectives"')).toEqual(['Running a retrospective']);
    expect(await titles('retrospective -café')).toEqual(['Running a retrospective']);
    expect(await titles('der die das')).toEqual([]);
  });

  test('is marked, and everything else in it is escaped', async () => {
    const [hit] = await find('ehrlich');
    expect(hit).toMatchObject({ number: 1, writer: { person: { name: 'Anna Adler' } }, accepted: false });
    expect(hit!.highlight).toContain('<mark>ehrlich</mark>');
    expect(hit!.highlight).toContain('&#38; &#34;Tricks&#34;');
    expect(hit!.highlight.replaceAll(/<\/?mark>/g, '')).not.toMatch(/[<>]/);
  });

  test('is found by its title with mistakes in it', async () => {
    expect(await titles('Fedback geben')).toEqual(['Feedback geben lernen']);
    expect(await titles('Retrospecktive')).toEqual(['Running a retrospective']);
    expect((await find('Fedback geben'))[0]).toMatchObject({ postId: null, number: null });
  });

  test('is found by parts of long words, after what has the word itself', async () => {
    const [hit] = await find('Gespräch');
    expect(hit).toMatchObject({ title: 'Mitarbeitende loben', number: 2 });
    expect(hit!.highlight).toContain('Feedback<mark>gespräch</mark>e');
    const { threadId } = await ask(world, anna, cohort.cohortId, 'Wie anfangen?', { text: 'Mit welchem Satz?' });
    await write(world, bernd, threadId, 'Das Gespräch beginnt vorher.');
    expect(await titles('Gespräch')).toEqual(['Wie anfangen?', 'Mitarbeitende loben']);
    expect(await titles('arbeit')).toEqual(['Mitarbeitende loben']);
  });

  test('is found by parts however their umlauts are written', async () => {
    for (const search of ['gespraech', 'GESPRACH', 'Gespräch'])
      expect(await titles(search)).toEqual(['Wie anfangen?', 'Mitarbeitende loben']);
    expect((await find('gespraech'))[1]!.highlight).toContain('Feedback<mark>gespräch</mark>e');
    await ask(world, anna, cohort.cohortId, 'Rueckwaertssuche auf der Metaebene', { text: 'Geht das?' });
    await ask(world, anna, cohort.cohortId, 'Gerätewärter gesucht', { text: 'Wer macht das?' });
    for (const search of ['Wärts', 'waerts'])
      expect(await titles(search)).toEqual(['Rueckwaertssuche auf der Metaebene']);
    for (const search of ['Wärter', 'waerter', 'warter'])
      expect(await titles(search)).toEqual(['Gerätewärter gesucht']);
    expect(await titles('ebene')).toEqual(['Rueckwaertssuche auf der Metaebene']);
  });

  test('is found by kind, module and whether it is answered', async () => {
    expect(await titles('Feedback', anna, { kind: 'discussion' })).toEqual([]);
    const { threadId } = await ask(world, anna, cohort.cohortId, 'Protokoll schreiben', {
      moduleId: cohort.modules[0]!,
    });
    expect(await titles('Protokoll', anna, { moduleId: cohort.modules[0]! })).toEqual(['Protokoll schreiben']);
    expect(await titles('Protokoll', anna, { only: 'unanswered' })).toEqual(['Protokoll schreiben']);
    expect(await titles('Protokoll', anna, { only: 'accepted' })).toEqual([]);
    const answer = await write(world, bernd, threadId, 'Mit einer Protokollvorlage.');
    await anna.does('PUT /threads/:threadId/accepted-answer', {
      params: { threadId },
      body: { postId: answer.postId },
    });
    expect(await titles('Protokoll', anna, { only: 'unanswered' })).toEqual([]);
    expect(await find('Protokollvorlage', anna, { only: 'accepted' })).toMatchObject([{ accepted: true, number: 2 }]);
  });

  test('comes page by page, each hit once', async () => {
    const { threadId } = await ask(world, anna, cohort.cohortId, 'Viele Beiträge', { kind: 'discussion' });
    await world.sql(
      `insert into post (id, thread_id, cohort_id, number, author_id, body, created_at)
       select uuidv7(), $1, $2, n, $3, case when n < 18 then 'Zitrone ' else 'Zitronensaft ' end || n, $4
       from generate_series(2, 24) n`,
      [threadId, cohort.cohortId, anna.userId, world.clock.now()],
    );
    const seen: (number | null)[] = [];
    for (let cursor: string | undefined; ;) {
      const { rows, next } = await page({ search: 'Zitrone', limit: 10, ...(cursor ? { cursor } : {}) });
      seen.push(...rows.map(({ number }) => number));
      if (!next) break;
      cursor = next;
    }
    expect(seen).toHaveLength(23);
    expect(new Set(seen).size).toBe(23);
    expect(Math.max(...seen.slice(0, 16).map(Number))).toBe(17);
    expect((await page({ search: 'Zitrone', limit: 10 })).next).not.toBeNull();
    expect(await anna.fails('GET /cohorts/:cohortId/thread-search', { params: { cohortId: cohort.cohortId }, query: { search: 'x', cursor: 'zzz' } })).toMatchObject({ code: 'malformed-request' }); // prettier-ignore
  });

  test('whatever is typed, nothing breaks', async () => {
    for (const search of [
      `'`,
      '"',
      '((((',
      ':*',
      '!',
      '&|',
      '\\',
      '%',
      '_%_',
      'a'.repeat(200),
      '<script>',
      '🦊',
      '\u{E000}x',
      'or or or',
      '-',
      '--',
    ])
      expect(Array.isArray(await find(search))).toBe(true);
  });
});

describe('nobody finds what they may not read', () => {
  test('what is deleted, hidden, of a closed module or of another group', async () => {
    const { threadId } = await ask(world, anna, cohort.cohortId, 'Offenes');
    const gone = await write(world, bernd, threadId, 'Quittengelee gelöscht');
    const hidden = await write(world, bernd, threadId, 'Quittengelee gemeldet');
    await bernd.does('DELETE /posts/:postId', { params: { postId: gone.postId } });
    await cohort.trainer.does('POST /posts/:postId/reports', {
      params: { postId: hidden.postId },
      body: { kind: 'spam' },
    });
    await ask(world, cohort.trainer, cohort.cohortId, 'Quittengelee später', { moduleId: cohort.modules[2]! });
    const enrolments = await world.sql<{ id: string }>(`select id from enrolment where user_id = $1`, [bernd.userId]);
    const [group] = await cohort.trainer.does('PUT /cohorts/:cohortId/learning-groups', {
      params: { cohortId: cohort.cohortId },
      body: { groups: [{ name: 'Nur Bernd', enrolmentIds: enrolments.map(({ id }) => id) }] },
    });
    await ask(world, bernd, cohort.cohortId, 'Quittengelee unter uns', { groupId: group!.groupId });
    expect(await titles('Quittengelee')).toEqual([]);
    expect(await titles('Quitten')).toEqual([]);
    expect(await titles('Quittengelee', bernd)).toEqual(['Quittengelee unter uns']);
    expect((await titles('Quittengelee', cohort.trainer)).sort()).toEqual(['Quittengelee später', 'Quittengelee unter uns']); // prettier-ignore
    await cohort.trainer.does('PATCH /cohorts/:cohortId/discussion-settings', {
      params: { cohortId: cohort.cohortId },
      body: { trainersSeeGroups: false },
    });
    expect(await titles('Quittengelee', cohort.trainer)).toEqual(['Quittengelee später']);
    for (const who of [await world.person(), world.nobody()])
      expect((await who.calls('GET /cohorts/:cohortId/thread-search', { params: { cohortId: cohort.cohortId }, query: { search: 'Offenes' } })).status).toBeGreaterThanOrEqual(401); // prettier-ignore
  });

  test('who wrote anonymously', async () => {
    await ask(world, bernd, cohort.cohortId, 'Heikles Thema', { text: 'Kündigungsangst', anonymous: true });
    const [hit] = await find('Kündigungsangst');
    expect(hit!.writer).toMatchObject({ person: null, anonymous: true, own: false });
    expect(JSON.stringify(hit)).not.toContain(bernd.userId);
    expect((await find('Kündigungsangst', cohort.trainer))[0]!.writer.person!.name).toBe('Bernd Bauer');
    expect(await titles('Bernd')).not.toContain('Heikles Thema');
  });

  test('the id of somebody who is named', async () => {
    await ask(world, anna, cohort.cohortId, 'Dank', {
      text: `Danke @[Bernd Bauer](user:${bernd.userId}) fürs Kümmern!`,
    });
    const [hit] = await find('Kümmern');
    expect(hit!.highlight).toContain('@Bernd Bauer');
    expect(hit!.highlight).not.toContain(bernd.userId);
  });
});

describe('while somebody types a question', () => {
  const similar = (title: string, who = anna, cohortId = cohort.cohortId) =>
    who.does('GET /cohorts/:cohortId/similar-threads', { params: { cohortId }, query: { title } });

  test('like ones come up, from all cohorts of the course where they were answered well', async () => {
    const before = await talkCohort(world, { trainer: cohort.trainer, courseId: cohort.courseId, name: 'Herbst', names: ['Emil Ernst', 'Fritz Fuchs'] }); // prettier-ignore
    const [emil, fritz] = before.people as [Somebody, Somebody];
    const answered = await ask(world, emil, before.cohortId, 'Wie reagiere ich auf Kritik im Team?');
    const answer = await write(world, fritz, answered.threadId, `Ruhig bleiben, sagt @[Emil Ernst](user:${emil.userId}), und **nachfragen**.`); // prettier-ignore
    await emil.does('PUT /threads/:threadId/accepted-answer', { params: { threadId: answered.threadId }, body: { postId: answer.postId } }); // prettier-ignore
    await ask(world, emil, before.cohortId, 'Kritik im Team, wie reagiere ich da nur?');
    await ask(world, anna, cohort.cohortId, 'Auf Kritik im Team reagieren');
    const found = await similar('Wie reagiere ich auf Krittik im Team');
    expect(found.map(({ title, elsewhere }) => [title, elsewhere])).toEqual([
      ['Wie reagiere ich auf Kritik im Team?', true],
      ['Auf Kritik im Team reagieren', false],
    ]);
    expect(found[0]).toMatchObject({ accepted: true, cohortName: 'Herbst', answer: 'Ruhig bleiben, sagt @?, und nachfragen.' }); // prettier-ignore
    expect(JSON.stringify(found)).not.toContain('Emil');
    expect(found[1]).toMatchObject({ answer: null, accepted: false });
    expect(await similar('Parkplatz am Standort')).toEqual([]);
    // Taken back, it is no longer told.
    await fritz.does('DELETE /posts/:postId', { params: { postId: answer.postId } });
    expect((await similar('Wie reagiere ich auf Kritik im Team')).map(({ elsewhere }) => elsewhere)).toEqual([false]);
  });

  test('nothing of another course, of a group, or of modules that are still to come', async () => {
    const other = await talkCohort(world, { names: ['Gerda Groß'] });
    await ask(world, other.people[0]!, other.cohortId, 'Was ist ein Kreativsprint?');
    const own = await talkCohort(world, { trainer: cohort.trainer, courseId: cohort.courseId, names: ['Hans Huber'] });
    await ask(world, own.trainer, own.cohortId, 'Was ist ein Kreativsprint?', { moduleId: own.modules[2]! }).then(
      async ({ threadId }) => {
        const { postId } = await write(world, own.trainer, threadId, 'Eine Woche.');
        await own.trainer.does('PUT /threads/:threadId/accepted-answer', { params: { threadId }, body: { postId } });
      },
    );
    expect(await similar('Was ist ein Kreativsprint')).toEqual([]);
    expect(await similar('Was ist ein Kreativsprint', cohort.trainer)).toHaveLength(1);
  });
});
