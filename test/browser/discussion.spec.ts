import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PostView, ThreadRow } from '@kohorte/contracts';
import { BrowserWorld, type Watched } from '../support/browser.js';
import { ask, discussing, postsOf, say, type TalkingCohort, talkingCohort } from '../support/discussion.js';
import type { Somebody } from '../support/world.js';

describe('a learner and a trainer talk, in two browsers side by side', () => {
  let browser: BrowserWorld;
  let scene: TalkingCohort;
  let ada: Somebody;
  let bo: Somebody;
  let cleo: Somebody;
  let trainer: Somebody;
  let cohortId: string;
  let learner: Watched;
  let teacher: Watched;

  beforeAll(async () => {
    browser = await BrowserWorld.begin('2026-03-02T08:30:00Z');
    scene = await talkingCohort(browser.world);
    ({ trainer, cohortId } = scene);
    [ada, bo, cleo] = scene.learners as [Somebody, Somebody, Somebody];
    learner = await browser.openAs(ada);
    teacher = await browser.openAs(trainer, { width: 390, dark: true });
  }, 120_000);
  afterAll(() => browser.end());

  /** The thread that this is about. */
  const asked = async (): Promise<ThreadRow> => {
    const { rows } = await ada.does('GET /cohorts/:cohortId/threads', { params: { cohortId } });
    return rows.find(({ title }) => title === 'Wie sage ich es meiner Chefin?')!;
  };
  const field = ({ page }: Watched, name: RegExp) => page.getByRole('textbox', { name });
  const button = ({ page }: Watched, name: RegExp) => page.getByRole('button', { name });
  const post = ({ page }: Watched, text: string | RegExp) => page.getByRole('article').filter({ hasText: text }).last();
  const nothingWrong = async (at: Watched): Promise<void> =>
    expect([await at.axe(), await at.overflow(), at.complaints]).toEqual([[], 0, []]);
  /** Passes on what happened, as the worker would, until it has come about. */
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    for (let tries = 0; !(await holds()); tries += 1) {
      if (tries > 80) throw new Error('It did not come about.');
      await browser.world.work();
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  const appears = (at: Watched, text: string | RegExp): Promise<void> =>
    until(() => at.page.getByText(text).last().isVisible());

  test('a question is asked; nothing of it is lost, and similar ones are offered', async () => {
    await ask(bo, cohortId, { title: 'Wie sage ich es meinem Chef?' });
    await learner.visit(`/cohorts/${cohortId}/discussion`);
    await learner.page.getByRole('link', { name: 'Frage oder Thema' }).click();
    await field(learner, /Worum geht es/).fill('Wie sage ich es meiner Chefin?');
    await learner.page.getByRole('link', { name: 'Wie sage ich es meinem Chef?' }).waitFor();
    await field(learner, /Deine Frage/).pressSequentially('Sie ist gerade sehr unter Druck. @Tom');
    await learner.page.getByRole('option', { name: /Tom Trainer/ }).waitFor();
    await nothingWrong(learner);
    await learner.page.keyboard.press('Enter');
    await field(learner, /Deine Frage/).pressSequentially('weiß es vielleicht.');
    await learner.page.getByText('Gespeichert', { exact: true }).first().waitFor();
    await learner.page.reload();
    expect(await field(learner, /Deine Frage/).inputValue()).toBe(
      'Sie ist gerade sehr unter Druck. @Tom Trainer weiß es vielleicht.',
    );
    await field(learner, /Deine Frage/).press('Control+Enter');
    await learner.page.getByRole('heading', { level: 1, name: 'Wie sage ich es meiner Chefin?' }).waitFor();
    const thread = await asked();
    const [first] = await postsOf(ada, thread.threadId);
    expect(first!.html).toContain('<span class="mention">@Tom Trainer</span>');
    await nothingWrong(learner);
  }, 90_000);

  test('the answer arrives while one looks, and moves nothing', async () => {
    const { threadId } = await asked();
    await teacher.visit(`/cohorts/${cohortId}/discussion`);
    await teacher.page.getByRole('link', { name: 'Wie sage ich es meiner Chefin?' }).click();
    await button(teacher, /^Deine Antwort/).click();
    await field(teacher, /Deine Antwort/).fill('Beginne mit der **Beobachtung**.');
    await button(teacher, /Antwort senden/).click();
    await post(teacher, 'Beginne mit der Beobachtung.').waitFor();
    await nothingWrong(teacher);
    await appears(learner, '1 neuer Beitrag');
    expect(await learner.page.getByText('Beginne mit der').count()).toBe(0);
    await button(learner, /1 neuer Beitrag/).click();
    await post(learner, 'Beginne mit der Beobachtung.').waitFor();
    await appears(learner, /2 Personen lesen mit/);
    await nothingWrong(learner);
    // What came into sight is read, here and everywhere.
    await until(async () => (await ada.does('GET /threads/:threadId', { params: { threadId } })).firstUnread === null);
  }, 90_000);

  test('it is accepted and found helpful, which the other one sees', async () => {
    const answer = post(learner, 'Beginne mit der Beobachtung.');
    await answer.getByRole('button', { name: /^Hilfreich/ }).click();
    await answer.getByRole('button', { name: /^Hilfreich/, pressed: true }).waitFor();
    await answer.getByRole('button', { name: 'Annehmen' }).click();
    await learner.page.getByRole('heading', { name: 'Angenommene Antwort' }).waitFor();
    await appears(teacher, '1 Person fand das hilfreich');
    await appears(teacher, 'Angenommene Antwort');
    await nothingWrong(learner);
    await nothingWrong(teacher);
  }, 60_000);

  test('an answer is answered, edited with what stood before, deleted and brought back', async () => {
    await post(learner, 'Beginne mit der Beobachtung.')
      .getByRole('button', { name: /^Antworten/ })
      .click();
    await field(learner, /Antwort an Tom Trainer/).fill('Und dan?');
    await button(learner, /^Senden$/).click();
    const reply = post(learner, /Und dan/);
    await reply.waitFor();
    await reply.getByRole('button', { name: /^Mehr zu/ }).click();
    await reply.getByRole('button', { name: 'Bearbeiten' }).click();
    await field(learner, /Beitrag bearbeiten/).fill('Und dann?');
    await button(learner, /^Speichern$/).click();
    await post(learner, 'Und dann?').getByRole('button', { name: 'bearbeitet' }).click();
    await learner.page.getByRole('dialog').getByText('Und dan?').waitFor();
    await nothingWrong(learner);
    await learner.page.getByRole('dialog').getByRole('button', { name: 'Schließen' }).click();
    await post(learner, 'Und dann?')
      .getByRole('button', { name: /^Mehr zu/ })
      .click();
    await post(learner, 'Und dann?').getByRole('button', { name: 'Löschen' }).click();
    await learner.page.getByText(/Dieser Beitrag wurde gelöscht/).waitFor();
    await button(learner, /Rückgängig/).click();
    await post(learner, 'Und dann?').waitFor();
  }, 60_000);

  test('what is written without a network is kept, and sent when there is one', async () => {
    const thread = await asked();
    await button(learner, /^Deine Antwort/).click();
    await field(learner, /Deine Antwort/).waitFor();
    await learner.context.setOffline(true);
    await field(learner, /Deine Antwort/).fill('Im Zug geschrieben.');
    await learner.page
      .getByText(/Keine Verbindung/)
      .first()
      .waitFor();
    await button(learner, /Antwort senden/).click();
    await learner.page
      .getByRole('alert')
      .filter({ hasText: /nicht erreichbar/ })
      .waitFor();
    await learner.page.goto('about:blank');
    await learner.context.setOffline(false);
    await learner.visit(`/threads/${thread.threadId}`);
    learner.complaints.splice(0);
    // It was not sent, and not lost: the place opens with it.
    const draft = async (): Promise<string | undefined> =>
      (await ada.does('GET /discussion-drafts', { query: { place: `reply:${thread.threadId}` } }))?.text;
    await button(learner, /^Deine Antwort/)
      .or(field(learner, /Deine Antwort/))
      .first()
      .click();
    expect(await field(learner, /Deine Antwort/).inputValue()).toBe('Im Zug geschrieben.');
    await until(async () => (await draft()) === 'Im Zug geschrieben.');
    await button(learner, /Antwort senden/).click();
    await post(learner, 'Im Zug geschrieben.').waitFor();
    await until(async () => (await draft()) === undefined);
    const said = (await postsOf(ada, thread.threadId)).filter(({ text }: PostView) => text === 'Im Zug geschrieben.');
    expect(said).toHaveLength(1);
    await nothingWrong(learner);
  }, 90_000);

  test('what is pressed without a network is said to have failed, and stands as it was', async () => {
    const thread = await ask(bo, cohortId, { title: 'Wer hat das schon probiert?' });
    await say(trainer, thread.threadId, 'Ich, im Frühjahr.');
    await say(ada, thread.threadId, 'Ich noch nicht.');
    await learner.visit(`/threads/${thread.threadId}`);
    const failures = learner.page.getByRole('alert').filter({ hasText: /nicht erreichbar/ });
    const same = button(learner, /^Auch meine Frage/);
    const helpful = post(learner, 'Ich, im Frühjahr.').getByRole('button', { name: /^Hilfreich/ });
    const level = learner.page.getByRole('combobox', { name: /Thema/ });
    const before = await level.inputValue();
    await learner.context.setOffline(true);
    await same.click();
    await failures.first().waitFor();
    await helpful.click();
    await failures.nth(1).waitFor();
    await level.selectOption('mute');
    await failures.nth(2).waitFor();
    await post(learner, 'Ich noch nicht.')
      .getByRole('button', { name: /^Mehr zu/ })
      .click();
    await button(learner, /^Löschen$/).click();
    await failures.nth(3).waitFor();
    await post(learner, 'Ich noch nicht.').waitFor();
    for (const one of [same, helpful]) {
      expect(await one.getAttribute('aria-pressed')).toBe('false');
      expect(await one.isEnabled()).toBe(true);
    }
    expect(await level.inputValue()).toBe(before);
    expect([await learner.axe(), await learner.overflow()]).toEqual([[], 0]);

    // With a network, but nobody behind the proxy.
    await learner.context.setOffline(false);
    await learner.page.route('**/helpful-vote', (route) => route.fulfill({ status: 503, body: 'Bad gateway' }));
    const tried = learner.page.waitForResponse(/helpful-vote/);
    await helpful.click();
    await tried;
    await post(learner, 'Ich, im Frühjahr.')
      .getByRole('alert')
      .filter({ hasText: /nicht erreichbar/ })
      .waitFor();
    expect(await helpful.getAttribute('aria-pressed')).toBe('false');
    await learner.page.unroute('**/helpful-vote');
    learner.complaints.splice(0);
    await helpful.click();
    await post(learner, 'Ich, im Frühjahr.')
      .getByRole('button', { name: /^Hilfreich/, pressed: true })
      .waitFor();
    expect(await post(learner, 'Ich, im Frühjahr.').getByRole('alert').count()).toBe(0);
    // Taking back fails as well.
    await post(learner, 'Ich noch nicht.')
      .getByRole('button', { name: /^Mehr zu/ })
      .click();
    await button(learner, /^Löschen$/).click();
    await button(learner, /Rückgängig/).waitFor();
    await learner.context.setOffline(true);
    await button(learner, /Rückgängig/).click();
    await learner.page
      .getByRole('status')
      .filter({ hasText: /nicht erreichbar/ })
      .waitFor();
    await learner.context.setOffline(false);
    // So does letting go of an accepted answer.
    await learner.visit(`/threads/${(await asked()).threadId}`);
    const accepted = button(learner, /^Angenommen$/);
    await learner.context.setOffline(true);
    await accepted.click();
    await failures.waitFor();
    expect([await accepted.getAttribute('aria-pressed'), await accepted.isEnabled()]).toEqual(['true', true]);
    await learner.context.setOffline(false);
    learner.complaints.splice(0);
  }, 90_000);

  test('a footnote’s link leads to the footnote of its own post, also where that stands on top as the answer', async () => {
    const { threadId } = await ask(ada, cohortId, { title: 'Woher weiß man das?' });
    const long = 'Noch ein Absatz.\n\n'.repeat(30);
    await say(bo, threadId, `Aus einem Buch.[^1]\n\n${long}[^1]: Das Buch von Bo.`);
    const answer = await say(trainer, threadId, `Aus einer Studie.[^1]\n\n${long}[^1]: Die Studie von Tom.`);
    const body = { postId: answer.postId };
    await ada.does('PUT /threads/:threadId/accepted-answer', { params: { threadId }, body });
    await learner.visit(`/threads/${threadId}`);
    const twice = `[...document.querySelectorAll('[id]')].map(({ id }) => id).filter((id, at, all) => all.indexOf(id) < at)`;
    expect(await learner.page.evaluate(twice)).toEqual([]);
    const places = [
      [post(learner, 'Aus einem Buch.'), 'Das Buch von Bo.'],
      [post(learner, 'Aus einer Studie.'), 'Die Studie von Tom.'],
      [learner.page.getByRole('region', { name: 'Angenommene Antwort' }), 'Die Studie von Tom.'],
    ] as const;
    for (const [place, note] of places) {
      await place.getByRole('link', { name: '1', exact: true }).click();
      const target = place.locator(':target');
      expect(await target.innerText()).toContain(note);
      await until(async () => Math.abs((await target.boundingBox())!.y) < 900);
      await target.getByRole('link', { name: 'Zurück zum Text, Stelle 1' }).click();
      await place.locator('sup :target').waitFor();
    }
    await nothingWrong(learner);
  }, 60_000);

  test('one comes to a post in the middle of many, reads back, and stays where one was', async () => {
    const { threadId } = await ask(bo, cohortId, { kind: 'discussion', title: 'Was habt ihr ausprobiert?' });
    const writers = [bo, cleo, trainer];
    for (let number = 2; number <= 75; number += 1) await say(writers[number % 3]!, threadId, `Versuch ${number}.`);
    await learner.visit(`/threads/${threadId}?post=60`);
    const sought = learner.page.locator('#post-60');
    await sought.waitFor();
    expect(await learner.page.evaluate('document.activeElement.id')).toBe('post-60');
    expect(await learner.page.locator('#post-20').count()).toBe(0);
    // The question stands on top all the same.
    await learner.page.locator('#post-1').waitFor();
    await button(learner, /Frühere Beiträge/).scrollIntoViewIfNeeded();
    const place = async (): Promise<number> => Math.round((await learner.page.locator('#post-57').boundingBox())!.y);
    const before = await place();
    await button(learner, /Frühere Beiträge/).click();
    await learner.page.locator('#post-30').waitFor();
    await until(async () => Math.abs((await place()) - before) < 60);
    await nothingWrong(learner);
  }, 90_000);

  test('a list offers what is new, and search marks what it finds', async () => {
    await teacher.visit(`/cohorts/${cohortId}/discussion`);
    await ask(bo, cohortId, { title: 'Brandneu und ungelesen' });
    await appears(teacher, '1 neuer Beitrag');
    expect(await teacher.page.getByRole('link', { name: 'Brandneu und ungelesen' }).count()).toBe(0);
    await button(teacher, /1 neuer Beitrag/).click();
    await teacher.page.getByRole('link', { name: 'Brandneu und ungelesen' }).waitFor();
    await nothingWrong(teacher);
    await teacher.page.getByRole('searchbox').fill('Beobachtungen');
    await teacher.page.locator('mark').first().waitFor();
    await nothingWrong(teacher);
  }, 60_000);

  test('beside an item one asks about it, with a name that others do not see', async () => {
    await discussing(browser.world, cohortId, { anonymous_allowed: true });
    const { itemId } = scene.modules[0]!;
    await learner.visit(`/cohorts/${cohortId}/items/${itemId}`);
    await button(learner, /Frage stellen/).click();
    await field(learner, /Worum geht es/).fill('Warum nickt er in dem Video?');
    await field(learner, /Deine Frage/).fill('Ich traue mich kaum zu fragen.');
    await learner.page.getByRole('checkbox', { name: /Anonym schreiben/ }).check();
    await nothingWrong(learner);
    await button(learner, /^Fragen$/).click();
    await learner.page.getByRole('link', { name: /Warum nickt er/ }).waitFor();
    const seen = (await bo.does('GET /cohorts/:cohortId/threads', { params: { cohortId }, query: { itemId } })).rows;
    expect(seen.map(({ title, writer, place }) => [title, writer.person, writer.anonymous, place.itemId])).toEqual([
      ['Warum nickt er in dem Video?', null, true, itemId],
    ]);
    await nothingWrong(learner);
  }, 60_000);
});
