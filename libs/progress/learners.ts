import { countableKinds, type LearnerProgressRow, type PersonView, type ReplyOf } from '@kohorte/contracts';
import { personView } from '@kohorte/people';
import { Database, type SignedIn } from '@kohorte/platform';
import { percentDone } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import type { Walk, WalkModule } from './walk.js';
import { Walks } from './walks.js';

/** The most learners shown at once. */
const most = 1_000;

/** All learners of a cohort, week by week, for those who run it. */
@Injectable()
export class Learners {
  constructor(
    private readonly walks: Walks,
    private readonly database: Database,
  ) {}

  /** Two statements, however many learners and weeks. */
  async view(actor: SignedIn, cohortId: string): Promise<ReplyOf<'GET /cohorts/:cohortId/progress'>> {
    const walk = await this.walks.through(cohortId, actor, 'runs-cohort');
    const rows = await this.database.query<LearnerRow>(
      `with learner as (
         select e.id, e.completed_at, u.family_name, u.given_name, ${personView('u')} as person
         from enrolment e join app_user u on u.id = e.user_id
         where e.cohort_id = $1 and e.status in ('active', 'completed')
         order by lower(u.family_name), lower(u.given_name), e.id limit $2
       ), mark as (
         select d.enrolment_id, i.module_id, count(*)::int as done, sum(i.minutes) as minutes, max(d.done_at) as last_at
         from learner l join done_mark d on d.enrolment_id = l.id join item i on i.id = d.item_id
         where i.kind = any ($3)
         group by d.enrolment_id, i.module_id
       ), marks as (
         select enrolment_id, json_object_agg(module_id, done) as done, sum(minutes)::int as minutes,
           max(last_at) as last_done_at
         from mark group by enrolment_id
       )
       select l.id, l.person, l.completed_at, m.done, coalesce(m.minutes, 0) as minutes, m.last_done_at
       from learner l left join marks m on m.enrolment_id = l.id
       order by lower(l.family_name), lower(l.given_name), l.id`,
      [cohortId, most, countableKinds],
    );
    return {
      modules: walk.modules.map(({ title, step, opensAt }) => ({ title, step, isOpen: opensAt <= walk.now })),
      learners: rows.map((row) => learnerRow(row, walk)),
    };
  }
}

interface LearnerRow {
  id: string;
  person: PersonView;
  completed_at: Date | null;
  last_done_at: Date | null;
  minutes: number;
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
    modules,
    lastDoneAt: row.last_done_at?.toISOString() ?? null,
    completedAt: row.completed_at?.toISOString() ?? null,
  };
}

function countable({ items }: WalkModule) {
  return items.filter((item) => item.countable);
}
