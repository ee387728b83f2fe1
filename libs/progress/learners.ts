import {
  type CohortProgress,
  countableKinds,
  type LearnerOrder,
  type LearnerProgressRow,
  type PersonView,
  type ProgressQuery,
} from '@kohorte/contracts';
import { personView } from '@kohorte/people';
import { Database, days, later, pageOf, readCursor, type SignedIn } from '@kohorte/platform';
import { percentDone } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import type { Walk, WalkModule } from './walk.js';
import { Walks } from './walks.js';

/** Who is behind and has done nothing for so long may need help. */
const quietAfter = days(7);

/** What the list is ordered by before the name; the lowest comes first. */
const rank: Record<LearnerOrder, string> = {
  behind: '-behind',
  name: '0',
  last: `coalesce(floor(extract(epoch from last_done_at) * 1000), 0)`,
};

/** All learners of a cohort, week by week, for those who run it. */
@Injectable()
export class Learners {
  constructor(
    private readonly walks: Walks,
    private readonly database: Database,
  ) {}

  /** Two statements, however many learners and weeks. */
  async view(
    actor: SignedIn,
    cohortId: string,
    { order = 'behind', cursor, limit = 100 }: ProgressQuery,
  ): Promise<CohortProgress> {
    const walk = await this.walks.through(cohortId, actor, 'runs-cohort');
    const open = walk.modules.filter(({ opensAt }) => opensAt <= walk.now);
    const rows = await this.database.query<LearnerRow>(learnersStatement(order), [
      cohortId,
      countableKinds,
      open.map(({ moduleId }) => moduleId),
      open.flatMap(countable).length,
      later(walk.now, -quietAfter),
      open.length > 0 ? new Date(Math.min(...open.map(({ opensAt }) => opensAt.getTime()))) : walk.now,
      limit,
      ...(readCursor(cursor, 4) ?? beginning),
    ]);
    return {
      modules: walk.modules.map(({ title, step, opensAt }) => ({ title, step, isOpen: opensAt <= walk.now })),
      quiet: rows[0]?.quiet ?? 0,
      ...pageOf(
        rows,
        limit,
        (row) => [row.rank, row.family, row.given, row.id],
        (row) => learnerRow(row, walk),
      ),
    };
  }
}

/** Where the list begins: before everybody. */
const beginning = [-1_000_000_000, '', '', '00000000-0000-0000-0000-000000000000'];

/**
 * $1 the cohort, $2 the kinds that count beside assignments that can be handed in, $3 its open modules and $4 how much counts in them, $5 since when who did
 * nothing is quiet, $6 when the first module opened, $7 how many, and from $8 on where the page begins.
 */
const learnersStatement = (order: LearnerOrder): string => `
  with mark as (
    select d.enrolment_id, i.module_id, count(*)::int as done, sum(i.minutes) as minutes, max(d.done_at) as last_at
    from enrolment e join done_mark d on d.enrolment_id = e.id join item i on i.id = d.item_id
    where e.cohort_id = $1 and (i.kind = any ($2) or i.assignment is not null)
    group by d.enrolment_id, i.module_id
  ), marks as (
    select enrolment_id, json_object_agg(module_id, done) as done, sum(minutes)::int as minutes,
      coalesce(sum(done) filter (where module_id = any ($3::uuid[])), 0)::int as done_of_open,
      max(last_at) as last_done_at
    from mark group by enrolment_id
  ), learner as (
    select e.id, e.user_id, e.completed_at, e.active_at, lower(u.family_name) as family, lower(u.given_name) as given,
      m.done, coalesce(m.minutes, 0) as minutes, m.last_done_at,
      case when e.completed_at is null then $4::int - coalesce(m.done_of_open, 0) else 0 end as behind
    from enrolment e join app_user u on u.id = e.user_id left join marks m on m.enrolment_id = e.id
    where e.cohort_id = $1 and e.status in ('active', 'completed')
  ), ranked as (
    select l.*, (${rank[order]})::float8 as rank,
      (count(*) filter (where behind > 0 and greatest(coalesce(last_done_at, active_at), $6) < $5) over ())::int as quiet
    from learner l
  )
  select r.*, ${personView('u')} as person
  from (
    select * from ranked where (rank, family, given, id) > ($8::float8, $9, $10, $11::uuid)
    order by rank, family, given, id limit $7 + 1) r
  join app_user u on u.id = r.user_id
  order by r.rank, r.family, r.given, r.id`;

interface LearnerRow {
  id: string;
  person: PersonView;
  rank: number;
  family: string;
  given: string;
  completed_at: Date | null;
  last_done_at: Date | null;
  minutes: number;
  behind: number;
  quiet: number;
  done: Record<string, number> | null;
}

function learnerRow(row: LearnerRow, walk: Walk): LearnerProgressRow {
  const modules = walk.modules.map((module) => ({
    done: row.done?.[module.moduleId] ?? 0,
    total: countable(module).length,
  }));
  const done = modules.reduce((sum, module) => sum + module.done, 0);
  const total = modules.reduce((sum, module) => sum + module.total, 0);
  const minutes = walk.modules.flatMap(countable).reduce((sum, item) => sum + item.minutes, 0);
  return {
    enrolmentId: row.id,
    person: row.person,
    progress: { done, total, percent: percentDone(done, total), minutesLeft: minutes - row.minutes },
    behind: row.behind,
    modules,
    lastDoneAt: row.last_done_at?.toISOString() ?? null,
    completedAt: row.completed_at?.toISOString() ?? null,
  };
}

function countable({ items }: WalkModule) {
  return items.filter((item) => item.countable);
}
