import type { PersonView, QueueRow } from '@kohorte/contracts';
import { personView } from '@kohorte/people';
import type { Database } from '@kohorte/platform';
import { figures, figuresOf } from './round-figures.js';
import type { Round } from './round.js';

/** So many things at most are shown at once. */
const most = 200;

const day = 86_400_000;

/** What waits for a trainer in a round, oldest first; where it is too much at once, appeals and flags before the rest. */
export async function roundQueue(database: Database, round: Round): Promise<QueueRow[]> {
  const { reviewsFrom, reviewsUntil } = round.phases;
  const { days, need } = round.design.reviews;
  const lastQuarter = new Date(reviewsUntil.getTime() - (reviewsUntil.getTime() - reviewsFrom.getTime()) / 4);
  const rows = await database.query<WaitingRow>(queueStatement, [
    ...figuresOf(round),
    need,
    round.isOwnPace ? null : lastQuarter,
    (0.75 * days * day) / 1_000,
    most,
  ]);
  return rows.map((row) => ({
    kind: row.kind,
    submissionId: row.submission_id,
    authors: row.authors,
    since: row.since.toISOString(),
    flag: row.flag,
    appealId: row.appeal_id,
    text: row.text,
    grade: row.grade,
    // Where only trainers review, one review is what is needed.
    reviews: { done: row.received, need: Math.max(need, 1) },
  }));
}

/**
 * After `figures`, $4 reviews to get; $5 from when on a submission with too few reviews waits for a trainer, or `null` in cohorts where each
 * goes by their own start: then it does $6 seconds after it was handed in; $7 how many rows.
 */
const queueStatement = `
  with ${figures}, waiting as (
    (select 0 as rank, 'appeal' as kind, a.submission_id, a.made_at as since, a.id as appeal_id, null::uuid as flag_id,
      a.reason as text
    from appeal a join submission s on s.id = a.submission_id
    where s.round_id = $1 and a.decided_at is null order by a.made_at, a.id limit $7)
    union all
    (select 1, 'flag', f.submission_id, f.flagged_at, null, f.id, null
    from review_flag f join submission s on s.id = f.submission_id
    where s.round_id = $1 and f.decided_at is null order by f.flagged_at, f.id limit $7)
    union all
    (select 2, 'doubtful', g.submission_id, g.computed_at, null, null, null
    from grade g join submission s on s.id = g.submission_id
    where g.round_id = $1 and g.doubtful and s.excluded_at is null
      and not exists (select from grade_decision d where d.submission_id = g.submission_id and d.taken_back_at is null)
    order by g.computed_at, g.submission_id limit $7)
    union all
    (select 3, 'short', short.id, short.since, null, null, null
    from (
      select p.id, case when $5::timestamptz is null then p.handed_in_at + make_interval(secs => $6::float8)
        else greatest(p.handed_in_at, $5) end as since
      from pool p
      where p.received < greatest($4::int, 1) and p.is_somebodys and not p.by_trainer
        and not exists (select from grade_decision d where d.submission_id = p.id and d.taken_back_at is null)) short
    where short.since <= $2 order by short.since, short.id limit $7)
  ), chosen as (select * from waiting order by rank, since, submission_id limit $7)
  select c.kind, c.submission_id, c.since, c.appeal_id, c.text, coalesce(w.received, 0) as received,
    (select coalesce(json_agg(${personView('u')} order by u.family_name, u.given_name, u.id), '[]')
      from submission_author a join app_user u on u.id = a.user_id where a.submission_id = c.submission_id) as authors,
    (select json_build_object('points', g.points, 'low', g.low, 'high', g.high)
      from grade g where g.submission_id = c.submission_id) as grade,
    (select json_build_object('flagId', f.id, 'kind', f.kind, 'note', f.note, 'by',
        case when u.id is not null then ${personView('u')} end)
      from review_flag f left join app_user u on u.id = f.flagged_by where f.id = c.flag_id) as flag
  from chosen c left join per_work w on w.submission_id = c.submission_id
  order by c.since, c.rank, c.submission_id`;

interface WaitingRow {
  kind: QueueRow['kind'];
  submission_id: string;
  authors: PersonView[];
  since: Date;
  flag: QueueRow['flag'];
  appeal_id: string | null;
  text: string | null;
  grade: QueueRow['grade'];
  received: number;
}
