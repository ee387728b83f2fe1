import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SessionView } from '@kohorte/contracts';
import { answerToken } from '@kohorte/schedule';
import { BrowserWorld, type Watched } from '../support/browser.js';
import { assembled, sessionCohort, sessionCourse } from '../support/sessions.js';
import type { Somebody } from '../support/world.js';

describe('a live session, in a real browser', () => {
  let browser: BrowserWorld;
  let trainer: Somebody;
  let cohortId: string;
  /** The same item for two groups, and who has a seat in the first. */
  let first: SessionView;
  let parallel: SessionView;
  let ours: Somebody[];

  beforeAll(async () => {
    browser = await BrowserWorld.begin('2026-03-01T08:00:00Z');
    const { world } = browser;
    const admin = await world.person({ name: 'Petra Planung', roles: ['admin'] });
    trainer = await world.person({ name: 'Jonas Trainer', roles: ['trainer'] });
    const site = await admin.does('POST /sites', { body: { name: 'Leipzig', timeZone: 'Europe/Berlin' } });
    await admin.does('POST /rooms', { body: { siteId: site.siteId, name: 'Elster', seats: 5 } });
    await world.sql(`insert into work_pattern (user_id, site_id) values ($1, $2)`, [trainer.userId, site.siteId]);
    const { courseId } = await sessionCourse(world, trainer, [
      { mode: 'on-site', groupLeast: 4, groupBest: 4, groupMost: 5 },
    ]);
    const { cohort, learners } = await sessionCohort(world, admin, { courseId, learners: 8, siteId: site.siteId });
    cohortId = cohort.cohortId;
    const { assemblyId, revision } = await assembled(world, admin, [cohortId]);
    await admin.does('POST /assemblies/:assemblyId/publication', { params: { assemblyId }, body: { revision } });
    await world.work();
    const sessions = await admin.does('GET /cohorts/:cohortId/sessions', { params: { cohortId } });
    [first, parallel] = sessions as [SessionView, SessionView];
    const seats = await world.sql<{ user_id: string }>(
      `select user_id from session_seat where session_id = $1 and left_at is null order by user_id`,
      [first.sessionId],
    );
    ours = seats.map(({ user_id }) => learners.find(({ userId }) => userId === user_id)!);
  }, 120_000);
  afterAll(() => browser.end());

  const see = (who: Somebody, { sessionId }: SessionView): Promise<SessionView> =>
    who.does('GET /sessions/:sessionId', { params: { sessionId } });
  const pressed = (at: Watched): Promise<string> => at.page.locator('[aria-pressed="true"]').first().innerText();

  test('by the mail’s link one answers without signing in; opening it alone says nothing', async () => {
    const [, two] = ours as [Somebody, Somebody];
    const [seat] = await browser.world.sql<{ enrolment_id: string; code_secret: Buffer }>(
      `select a.enrolment_id, s.code_secret from session_seat a join session s on s.id = a.session_id
       where a.session_id = $1 and a.user_id = $2`,
      [first.sessionId, two.userId],
    );
    const token = answerToken({ sessionId: first.sessionId, enrolmentId: seat!.enrolment_id }, seat!.code_secret);
    const stranger = await browser.openAs(null, { width: 390, language: 'de' });
    await stranger.visit(`/answer/${token}`);
    await stranger.page.getByRole('heading', { level: 2, name: 'Treffen 1' }).waitFor();
    expect((await see(two, first)).mine!.answer).toBeNull();
    const answered = stranger.page.waitForResponse((reply) => reply.request().method() === 'POST');
    await stranger.page.getByRole('button', { name: /^(Nein|No)$/ }).click();
    expect((await answered).ok()).toBe(true);
    expect((await see(two, first)).mine!.answer).toBe('no');
    // Another button takes it back.
    await stranger.page.getByRole('button', { name: /^(Ja|Yes)$/ }).click();
    await stranger.page.getByText(/Danke, du bist dabei|Thank you, you are in/).waitFor();
    expect((await see(two, first)).mine!.answer).toBe('yes');
    expect([await stranger.axe(), await stranger.overflow(), stranger.complaints]).toEqual([[], 0, []]);
    await stranger.close();
  });

  test('a link that was tampered with leads nowhere', async () => {
    const stranger = await browser.openAs(null);
    await stranger.visit(`/answer/${'A'.repeat(86)}`);
    expect(await stranger.page.getByRole('button', { name: /^(Ja|Yes)$/ }).count()).toBe(0);
    await stranger.close();
  });

  test('the cohort’s schedule leads to the own session, where one answers by keyboard', async () => {
    const [one] = ours as [Somebody];
    const learner = await browser.openAs(one);
    await learner.visit(`/cohorts/${cohortId}/schedule`);
    expect(await learner.page.getByRole('link', { name: 'Treffen 1' }).count()).toBe(1);
    await learner.page.getByRole('button', { name: /Andere Gruppen zeigen|Show other groups/ }).click();
    expect(await learner.page.getByRole('link', { name: 'Treffen 1' }).count()).toBe(2);
    await learner.visit(`/sessions/${first.sessionId}`);
    await learner.page.getByRole('button', { name: /^(Vielleicht|Maybe)$/ }).focus();
    const saved = learner.page.waitForResponse((reply) => reply.url().endsWith('/answer'));
    await learner.page.keyboard.press('Enter');
    expect((await saved).ok()).toBe(true);
    expect(await pressed(learner)).toMatch(/Vielleicht|Maybe/);
    expect((await see(one, first)).mine!.answer).toBe('maybe');
    expect([await learner.axe(), await learner.overflow(), learner.complaints]).toEqual([[], 0, []]);
    await learner.close();
  });

  test('one changes to the parallel group while seats last, and back by undo', async () => {
    const [one] = ours as [Somebody];
    const learner = await browser.openAs(one, { width: 390, dark: true });
    await learner.visit(`/sessions/${first.sessionId}`);
    await learner.page.getByRole('button', { name: /^(Zu Gruppe|Change to group)/ }).click();
    await learner.page.waitForURL(`**/sessions/${parallel.sessionId}`);
    expect((await see(one, parallel)).mine).toMatchObject({ place: null });
    expect((await see(one, first)).mine).toBeNull();
    expect([await learner.axe(), await learner.overflow()]).toEqual([[], 0]);
    await learner.page.getByRole('button', { name: /Rückgängig|Undo/ }).click();
    await learner.page.waitForURL(`**/sessions/${first.sessionId}`);
    expect((await see(one, first)).mine).toMatchObject({ place: null });
    expect(learner.complaints).toEqual([]);
    await learner.close();
  });

  test('the trainer marks attendance by tap, and corrects it', async () => {
    browser.world.clock.to(first.startsAt);
    const screen = await browser.openAs(trainer, { width: 390 });
    await screen.visit(`/sessions/${first.sessionId}/roster`);
    const row = screen.page.getByRole('group', { name: /^(Anwesenheit von|Attendance of)/ }).first();
    const tap = async (name: RegExp): Promise<void> => {
      const saved = screen.page.waitForResponse((reply) => reply.url().endsWith('/attendance'));
      await row.getByRole('button', { name }).click();
      expect((await saved).ok()).toBe(true);
    };
    await tap(/^(Fehlt|Absent)$/);
    await tap(/^(Verspätet|Late)$/);
    await screen.page.getByText(/1-mal geändert|changed 1 time/).waitFor();
    const params = { sessionId: first.sessionId };
    const { rows } = await trainer.does('GET /sessions/:sessionId/roster', { params });
    expect(rows.map(({ mark, corrections }) => [mark, corrections])).toContainEqual(['late', 1]);
    expect([await screen.axe(), await screen.overflow(), screen.complaints]).toEqual([[], 0, []]);
    await screen.close();
  });

  test('a learner checks in by the code that the trainer shows; a wrong one says so', async () => {
    const board = await browser.openAs(trainer);
    await board.visit(`/sessions/${first.sessionId}/roster`);
    await board.page.getByRole('button', { name: /Code zeigen|Show code/ }).click();
    await board.page.getByRole('img', { name: /QR/ }).waitFor();
    const shown = await board.page.locator('section p', { hasText: /^\d{3}\s\d{3}$/ }).innerText();
    expect([await board.axe(), board.complaints]).toEqual([[], []]);
    const params = { sessionId: first.sessionId };
    const { code } = await trainer.does('GET /sessions/:sessionId/code', { params });
    expect(shown.replace(/\s/g, '')).toBe(code);
    const { rows } = await trainer.does('GET /sessions/:sessionId/roster', { params });
    const marked = rows.find(({ mark }) => mark !== null)!.person.userId;
    const late = ours.find(({ userId }) => userId !== marked)!;
    const phone = await browser.openAs(late, { width: 390 });
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    await phone.visit(`/sessions/${first.sessionId}?code=${wrong}`);
    const here = phone.page.getByRole('button', { name: /Ich bin da|I am here/ });
    await here.click();
    await phone.page.getByRole('alert').waitFor();
    expect((await see(late, first)).mine!.attendance).toBeNull();
    await phone.page.getByRole('textbox', { name: 'Code' }).fill(`${code.slice(0, 3)} ${code.slice(3)}`);
    await here.click();
    await phone.page.getByText(/Du bist da|You are here/).waitFor();
    expect((await see(late, first)).mine!.attendance).toBe('present');
    expect([await phone.axe(), await phone.overflow()]).toEqual([[], 0]);
    await phone.close();
    await board.close();
  });
});
