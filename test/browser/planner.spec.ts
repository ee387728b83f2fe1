import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AssembledSession, AssemblyView } from '@kohorte/contracts';
import { BrowserWorld, type Watched } from '../support/browser.js';
import { sessionCohort, sessionCourse } from '../support/sessions.js';
import type { Somebody } from '../support/world.js';

const onSite = { mode: 'on-site' as const };

describe('an L&D admin plans sessions, in a real browser', () => {
  let browser: BrowserWorld;
  let petra: Somebody;
  let planner: Watched;
  let assemblyId: string;

  beforeAll(async () => {
    browser = await BrowserWorld.begin('2026-03-02T07:00:00Z');
    const { world } = browser;
    petra = await world.person({ name: 'Petra Planung', roles: ['admin'], language: 'de' });
    const trainer = await world.person({ name: 'Jonas Trainer', roles: ['trainer'] });
    const site = await petra.does('POST /sites', { body: { name: 'Leipzig', timeZone: 'Europe/Berlin' } });
    await petra.does('POST /rooms', { body: { siteId: site.siteId, name: 'Elster', seats: 20 } });
    await petra.does('POST /rooms', { body: { siteId: site.siteId, name: 'Parthe', seats: 12 } });
    await world.sql(`insert into work_pattern (user_id, site_id) values ($1, $2)`, [trainer.userId, site.siteId]);
    const { courseId } = await sessionCourse(world, trainer, [onSite, {}, { qualification: 'fliegen' }]);
    await sessionCohort(world, petra, { courseId, learners: 8, siteId: site.siteId, name: 'Kohorte Frühjahr' });
    await world.work();
    planner = await browser.openAs(petra);
  }, 120_000);
  afterAll(() => browser.end());

  const view = (): Promise<AssemblyView> => petra.does('GET /assemblies/:assemblyId', { params: { assemblyId } });
  const online = async (): Promise<AssembledSession> =>
    (await view()).sessions.find(({ mode, place }) => mode === 'online' && place !== null)!;

  /** A place for it on another hour of its day, which nothing speaks against. */
  async function otherPlace(session: AssembledSession): Promise<{ from: string; clock: string }> {
    const day = session.place!.from.slice(0, 10);
    for (const hour of [9, 10, 11, 12, 13, 14]) {
      const from = `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`;
      if (from === session.place!.from) continue;
      const { clashes } = await petra.does('POST /assemblies/:assemblyId/sessions/:itemId/:groupId/judgement', {
        params: { assemblyId, itemId: session.itemId, groupId: session.groupId },
        body: { from, roomId: null, trainerIds: session.place!.trainerIds },
      });
      const clock = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' });
      if (clashes.length === 0) return { from, clock: clock.format(new Date(from)) };
    }
    throw new Error('no other place on its day');
  }

  test('nothing is there yet; one button asks for which cohorts', async () => {
    const { page } = planner;
    await planner.visit('/planner');
    await page.getByRole('heading', { name: 'Hier stehen bald deine Vorschläge' }).waitFor();
    await page.getByRole('button', { name: 'Zusammenstellen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Zusammenstellen' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByRole('checkbox', { name: 'Kohorte Frühjahr' }).check();
    await dialog.getByRole('button', { name: 'Zusammenstellen' }).click();
    await page.getByText('Gleich geht es los').waitFor();
    assemblyId = /planner\/([0-9a-f-]{36})/.exec(page.url())![1]!;
  });

  test('while it waits one can leave; when it is done the board appears by itself, with the reasons of what has no place', async () => {
    const { page } = planner;
    await browser.world.work();
    await page.getByRole('heading', { name: '1 ohne Platz' }).waitFor();
    await page.getByText('Niemand ist dafür qualifiziert („fliegen“) und kann dorthin kommen').waitFor();
    expect(await planner.axe()).toEqual([]);
  });

  test('by keyboard: a block is tried elsewhere, and a place in the night says why it is not possible', async () => {
    const { page } = planner;
    const session = await online();
    await planner.visit(`/planner/${assemblyId}?session=${session.itemId}~${session.groupId}`);
    await page.locator(`[data-session="${session.itemId}~${session.groupId}"]`).focus();
    await page.keyboard.press('Shift+ArrowDown');
    const panel = page.getByRole('region', { name: 'Ausgewählter Live-Termin' });
    await panel.getByRole('status').waitFor();
    await panel.getByLabel('Uhrzeit').fill('23:00');
    await panel.getByText('Das geht nicht.').waitFor();
    await panel.getByText('Jonas Trainer ist dann abwesend oder arbeitet nicht').waitFor();
    expect(await panel.getByRole('button', { name: 'Hierhin verschieben' }).isDisabled()).toBe(true);
    expect(await planner.axe()).toEqual([]);
  });

  test('a possible place is taken, and taken back', async () => {
    const { page } = planner;
    const session = await online();
    const { from, clock } = await otherPlace(session);
    const panel = page.getByRole('region', { name: 'Ausgewählter Live-Termin' });
    await panel.getByLabel('Uhrzeit').fill(clock);
    await panel.getByText('Das geht.', { exact: true }).waitFor();
    await panel.getByRole('button', { name: 'Hierhin verschieben' }).click();
    await panel.getByText('festgehalten', { exact: true }).waitFor();
    expect((await online()).place!.from).toBe(from);
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await panel.getByText('festgehalten', { exact: true }).waitFor({ state: 'detached' });
    expect(await online()).toMatchObject({ place: session.place, locked: false });
  });

  test('dragged, it says while one drags what would clash; Escape leaves it where it was', async () => {
    const { page } = planner;
    const session = await online();
    const block = page.locator(`button[data-session="${session.itemId}~${session.groupId}"]`);
    await block.scrollIntoViewIfNeeded();
    const box = (await block.boundingBox())!;
    const cell = (await page.locator('[data-cell]').first().boundingBox())!;
    await page.mouse.move(box.x + 20, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(cell.x + cell.width / 2, cell.y + cell.height - 15, { steps: 6 });
    await page.locator('[data-state="clash"] >> text=Das geht nicht.').first().waitFor();
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect((await online()).place).toEqual(session.place);
  });

  test('locked; and when somebody else was faster it says so, and what was tried is still there', async () => {
    const { page } = planner;
    const session = await online();
    const params = { assemblyId, itemId: session.itemId, groupId: session.groupId };
    await planner.visit(`/planner/${assemblyId}?session=${session.itemId}~${session.groupId}`);
    const panel = page.getByRole('region', { name: 'Ausgewählter Live-Termin' });
    await panel.getByRole('button', { name: 'Festhalten' }).click();
    await panel.getByRole('button', { name: 'Loslassen' }).waitFor();
    const { clock, from } = await otherPlace(session);
    await panel.getByLabel('Uhrzeit').fill(clock);
    await panel.getByText('Das geht.', { exact: true }).waitFor();
    await petra.does('PATCH /assemblies/:assemblyId/sessions/:itemId/:groupId', {
      params,
      body: { locked: false, revision: (await view()).revision },
    });
    await panel.getByRole('button', { name: 'Hierhin verschieben' }).click();
    await page.getByText('Jemand hat das inzwischen geändert.').waitFor();
    expect(await panel.getByLabel('Uhrzeit').inputValue()).toBe(clock);
    await panel.getByText('Das geht.', { exact: true }).waitFor();
    await panel.getByRole('button', { name: 'Hierhin verschieben' }).click();
    await panel.getByText('festgehalten', { exact: true }).waitFor();
    expect((await online()).place!.from).toBe(from);
  });

  test('in lanes of rooms and trainers every block stands in its row', async () => {
    const { page } = planner;
    await planner.visit(`/planner/${assemblyId}?view=trainers`);
    const row = page.getByRole('row', { name: /Jonas Trainer/ });
    await row.getByRole('button').first().waitFor();
    await page.getByText('Räume', { exact: true }).click();
    await page
      .getByRole('row', { name: /Elster|Parthe/ })
      .first()
      .waitFor();
    expect(await planner.axe()).toEqual([]);
  });

  test('before it is published it says who will be told what; then it is, and leads to the schedule', async () => {
    const { page } = planner;
    await planner.visit(`/planner/${assemblyId}`);
    await page.getByRole('link', { name: 'Veröffentlichen …' }).click();
    await page.getByRole('heading', { name: 'Wer was erfährt' }).waitFor();
    await page.getByText('1 Live-Termin hat keinen Platz und wird nicht veröffentlicht.').waitFor();
    expect(await planner.axe()).toEqual([]);
    await page.getByRole('button', { name: 'Veröffentlichen' }).click();
    await page.getByRole('link', { name: 'Plan von Kohorte Frühjahr' }).waitFor();
    expect((await view()).state).toBe('published');
    // Refusals are answers, and the browser notes each.
    expect(planner.complaints.filter((text) => !/status of 409/.test(text))).toEqual([]);
  });
});
