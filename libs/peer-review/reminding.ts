import type { Unit } from '@kohorte/platform';
import { usualHours } from '@kohorte/rules';
import { isInPool, mayBeTakenUp } from './pools.js';
import type { Round } from './round.js';
import type { Query } from './round-row.js';

/** Somebody in a round who may be reminded at this moment: not yet told today, by the date where they are. */
export interface Reachable {
  userId: string;
  /** Today, where they are. */
  today: string;
  given: number;
  /** Has a review that they hold, or may still finish. */
  hasOpen: boolean;
  handedInAt: Date;
  /** When the module opened for them, where learners go by their own start. */
  opensAt: Date | null;
}

/**
 * SQL: the person `u` works at the instant $2, on their own clocks: by their own hours, or else the usual ones ($3), and is
 * not away.
 */
const isAtWork = `(
  exists (
    select from jsonb_array_elements(coalesce((select w.hours from work_pattern w where w.user_id = u.id), $3::jsonb)) h
    where (h ->> 'weekday')::int = extract(isodow from $2::timestamptz at time zone u.time_zone)
      and to_char($2::timestamptz at time zone u.time_zone, 'HH24:MI') >= h ->> 'from'
      and to_char($2::timestamptz at time zone u.time_zone, 'HH24:MI') < h ->> 'to')
  and not exists (
    select from busy_time b where b.user_id = u.id and b.source = 'absence' and b.starts_at <= $2 and b.ends_at > $2))`;

/**
 * Authors of a round who have handed in and were not reminded today, whatever the round: one statement.
 * @param anytime also those who do not work at this moment
 */
export async function reachable(query: Query, round: Round, anytime: boolean): Promise<Reachable[]> {
  return query<Reachable>(
    `select u.id as "userId", ($2::timestamptz at time zone u.time_zone)::date::text as today,
       s.handed_in_at as "handedInAt", own.opens_at as "opensAt",
       (select count(*)::int from review v where v.reviewer_id = u.id and v.round_id = $1 and v.kind = 'peer'
         and v.done_at is not null) as given,
       exists (select from review v join submission w on w.id = v.submission_id and w.excluded_at is null
         where v.reviewer_id = u.id and v.round_id = $1 and ${mayBeTakenUp}) as "hasOpen"
     from submission_author a
     join submission s on s.id = a.submission_id and ${isInPool}
     join enrolment e on e.id = a.enrolment_id and e.status in ('active', 'completed')
     join app_user u on u.id = a.user_id and u.deactivated_at is null
     join item i on i.id = $5
     left join release own on $6 and own.cohort_id = e.cohort_id and own.module_id = i.module_id
       and own.enrolment_id = e.id
     where a.round_id = $1 and ($4 or ${isAtWork})
       and not exists (select from review_reminder m
         where m.user_id = u.id and m.reminded_on = ($2::timestamptz at time zone u.time_zone)::date)
     order by u.id`,
    [round.roundId, round.now, JSON.stringify(usualHours), anytime, round.itemId, round.isOwnPace],
  );
}

/**
 * Notes who is reminded, and tells it: who has been reminded today meanwhile, of another round, is left out. Both happen
 * in one transaction, so that whoever is cut off in between has told nobody.
 */
export async function remind(
  unit: Unit,
  round: Round,
  kind: 'owed' | 'more',
  people: readonly Reachable[],
): Promise<void> {
  if (people.length === 0) return;
  const batchId = unit.ids.next();
  const reminded = await unit.query(
    `insert into review_reminder (user_id, reminded_on, round_id, batch_id, kind, reminded_at)
     select user_id, today, $1, $2, $3, $4 from unnest($5::uuid[], $6::date[]) as p (user_id, today)
     on conflict do nothing returning user_id`,
    [round.roundId, batchId, kind, unit.now, people.map(({ userId }) => userId), people.map(({ today }) => today)],
  );
  if (reminded.length === 0) return;
  const told = { roundId: round.roundId!, batchId };
  if (kind === 'owed') unit.record('peer-review.reminded', told);
  else unit.record('peer-review.more-asked', told);
}
