import type { AssignmentCohort } from './assignments.js';
import type { Somebody, World } from './world.js';

/** Begins the round of an assignment, with its first rubric, for stories that are not about how it comes about. */
export async function aRound(world: World, { cohortId, itemId }: AssignmentCohort['where']): Promise<string> {
  const [row] = await world.sql<{ id: string }>(
    `with r as (
       insert into review_round (id, cohort_id, item_id, seed, created_at) values (uuidv7(), $1, $2, 7, $3) returning id
     ), b as (
       insert into rubric (id, round_id, number, criteria, created_at)
       select uuidv7(), r.id, 1, (select assignment -> 'rubric' from item where id = $2), $3 from r)
     select id from r`,
    [cohortId, itemId, world.clock.now()],
  );
  return row!.id;
}

/** Lays down that these people have handed in, each a work of their own or, as a team, one together. */
export async function handedIn(
  world: World,
  { roundId, who, together = false }: { roundId: string; who: readonly Somebody[]; together?: boolean },
): Promise<string[]> {
  const teams = together ? [who] : who.map((person) => [person]);
  const ids: string[] = [];
  for (const team of teams) {
    const [row] = await world.sql<{ id: string }>(
      `with s as (
         insert into submission (id, round_id, rubric_id, text, changed_at, handed_in_at)
         select uuidv7(), $1, b.id, 'Ein Brief.', $3, $3 from rubric b where b.round_id = $1 returning id
       ), a as (
         insert into submission_author (round_id, enrolment_id, submission_id, user_id)
         select $1, e.id, s.id, e.user_id from s, review_round r
         join enrolment e on e.cohort_id = r.cohort_id and e.user_id = any ($2) where r.id = $1)
       select id from s`,
      [roundId, team.map(({ userId }) => userId), world.clock.now()],
    );
    ids.push(row!.id);
  }
  return ids;
}

/** Lays down that somebody has given a review of somebody's work. */
export async function reviewed(
  world: World,
  { roundId, by, of }: { roundId: string; by: Somebody; of: Somebody },
): Promise<void> {
  await world.sql(
    `insert into review (id, round_id, submission_id, rubric_id, reviewer_id, enrolment_id, kind, number, way,
       allocated_at, changed_at, done_at, points)
     select uuidv7(), $1, s.id, s.rubric_id, $2, e.id, 'peer',
       1 + (select count(*) from review where reviewer_id = $2 and round_id = $1), 'next', $4, $4, $4, 70
     from submission_author a join submission s on s.id = a.submission_id
     join review_round r on r.id = $1 join enrolment e on e.cohort_id = r.cohort_id and e.user_id = $2
     where a.round_id = $1 and a.user_id = $3`,
    [roundId, by.userId, of.userId, world.clock.now()],
  );
}
