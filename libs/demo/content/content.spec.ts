import { describe, expect, it, test } from '@jest/globals';
import { type AssignmentDesign, demandProblems, designProblems } from '@kohorte/rules';
import { accounts, people, trainers, units } from './company.js';
import type { AuthoredCourse, AuthoredItem } from './course-type.js';
import { learnfluencerDe } from './learnfluencer/de/index.js';
import { gespraech } from './learnfluencer/de/talk.js';
import { werke } from './learnfluencer/de/works.js';
import { learnfluencerEn } from './learnfluencer/en/index.js';
import { talk } from './learnfluencer/en/talk.js';
import { works } from './learnfluencer/en/works.js';
import { ankommen } from './onboarding/index.js';
import { phishingErkennen } from './sicher-arbeiten/index.js';
import type { AuthoredTalk } from './talk-type.js';

const courses = [learnfluencerDe, learnfluencerEn, phishingErkennen, ankommen];
const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
const itemsOf = (course: AuthoredCourse): AuthoredItem[] => course.modules.flatMap((module) => module.items);
/** A design without its words: what both languages have to agree in. */
const shapeOf = ({ rubric, examples, template, ...design }: AssignmentDesign): object => ({
  ...design,
  hasTemplate: template !== null,
  rubric: rubric.map(({ criterionId, weight, commentRequired, levels }) => ({
    criterionId,
    weight,
    commentRequired,
    levels: levels.map(({ points }) => points),
  })),
  examples: examples.map(({ exampleId, answers }) => [exampleId, ...answers.map(({ level }) => level)]),
});
const minutesOf = (items: AuthoredItem[]): number => items.reduce((sum, item) => sum + item.minutes, 0);
const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];

describe('the people of the demo company', () => {
  it('are some 200', () => {
    expect(people.length).toBeGreaterThanOrEqual(190);
    expect(people.length).toBeLessThanOrEqual(215);
  });

  it('have an ASCII e-mail address each, and a name of their own', () => {
    expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
    expect(new Set(people.map(({ givenName, familyName }) => `${givenName} ${familyName}`)).size).toBe(people.length);
    expect(people.map(({ email }) => email).filter((email) => !/^[a-z.-]+@nordwind\.example$/.test(email))).toEqual([]);
  });

  it('belong to units that exist', () => {
    const keys = new Set(units.map(({ key }) => key));
    expect(people.filter(({ unit }) => !keys.has(unit))).toEqual([]);
  });

  it('are led by trainers who are people of theirs, of whom one is an account', () => {
    const emails = new Set(people.map(({ email }) => email));
    expect(trainers.filter(({ email }) => !emails.has(email))).toEqual([]);
    const account = accounts.find(({ role }) => role === 'trainer')!.email;
    expect(trainers.map(({ email }) => email)).toContain(account);
  });

  it('sign in as five people of theirs, the manager with more than five below her', () => {
    const emails = accounts.map(({ email }) => email);
    expect(people.filter(({ email }) => emails.includes(email))).toHaveLength(5);
    const manager = accounts.find(({ role }) => role === 'manager')?.email;
    const headed = units.find((unit) => unit.manager === manager)?.key;
    const below = units.filter(({ parent }) => parent === headed).map(({ key }) => key);
    expect(below.length).toBeGreaterThan(1);
    expect(people.filter(({ unit }) => below.includes(unit)).length).toBeGreaterThan(5);
    expect(units.filter(({ manager: head }) => head !== manager && emails.includes(head))).toEqual([]);
  });
});

describe('the tree of the demo company', () => {
  const parentOf = new Map(units.map(({ key, parent }) => [key, parent]));
  const depthOf = (key: string): number => {
    const parent = parentOf.get(key);
    return parent ? depthOf(parent) + 1 : 1;
  };

  it('has three levels and one root, each unit listed after the one above it', () => {
    expect(parentOf.size).toBe(units.length);
    expect(units.filter(({ parent }) => parent === null)).toHaveLength(1);
    expect(Math.max(...units.map(({ key }) => depthOf(key)))).toBe(3);
    expect(units.filter(({ key }) => depthOf(key) === 3)).toHaveLength(24);
    const listed = units.map(({ key }) => key);
    expect(units.filter(({ key, parent }) => parent && listed.indexOf(parent) >= listed.indexOf(key))).toEqual([]);
  });

  it.each(units)('$name is managed by one of its people', ({ key, manager }) =>
    expect(people.find(({ email }) => email === manager)?.unit).toBe(key),
  );
});

describe('the two languages of the Learnfluencer course', () => {
  const weeks = learnfluencerDe.modules.map(
    (module, index) => [index + 1, module, learnfluencerEn.modules[index]] as const,
  );

  it('have six weeks', () => {
    expect(learnfluencerDe.modules).toHaveLength(6);
    expect(learnfluencerEn.modules).toHaveLength(6);
  });

  it.each(weeks)('ask for the same in week %i', (_, german, english) => {
    const asked = (items: AuthoredItem[] = []) =>
      items.map(({ kind, minutes, required, ...item }) => ({
        kind,
        minutes,
        required,
        session: 'session' in item ? item.session : null,
        assignment: 'assignment' in item ? shapeOf(item.assignment!) : null,
      }));
    expect(asked(english?.items)).toEqual(asked(german.items));
  });

  it.each(weeks)('take 30 to 90 minutes besides the session in week %i, with at most one video', (_, { items }) => {
    const alone = items.filter(({ kind }) => kind !== 'session');
    expect(minutesOf(alone)).toBeGreaterThanOrEqual(30);
    expect(minutesOf(alone)).toBeLessThanOrEqual(90);
    expect(alone.length).toBeGreaterThanOrEqual(4);
    expect(alone.length).toBeLessThanOrEqual(6);
    expect(items.length - alone.length).toBeLessThanOrEqual(1);
    expect(items.filter(({ kind }) => kind === 'video').length).toBeLessThanOrEqual(1);
  });
});

describe.each(courses.map((course) => [course.slug, course] as const))('the course %s', (slug, course) => {
  const [fewest, most] = slug.startsWith('learnfluencer') ? [300, 600] : [120, 250];

  it.each(itemsOf(course).flatMap((item) => (item.kind === 'page' ? [[item.title, item.markdown] as const] : [])))(
    'has a page of reasonable length: %s',
    (_, markdown) => {
      expect(wordsIn(markdown)).toBeGreaterThanOrEqual(fewest);
      expect(wordsIn(markdown)).toBeLessThanOrEqual(most);
    },
  );

  it('says what a usual week takes', () => {
    const usual = minutesOf(itemsOf(course)) / course.modules.length;
    expect(Math.abs(usual - course.workloadMinutesPerWeek)).toBeLessThanOrEqual(5);
  });

  it('fits what the studio accepts', () => {
    for (const { title, summary, objectives, highlights, items } of course.modules) {
      expect([title, ...items.map((item) => item.title)].filter((text) => text.length > 300)).toEqual([]);
      expect(summary.length).toBeLessThanOrEqual(5_000);
      expect(objectives.filter((text) => text.length > 500)).toEqual([]);
      expect(highlights.length).toBeLessThanOrEqual(1_000);
    }
  });

  it('asks for sessions that do not contradict themselves', () => {
    const sessions = itemsOf(course).flatMap((item) => (item.kind === 'session' ? [item.session] : []));
    expect(sessions.flatMap(demandProblems)).toEqual([]);
  });

  it('asks for assignments that do not contradict themselves', () => {
    const designs = itemsOf(course).flatMap((item) =>
      item.kind === 'assignment' && item.assignment ? [item.assignment] : [],
    );
    expect(designs.flatMap(designProblems)).toEqual([]);
  });

  it('links by https only', () => {
    const addresses = textsIn(course).flatMap((text) => text.match(/\b\w+:\/\/\S+/g) ?? []);
    expect(addresses.filter((address) => !address.startsWith('https://'))).toEqual([]);
  });

  it('keeps the lines of a quoted conversation apart', () => {
    expect(textsIn(course).filter((text) => /^> .*\n> /m.test(text))).toEqual([]);
  });

  it('sets quotation marks and apostrophes as its language does', () => {
    const wrong = course.language === 'de' ? /["']|\p{L}’\p{L}|”/u : /["']|„/;
    expect(textsIn(course).filter((text) => wrong.test(text))).toEqual([]);
  });
});

describe.each([
  ['German', learnfluencerDe, werke],
  ['English', learnfluencerEn, works],
])('what is handed in and said in %s', (_, { language, modules }, { weeks, ...said }) => {
  const tasks = weeks.map((work, index) => {
    const task = modules[index]!.items.find(({ kind }) => kind === 'assignment');
    return { work, design: task && 'assignment' in task ? task.assignment! : null };
  });

  it('has as many words as are asked for, whatever is put together', () => {
    for (const { work, design } of tasks) {
      const shortest = work.parts.map(({ heading, variants }) =>
        Math.min(...variants.map(([, text]) => wordsIn(`${heading ?? ''} ${text}`))),
      );
      expect(shortest.reduce((sum, words) => sum + words, 0)).toBeGreaterThanOrEqual(design!.leastWords ?? 0);
    }
  });

  it('has a comment for every level of every criterion that is reviewed', () => {
    for (const { work, design } of tasks.filter(({ work: { comments } }) => Object.keys(comments).length > 0))
      expect(Object.entries(work.comments).map(([id, levels]) => [id, levels.length])).toEqual(
        design!.rubric.map(({ criterionId, levels }) => [criterionId, levels.length]),
      );
  });

  it('sets quotation marks and apostrophes as its language does', () => {
    const wrong = language === 'de' ? /["']|\p{L}’\p{L}|”/u : /["']|„/;
    expect(textsIn([weeks, said]).filter((text) => wrong.test(text))).toEqual([]);
  });
});

describe.each([
  ['German', learnfluencerDe, gespraech],
  ['English', learnfluencerEn, talk],
])('what is talked about in %s', (_, { language, modules }, { threads, ...said }) => {
  it('is about items that there are and open by then, and about seconds of videos', () => {
    for (const { item, atSecond, posts } of threads.filter(({ item: about }) => about)) {
      const [week, place] = item!;
      const about = modules[week - 1]?.items[place - 1];
      expect([about === undefined, posts[0]!.day >= (week - 1) * 7]).toEqual([false, true]);
      if (atSecond !== undefined) expect(about!.kind).toBe('video');
    }
  });

  it('goes from day to day, and replies to what is there', () => {
    for (const { posts } of threads) {
      expect(posts.map(({ day }) => day)).toEqual(posts.map(({ day }) => day).toSorted((a, b) => a - b));
      for (const [index, { to }] of posts.entries()) expect(to ?? 0).toBeLessThanOrEqual(index);
    }
  });

  it('sets quotation marks and apostrophes as its language does', () => {
    const wrong = language === 'de' ? /["']|\p{L}’\p{L}|”/u : /["']|„/;
    expect(textsIn([threads, said]).filter((text) => wrong.test(text))).toEqual([]);
  });
});

test('what is talked about goes the same way in both languages', () => {
  const shapeOfTalk = (said: AuthoredTalk): object => ({
    threads: said.threads.map((thread) => ({
      ...thread,
      title: '',
      posts: thread.posts.map((post) => ({ ...post, text: '', reported: post.reported?.by })),
    })),
    inGroup: said.inGroup.map((answer) => ({ ...answer, text: '' })),
    announcements: said.announcements.map(({ day }) => day),
    prompts: said.prompts.length,
  });
  expect(shapeOfTalk(talk)).toEqual(shapeOfTalk(gespraech));
});

describe.each(courses.filter(({ language }) => language === 'de').map((course) => [course.slug, course] as const))(
  'the German of %s',
  (_, course) => {
    it('says du', () => {
      const formal = /[\p{L},;–] (Sie|Ihnen|Ihr|Ihre[mnrs]?)\b/u;
      expect(textsIn(course).flatMap((text) => text.match(formal)?.[0] ?? [])).toEqual([]);
    });
  },
);
