import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BrowserWorld, type Watched } from '../support/browser.js';
import { ask, postsOf, say, talkingCohort } from '../support/discussion.js';
import type { Somebody } from '../support/world.js';

describe('what goes into a post, and what one hears of it, on two devices of one person', () => {
  let browser: BrowserWorld;
  let ada: Somebody;
  let bo: Somebody;
  let cohortId: string;
  let itemId: string;
  let threadId: string;
  let desk: Watched;
  let phone: Watched;

  beforeAll(async () => {
    browser = await BrowserWorld.begin('2026-03-02T08:30:00Z');
    const scene = await talkingCohort(browser.world);
    ({ cohortId } = scene);
    itemId = scene.modules[0]!.itemId;
    [ada, bo] = scene.learners as [Somebody, Somebody];
    ({ threadId } = await ask(bo, cohortId, { kind: 'discussion', title: 'Was hat euch geholfen?' }));
    await say(bo, threadId, 'Mir hilft **Schweigen**.\n\nUnd dann nachfragen.');
    desk = await browser.openAs(ada);
    phone = await browser.openAs(ada, { width: 390, dark: true });
  }, 120_000);
  afterAll(() => browser.end());

  const area = ({ page }: Watched) => page.getByRole('textbox', { name: /Dein Beitrag|Antwort an/ });
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    for (let tries = 0; !(await holds()); tries += 1) {
      if (tries > 100) throw new Error('It did not come about.');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const holds = (at: Watched, text: string): Promise<void> =>
    until(async () => (await area(at).inputValue()).includes(text));
  const open = async (at: Watched): Promise<void> => {
    await at.visit(`/threads/${threadId}`);
    const closed = at.page.getByRole('button', { name: /^Dein Beitrag/ });
    await closed.or(area(at)).first().waitFor();
    if (await closed.isVisible()) await closed.click();
    await area(at).waitFor();
  };
  const send = async (at: Watched): Promise<void> =>
    expect(
      await at.sent(`/threads/${threadId}/posts`, () => at.page.getByRole('button', { name: /senden$/i }).click()),
    ).toBeLessThan(300);
  const newest = async () => (await postsOf(bo, threadId)).at(-1)!;
  const nothingWrong = async (at: Watched): Promise<void> =>
    expect([await at.axe(), await at.overflow(), at.complaints]).toEqual([[], 0, []]);
  /** What the clipboard, or the mouse, brings: a text or a small text file. */
  const bring = async (at: Watched, kind: 'paste' | 'drop', what: { text?: string; file?: string }): Promise<void> => {
    await area(at).focus();
    await at.page.evaluate(`{
      const { kind, text, file } = ${JSON.stringify({ kind, ...what })};
      const data = new DataTransfer();
      if (text) data.setData('text/plain', text);
      if (file) data.items.add(new File(['Meine Notizen.'], file, { type: 'text/plain' }));
      const init = { bubbles: true, cancelable: true, clipboardData: data, dataTransfer: data };
      document.activeElement.dispatchEvent(kind === 'paste' ? new ClipboardEvent(kind, init) : new DragEvent(kind, init));
    }`);
  };

  test('somebody is quoted with their name and a way to what they said', async () => {
    await desk.visit(`/threads/${threadId}`);
    await desk.page.getByRole('button', { name: /^Mehr zu Beitrag 2/ }).click();
    await desk.page.getByRole('button', { name: 'Zitieren', exact: true }).click();
    await area(desk).waitFor();
    expect(await area(desk).inputValue()).toContain('> Mir hilft **Schweigen**.\n>\n> Und dann nachfragen.');
    await area(desk).press('End');
    await area(desk).pressSequentially('Das geht mir auch so.');
    await nothingWrong(desk);
    await send(desk);
    const { html } = await newest();
    expect(html).toMatch(
      new RegExp(`<blockquote>[^]*href="/threads/${threadId}\\?post=2"[^]*Schweigen[^]*</blockquote>`),
    );
    expect(html).toContain('Das geht mir auch so.');
  }, 60_000);

  test('an address of Kohorte is pasted as what stands there; one over a word becomes its link', async () => {
    await open(desk);
    await bring(desk, 'paste', { text: `${browser.address}/cohorts/${cohortId}/items/${itemId}` });
    await holds(desk, '](');
    expect(await area(desk).inputValue()).toBe(`[Seite 1.1](/cohorts/${cohortId}/items/${itemId})`);
    await area(desk).press('End');
    await area(desk).pressSequentially(' und hier');
    for (let sign = 0; sign < 4; sign += 1) await area(desk).press('Shift+ArrowLeft');
    await bring(desk, 'paste', { text: `${browser.address}/threads/${threadId}` });
    expect(await area(desk).inputValue()).toContain(` und [hier](/threads/${threadId})`);
    await send(desk);
    expect((await newest()).html).toContain(`<a href="/cohorts/${cohortId}/items/${itemId}">Seite 1.1</a>`);
  }, 60_000);

  test('a file that is dropped goes up, and others can open it', async () => {
    await open(phone);
    await area(phone).fill('Das habe ich mir notiert:');
    await bring(phone, 'drop', { file: 'notizen.txt' });
    await holds(phone, 'kohorte-file:');
    await nothingWrong(phone);
    await send(phone);
    const { files } = await newest();
    expect(files.map(({ name }) => name)).toEqual(['notizen.txt']);
    const read = await bo.calls('GET /discussion-files/:fileId', { params: { fileId: files[0]!.fileId } });
    expect([read.status, String(read.text ?? read.body)]).toEqual([200, 'Meine Notizen.']);
  }, 60_000);

  test('what was written on two devices at once is shown side by side, and both can be kept', async () => {
    await open(desk);
    await open(phone);
    const saved = ({ page }: Watched) => page.getByText('Gespeichert', { exact: true }).first().waitFor();
    await area(desk).fill('Am Schreibtisch begonnen.');
    await saved(desk);
    await area(phone).fill('Unterwegs begonnen.');
    const both = phone.page.getByRole('alert').filter({ hasText: 'Am Schreibtisch begonnen.' });
    await both.waitFor();
    // The one that came later was told so, which browsers note.
    expect(phone.complaints.splice(0)).toEqual([expect.stringContaining('409')]);
    await nothingWrong(phone);
    await both.getByRole('button', { name: 'Beide untereinander setzen' }).click();
    await both.waitFor({ state: 'detached' });
    await saved(phone);
    await open(desk);
    expect(await area(desk).inputValue()).toBe('Unterwegs begonnen.\n\nAm Schreibtisch begonnen.');
    await area(desk).fill('');
  }, 60_000);

  test('what is read on one device is read on the other; a muted thread says nothing more', async () => {
    await say(bo, threadId, 'Noch ein Gedanke.');
    const row = ({ page }: Watched) => page.getByRole('listitem').filter({ hasText: 'Was hat euch geholfen?' }).first();
    await phone.visit(`/cohorts/${cohortId}/discussion`);
    await row(phone).getByText('1 neu').waitFor();
    await desk.visit(`/threads/${threadId}`);
    await desk.page.getByText('Noch ein Gedanke.').scrollIntoViewIfNeeded();
    await until(async () => (await ada.does('GET /threads/:threadId', { params: { threadId } })).firstUnread === null);
    await phone.visit(`/cohorts/${cohortId}/discussion`);
    await row(phone).waitFor();
    expect(await row(phone).getByText('1 neu').count()).toBe(0);

    const level = desk.page.getByRole('combobox', { name: 'Wie du von diesem Thema hörst' });
    await desk.sent('/following', async () => void (await level.selectOption({ label: 'Stumm: nichts davon' })));
    await browser.world.work();
    const { unread } = await ada.does('GET /notifications/unread');
    await say(bo, threadId, `@[Ada](user:${ada.userId}) sieh mal.`);
    await browser.world.work();
    expect((await ada.does('GET /notifications/unread')).unread).toBe(unread);
    await nothingWrong(desk);
  }, 60_000);
});
