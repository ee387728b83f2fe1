import type { AssignmentCohort } from './assignments.js';
import type { Somebody, World } from './world.js';

/**
 * Work of many people in a round, handed in as if each had done so by themselves just now; much faster than the way
 * through the front door, for stories that begin after it. Gives the id of each one's submission.
 */
export async function submitted(
  world: World,
  { where: { cohortId, itemId } }: Pick<AssignmentCohort, 'where'>,
  people: readonly Somebody[],
): Promise<Map<string, string>> {
  const now = world.clock.now();
  await world.sql(
    `insert into review_round (id, cohort_id, item_id, seed, created_at) values (uuidv7(), $1, $2, 4711, $3)
     on conflict do nothing`,
    [cohortId, itemId, now],
  );
  await world.sql(
    `insert into rubric (id, round_id, number, criteria, created_at)
     select uuidv7(), r.id, 1, i.assignment -> 'rubric', $3 from review_round r join item i on i.id = r.item_id
     where r.cohort_id = $1 and r.item_id = $2 on conflict do nothing`,
    [cohortId, itemId, now],
  );
  const rows = await world.sql<{ user_id: string; submission_id: string }>(
    `with author as (
       select uuidv7() as id, r.id as round_id, e.id as enrolment_id, e.user_id,
         (select b.id from rubric b where b.round_id = r.id order by b.number desc limit 1) as rubric_id
       from review_round r join enrolment e on e.cohort_id = r.cohort_id and e.user_id = any ($4::uuid[])
       where r.cohort_id = $1 and r.item_id = $2),
     work as (
       insert into submission (id, round_id, rubric_id, text, changed_at, handed_in_at, handed_in_by)
       select id, round_id, rubric_id, 'Sehr geehrte Frau Kern, so geht es nicht weiter.', $3, $3, user_id from author)
     insert into submission_author (round_id, enrolment_id, submission_id, user_id)
     select round_id, enrolment_id, id, user_id from author returning user_id, submission_id`,
    [cohortId, itemId, now, people.map(({ userId }) => userId)],
  );
  return new Map(rows.map(({ user_id, submission_id }) => [user_id, submission_id]));
}
