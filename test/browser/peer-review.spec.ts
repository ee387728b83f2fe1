import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AssignmentView } from '@kohorte/contracts';
import {
  type AssignmentCohort,
  assignmentCohort,
  handIn,
  reviewNext,
  usualAssignment,
} from '../support/assignments.js';
import { BrowserWorld, type Watched } from '../support/browser.js';
import type { Somebody } from '../support/world.js';

const megabyte = 1_024 * 1_024;

/** In the page: what it says on a button or a link, and what a field is called. */
const whatHasTheFocus = `[document.activeElement.innerText, ...[...(document.activeElement.labels ?? [])].map((label) => label.innerText)].join(' ')`;

describe('an assignment as a learner does it, in a real browser', () => {
  let browser: BrowserWorld;
  let there: AssignmentCohort;
  let one: Somebody;
  let others: Somebody[];

  beforeAll(async () => {
    browser = await BrowserWorld.begin('2026-03-02T08:30:00Z');
    there = await assignmentCohort(browser.world, {
      learners: 3,
      design: { leastWords: 5, reviews: { ...usualAssignment.reviews, give: 2, need: 2 } },
    });
    [one, ...others] = there.learners as [Somebody, ...Somebody[]];
  }, 120_000);
  afterAll(() => browser.end());

  const address = (): string => `/cohorts/${there.where.cohortId}/assignments/${there.where.itemId}`;
  const view = (who: Somebody): Promise<AssignmentView> =>
    who.does('GET /cohorts/:cohortId/assignments/:itemId', { params: there.where });
  const text = async (): Promise<string | null | undefined> => (await view(one)).submission?.text;
  const field = (at: Watched) => at.page.getByRole('textbox', { name: 'Text', exact: true });
  const says = (at: Watched, words: RegExp) =>
    at.page.getByRole('status').filter({ hasText: words }).first().waitFor({ state: 'attached' });
  const nothingWrong = async (at: Watched): Promise<void> =>
    expect([await at.axe(), await at.overflow(), at.complaints]).toEqual([[], 0, []]);
  /** Asks again and again, as what is waited for happens elsewhere. */
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    for (let tries = 0; !(await holds()); tries += 1) {
      if (tries > 80) throw new Error('It did not come about.');
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  };
  /** Goes on by the tabulator until this has the focus. */
  const tabTo = async ({ page }: Watched, name: RegExp): Promise<void> => {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      const said = await page.evaluate<string>(whatHasTheFocus);
      if (name.test(said)) return;
    }
    throw new Error(`Nothing called ${String(name)} was reached.`);
  };

  test('what is written saves itself, also what was typed without a network and left', async () => {
    const laptop = await browser.openAs(one);
    await laptop.visit(address());
    await field(laptop).fill('Liebe Frau Kern, so geht es nicht weiter.');
    await says(laptop, /^(Gespeichert|Saved)$/);
    expect(await text()).toBe('Liebe Frau Kern, so geht es nicht weiter.');
    await nothingWrong(laptop);
    await laptop.context.setOffline(true);
    await field(laptop).fill('Liebe Frau Kern, so geht es nicht weiter. Rufen Sie mich an.');
    await says(laptop, /Keine Verbindung|No connection/);
    // The page is left before the network is back.
    await laptop.page.goto('about:blank');
    await laptop.context.setOffline(false);
    await laptop.visit(address());
    await until(async () => (await text()) === 'Liebe Frau Kern, so geht es nicht weiter. Rufen Sie mich an.');
    expect(await field(laptop).inputValue()).toBe('Liebe Frau Kern, so geht es nicht weiter. Rufen Sie mich an.');
    await laptop.close();
  }, 60_000);

  test('what was changed in two places is shown from both, and both can be kept', async () => {
    const laptop = await browser.openAs(one, { width: 390, dark: true });
    await laptop.visit(address());
    await laptop.context.setOffline(true);
    await field(laptop).fill('Hier geschrieben, im Zug.');
    await says(laptop, /Keine Verbindung|No connection/);
    await one.does('PUT /cohorts/:cohortId/assignments/:itemId/draft', {
      params: there.where,
      body: { revision: (await view(one)).submission!.revision, text: 'Am Rechner weitergeschrieben, im Büro.' },
    });
    await laptop.context.setOffline(false);
    await laptop.page.getByText('Am Rechner weitergeschrieben, im Büro.').waitFor();
    expect([await laptop.axe(), await laptop.overflow()]).toEqual([[], 0]);
    expect(await text()).toBe('Am Rechner weitergeschrieben, im Büro.');
    await laptop.page.getByRole('button', { name: /Beide untereinander|one below the other/ }).click();
    const both = 'Hier geschrieben, im Zug.\n\nAm Rechner weitergeschrieben, im Büro.';
    await until(async () => (await text()) === both);
    expect(await field(laptop).inputValue()).toBe(both);
    await laptop.close();
  }, 60_000);

  test('a file goes on by itself after the network was cut, and after the page was left', async () => {
    const laptop = await browser.openAs(one);
    await laptop.visit(address());
    // So slow that there is time to cut it: a part takes two seconds.
    const network = await laptop.context.newCDPSession(laptop.page);
    await network.send('Network.enable');
    const goes = (offline: boolean) =>
      network.send('Network.emulateNetworkConditions', {
        offline,
        latency: 0,
        downloadThroughput: -1,
        uploadThroughput: 2 * megabyte,
      });
    const received = async (): Promise<number> => (await view(one)).submission?.uploads[0]?.received ?? 0;
    await goes(false);
    const content = Buffer.alloc(17 * megabyte, 'Ein Satz, der sich wiederholt. ');
    await laptop.page
      .locator('label input[type="file"]')
      .setInputFiles({ name: 'anlage.txt', mimeType: 'text/plain', buffer: content });
    await until(async () => (await received()) >= 4 * megabyte);
    await goes(true);
    await laptop.page.getByText(/Keine Verbindung. Bei|No connection. It goes on/).waitFor();
    expect(await received()).toBeLessThan(content.length);
    expect([await laptop.axe(), await laptop.overflow()]).toEqual([[], 0]);
    await goes(false);
    await until(async () => (await received()) >= 8 * megabyte);
    await laptop.page.reload({ waitUntil: 'domcontentloaded' });
    await laptop.page.getByRole('progressbar', { name: /anlage\.txt/ }).waitFor();
    expect(await received()).toBeGreaterThanOrEqual(8 * megabyte);
    await laptop.page.getByRole('link', { name: /anlage\.txt/ }).waitFor({ timeout: 20_000 });
    const { files, uploads } = (await view(one)).submission!;
    expect([files.map(({ name, bytes }) => [name, bytes]), uploads]).toEqual([[['anlage.txt', content.length]], []]);
    expect([await laptop.axe(), await laptop.overflow()]).toEqual([[], 0]);
    await laptop.page.getByRole('button', { name: /anlage\.txt.* entfernen|Remove .anlage\.txt/ }).click();
    await until(async () => (await view(one)).submission!.files.length === 0);
    await laptop.close();
  }, 90_000);

  test('what is missing is said kindly; then it is handed in, taken back, and handed in again', async () => {
    const phone = await browser.openAs(one, { width: 390 });
    await phone.visit(`/cohorts/${there.where.cohortId}/items/${there.where.itemId}`);
    await field(phone).fill('Zu kurz.');
    await phone.page.getByRole('button', { name: /^(Abgeben|Hand in)$/ }).click();
    await phone.page.getByText(/braucht noch 3 Wörter|needs 3 more words/).waitFor();
    expect((await view(one)).submission?.handedInAt).toBeNull();
    await field(phone).fill('Liebe Frau Kern, das ist jetzt lang genug.');
    await phone.page.getByRole('button', { name: /^(Abgeben|Hand in)$/ }).click();
    await phone.page.getByText(/Deine Arbeit ist abgegeben|Your work is handed in/).waitFor();
    await nothingWrong(phone);
    await phone.page.getByRole('button', { name: /^(Zurücknehmen|Take back)/ }).click();
    await field(phone).waitFor();
    await phone.page.getByRole('button', { name: /^(Abgeben|Hand in)$/ }).click();
    await phone.page.getByText(/Deine Arbeit ist abgegeben|Your work is handed in/).waitFor();
    expect((await view(one)).submission).toMatchObject({ text: 'Liebe Frau Kern, das ist jetzt lang genug.' });
    await phone.close();
  }, 60_000);

  test('a review is given with the keyboard alone', async () => {
    for (const other of others) await handIn(other, there.where);
    browser.world.clock.to('2026-03-09T09:00:00Z');
    const laptop = await browser.openAs(one);
    await laptop.visit(address());
    const { keyboard } = laptop.page;
    await tabTo(laptop, /Erste Bewertung beginnen|Begin the first review/);
    await keyboard.press('Enter');
    await laptop.page.waitForURL('**/reviews/**');
    await laptop.page.getByRole('group', { name: 'Klarheit' }).waitFor();
    await nothingWrong(laptop);
    await tabTo(laptop, /Unklar/);
    await keyboard.press('Space');
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown');
    await tabTo(laptop, /Klarheit/);
    await keyboard.type('Mir war sofort klar, worum es geht.');
    await tabTo(laptop, /Kaum/);
    await keyboard.press('Space');
    await tabTo(laptop, /Bewertung geben|Give the review/);
    await keyboard.press('Enter');
    await laptop.page.getByText(/Danke! Deine Bewertung ist angekommen|Thank you! Your review has arrived/).waitFor();
    const { rows, given } = (await view(one)).reviewing;
    expect([given, rows.map(({ state }) => state)]).toEqual([1, ['done']]);
    const review = await one.does('GET /reviews/:reviewId', { params: { reviewId: rows[0]!.reviewId } });
    expect(review.answers).toEqual([
      { criterionId: 'clear', level: 2, comment: 'Mir war sofort klar, worum es geht.' },
      { criterionId: 'useful', level: 0, comment: null },
    ]);
    await nothingWrong(laptop);
    await tabTo(laptop, /Nächste Bewertung|Next review/);
    await keyboard.press('Enter');
    await laptop.page.getByRole('heading', { level: 1, name: /(Bewertung|Review)\s2/ }).waitFor();
    await laptop.close();
  }, 90_000);

  test('on a phone one says what one knows of a work, and gets another one', async () => {
    const [, other] = others as [Somebody, Somebody];
    const phone = await browser.openAs(other, { width: 390, dark: true });
    await phone.visit(address());
    await phone.page.getByRole('button', { name: /Erste Bewertung beginnen|Begin the first review/ }).click();
    await phone.page.getByRole('button', { name: /^(Bewertung|Review)$/ }).click();
    await phone.page.getByRole('group', { name: 'Klarheit' }).waitFor();
    await nothingWrong(phone);
    await phone.page.getByRole('button', { name: /^(Arbeit|Work)$/ }).click();
    await phone.page.getByRole('button', { name: /Ich kenne diese Arbeit|I know this work/ }).click();
    await phone.page.getByRole('button', { name: /Andere Arbeit bekommen|Get another one/ }).click();
    await phone.page.waitForURL(`**${address()}`);
    expect((await view(other)).reviewing.rows).toEqual([]);
    await phone.close();
  }, 60_000);

  test('the result is shown with how it came about; one rates a review and appeals', async () => {
    await reviewNext(one, there.where, 1);
    for (const other of others)
      while ((await view(other)).reviewing.mayAsk && (await view(other)).reviewing.given < 2) await reviewNext(other, there.where, 2); // prettier-ignore
    browser.world.clock.to('2026-03-17T09:00:00Z');
    await browser.world.work(['peer-review.advance']);
    const laptop = await browser.openAs(one);
    await laptop.visit(address());
    await laptop.page.getByRole('heading', { name: /Dein Ergebnis|Your result/ }).waitFor();
    await laptop.page.getByRole('img', { name: /von 100 Punkten|of 100 points/ }).waitFor();
    await laptop.page.getByText(/So kam es zustande|How it came about/).click();
    await nothingWrong(laptop);
    const first = laptop.page.getByRole('article').first();
    await first.getByRole('radio', { name: /^(ziemlich|quite)$/ }).focus();
    await laptop.page.keyboard.press('Space');
    await first.getByRole('textbox').fill('Danke, das hilft mir weiter.');
    await until(async () => (await view(one)).result!.reviews[0]!.answer === 'Danke, das hilft mir weiter.');
    expect((await view(one)).result!.reviews[0]!.rating).toEqual({ helpful: 3 });
    await laptop.page.getByRole('button', { name: /^(Einspruch einlegen|Appeal)$/ }).click();
    await laptop.page
      .getByRole('textbox', { name: /Was siehst du anders|What do you see differently/ })
      .fill('Der zweite Absatz nennt den Wunsch.');
    await laptop.page.getByRole('button', { name: /Einspruch senden|Send the appeal/ }).click();
    await laptop.page.getByText(/schaut es sich an|is looking at it/).waitFor();
    expect((await view(one)).result!.appeal).toMatchObject({ reason: 'Der zweite Absatz nennt den Wunsch.' });
    await nothingWrong(laptop);
    await laptop.page.getByRole('link', { name: /In den Spiegel schauen|Look into the mirror/ }).click();
    await laptop.page.getByRole('heading', { level: 1, name: /Wie du bewertest|How you review/ }).waitFor();
    await nothingWrong(laptop);
    await laptop.close();
  }, 90_000);
});
