import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ProblemView, VersionView } from '@kohorte/contracts';
import type { AssignmentDesign } from '@kohorte/rules';
import { plan } from '../support/cohorts.js';
import { usualAssignment } from '../support/assignments.js';
import { type Somebody, World } from '../support/world.js';

describe('what a course asks for its assignments', () => {
  let world: World;
  let trainer: Somebody;
  let courseId: string;
  let moduleId: string;
  let itemId: string;

  const example = {
    exampleId: 'good',
    title: 'Ein guter Brief',
    text: 'Liebe Frau Kern, …',
    answers: [
      { criterionId: 'clear', level: 3, comment: 'Der Anlass steht gleich vorn.' },
      { criterionId: 'useful', level: 1, comment: null },
    ],
  };
  const design: AssignmentDesign = { ...usualAssignment, examples: [example] };
  const itemIn = ({ modules }: VersionView) => modules[0]!.items.find((item) => item.itemId === itemId)!;
  const change = (body: object) => trainer.does('PATCH /items/:itemId', { params: { itemId }, body });
  const problemsOf = ({ code, errors }: ProblemView): string[] => [
    code,
    ...(errors ?? []).map((error) => `${error.field} ${error.code}`),
  ];
  const refused = async (body: object): Promise<string[]> =>
    problemsOf(await trainer.fails('PATCH /items/:itemId', { params: { itemId }, body }));

  beforeAll(async () => {
    world = await World.begin();
    trainer = await world.person({ roles: ['trainer'] });
    const course = await trainer.does('POST /courses', { body: { title: 'Schwierige Briefe' } });
    courseId = course.courseId;
    const added = await trainer.does('POST /versions/:versionId/modules', {
      params: { versionId: course.version.versionId },
      body: { title: 'Woche 1' },
    });
    moduleId = added.modules[0]!.moduleId;
    const { modules } = await trainer.does('POST /modules/:moduleId/items', {
      params: { moduleId },
      body: { kind: 'assignment', title: 'Ein Brief' },
    });
    itemId = modules[0]!.items[0]!.itemId;
  });
  afterAll(() => world.end());

  test('nothing can be handed in until its author says what, and by when', async () => {
    expect(await refused({ assignment: design })).toEqual(['invalid-input', 'dueAfterDays needs-due']);
    const version = await change({ assignment: design, dueAfterDays: 4 });
    expect(itemIn(version)).toMatchObject({ dueAfterDays: 4, assignment: design });
    expect(await refused({ dueAfterDays: null })).toEqual(['invalid-input', 'dueAfterDays needs-due']);
    expect(itemIn(await change({ title: 'Ein schwieriger Brief' })).assignment).toEqual(design);
    expect(itemIn(await change({ assignment: null, dueAfterDays: null })).assignment).toBeNull();
    expect(itemIn(await change({ assignment: design, dueAfterDays: 4 })).assignment).toEqual(design);
  });

  const [clear, useful] = usualAssignment.rubric as [(typeof usualAssignment.rubric)[0], (typeof usualAssignment.rubric)[0]]; // prettier-ignore
  test.each<[object, string[]]>([
    [{ handIn: { text: false, link: false, video: false, files: 0, fileMegabytes: 20 } }, ['handIn nothing-to-hand-in']], // prettier-ignore
    [{ handIn: { ...design.handIn, files: 11 } }, ['handIn.files max']],
    [{ handIn: { ...design.handIn, fileMegabytes: 501 } }, ['handIn.fileMegabytes max']],
    [{ leastWords: 200, mostWords: 100 }, ['mostWords min']],
    [{ graceHours: -1 }, ['graceHours min']],
    [{ anonymity: 'masked' }, ['anonymity isIn']],
    [{ reviews: { ...design.reviews, give: 2 } }, ['reviews.give min']],
    [{ reviews: { ...design.reviews, days: 0 } }, ['reviews.days min']],
    [{ reviews: { ...design.reviews, way: 'by-lot' } }, ['reviews.way isIn']],
    [{ rubric: [] }, ['rubric arrayMinSize']],
    [{ rubric: [clear, clear], examples: [] }, ['rubric.1.criterionId same-id']],
    [{ rubric: [{ ...clear, title: '' }, useful] }, ['rubric.0.title isNotEmpty']],
    [{ rubric: [{ ...clear, criterionId: 'ä' }, useful] }, ['rubric.0.criterionId isUuid']],
    [{ rubric: [clear, { ...useful, levels: [useful.levels[0], useful.levels[0]] }] }, ['rubric.1.levels levels-alike']], // prettier-ignore
    [{ rubric: [clear, { ...useful, levels: [useful.levels[0]] }] }, ['rubric.1.levels arrayMinSize']],
    [{ rubric: [clear] }, ['examples.0.answers.1 criterion-unknown']],
    [{ examples: [{ ...example, answers: [] }] }, ['examples.0.answers not-answered']],
    [{ examples: [{ ...example, answers: [{ criterionId: 'clear', level: 4 }, example.answers[1]] }] }, ['examples.0.answers.0 level-unknown']], // prettier-ignore
    [{ examples: Array.from({ length: 6 }, () => example) }, ['examples arrayMaxSize']],
    [{ grading: { ...design.grading, reviewingShare: 51 } }, ['grading.reviewingShare max']],
    [{ price: 3 }, ['price whitelistValidation']],
  ])('%j is refused, naming the field: %j', async (said, problem) => {
    const named = problem.map((one) => `assignment.${one}`);
    expect(await refused({ assignment: { ...design, ...said } })).toEqual(['invalid-input', ...named]);
    const { version } = await trainer.does('GET /courses/:courseId', { params: { courseId } });
    expect(itemIn(version).assignment).toEqual(design);
  });

  test('the figure that is missed is named in the reader’s language', async () => {
    const { errors } = await trainer.fails('PATCH /items/:itemId', {
      params: { itemId },
      body: { assignment: { ...design, reviews: { ...design.reviews, give: 1 } } },
    });
    expect(errors).toEqual([{ field: 'assignment.reviews.give', code: 'min', detail: 'Mindestens 3.' }]);
  });

  test('a page asks for nothing of that', async () => {
    const problem = await trainer.fails('POST /modules/:moduleId/items', {
      params: { moduleId },
      body: { kind: 'page', title: 'Text', dueAfterDays: 4, assignment: usualAssignment },
    });
    expect(problemsOf(problem)).toEqual(['invalid-input', 'assignment only-for-assignments']);
  });

  test('an assignment can be added with all of it at once, as one that was removed by mistake is', async () => {
    const add = (body: object) =>
      ({ params: { moduleId }, body: { kind: 'assignment' as const, title: 'Noch einer', ...body } }) as const;
    const problem = await trainer.fails('POST /modules/:moduleId/items', add({ assignment: design }));
    expect(problemsOf(problem)).toEqual(['invalid-input', 'dueAfterDays needs-due']);
    const version = await trainer.does('POST /modules/:moduleId/items', add({ assignment: design, dueAfterDays: 3 }));
    const added = version.modules[0]!.items.at(-1)!;
    expect(added).toMatchObject({ title: 'Noch einer', dueAfterDays: 3, assignment: design });
    await trainer.does('DELETE /items/:itemId', { params: { itemId: added.itemId } });
  });

  test('it stands in the published version, and the next draft begins with it', async () => {
    const { version } = await trainer.does('GET /courses/:courseId', { params: { courseId } });
    const params = { versionId: version.versionId };
    const published = await trainer.does('POST /versions/:versionId/publication', { params });
    expect(itemIn(published.version).assignment).toEqual(design);
    const draft = await trainer.does('POST /courses/:courseId/draft', { params: { courseId } });
    expect(draft.version.modules[0]!.items[0]!.assignment).toEqual(design);
    await expect(world.sql(`update item set assignment = null where id = $1`, [itemId])).rejects.toThrow('published');
  });

  test('learners get its text, and nothing of how the trainer sees the examples', async () => {
    const learner = await world.person();
    const { cohortId } = await plan(trainer, courseId, { name: 'Frühjahr', plan: { startOn: '2026-03-02' } });
    await learner.does('POST /cohorts/:cohortId/enrolment', { params: { cohortId } });
    await world.work();
    const answers = await Promise.all([
      learner.does('GET /cohorts/:cohortId/outline', { params: { cohortId } }),
      learner.does('GET /cohorts/:cohortId/items/:itemId', { params: { cohortId, itemId } }),
      learner.does('GET /catalogue/:courseId', { params: { courseId } }),
    ]);
    expect(JSON.stringify(answers)).toContain('Ein schwieriger Brief');
    expect(JSON.stringify(answers)).not.toContain('Der Anlass steht gleich vorn');
    await learner.fails('GET /items/:itemId/preview', { params: { itemId } });
  });
});
