import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BrowserWorld, type Watched } from '../support/browser.js';
import { ask, talkCohort, type TalkCohort, write } from '../support/talk.js';
import type { Somebody } from '../support/world.js';

describe('the talk of a cohort as its trainer looks after it, in a real browser', () => {
  let browser: BrowserWorld;
  let cohort: TalkCohort;
  let trainer: Somebody;
  let early: { threadId: string; title: string };
  let reportedId: string;

  beforeAll(async () => {
    browser = await BrowserWorld.begin('2026-03-01T08:00:00Z');
    const { world } = browser;
    cohort = await talkCohort(world, {
      names: ['Anna Adler', 'Bernd Bauer', 'Clara Czerny', 'Dora Dietz', 'Emil Ernst', 'Frida Fuchs', 'Georg Graf'],
    });
    ({ trainer } = cohort);
    const [anna, bernd, clara, dora] = cohort.people as [Somebody, Somebody, Somebody, Somebody];
    const { cohortId, modules } = cohort;
    early = await ask(world, anna, cohortId, 'Wie sage ich es meinem Chef?', { moduleId: modules[0]! });
    await ask(world, bernd, cohortId, 'Gilt das auch am Telefon?');
    const heated = await ask(world, clara, cohortId, 'Offen oder vorsichtig?', { kind: 'discussion' });
    reportedId = (await write(world, dora, heated.threadId, 'So ein **Unsinn**, wer denkt sich das aus?')).postId;
    for (const who of [anna, bernd, clara])
      await who.does('POST /posts/:postId/reports', {
        params: { postId: reportedId },
        body: { kind: 'offence', note: who === anna ? 'Das verletzt.' : undefined },
      });
    world.clock.by({ hours: 31 });
    await ask(world, dora, cohortId, 'Wo finde ich die Folien?');
    await world.work();
  }, 120_000);
  afterAll(() => browser.end());

  const address = (part?: string): string =>
    `/runs/${cohort.cohortId}?tab=discussion${part === undefined ? '' : `&part=${part}`}`;
  const params = () => ({ cohortId: cohort.cohortId });
  const queue = () => trainer.does('GET /cohorts/:cohortId/moderation-queue', { params: params() });
  const nothingWrong = async (at: Watched): Promise<void> =>
    expect([await at.axe(), await at.overflow(), at.complaints]).toEqual([[], 0, []]);
  /** Does something and waits until the server has taken it. */
  const sent = async (at: Watched, path: string, act: () => Promise<void>): Promise<void> =>
    expect(await at.sent(path, act)).toBeLessThan(300);
  const press = (at: Watched, name: RegExp) => at.page.getByRole('button', { name }).click();
  const nth = <T>(list: readonly T[], index: number): T => list[index]!;

  test('the cockpit says how many questions wait too long, and leads to the one that waits longest', async () => {
    const screen = await browser.openAs(trainer);
    await screen.visit(`/runs/${cohort.cohortId}`);
    await screen.page.getByText('2 Fragen warten länger als 24 Stunden').waitFor();
    await screen.page.getByRole('link', { name: 'Ansehen' }).first().click();
    await screen.page.getByRole('heading', { name: 'Fragen ohne Antwort' }).waitFor();
    const rows = screen.page.locator('main ol > li');
    expect(await rows.count()).toBe(3);
    expect(nth(await rows.allInnerTexts(), 0)).toMatch(/Chef[^]*Anna Adler[^]*wartet 31 Stunden, Ziel 24 Stunden[^]*Überfällig/); // prettier-ignore
    expect(nth(await rows.allInnerTexts(), 2)).not.toMatch(/Überfällig/);
    await nothingWrong(screen);
    await screen.page.getByRole('link', { name: 'Wie sage ich es meinem Chef?' }).click();
    await screen.page.waitForURL(`**/threads/${early.threadId}`);
    await screen.page.getByRole('heading', { level: 1, name: 'Wie sage ich es meinem Chef?' }).waitFor();
    await screen.close();
    await write(browser.world, trainer, early.threadId, 'Am besten unter vier Augen.');
    const after = await browser.openAs(trainer, { width: 390, dark: true });
    await after.visit(address());
    await after.page.getByText('1 Frage wartet länger als 24 Stunden').waitFor();
    await nothingWrong(after);
    await after.close();
  }, 90_000);

  test('a reported post is removed by keyboard, put back by undo, and kept', async () => {
    const screen = await browser.openAs(trainer);
    await screen.visit(address('reported'));
    const post = screen.page.getByRole('article', { name: 'Dora Dietz in „Offen oder vorsichtig?“' });
    await post.waitFor();
    expect(await post.innerText()).toMatch(/verborgen[^]*Unsinn[^]*Beleidigend[^]*„Das verletzt.“[^]*Anna Adler/);
    await nothingWrong(screen);
    await screen.page.getByRole('button', { name: 'Beitrag von Dora Dietz entfernen' }).focus();
    await sent(screen, '/moderation', () => screen.page.keyboard.press('Enter'));
    await screen.page.getByText('Nichts gemeldet').waitFor();
    expect(await queue()).toEqual([]);
    await nothingWrong(screen);
    await sent(screen, '/moderation', () => press(screen, /Rückgängig/));
    await post.waitFor();
    expect((await queue())[0]).toMatchObject({ post: { postId: reportedId, hidden: true } });
    await sent(screen, '/moderation', () => press(screen, /Beitrag von Dora Dietz behalten/));
    await screen.page.getByText('Der Beitrag von Dora Dietz bleibt.').waitFor();
    expect(await queue()).toEqual([]);
    await screen.close();
  }, 90_000);

  test('an announcement survives a closed page, is planned, called off, put back, and one goes out at once', async () => {
    const announced = () => trainer.does('GET /cohorts/:cohortId/announcements', { params: params() });
    const screen = await browser.openAs(trainer, { width: 390 });
    await screen.visit(address('announcements'));
    await press(screen, /^Ankündigung schreiben$/);
    await screen.page.getByRole('textbox', { name: 'Titel' }).fill('Am Freitag wird gefeiert');
    await screen.visit(address('announcements'));
    await screen.page.getByRole('textbox', { name: 'Text' }).fill('Kommt **alle**!');
    await screen.page.getByText('Vorschau').click();
    await screen.page.locator('strong', { hasText: 'alle' }).waitFor();
    await nothingWrong(screen);
    await screen.page.getByText('Zu einem Zeitpunkt').click();
    await screen.page.locator('input[type=date]').fill('2026-02-01');
    await press(screen, /^So planen$/);
    await screen.page.getByText('Wähle einen Zeitpunkt, der noch kommt.').waitFor();
    await screen.page.locator('input[type=date]').fill('2026-03-06');
    await nothingWrong(screen);
    await sent(screen, '/announcements', () => press(screen, /^So planen$/));
    await screen.page.getByText(/geht Fr\s6\.\sMärz, 09:00 raus/).waitFor();
    await nothingWrong(screen);
    expect(await announced()).toMatchObject([{ publishAt: '2026-03-06T08:00:00.000Z', publishedAt: null }]);
    await press(screen, /„Am Freitag wird gefeiert“ absagen/);
    await screen.page.getByText('wird nicht verschickt').waitFor();
    expect(await announced()).toEqual([]);
    await sent(screen, '/announcements', () => press(screen, /Rückgängig/));
    expect(await announced()).toMatchObject([{ title: 'Am Freitag wird gefeiert' }]);
    await press(screen, /^Ankündigung schreiben$/);
    await screen.page.getByRole('textbox', { name: 'Titel' }).fill('Die Folien sind da');
    await screen.page.getByRole('textbox', { name: 'Text' }).fill('Ihr findet sie in Woche 1.');
    await screen.page.getByText('Geht sofort an 7 Personen').waitFor();
    await sent(screen, '/announcements', () => press(screen, /^Jetzt verschicken$/));
    await screen.page.getByRole('link', { name: /Zum Thema/ }).waitFor();
    expect((await announced()).map(({ publishedAt }) => publishedAt !== null)).toContain(true);
    await screen.close();
  }, 90_000);

  test('groups are mixed, after saying what that will be, and one person is moved by hand', async () => {
    const groups = () => trainer.does('GET /cohorts/:cohortId/learning-groups', { params: params() });
    const screen = await browser.openAs(trainer);
    await screen.visit(address('groups'));
    await nothingWrong(screen);
    await press(screen, /^Gruppen mischen$/);
    await screen.page.getByRole('textbox', { name: 'Personen je Gruppe' }).fill('4');
    await screen.page.getByText('Aus 7 Personen werden 1 Gruppe mit 3 und 1 Gruppe mit 4.').waitFor();
    await nothingWrong(screen);
    await sent(screen, '/learning-groups', () =>
      screen.page.getByRole('dialog').getByRole('button', { name: 'Gruppen mischen' }).click(),
    );
    await screen.page.getByRole('rowheader', { name: 'Lerngruppe 2' }).waitFor();
    await nothingWrong(screen);
    expect((await groups()).map(({ members }) => members.length)).toEqual(expect.arrayContaining([3, 4]));

    const larger = (await groups()).find(({ members }) => members.length === 4)!;
    const smaller = (await groups()).find(({ members }) => members.length === 3)!;
    const moved = larger.members[0]!;
    await press(screen, /^Von Hand ändern$/);
    const select = screen.page.getByRole('combobox', { name: `Gruppe von ${moved.name}` });
    await select.waitFor();
    await nothingWrong(screen);
    await select.selectOption({ label: smaller.name });
    await sent(screen, '/learning-groups', () => press(screen, /^Gruppen speichern$/));
    await screen.page.getByRole('heading', { name: 'Impulse für die Lerngruppen' }).waitFor();
    expect((await groups()).find(({ groupId }) => groupId === smaller.groupId)?.members).toHaveLength(4);

    await screen.page.getByRole('textbox', { name: 'Woche 2' }).fill('Was hat dich überrascht?');
    await sent(screen, '/discussion-settings', () => press(screen, /^Impulse speichern$/));
    const { prompts } = await trainer.does('GET /cohorts/:cohortId/discussion-settings', { params: params() });
    expect(prompts).toEqual(['', 'Was hat dich überrascht?']);
    await screen.close();
  }, 90_000);

  test('who reports in a group that is among itself is told what is then seen, and that alone is in the queue', async () => {
    const { cohortId } = cohort;
    const groups = await trainer.does('GET /cohorts/:cohortId/learning-groups', { params: params() });
    const group = groups.find(({ members }) => members.length > 2)!;
    const [who, other] = group.members.map(({ userId }) => cohort.people.find((one) => one.userId === userId)!);
    const body = { trainersSeeGroups: false, hideAfterReports: 1 };
    await trainer.does('PATCH /cohorts/:cohortId/discussion-settings', { params: params(), body });
    const { threadId } = await ask(browser.world, who!, cohortId, 'Nur für uns', { groupId: group.groupId });
    await write(browser.world, other!, threadId, 'Lass mich in Ruhe.');
    const member = await browser.openAs(who!, { width: 390 });
    await member.visit(`/threads/${threadId}`);
    await press(member, /Mehr.*2/);
    await press(member, /^Melden/);
    await member.page.getByText('Eure Gruppe ist unter sich.').waitFor();
    await member.page.getByRole('radio', { name: 'Er verletzt jemanden' }).click();
    await nothingWrong(member);
    await sent(member, '/reports', () => press(member, /^Melden$/));
    await member.close();
    const screen = await browser.openAs(trainer, { width: 390 });
    await screen.visit(address('reported'));
    const post = screen.page.getByRole('article', { name: `in der Lerngruppe „${group.name}“` });
    await post.getByText('Lass mich in Ruhe.').waitFor();
    await post.getByText('Du siehst nur den gemeldeten Beitrag').waitFor();
    expect(await post.getByRole('link').count()).toBe(0);
    await nothingWrong(screen);
    await sent(screen, '/moderation', () => press(screen, /entfernen$/));
    await screen.page.getByText('Nichts gemeldet').waitFor();
    await screen.close();
  }, 90_000);

  test('the rules are set: how long an answer may take, and that people may write anonymously', async () => {
    const screen = await browser.openAs(trainer, { width: 390, dark: true });
    await screen.visit(address('rules'));
    await nothingWrong(screen);
    await screen.page.getByRole('textbox', { name: 'Was ihr voneinander erwartet' }).fill('Seid *freundlich*.');
    await screen.page.getByRole('textbox', { name: /Antwort spätestens/ }).fill('48');
    await screen.page.getByRole('switch', { name: 'Lernende dürfen anonym schreiben' }).press('Space');
    await screen.page.getByRole('combobox', { name: /Pause/ }).selectOption('60');
    await sent(screen, '/discussion-settings', () => press(screen, /^Regeln speichern$/));
    await screen.page.getByText('Gespeichert.').waitFor();
    await nothingWrong(screen);
    expect(
      await trainer.does('GET /cohorts/:cohortId/discussion-settings', { params: params() }),
    ).toMatchObject({ guidelines: 'Seid *freundlich*.', answerTargetHours: 48, anonymousAllowed: true, slowModeSeconds: 60 }); // prettier-ignore
    expect(await screen.page.getByText('warten länger als').count()).toBe(0);
    await screen.close();
  }, 90_000);

  test('a thread is locked, pinned, moved, and its posts are split out and merged, from its own page', async () => {
    const { world } = browser;
    const [anna, bernd, clara] = cohort.people as [Somebody, Somebody, Somebody];
    const thread = await ask(world, anna, cohort.cohortId, 'Wann ist die nächste Runde?');
    await write(world, bernd, thread.threadId, 'Am Montag.');
    await write(world, clara, thread.threadId, 'Was anderes: Gibt es hier Kaffee?');
    const see = (threadId = thread.threadId) => trainer.does('GET /threads/:threadId', { params: { threadId } });
    const screen = await browser.openAs(trainer);
    const menu = async (item: string): Promise<void> => {
      await press(screen, /^Moderieren$/);
      await press(screen, new RegExp(`^${item}`));
    };
    await screen.visit(`/threads/${thread.threadId}`);
    await press(screen, /^Moderieren$/);
    await screen.page.getByRole('button', { name: 'Schließen' }).waitFor();
    await nothingWrong(screen);
    await screen.page.keyboard.press('Tab');
    await sent(screen, '/lock', () => screen.page.keyboard.press('Enter'));
    await screen.page.getByText('schreiben nur noch Trainer:innen').waitFor();
    expect(await see()).toMatchObject({ locked: true });
    await sent(screen, '/lock', () => press(screen, /Rückgängig/));
    expect(await see()).toMatchObject({ locked: false });
    await sent(screen, '/pin', () => menu('Oben anheften'));
    expect(await see()).toMatchObject({ pinned: true });

    await menu('Verschieben');
    await screen.page.getByRole('combobox', { name: 'Wohin gehört es?' }).selectOption({ label: 'Seite 1.2' });
    await nothingWrong(screen);
    await sent(screen, '/place', () => press(screen, /^Verschieben$/));
    await screen.page.getByRole('link', { name: /Seite 1\.2/ }).waitFor();

    await menu('Beiträge abtrennen');
    await screen.page.getByRole('checkbox', { name: 'Beitrag 3 abtrennen' }).press('Space');
    await nothingWrong(screen);
    await press(screen, /^Abtrennen …$/);
    await screen.page.getByRole('textbox', { name: 'Titel des neuen Themas' }).fill('Gibt es Kaffee?');
    await nothingWrong(screen);
    await sent(screen, '/split', () => press(screen, /^Abtrennen$/));
    await screen.page.getByRole('heading', { level: 1, name: 'Gibt es Kaffee?' }).waitFor();
    await screen.page.getByText('Was anderes: Gibt es hier Kaffee?').waitFor();
    const splitId = /threads\/([0-9a-f-]+)/.exec(screen.page.url())![1]!;
    expect(splitId).not.toBe(thread.threadId);

    await menu('Zusammenführen');
    await screen.page.getByRole('searchbox', { name: 'Thema suchen' }).fill('nächste Runde');
    await screen.page.getByRole('radio', { name: 'Wann ist die nächste Runde?' }).click();
    await screen.page.getByText('Der Beitrag kommt ans Ende von „Wann ist die nächste Runde?“').waitFor();
    await nothingWrong(screen);
    await sent(screen, '/merge', () => press(screen, /^Zusammenführen$/));
    await screen.page.waitForURL(`**/threads/${thread.threadId}`);
    await screen.page.getByText('Was anderes: Gibt es hier Kaffee?').waitFor();
    await screen.visit(`/threads/${splitId}`);
    await screen.page.waitForURL(`**/threads/${thread.threadId}`);
    await screen.close();
  }, 120_000);
});
