import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ItemDraftView } from '@kohorte/contracts';
import type { Locator } from 'playwright-core';
import { BrowserWorld, type Watched } from '../support/browser.js';
import type { Somebody } from '../support/world.js';

describe('authoring an assignment, in a real browser', () => {
  let browser: BrowserWorld;
  let trainer: Somebody;
  let courseId: string;

  beforeAll(async () => {
    browser = await BrowserWorld.begin();
    trainer = await browser.world.person({ name: 'Jonas Trainer', roles: ['trainer'] });
    await trainer.does('PATCH /me', { body: { language: 'de' } });
    const course = await trainer.does('POST /courses', { body: { title: 'Schwierige Briefe', language: 'de' } });
    courseId = course.courseId;
    await trainer.does('POST /versions/:versionId/modules', {
      params: { versionId: course.version.versionId },
      body: { title: 'Woche 1' },
    });
  }, 120_000);
  afterAll(() => browser.end());

  const onServer = async (): Promise<ItemDraftView> => {
    const { version } = await trainer.does('GET /courses/:courseId', { params: { courseId } });
    return version.modules[0]!.items[0]!;
  };
  const criteria = async (): Promise<string[]> => (await onServer()).assignment!.rubric.map(({ title }) => title);
  const saveState = ({ page }: Watched, state: string): Promise<void> =>
    page.locator(`[role="status"][data-state="${state}"]`).waitFor();
  const fold = ({ page }: Watched, name: string): Locator =>
    page.getByRole('heading', { level: 2 }).getByRole('button', { name });
  const starter = ['Aufgabe getroffen', 'Klar und nachvollziehbar', 'Brauchbar in der Praxis'];

  test('a new assignment has all it needs, and its rubric grows by hand and by keyboard', async () => {
    const at = await browser.openAs(trainer);
    const { page } = at;
    await at.visit(`/studio/courses/${courseId}`);
    await page.getByText('Element hinzufügen').click();
    await page.getByText('Aufgabe', { exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Titel').fill('Ein Brief');
    await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
    await page.getByRole('switch', { name: 'Hier wird etwas abgegeben' }).waitFor();
    expect(await onServer()).toMatchObject({ dueAfterDays: 7, minutes: 45 });
    expect(await criteria()).toEqual(starter);

    // Without a name it waits, and is not scolded.
    await page.getByRole('button', { name: 'Kriterium hinzufügen' }).click();
    await page.getByText('Wird gespeichert, sobald jedes Kriterium').waitFor();
    await saveState(at, 'unsaved');
    await page.keyboard.type('Mut');
    await saveState(at, 'saved');
    expect(await criteria()).toEqual([...starter, 'Mut']);

    await fold(at, 'Mut').click();
    await fold(at, starter[0]!).click();
    const down = page.locator('[id$="1"]').getByText('Nach unten').first();
    await down.click();
    await page.keyboard.press('Enter');
    await saveState(at, 'saved');
    expect((await criteria())[2]).toBe(starter[0]);

    await page.getByRole('listitem').getByRole('button', { name: 'Löschen', exact: true }).click();
    await saveState(at, 'saved');
    expect(await criteria()).not.toContain(starter[0]);
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await saveState(at, 'saved');
    expect((await criteria())[2]).toBe(starter[0]);
    expect([await at.axe(), await at.overflow(), at.complaints]).toEqual([[], 0, []]);
    await at.close();
  }, 60_000);

  test('an example that is half written outlives a closed window, and holds up nothing else', async () => {
    const at = await browser.openAs(trainer, { width: 390 });
    const { page } = at;
    const { itemId } = await onServer();
    await at.visit(`/studio/courses/${courseId}?item=${itemId}`);
    await page.getByRole('button', { name: 'Beispiel hinzufügen' }).click();
    const example = page.getByRole('listitem').filter({ hasText: 'Deine Bewertung' });
    await example.getByLabel('Titel').fill('Ein guter Brief');
    // Waited for from before it can happen: on a slow machine it is saved before the field is left.
    const saved = page.waitForResponse(
      (reply) =>
        reply.request().postData()?.includes('Ein schwieriger Brief') === true && reply.request().method() === 'PATCH',
    );
    await page.getByLabel('Titel', { exact: true }).first().fill('Ein schwieriger Brief');
    await page.getByLabel('Aufgabenstellung').click();
    await saved;
    expect(await onServer()).toMatchObject({ title: 'Ein schwieriger Brief', assignment: { examples: [] } });
    await page.reload({ waitUntil: 'networkidle' });
    await fold(at, 'Ein guter Brief').click();
    await example.getByLabel('Die Arbeit').fill('Liebe Frau Kern, …');
    for (const level of await example.getByRole('combobox').all()) await level.selectOption({ index: 4 });
    await example.getByText('100 von 100 Punkten').waitFor();
    await saveState(at, 'saved');
    expect((await onServer()).assignment!.examples).toMatchObject([{ title: 'Ein guter Brief' }]);
    expect([await at.axe(), await at.overflow(), at.complaints]).toEqual([[], 0, []]);
    await at.close();
  }, 60_000);

  test('what contradicts itself is said at its field, and two numbers that belong together stay so', async () => {
    const at = await browser.openAs(trainer);
    const { page } = at;
    const { itemId } = await onServer();
    await at.visit(`/studio/courses/${courseId}?item=${itemId}`);
    await page.getByLabel('Jede Person bewertet').fill('1');
    expect(await page.getByLabel('Jede Arbeit bekommt').inputValue()).toBe('1');
    await page.getByLabel('Jede Person bewertet').fill('5');
    expect(await page.getByLabel('Jede Arbeit bekommt').inputValue()).toBe('3');
    await saveState(at, 'saved');
    await page.getByRole('checkbox', { name: 'Text' }).uncheck();
    await page.getByText('Wähle mindestens eines, das abgegeben werden kann.').waitFor();
    await page.getByRole('checkbox', { name: 'Dateien' }).check();
    await saveState(at, 'saved');
    expect((await onServer()).assignment).toMatchObject({
      handIn: { text: false, files: 3 },
      reviews: { give: 5, need: 3 },
    });
    await page.getByRole('switch').click();
    await page.getByText('Nur ein Text').waitFor();
    await saveState(at, 'saved');
    expect((await onServer()).assignment).toBeNull();
    await at.close();
  }, 60_000);
});
