import { Releases } from '@kohorte/cohorts';
import type { AssemblyView, PublicationView } from '@kohorte/contracts';
import { Chance, Clock, Database, found, Problem, type SignedIn, type Unit, Work } from '@kohorte/platform';
import { Judge, type PlacedSession, sessionKey } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { Assemblies, openProposal } from './assemblies.js';
import { type AssemblyRecordRow, selectAssembly } from './assembly-views.js';
import { type Query, readSituation, type Situation } from './asked-schedule.js';
import { type Publication, publicationOf, publicationView } from './publication.js';
import type { Proposal } from './proposal.js';

/** Turns a proposal into sessions that people are invited to. */
@Injectable()
export class Publishing {
  constructor(
    private readonly work: Work,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly chance: Chance,
    private readonly assemblies: Assemblies,
    private readonly releases: Releases,
  ) {}

  /** @throws {Problem} `assembly-not-done`, `assembly-published` */
  async preview(assemblyId: string): Promise<PublicationView> {
    const query: Query = (text, values) => this.database.query(text, values);
    const row = found(
      await this.database.one<AssemblyRecordRow>(`${selectAssembly('with-proposal')} where a.id = $1`, [assemblyId]),
    );
    const { proposal } = openProposal(row, row.revision);
    const now = this.clock.now();
    const days = row.settings.shiftDays;
    const [ahead] = days === 0 ? [{ moved: 0 }] : await query<{ moved: number }>(`select count(*)::int as moved from release where cohort_id = any ($1) and enrolment_id is null and opens_at > $2`, [row.cohort_ids, now]); // prettier-ignore
    const situation = await situationOf(query, row, proposal, now);
    return publicationView(proposal, situation, { moved: ahead!.moved, days });
  }

  /**
   * Publishes in one transaction: groups, sessions, seats. Two who publish at once take turns at the cohorts' rows;
   * where their schedules share only rooms or trainers, Postgres lets the first one commit and refuses the other.
   * @throws {Problem} `schedule-outdated`, `schedule-taken`, `changed-meanwhile`, `assembly-published`
   */
  async publish(actor: SignedIn, assemblyId: string, revision: number): Promise<AssemblyView> {
    try {
      await this.work.run((unit) => this.write(unit, assemblyId, revision), actor.userId);
    } catch (error) {
      throw isTaken(error) ? new Problem('schedule-taken') : error;
    }
    return this.assemblies.view(assemblyId);
  }

  private async write(unit: Unit, assemblyId: string, revision: number): Promise<void> {
    const [row] = await unit.query<AssemblyRecordRow>(`${selectAssembly('with-proposal')} where a.id = $1 for update of a`, [assemblyId]); // prettier-ignore
    const { proposal } = openProposal(found(row), revision);
    await unit.query(`select 1 from cohort where id = any ($1) order by id for update`, [row!.cohort_ids]);
    const situation = await situationOf(unit.query, row!, proposal, unit.now);
    const publication = publicationOf(proposal, situation.published);
    refuseOutdated(proposal, publication, situation);
    const { shiftDays } = row!.settings;
    if (shiftDays !== 0) for (const cohortId of row!.cohort_ids) await this.releases.shift(unit, cohortId, shiftDays);
    await writeGroups(unit, proposal, situation);
    await this.writeSessions(unit, publication, situation);
    await writeSeats(unit, row!.cohort_ids);
    await unit.query(`update assembly set published_at = $2 where id = $1`, [assemblyId, unit.now]);
    unit.record('schedule.published', { assemblyId });
  }

  private async writeSessions(
    unit: Unit,
    { fresh, moved, cancelled }: Publication,
    situation: Situation,
  ): Promise<void> {
    const seats = new Map(situation.roomNames.map((room) => [room.roomId, room.seats]));
    const modes = new Map(situation.items.map(({ itemId, demand }) => [itemId, demand.mode]));
    const added = fresh.map((placed) => ({ sessionId: unit.ids.next(), placed }));
    const kept = moved.map(({ placed, before }) => ({ sessionId: before.sessionId, placed }));
    const columns = (rows: { sessionId: string; placed: PlacedSession }[]): unknown[] => [
      rows.map(({ sessionId }) => sessionId),
      rows.map(({ placed }) => new Date(placed.from)),
      rows.map(({ placed }) => new Date(placed.to)),
      rows.map(({ placed }) => placed.roomId),
      rows.map(({ placed }) => (placed.roomId ? (seats.get(placed.roomId) ?? null) : null)),
    ];
    // What moves away goes first: a session may take the place of another one that moves as well.
    await unit.query(
      `with gone as (
         update session set cancelled_at = $2, changed_at = $2, sequence = sequence + 1 where id = any ($1) returning id)
       update session_trainer t set left_at = $2 from gone where t.session_id = gone.id and t.left_at is null`,
      [cancelled.map(({ sessionId }) => sessionId), unit.now],
    );
    await unit.query(
      `update session s set starts_at = m.starts_at, ends_at = m.ends_at, room_id = m.room_id, seats = m.seats,
         sequence = s.sequence + 1, changed_at = $6, go_decided_at = null
       from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::uuid[], $5::int[])
         as m (id, starts_at, ends_at, room_id, seats)
       where s.id = m.id`,
      [...columns(kept), unit.now],
    );
    await unit.query(
      `insert into session (id, starts_at, ends_at, room_id, seats, cohort_id, item_id, group_id, mode, code_secret,
         published_at, changed_at)
       select n.id, n.starts_at, n.ends_at, n.room_id, n.seats, n.cohort_id, n.item_id, n.group_id, n.mode, n.secret,
         $11, $11
       from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::uuid[], $5::int[], $6::uuid[], $7::uuid[],
         $8::uuid[], $9::text[], $10::bytea[])
         as n (id, starts_at, ends_at, room_id, seats, cohort_id, item_id, group_id, mode, secret)`,
      [
        ...columns(added),
        added.map(({ placed }) => placed.cohortId),
        added.map(({ placed }) => placed.itemId),
        added.map(({ placed }) => placed.groupId),
        added.map(({ placed }) => modes.get(placed.itemId) ?? 'online'),
        added.map(() => Buffer.from(this.chance.secret(), 'base64url')),
        unit.now,
      ],
    );
    // An answer was given for the former time.
    await unit.query(
      `update session_seat set answer = null, answered_at = null where session_id = any ($1) and answer is not null`,
      [kept.map(({ sessionId }) => sessionId)],
    );
    const leads = [...added, ...kept].flatMap(({ sessionId, placed }) =>
      placed.trainerIds.map((userId) => ({ sessionId, userId })),
    );
    await unit.query(
      `with leads as (
         select * from unnest($1::uuid[], $2::uuid[]) as l (session_id, user_id)
       ), gone as (
         update session_trainer t set left_at = $4
         where t.session_id = any ($3) and t.left_at is null
           and not exists (select from leads l where l.session_id = t.session_id and l.user_id = t.user_id)
       )
       insert into session_trainer (session_id, user_id, starts_at, ends_at, joined_at)
       select l.session_id, l.user_id, s.starts_at, s.ends_at, $4 from leads l join session s on s.id = l.session_id
       on conflict (session_id, user_id) do update
         set left_at = null, joined_at = case when session_trainer.left_at is null then session_trainer.joined_at else $4 end`,
      [
        leads.map(({ sessionId }) => sessionId),
        leads.map(({ userId }) => userId),
        kept.map(({ sessionId }) => sessionId),
        unit.now,
      ],
    );
  }
}

function situationOf(query: Query, row: AssemblyRecordRow, proposal: Proposal, now: Date): Promise<Situation> {
  const { cohort_ids: cohortIds, seed, settings } = row;
  return readSituation(query, { cohortIds, seed, settings, proposal }, now);
}

/** What was assembled some time ago is judged once more, by what is true now. @throws {Problem} `schedule-outdated` */
function refuseOutdated(proposal: Proposal, { same }: Publication, { asked }: Situation): void {
  const known = new Set(same.map(sessionKey));
  const clashes = new Judge(asked, proposal.placed).clashes().filter(({ key }) => !known.has(key));
  if (clashes.length > 0) throw new Problem('schedule-outdated', { params: { count: clashes.length } });
}

async function writeGroups(unit: Unit, proposal: Proposal, { enrolments }: Situation): Promise<void> {
  const { groups } = proposal;
  await unit.query(
    `insert into cohort_group (id, cohort_id, number, site_id)
     select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::uuid[])
     on conflict (id) do update set site_id = excluded.site_id`,
    [
      groups.map(({ groupId }) => groupId),
      groups.map(({ cohortId }) => cohortId),
      groups.map(({ number }) => number),
      groups.map(({ siteId }) => siteId),
    ],
  );
  const groupOf = new Map(
    groups.flatMap((group) => group.userIds.map((userId) => [`${group.cohortId} ${userId}`, group.groupId] as const)),
  );
  const members = enrolments.flatMap((one) => {
    const groupId = groupOf.get(`${one.cohortId} ${one.userId}`);
    return groupId ? [{ ...one, groupId }] : [];
  });
  await unit.query(
    `insert into group_member (enrolment_id, group_id, user_id)
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[])
     on conflict (enrolment_id) do update set group_id = excluded.group_id`,
    [
      members.map(({ enrolmentId }) => enrolmentId),
      members.map(({ groupId }) => groupId),
      members.map(({ userId }) => userId),
    ],
  );
}

/** Everybody has a seat in the sessions of their group, or in those they chose instead; nobody keeps one elsewhere. */
async function writeSeats(unit: Unit, cohortIds: readonly string[]): Promise<void> {
  await unit.query(
    `with due as (
       select s.id as session_id, m.enrolment_id, m.user_id
       from session s join group_member m on m.group_id = s.group_id
       join enrolment e on e.id = m.enrolment_id and e.status = 'active'
       where s.cohort_id = any ($1) and s.cancelled_at is null and s.starts_at > $2 and not exists (
         select from session_seat chosen join session o on o.id = chosen.session_id
         where chosen.enrolment_id = m.enrolment_id and chosen.chosen_at is not null and chosen.left_at is null
           and chosen.waits_since is null and o.item_id = s.item_id and o.cancelled_at is null and o.id <> s.id)
     ), gone as (
       update session_seat a set left_at = $2 from session s
       where s.id = a.session_id and s.cohort_id = any ($1) and s.starts_at > $2 and a.left_at is null
         and (a.chosen_at is null or not exists (
           select from enrolment e where e.id = a.enrolment_id and e.status = 'active'))
         and not exists (select from due d where d.session_id = a.session_id and d.enrolment_id = a.enrolment_id)
     )
     insert into session_seat (session_id, enrolment_id, user_id, seated_at)
     select session_id, enrolment_id, user_id, $2 from due
     on conflict (session_id, enrolment_id) do update
       set left_at = null, seated_at = case when session_seat.left_at is null then session_seat.seated_at else $2 end`,
    [cohortIds, unit.now],
  );
}

/** An exclusion or a unique key was hit: somebody was faster. */
function isTaken(error: unknown): boolean {
  const code = (error as { code?: string } | null)?.code;
  return code === '23P01' || code === '23505';
}
