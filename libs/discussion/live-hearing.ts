import { Clock, Database } from '@kohorte/platform';
import { type EnrolmentStatus, may, type Role } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import type { LiveStream, LookedAt } from './live-stream.js';
import { isOpenIn } from './places.js';

/** Where something happened, as far as it decides who may hear of it. */
export interface HeardPlace {
  /** `null`: it is personal. */
  cohortId: string | null;
  groupId: string | null;
  /** It is anchored to a module or to one of its items: not there for learners until that opens. */
  moduleId: string | null;
  /** Told to the members of the cohort only. */
  toMembers: boolean;
}

interface HearingRow {
  place: number;
  listener: number;
  roles: Role[];
  trains: boolean;
  status: EnrolmentStatus | null;
  inGroup: boolean;
  groupsAreSeen: boolean;
  isOpen: boolean;
}

interface SeatRow {
  learns: string[];
  trains: string[];
  threadId: string | null;
  cohortId: string | null;
  groupId: string | null;
  moduleId: string | null;
}

/** Who may hear what, asked of today's truth for many at once. */
@Injectable()
export class LiveHearing {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Which of the listeners of each place may hear what happens there: their session lasts, and they could read it. One
   * statement.
   */
  async among(
    places: readonly { place: HeardPlace; listeners: Iterable<LiveStream> }[],
  ): Promise<ReadonlySet<LiveStream>[]> {
    const pairs = places.flatMap(({ listeners }, place) => [...listeners].map((stream) => ({ place, stream })));
    const allowed = places.map(() => new Set<LiveStream>());
    if (pairs.length === 0) return allowed;
    const rows = await this.database.query<HearingRow>(hearing, [
      pairs.map(({ place }) => place + 1),
      pairs.map(({ stream }) => stream.sessionId),
      places.map(({ place }) => place.cohortId),
      places.map(({ place }) => place.groupId),
      places.map(({ place }) => place.moduleId),
      this.clock.now(),
    ]);
    for (const row of rows) {
      const { place } = places[row.place - 1]!;
      const { stream } = pairs[row.listener - 1]!;
      if (mayHear(place, row, stream.userId)) allowed[row.place - 1]!.add(stream);
    }
    return allowed;
  }

  /**
   * Where each stream is to listen; a stream that is not in the answer has lost its session. Two statements, however
   * many there are.
   */
  async seatsOf(streams: readonly LiveStream[]): Promise<Map<LiveStream, Pick<LiveStream, 'cohortIds' | 'looksAt'>>> {
    const rows = await this.database.query<SeatRow & { listener: number }>(seats, [
      streams.map(({ sessionId }) => sessionId),
      streams.map(({ asked }) => asked.thread),
      this.clock.now(),
    ]);
    const looked = new Map<string, { place: HeardPlace; looksAt: LookedAt; listeners: LiveStream[] }>();
    const found = new Map<LiveStream, { cohortIds: string[]; looksAt: LookedAt | null }>();
    for (const row of rows) {
      const stream = streams[row.listener - 1]!;
      const wanted = [...row.learns, ...row.trains, row.cohortId, stream.asked.cohort];
      found.set(stream, { cohortIds: [...new Set(wanted.filter((id) => id !== null))], looksAt: null });
      const { threadId, cohortId, groupId, moduleId } = row;
      if (!threadId || !cohortId) continue;
      const there = looked.get(threadId);
      const place = { cohortId, groupId, moduleId, toMembers: false };
      if (there) there.listeners.push(stream);
      else looked.set(threadId, { place, looksAt: { threadId, cohortId }, listeners: [stream] });
    }
    const threads = [...looked.values()];
    for (const [number, allowed] of (await this.among(threads)).entries())
      for (const stream of allowed) found.get(stream)!.looksAt = threads[number]!.looksAt;
    return found;
  }
}

function mayHear({ cohortId, groupId, toMembers }: HeardPlace, row: HearingRow, userId: string): boolean {
  if (cohortId === null) return true;
  const actor = { userId, roles: row.roles, manages: [] };
  const standing = { trainsCohort: row.trains, enrolment: row.status };
  if (toMembers) return may('learns-in-cohort', actor, standing);
  const runs = may('runs-cohort', actor, standing);
  const readsGroup = groupId === null || row.inGroup || (runs && row.groupsAreSeen);
  return may('reads-thread', actor, { ...standing, readsGroup }) && (runs || row.isOpen);
}

/** Who listens to the places $3 to $5: pairs of a place's number $1 and a session $2. */
const hearing = `
  select l.place, l.listener, u.roles, e.status,
    exists (select from cohort_trainer t where t.cohort_id = p.cohort_id and t.user_id = u.id) as trains,
    p.group_id is not null and exists (select from learning_group_member m
      where m.group_id = p.group_id and m.user_id = u.id) as "inGroup",
    coalesce(d.trainers_see_groups, true) as "groupsAreSeen",
    ${isOpenIn('p', '$6')} as "isOpen"
  from unnest($1::int[], $2::uuid[]) with ordinality l (place, session_id, listener)
  join unnest($3::uuid[], $4::uuid[], $5::uuid[]) with ordinality p (cohort_id, group_id, module_id, place) using (place)
  join user_session s on s.id = l.session_id and s.expires_at > $6
  join app_user u on u.id = s.user_id and u.deactivated_at is null
  left join cohort c on c.id = p.cohort_id
  left join discussion_setting d on d.cohort_id = p.cohort_id
  left join enrolment e on e.cohort_id = p.cohort_id and e.user_id = u.id`;

/** Where the sessions $1 are to listen, and the threads $2 that they look at. */
const seats = `
  select l.listener, t.id as "threadId", t.cohort_id as "cohortId", t.group_id as "groupId",
    coalesce(t.module_id, i.module_id) as "moduleId",
    array(select e.cohort_id from enrolment e where e.user_id = u.id and e.status in ('active', 'completed')) as learns,
    array(select o.cohort_id from cohort_trainer o where o.user_id = u.id) as trains
  from unnest($1::uuid[], $2::uuid[]) with ordinality l (session_id, thread_id, listener)
  join user_session s on s.id = l.session_id and s.expires_at > $3
  join app_user u on u.id = s.user_id and u.deactivated_at is null
  left join thread t on t.id = l.thread_id
  left join item i on i.id = t.item_id`;
