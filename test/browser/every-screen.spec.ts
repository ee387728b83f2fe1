import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { usualAssignment } from '../support/assignments.js';
import { BrowserWorld } from '../support/browser.js';
import { furnish, type Furnished } from '../support/furnished.js';

/** Every screen there is, by who comes there; `:name` is an id of the furnished world. */
const screens: Record<'nobody' | 'member' | 'author' | 'admin' | 'manager', string[]> = {
  nobody: [
    '/sign-in',
    '/link/guessed',
    '/unsubscribe/guessed',
    '/answer/:answerToken',
    '/unsubscribe/:unsubscribeToken',
  ],
  member: [
    '/',
    '/catalogue',
    '/courses/:courseId',
    '/cohorts/:cohortId',
    '/cohorts/:cohortId/schedule',
    '/cohorts/:cohortId/discussion',
    '/cohorts/:cohortId/discussion?search=Beispiel',
    '/cohorts/:cohortId/discussion/new',
    '/threads/:threadId',
    '/threads/:mixedThreadId?post=2',
    '/cohorts/:cohortId/people',
    '/cohorts/:sessionsCohortId/schedule',
    '/sessions/:sessionId',
    '/cohorts/:cohortId/items/:openItemId',
    '/cohorts/:runningCohortId/assignments',
    '/cohorts/:runningCohortId/assignments/:runningItemId',
    '/cohorts/:runningCohortId/items/:runningItemId',
    '/reviews/:runningReviewId',
    '/cohorts/:shownCohortId/assignments/:shownItemId',
    '/cohorts/:shownCohortId/assignments/:shownItemId/mirror',
    '/cohorts/:shownCohortId/assignments/:shownItemId/gallery',
    '/calendar',
    '/notifications',
    '/notifications?topic=replies&only=unread',
    '/notifications/settings',
    '/profile',
    '/no/such/place',
  ],
  author: [
    '/studio',
    '/studio/courses/:courseId',
    '/studio/courses/:courseId?item=:sessionDraftId',
    '/studio/courses/:courseId?item=:assignmentDraftId',
    '/studio/imports/:importId',
    '/runs',
    '/runs/new?courseId=:courseId',
    '/runs/:cohortId',
    '/threads/:threadId',
    '/runs/:runningCohortId?tab=assignments',
    '/runs/:cohortId?tab=discussion',
    '/runs/:cohortId?tab=discussion&part=reported',
    '/runs/:cohortId?tab=discussion&part=announcements',
    '/runs/:cohortId?tab=discussion&part=groups',
    '/runs/:cohortId?tab=discussion&part=rules',
    '/runs/:runningCohortId/assignments/:runningItemId',
    '/runs/:runningCohortId/submissions/:runningOthersSubmissionId',
    '/runs/:shownCohortId/assignments/:shownItemId?only=owe',
    '/runs/:shownCohortId/submissions/:shownOthersSubmissionId',
    '/sessions/:sessionId',
    '/sessions/:sessionId/roster',
  ],
  admin: [
    '/planner',
    '/planner?assemble=true',
    '/planner/:assemblyId',
    '/planner/:assemblyId?view=rooms',
    '/planner/:assemblyId?view=trainers&session=:sessionItemId~:groupId',
    '/planner/:assemblyId?show=publish',
    '/planner/:assemblyId?show=compare',
    '/admin/rooms',
    '/admin/trainers',
    '/admin/users',
    '/admin/mails',
    '/admin/jobs',
    '/reports/completion',
  ],
  manager: ['/reports/completion?by=unit'],
};

/** Names of jobs, and mails to people who read English. */
const speaksEnglish = ['/admin/jobs', '/admin/mails'];

/** Words that give an untranslated German screen away. What authors wrote is in German in this world. */
const english = /\b(the|your|with|please|week|course|sign|loading|settings|search|save|cancel|delete|people|done)\b/i;

describe('every screen, on a phone in German, on a dark desktop in English', () => {
  let browser: BrowserWorld;
  let there: Furnished;

  beforeAll(async () => {
    browser = await BrowserWorld.begin();
    there = await furnish(browser.world);
    // `:runningItemId`, `:shownItemId` and so on: of the assignment that is being reviewed, and of the one that is over.
    for (const [which, ids] of Object.entries(there.reviews))
      for (const [name, id] of Object.entries(ids as Record<string, string>))
        there.params[`${which}${name.charAt(0).toUpperCase()}${name.slice(1)}`] = id;
    Object.assign(there.params, there.talk);
    // In the draft that the studio shows.
    const { modules } = await there.author.does('POST /modules/:moduleId/items', {
      params: { moduleId: there.params['moduleId']! },
      body: { kind: 'assignment', title: 'Ein Brief', minutes: 45, dueAfterDays: 7, assignment: usualAssignment },
    });
    for (const { kind, itemId } of modules.flatMap(({ items }) => items)) there.params[`${kind}DraftId`] = itemId;
    await browser.world.work();
    const { text } = await there.admin.does('GET /mails/:mailId', { params: { mailId: there.params['mailId']! } });
    there.params['unsubscribeToken'] = /\/unsubscribe\/(\S+)/.exec(text)![1]!;
  }, 120_000);
  afterAll(() => browser.end());

  const who = (name: keyof typeof screens) => (name === 'nobody' ? null : there[name]);
  const cases = (Object.keys(screens) as (keyof typeof screens)[]).flatMap((name) => [
    [name, 390, 'de'] as const,
    [name, 1280, 'en'] as const,
  ]);

  test.each(cases)(
    '%s, %d px, %s: no complaint, nothing cut off, nothing for axe',
    async (name, width, language) => {
      const agent = who(name);
      await agent?.does('PATCH /me', { body: { language } });
      const found: string[] = [];
      const watched = await browser.openAs(agent, { width, language, dark: language === 'en' });
      for (const screen of screens[name]) {
        const path = screen.replace(/:(\w+)/g, (_, id: string) => there.params[id]!);
        await watched.visit(path);
        const { page, complaints } = watched;
        // A link that nobody made answers 410, and the browser notes every reply of that kind.
        const real = complaints.splice(0).filter((text) => !/status of 4(04|10)/.test(text));
        found.push(...real.map((text) => `${screen}: ${text}`));
        found.push(...(await watched.axe()).map((text) => `${screen}: ${text}`));
        if ((await watched.overflow()) > 0) found.push(`${screen}: ${await watched.overflow()} px too wide`);
        // What a link in a mail leads to speaks the language of whom the mail went to, whoever looks.
        const spoken = /^\/(answer|unsubscribe\/:)/.test(screen) ? 'de' : language;
        expect(await page.locator('html').getAttribute('lang')).toBe(spoken);
        const words = await page.locator('body').innerText();
        if (language === 'de' && !speaksEnglish.includes(screen) && english.test(words))
          found.push(`${screen}: English: ${english.exec(words)![0]}`);
        const raw = /\b[a-z]+(?:\.[a-zA-Z]+){2,}\b/.exec(
          words.replace(/\S+@\S+|https?:\S+|\b\S+\.(test|js|example|\w+-\w+)\b/g, ''),
        );
        if (raw && !speaksEnglish.includes(screen)) found.push(`${screen}: a raw key: ${raw[0]}`);
      }
      await watched.close();
      expect(found).toEqual([]);
    },
    180_000,
  );
});
