import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BrowserWorld, type Watched } from '../support/browser.js';
import { planned } from '../support/planned.js';
import type { Somebody } from '../support/world.js';

describe('a learner’s Monday, in a real browser', () => {
  let browser: BrowserWorld;
  let amina: Somebody;
  let learner: Watched;

  beforeAll(async () => {
    // Ten seconds before the first module opens.
    browser = await BrowserWorld.begin('2026-03-02T07:59:50Z');
    const { world } = browser;
    const trainer = await world.person({ roles: ['trainer'] });
    amina = await world.person({ name: 'Amina Yildiz' });
    const { courseId } = await world.course(trainer.userId, { title: 'Gute Gespräche', modules: 2, items: 2 });
    await planned(trainer, courseId);
    learner = await browser.openAs(amina);
  }, 120_000);
  afterAll(() => browser.end());

  test('without a cohort, home shows what can be joined', async () => {
    await learner.visit('/');
    await learner.page
      .getByRole('link', { name: /Gute Gespräche/ })
      .first()
      .click();
    await learner.page.getByRole('heading', { level: 1, name: 'Gute Gespräche' }).waitFor();
  });

  test('one click joins; the week says when it opens', async () => {
    const joined = learner.page.waitForResponse((response) => response.url().endsWith('/enrolment'));
    await learner.page
      .getByRole('button', { name: /^einsteigen/i })
      .first()
      .click();
    expect((await joined).status()).toBe(201);
    const { cohorts } = await amina.does('GET /home');
    await learner.visit(`/cohorts/${cohorts[0]!.cohortId}`);
    const words = await learner.page.locator('main').innerText();
    expect(words).toMatch(/2\.\s+März/);
    expect(words).not.toMatch(/Seite 1\.1/);
  });

  test('at nine it is open, although no worker has run; Continue leads to the first item', async () => {
    browser.world.clock.by({ seconds: 10 });
    await learner.context.clock.setFixedTime(browser.world.clock.now());
    await learner.visit('/');
    await learner.page.getByRole('link', { name: /Weiter.*Seite 1\.1/s }).click();
    await learner.page.getByRole('heading', { level: 1, name: 'Seite 1.1' }).waitFor();
    expect(await learner.page.locator('main').innerText()).toMatch(/Text der Seite 1\.1/);
  });

  test('by keyboard alone: done, and on to the next', async () => {
    const button = learner.page.getByRole('button', { name: /erledigt/i }).first();
    await button.focus();
    await learner.page.keyboard.press('Enter');
    await learner.page.getByRole('heading', { level: 1, name: 'Seite 1.2' }).waitFor();
    const { cohorts } = await amina.does('GET /home');
    expect(cohorts[0]!.progress).toMatchObject({ done: 1, total: 4, percent: 25 });
    expect(learner.complaints).toEqual([]);
  });
});
