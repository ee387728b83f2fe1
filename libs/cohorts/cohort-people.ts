import type { EnrolmentQuery, EnrolmentRow, EnrolmentStatus, Page, PersonView, SearchQuery } from '@kohorte/contracts';
import { Clock, Database, found, pageOf, readCursor } from '@kohorte/platform';
import type { Actor } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { nameHolds, sortedName } from './person-json.js';
import { Standings } from './standing.js';

interface PersonRow {
  user_id: string;
  name: string;
  job_title: string | null;
  unit: string | null;
  sort_name: string;
}

interface MemberRow extends PersonRow {
  rank: number;
}

interface ListRow extends PersonRow {
  id: string;
  status: EnrolmentStatus;
  since: Date;
  place: number | null;
  offer_ends_at: Date | null;
  rank: number;
  sort_key: string;
}

/** SQL for what is shown of the person `u` in the org unit `o`. */
const personColumns = `
  u.id as user_id, u.given_name || ' ' || u.family_name as name, u.job_title, o.name as unit, ${sortedName} as sort_name`;

/**
 * The enrolments of a cohort (`$1`) or a single one (`$2`) as of `$3`: requests first, then the waitlist in its order,
 * then who is in, who is through and who left, by name. An offer that is over has put its holder at the end of the
 * queue, whether or not a sweep has been by.
 */
const enrolmentRows = `
  with queue as (
    select id, row_number() over (order by offer_ends_at nulls first, queue_number)::int as place
    from enrolment
    where cohort_id = coalesce($1, (select cohort_id from enrolment where id = $2)) and status = 'waitlisted'
      and (offer_ends_at is null or offer_ends_at <= $3)),
  listed as (
    select e.id, e.status, q.place, ${personColumns},
      case when e.offer_ends_at > $3 then e.offer_ends_at end as offer_ends_at,
      case e.status when 'requested' then e.requested_at when 'waitlisted' then e.queued_at when 'active' then e.active_at
        when 'completed' then e.completed_at else e.withdrawn_at end as since,
      array_position(array['requested', 'waitlisted', 'active', 'completed', 'withdrawn'], e.status) as rank,
      case e.status
        when 'requested' then to_char(e.requested_at at time zone 'UTC', 'YYYYMMDDHH24MISSMS')
        when 'waitlisted' then lpad(coalesce(q.place, 0)::text, 10, '0')
        else ${sortedName} end collate "C" as sort_key
    from enrolment e join app_user u on u.id = e.user_id left join org_unit o on o.id = u.org_unit_id
      left join queue q on q.id = e.id
    where ($1::uuid is null or e.cohort_id = $1) and ($2::uuid is null or e.id = $2))`;

/** Who is in a cohort. */
@Injectable()
export class CohortPeople {
  constructor(
    private readonly database: Database,
    private readonly standings: Standings,
    private readonly clock: Clock,
  ) {}

  /** Trainers and learners by name, for those who are among them. */
  async members(
    actor: Actor,
    cohortId: string,
    { search, cursor, limit = 50 }: SearchQuery,
  ): Promise<Page<PersonView & { role: 'trainer' | 'learner' }>> {
    await this.standings.permit('reads-cohort', actor, cohortId);
    const after = readCursor(cursor, 3);
    const rows = await this.database.query<MemberRow>(
      `with member as (
         select user_id, min(rank) as rank from (
           select user_id, 0 as rank from cohort_trainer where cohort_id = $1
           union all
           select user_id, 1 from enrolment where cohort_id = $1 and status in ('active', 'completed')) every
         group by user_id)
       select * from (
         select m.rank, ${personColumns}
         from member m join app_user u on u.id = m.user_id left join org_unit o on o.id = u.org_unit_id
         where u.deactivated_at is null and ($2::text is null or ${nameHolds('$2')})) listed
       where $3::int is null or (rank, sort_name collate "C", user_id) > ($3, $4, $5::uuid)
       order by rank, sort_name collate "C", user_id limit $6`,
      [cohortId, search || null, after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.rank, row.sort_name, row.user_id],
      (row) => ({ ...personView(row), role: row.rank === 0 ? 'trainer' : 'learner' }),
    );
  }

  /** Enrolments, requests and the waitlist in order, for those who run the cohort. */
  async enrolments(
    actor: Actor,
    cohortId: string,
    { search, status, cursor, limit = 50 }: EnrolmentQuery,
  ): Promise<Page<EnrolmentRow>> {
    await this.standings.permit('runs-cohort', actor, cohortId);
    const after = readCursor(cursor, 3);
    const rows = await this.database.query<ListRow>(
      `${enrolmentRows}
       select * from listed
       where ($4::text is null or status = $4)
         and ($5::text is null or strpos(lower(unaccent(name)), lower(unaccent($5))) > 0)
         and ($6::int is null or (rank, sort_key, id) > ($6, $7, $8::uuid))
       order by rank, sort_key, id limit $9`,
      [
        cohortId,
        null,
        this.clock.now(),
        status ?? null,
        search || null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        after?.[2] ?? null,
        limit + 1,
      ],
    );
    return pageOf(rows, limit, (row) => [row.rank, row.sort_key, row.id], enrolmentRow);
  }

  /** One enrolment as those who run its cohort see it. */
  async enrolment(enrolmentId: string): Promise<EnrolmentRow> {
    const row = await this.database.one<ListRow>(`${enrolmentRows} select * from listed`, [
      null,
      enrolmentId,
      this.clock.now(),
    ]);
    return enrolmentRow(found(row));
  }
}

function personView(row: PersonRow): PersonView {
  return { userId: row.user_id, name: row.name, jobTitle: row.job_title, unit: row.unit };
}

function enrolmentRow(row: ListRow): EnrolmentRow {
  return {
    enrolmentId: row.id,
    person: personView(row),
    status: row.status,
    since: row.since.toISOString(),
    place: row.place,
    offerEndsAt: row.offer_ends_at?.toISOString() ?? null,
  };
}
