import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BrowserWorld, type Watched } from '../support/browser.js';
import { reviewedRound, type ReviewedRound } from '../support/reviewed.js';
import type { Somebody } from '../support/world.js';

describe('a round of peer review as its trainer runs it, in a real browser', () => {
  let browser: BrowserWorld;
  let there: ReviewedRound;
  let trainer: Somebody;

  beforeAll(async () => {
    browser = await BrowserWorld.begin('2026-03-01T08:00:00Z');
    there = await reviewedRound(browser.world);
    trainer = there.trainer;
  }, 120_000);
  afterAll(() => browser.end());

  const address = (): string => `/runs/${there.where.cohortId}/assignments/${there.where.itemId}`;
  const round = () => trainer.does('GET /cohorts/:cohortId/assignments/:itemId/round', { params: there.where });
  const submissionOf = async ({ userId }: Somebody): Promise<string> =>
    (
      await browser.world.sql<{ submission_id: string }>(
        `select submission_id from submission_author where user_id = $1`,
        [userId],
      )
    )[0]!.submission_id;
  const see = async (submissionId: string) =>
    trainer.does('GET /submissions/:submissionId', { params: { submissionId } });
  const nothingWrong = async (at: Watched): Promise<void> =>
    expect([await at.axe(), await at.overflow(), at.complaints]).toEqual([[], 0, []]);
  /** Does something and waits until the server has taken it. */
  const sent = async (at: Watched, path: string, act: () => Promise<void>): Promise<void> =>
    expect(await at.sent(path, act)).toBeLessThan(300);
  const press = (at: Watched, name: RegExp) => at.page.getByRole('button', { name }).click();

  test('the cockpit says what waits, and its tab leads to the round', async () => {
    const screen = await browser.openAs(trainer);
    await screen.visit(`/runs/${there.where.cohortId}`);
    await screen.page.getByText(/wartet auf dich: 1 Meldung|waiting for you: 1 report/).waitFor();
    await screen.page.getByRole('link', { name: /^(Aufgaben|Assignments)$/ }).click();
    await screen.page.getByText(/7 (von|of) 8/).waitFor();
    await nothingWrong(screen);
    await screen.page.getByRole('link', { name: 'Ein schwieriger Brief' }).click();
    await screen.page.waitForURL(`**${address()}`);
    await screen.page.getByText(/9 (von|of) 14/).waitFor();
    await nothingWrong(screen);
    await screen.close();
  });

  test('a report is decided from the queue, by keyboard: the review of who reported does not count', async () => {
    const screen = await browser.openAs(trainer, { width: 390, dark: true });
    await screen.visit(address());
    await nothingWrong(screen);
    await screen.page.getByRole('link', { name: /^(Entscheiden: Meldung|Decide: Report)/ }).click();
    await screen.page.waitForURL('**/submissions/**');
    await press(screen, /^(Entscheiden|Decide)$/);
    await screen.page.keyboard.press('ArrowDown');
    await screen.page.keyboard.press('ArrowDown');
    const send = () => press(screen, /^(So entscheiden|Decide like this)$/);
    await send();
    await screen.page.getByText(/Schreib einen Grund|Write a reason/).waitFor();
    await screen.page.getByRole('textbox', { name: /^(Grund|Reason)$/ }).fill('Die Bewertung verrät, wer sie schrieb.');
    await sent(screen, '/decision', send);
    await screen.page.getByText(/Bewertung dieser Person zählt nicht|review of this person does not count/).waitFor();
    await nothingWrong(screen);
    const view = await see(await submissionOf(there.reported));
    expect(view.flags.map(({ decision }) => decision)).toEqual(['set-aside']);
    expect(view.reviews.filter(({ setAside }) => setAside !== null)).toHaveLength(1);
    expect((await round()).queue.filter(({ kind }) => kind === 'flag')).toEqual([]);
    await screen.close();
  });

  test('the set-aside review counts again, and undo leaves it out once more', async () => {
    const submissionId = await submissionOf(there.reported);
    const aside = async (): Promise<number> =>
      (await see(submissionId)).reviews.filter(({ setAside }) => setAside !== null).length;
    const screen = await browser.openAs(trainer);
    await screen.visit(`/runs/${there.where.cohortId}/submissions/${submissionId}`);
    await sent(screen, '/set-aside', () => press(screen, /^(Bewertung von .* wieder zählen|Count the review of)/));
    expect(await aside()).toBe(0);
    await sent(screen, '/set-aside', () => press(screen, /Rückgängig|Undo/));
    expect(await aside()).toBe(1);
    await nothingWrong(screen);
    await screen.close();
  });

  test('who is missing gets more time', async () => {
    const screen = await browser.openAs(trainer, { width: 390 });
    await screen.visit(`${address()}?only=missing`);
    const name = /^(Mehr Zeit für|More time for)/;
    await press(screen, name);
    await screen.page.locator('input[type=date]').fill('2026-03-12');
    await screen.page.getByRole('textbox', { name: /Warum|Why/ }).fill('War krank.');
    await nothingWrong(screen);
    await sent(screen, '', () => press(screen, /^(Zeit geben|Give time)$/));
    await screen.page
      .getByText(/mehr Zeit bis|more time until/)
      .first()
      .waitFor();
    const { extensions } = await round();
    expect(extensions).toMatchObject([{ person: { userId: there.missing.userId }, reason: 'War krank.' }]);
    expect(extensions[0]!.dueAt).toBe('2026-03-12T22:59:00.000Z');
    await screen.close();
  });

  test('the end of the reviews is moved, after saying what that does', async () => {
    const screen = await browser.openAs(trainer);
    await screen.visit(address());
    await press(screen, /^(Termine verschieben|Move deadlines)$/);
    await screen.page.locator('input[type=date]').nth(1).fill('2026-03-16');
    await screen.page.getByText(/(Ergebnisse sichtbar ab|Results shown from).*18/).waitFor();
    await nothingWrong(screen);
    await sent(screen, '/deadlines', () => press(screen, /^(So verschieben|Move like this)$/));
    expect((await round()).phases).toMatchObject({
      reviewsUntil: '2026-03-16T22:59:00.000Z',
      publishAt: '2026-03-18T22:59:00.000Z',
    });
    await screen.page.getByText(/von Hand verschoben|moved by hand/).waitFor();
    await screen.close();
  });

  test('an uncertain grade is set by hand, with a reason', async () => {
    browser.world.clock.to('2026-03-17T08:00:00Z');
    await browser.world.work();
    const { queue } = await round();
    expect(queue.length).toBeGreaterThan(0);
    const { submissionId } = queue[0]!;
    const screen = await browser.openAs(trainer);
    await screen.visit(address());
    await screen.visit(`/runs/${there.where.cohortId}/submissions/${submissionId}#grade`);
    await screen.page.getByRole('img', { name: /Skala|scale/ }).waitFor();
    await nothingWrong(screen);
    await press(screen, /^(Note von Hand setzen|Set the grade by hand)$/);
    await screen.page.getByRole('textbox', { name: /Punkte|Points/ }).fill('64');
    await screen.page.getByRole('textbox', { name: /^(Grund|Reason)$/ }).fill('Der Wunsch fehlt, sonst gut.');
    await nothingWrong(screen);
    await sent(screen, '/grade', () => press(screen, /^(Note setzen|Set grade)$/));
    await screen.page.getByText(/Von Hand auf 64|Set to 64 by hand/).waitFor();
    expect((await see(submissionId)).grade).toMatchObject({ points: 64, method: 'trainer' });
    expect((await round()).queue.some((row) => row.submissionId === submissionId)).toBe(false);
    await screen.close();
  });

  test('an appeal is answered, and the grade is another', async () => {
    browser.world.clock.to('2026-03-19T08:00:00Z');
    await browser.world.work();
    const author = there.learners[0]!;
    await author.does('POST /cohorts/:cohortId/assignments/:itemId/appeal', {
      params: there.where,
      body: { reason: 'Mein Wunsch steht im letzten Absatz, die Bewertung hat ihn übersehen.' },
    });
    const screen = await browser.openAs(trainer, { width: 390 });
    await screen.visit(address());
    await screen.page.getByRole('link', { name: /^(Entscheiden: Einspruch|Decide: Appeal)/ }).click();
    await screen.page.getByText('Mein Wunsch steht im letzten Absatz').waitFor();
    await press(screen, /^(Entscheiden|Decide)$/);
    await screen.page.getByText(/^(Neue Note|A new grade)$/).click();
    await screen.page.getByRole('textbox', { name: /Punkte|Points/ }).fill('81');
    await screen.page.getByRole('textbox', { name: /^(Antwort|Answer)$/ }).fill('Stimmt, das war übersehen.');
    await nothingWrong(screen);
    await sent(screen, '/decision', () => press(screen, /^(So entscheiden|Decide like this)$/));
    await screen.page.getByText(/→ 81/).waitFor();
    const view = await see(await submissionOf(author));
    expect([view.grade!.points, view.appeals[0]!.answer]).toEqual([81, 'Stimmt, das war übersehen.']);
    await nothingWrong(screen);
    await screen.close();
  });
});
