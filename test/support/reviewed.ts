import { type AssignmentCohort, answer, assignmentCohort, handIn, reviewNext, usualAssignment } from './assignments.js';
import type { Somebody, World } from './world.js';

/** A round in its reviewing phase with something in it for every part of a trainer's screens. */
export interface ReviewedRound extends AssignmentCohort {
  /** Who wrote the work that is reported, and who reported it. */
  reported: Somebody;
  reporter: Somebody;
  /** Has handed in nothing. */
  missing: Somebody;
}

const texts = [
  'Liebe Frau Kern,\n\nvor zwei Wochen haben wir vereinbart, dass die Zahlen **bis Freitag** bei uns sind. Das ist nun dreimal nicht geschehen. Ich möchte verstehen, woran es liegt, und mit Ihnen eine Lösung finden, die für beide Seiten trägt.\n\n- Was brauchen Sie von uns?\n- Bis wann geht es?\n\nMit freundlichen Grüßen',
  'Hallo Jonas, so geht es nicht weiter. Du hast mich gestern vor dem ganzen Team unterbrochen. Ich wünsche mir, dass wir das unter vier Augen klären.',
];

/**
 * Seven have handed in, one of them late; reviews are under way, two of them at odds; one work is reported. The clock
 * stands at 10 March, 09:00 in Berlin.
 */
export async function reviewedRound(world: World): Promise<ReviewedRound> {
  const there = await assignmentCohort(world, {
    learners: 8,
    design: { reviews: { ...usualAssignment.reviews, give: 2, need: 2 } },
  });
  const { learners, where } = there;
  const [one, two, three, four, five, six, seven, missing] = learners as [Somebody, Somebody, Somebody, Somebody, Somebody, Somebody, Somebody, Somebody]; // prettier-ignore
  world.clock.to('2026-03-05T09:00:00Z');
  const inTime = [one, two, three, four, five, six];
  for (const [index, learner] of inTime.entries()) await handIn(learner, where, texts[index % texts.length]);
  world.clock.to('2026-03-07T09:00:00Z');
  await handIn(seven, where, texts[0]);
  await world.work();
  world.clock.to('2026-03-09T09:00:00Z');
  // Mild and severe ones, so that there is something to correct and to disagree about.
  for (const [index, learner] of [one, two, three, four].entries())
    for (const level of [index % 2 === 0 ? 3 : 0, 2])
      await reviewNext(learner, where, level, level === 0 ? 'Ich weiß nach dem Lesen nicht, was du willst.' : 'Der Wunsch am Ende ist klar und freundlich.'); // prettier-ignore
  const held = await five.does('POST /cohorts/:cohortId/assignments/:itemId/reviews', { params: where });
  await answer(five, held, 1);
  const [flagged] = await world.sql<{ user_id: string }>(
    `select a.user_id from review r join submission_author a on a.submission_id = r.submission_id where r.id = $1`,
    [held.reviewId],
  );
  await five.does('POST /reviews/:reviewId/flags', {
    params: { reviewId: held.reviewId },
    body: { kind: 'identity', note: 'In der Unterschrift steht der Name.' },
  });
  await world.work();
  world.clock.to('2026-03-10T08:00:00Z');
  const reported = learners.find(({ userId }) => userId === flagged!.user_id)!;
  return { ...there, reported, reporter: five, missing };
}
