import type { PersonView, QueueRow, ReplyOf, RoundView } from '@kohorte/contracts';
import { personView } from '@kohorte/people';
import { Database, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { isSomebodys } from './pools.js';
import { everybody, everybodyOf, figures, lacks } from './round-figures.js';
import { roundQueue } from './round-queue.js';
import type { Round } from './round.js';
import { Rounds } from './rounds.js';

/** The cockpit of a round. */
@Injectable()
export class RoundViews {
  constructor(
    private readonly rounds: Rounds,
    private readonly database: Database,
  ) {}

  /** Three statements, however big the cohort. */
  async view(
    actor: SignedIn,
    cohortId: string,
    itemId: string,
  ): Promise<ReplyOf<'GET /cohorts/:cohortId/assignments/:itemId/round'>> {
    const round = await this.rounds.of(actor, cohortId, itemId, 'runs-cohort');
    const [counted, queue] = await Promise.all([
      this.database.one<CountedRow>(cockpitStatement, [...everybodyOf(round), round.design.reviews.need]),
      roundQueue(this.database, round),
    ]);
    return roundView(round, counted!, queue);
  }
}

/** $7 reviews to get. Who left the cohort is counted nowhere, work that only they have done neither. */
const cockpitStatement = `
  with ${figures}, ${everybody}, work as (
    select s.*, p.id is not null as is_in_pool, coalesce(p.received, 0) as received, coalesce(p.held, 0) as held,
      (g.submission_id is not null or d.id is not null) as is_graded
    from submission s left join pool p on p.id = s.id left join grade g on g.submission_id = s.id
      left join grade_decision d on d.submission_id = s.id and d.taken_back_at is null
    where s.round_id = $1 and ${isSomebodys}
  ), works as (
    select
      count(*) filter (where handed_in_at is null) as drafts,
      count(*) filter (where handed_in_at is not null and excluded_at is null) as handed_in,
      count(*) filter (where late and excluded_at is null) as late,
      count(*) filter (where excluded_at is not null) as excluded,
      count(*) filter (where is_in_pool) * $7::int as reviews_needed,
      coalesce(sum(received), 0) as reviews_done,
      coalesce(sum(held), 0) as reviews_held,
      count(*) filter (where is_in_pool and received < $7) as short,
      count(*) filter (where is_graded and excluded_at is null) as graded
    from work
  ), people as (
    select count(*) as learners, count(*) filter (where ${lacks.owe}) as owe from everybody where state <> 'left'
  )
  select row_to_json(works)::jsonb || row_to_json(people)::jsonb as counts, rr.graded_at, rr.published_at,
    (select b.created_at from rubric b where b.round_id = $1 and b.number > 1 order by b.number desc limit 1) as rubric_changed_at,
    coalesce((
      select json_agg(json_build_object('enrolmentId', x.enrolment_id, 'person', ${personView('u')}, 'dueAt', x.due_at,
        'reason', x.reason) order by x.due_at, x.enrolment_id)
      from extension x join enrolment e on e.id = x.enrolment_id join app_user u on u.id = e.user_id
      where x.round_id = $1), '[]') as extensions,
    coalesce((
      select json_agg(json_build_object('teamId', t.id, 'name', t.name, 'members', (
        select coalesce(json_agg(${personView('u')}::jsonb || jsonb_build_object('enrolmentId', m.enrolment_id)
          order by u.family_name, u.given_name, u.id), '[]')
        from team_member m join enrolment e on e.id = m.enrolment_id join app_user u on u.id = e.user_id
        where m.team_id = t.id)) order by t.name, t.id)
      from team t where t.round_id = $1), '[]') as teams
  from works cross join people left join review_round rr on rr.id = $1`;

interface CountedRow {
  counts: {
    learners: number;
    drafts: number;
    handed_in: number;
    late: number;
    excluded: number;
    reviews_needed: number;
    reviews_done: number;
    reviews_held: number;
    short: number;
    owe: number;
    graded: number;
  };
  graded_at: Date | null;
  published_at: Date | null;
  rubric_changed_at: Date | null;
  extensions: { enrolmentId: string; person: PersonView; dueAt: string; reason: string | null }[];
  teams: RoundView['teams'];
}

function roundView(round: Round, row: CountedRow, queue: QueueRow[]): RoundView {
  const { anonymity, reviews, grading, teams } = round.design;
  const { counts } = row;
  return {
    cohortId: round.cohortId,
    itemId: round.itemId,
    title: round.row.title,
    phases: round.phasesView,
    moved: { due: round.row.due_moved_to !== null, reviews: round.row.reviews_moved_to !== null },
    design: { anonymity, reviews, grading, teams },
    rubric: {
      number: round.row.rubric_number ?? 1,
      criteria: round.rubric,
      changedAt: row.rubric_changed_at?.toISOString() ?? null,
    },
    counts: {
      learners: counts.learners,
      drafts: counts.drafts,
      handedIn: counts.handed_in,
      late: counts.late,
      excluded: counts.excluded,
      reviewsNeeded: counts.reviews_needed,
      reviewsDone: counts.reviews_done,
      reviewsHeld: counts.reviews_held,
      short: counts.short,
      owe: counts.owe,
      graded: counts.graded,
    },
    queue,
    extensions: row.extensions.map((one) => ({ ...one, dueAt: new Date(one.dueAt).toISOString() })),
    teams: row.teams,
    gradedAt: row.graded_at?.toISOString() ?? null,
    publishedAt: row.published_at?.toISOString() ?? null,
  };
}
