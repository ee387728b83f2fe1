import { holidaysOf } from '@kohorte/cohorts';
import type {
  Asked,
  AskedCohort,
  SessionGroup,
  Hours,
  Interval,
  KeptSession,
  Learner,
  SessionDemand,
  SessionMode,
  Trainer,
} from '@kohorte/rules';
import { daysLater, sessionKey, sessionWindow } from '@kohorte/rules';
import { comes } from './coming.js';
import type { AssemblySettings, Proposal } from './proposal.js';

/** Runs one statement: of a unit of work, or of the database for mere reading. */
export type Query = <R extends object>(text: string, values?: unknown[]) => Promise<R[]>;

/** A session item of a cohort, with what it is called. */
export interface SessionItem {
  itemId: string;
  cohortId: string;
  title: string;
  moduleTitle: string;
  step: number;
  minutes: number;
  demand: SessionDemand;
  opensAt: Date;
  nextOpensAt: Date | null;
}

/** A cohort as assembling knows it. */
export interface AskedCohortRow {
  id: string;
  name: string;
  course_title: string;
  time_zone: string;
  holiday_region: string;
  breaks: { from: string; to: string }[];
  pacing: string;
  cancelled_at: Date | null;
}

/** A session as people have been told. */
export interface PublishedSession {
  sessionId: string;
  cohortId: string;
  itemId: string;
  groupId: string;
  mode: SessionMode;
  from: number;
  to: number;
  roomId: string | null;
  trainerIds: string[];
}

/** Everything that a schedule of some cohorts is assembled from, as it stands now. */
export interface Situation {
  asked: Asked;
  cohorts: AskedCohortRow[];
  items: SessionItem[];
  /** Sessions of these cohorts that are still to come. */
  published: PublishedSession[];
  /** Those that have begun, as `sessionKey`s. */
  begun: ReadonlySet<string>;
  roomNames: { roomId: string; name: string; site: string; siteId: string; seats: number }[];
  trainerNames: { userId: string; name: string }[];
  siteNames: Map<string, string>;
  /** Enrolments of the learners: their user ids by cohort. */
  enrolments: { enrolmentId: string; cohortId: string; userId: string }[];
}

/** What of an assembly decides what is asked. */
export interface AskedFor {
  cohortIds: readonly string[];
  seed: number;
  settings: AssemblySettings;
  /** The proposal to go on from, or to judge by: its groups, and its locked and excluded sessions. */
  proposal: Proposal | null;
}

/** Far enough for any course; what lies beyond is not looked at. */
const horizonInDays = 800;

/** Reads what a schedule is assembled from: a fixed number of statements, however many people there are. */
export async function readSituation(query: Query, askedFor: AskedFor, now: Date): Promise<Situation> {
  const { cohortIds, settings, proposal } = askedFor;
  const until = new Date(now.getTime() + horizonInDays * 86_400_000);
  const cohorts = await query<AskedCohortRow>(
    `select c.id, c.name, v.title as course_title, c.time_zone, c.holiday_region, c.breaks, c.pacing, c.cancelled_at
     from cohort c join course_version v on v.id = c.version_id where c.id = any ($1) order by c.id`,
    [cohortIds],
  );
  const shifted = shiftOf(settings.shiftDays, now);
  const zones = new Map(cohorts.map(({ id, time_zone }) => [id, time_zone]));
  const asTold = (await query<ItemRow>(itemStatement, [cohortIds])).map(sessionItem);
  const items = asTold.map((item) => ({
    ...item,
    opensAt: shifted(item.opensAt, zones.get(item.cohortId)!),
    nextOpensAt: item.nextOpensAt && shifted(item.nextOpensAt, zones.get(item.cohortId)!),
  }));
  const people = await query<PersonRow>(
    `select e.id as enrolment_id, e.cohort_id, u.id as user_id, u.time_zone, w.site_id, s.holiday_region, w.hours
     from enrolment e join app_user u on u.id = e.user_id
     left join work_pattern w on w.user_id = u.id left join site s on s.id = w.site_id
     where e.cohort_id = any ($1) and e.status = 'active' and u.deactivated_at is null order by u.id`,
    [cohortIds],
  );
  const trainers = await query<TrainerRow>(
    `select u.id as user_id, u.given_name || ' ' || u.family_name as name, u.time_zone, w.site_id, s.holiday_region,
       w.hours, coalesce(p.qualifications, '{}') as qualifications, p.most_per_day, p.most_per_week,
       coalesce(p.travels_to, '{}') as travels_to
     from app_user u left join trainer_profile p on p.user_id = u.id
     left join work_pattern w on w.user_id = u.id left join site s on s.id = w.site_id
     where 'trainer' = any (u.roles) and u.deactivated_at is null order by u.id`,
  );
  const sites = await query<SiteRow>(`select id, name, time_zone, holiday_region from site order by id`);
  const rooms = await query<RoomRow>(
    `select r.id, r.site_id, r.name, r.seats, r.equipment, r.hours from room r where r.closed_at is null order by r.id`,
  );
  const taken = await query<TakenRow>(takenStatement, [cohortIds, now, until]);
  const told = (await query<PublishedRow>(publishedStatement, [cohortIds])).map(publishedSession);
  const published = told.filter(({ from }) => from > now.getTime());
  // What has begun has had its time and its place; it is asked for no more.
  const begun = new Set(told.filter(({ from }) => from <= now.getTime()).map(sessionKey));
  const groups = proposal
    ? proposal.groups
    : (await query<GroupRow>(groupStatement, [cohortIds])).map((row) => ({
        groupId: row.id,
        cohortId: row.cohort_id,
        number: row.number,
        siteId: row.site_id,
        userIds: row.user_ids,
      }));

  const busy = new Map<string, Interval[]>();
  for (const row of taken) {
    const interval = { from: row.starts_at.getTime(), to: row.ends_at.getTime() };
    busy.set(row.subject, [...(busy.get(row.subject) ?? []), interval]);
  }
  const excluded = new Set(proposal?.excluded ?? []);
  // What is left out stays where people know it to be, and so takes up its room, its trainers and its people.
  for (const session of published)
    if (excluded.has(sessionKey(session)))
      for (const subject of [session.roomId, ...session.trainerIds, ...(membersOf(groups, session.groupId) ?? [])])
        if (subject) busy.set(subject, [...(busy.get(subject) ?? []), { from: session.from, to: session.to }]);

  const learner = (row: PersonRow | TrainerRow): Learner => ({
    userId: row.user_id,
    siteId: row.site_id,
    timeZone: row.time_zone,
    region: row.holiday_region,
    hours: row.hours ?? settings.usualHours,
    busy: busy.get(row.user_id) ?? [],
  });
  const learners = [...new Map(people.map((row) => [row.user_id, learner(row)])).values()];
  const regions = new Set([...cohorts.map((c) => c.holiday_region), ...sites.map((s) => s.holiday_region ?? '')]);
  const dates = [now, until].map((at) => at.toISOString().slice(0, 10)) as [string, string];
  const asked: Asked = {
    seed: askedFor.seed,
    now: now.getTime(),
    timeZone: settings.timeZone,
    cohorts: cohorts.map((cohort) => askedCohort(cohort, items, people, groups)),
    sites: sites.map((site) => ({ siteId: site.id, timeZone: site.time_zone, region: site.holiday_region })),
    rooms: rooms.map(({ id, site_id, seats, equipment, hours }) => ({
      roomId: id,
      siteId: site_id,
      seats,
      equipment,
      hours,
      blocked: busy.get(id) ?? [],
    })),
    trainers: trainers.map((row): Trainer => ({
      ...learner(row),
      qualifications: row.qualifications,
      mostPerDay: row.most_per_day,
      mostPerWeek: row.most_per_week,
      travelsTo: row.travels_to,
    })),
    learners,
    holidays: Object.fromEntries(
      [...regions]
        .filter(Boolean)
        .map((region) => [region, holidaysOf(region, ...dates, 'en').map(({ date }) => date)]),
    ),
    preferred: settings.preferred,
    kept: keptSessions(published, proposal, (session) => {
      const opensAt = asTold.find(({ itemId }) => itemId === session.itemId)?.opensAt;
      const isOpen = !opensAt || opensAt <= now;
      return isOpen ? session.from : shifted(new Date(session.from), zones.get(session.cohortId)!).getTime();
    }),
    excluded: [...excluded, ...begun],
    weights: settings.weights,
  };
  const siteNames = new Map(sites.map(({ id, name }) => [id, name]));
  return {
    asked,
    cohorts,
    items,
    published,
    begun,
    roomNames: rooms.map((room) => ({
      roomId: room.id,
      name: room.name,
      siteId: room.site_id,
      site: siteNames.get(room.site_id) ?? '',
      seats: room.seats,
    })),
    trainerNames: trainers.map(({ user_id, name }) => ({ userId: user_id, name })),
    siteNames,
    enrolments: people.map((row) => ({ enrolmentId: row.enrolment_id, cohortId: row.cohort_id, userId: row.user_id })),
  };
}

/** Moves what lies ahead by whole days at its own wall-clock time. */
function shiftOf(days: number, now: Date): (at: Date, timeZone: string) => Date {
  return (at, timeZone) => (days === 0 || at <= now ? at : daysLater(at, days, timeZone));
}

/**
 * What is published moves only for a reason; what is locked in the proposal does not move at all. Where the cohort is
 * moved, its sessions are wanted as many days later.
 */
function keptSessions(
  published: readonly PublishedSession[],
  proposal: Proposal | null,
  wantedAt: (session: PublishedSession) => number,
): KeptSession[] {
  const kept = new Map<string, KeptSession>();
  for (const session of published)
    kept.set(sessionKey(session), { ...session, from: wantedAt(session), locked: false });
  for (const session of proposal?.placed ?? []) if (session.locked) kept.set(sessionKey(session), { ...session });
  return [...kept.values()];
}

function membersOf(groups: Proposal['groups'], groupId: string): readonly string[] | undefined {
  return groups.find((group) => group.groupId === groupId)?.userIds;
}

function askedCohort(
  cohort: AskedCohortRow,
  items: readonly SessionItem[],
  people: readonly PersonRow[],
  groups: Proposal['groups'],
): AskedCohort {
  return {
    cohortId: cohort.id,
    region: cohort.holiday_region || null,
    timeZone: cohort.time_zone,
    breaks: cohort.breaks,
    userIds: people.filter((row) => row.cohort_id === cohort.id).map((row) => row.user_id),
    groups: groups
      .filter((group) => group.cohortId === cohort.id)
      .map(({ cohortId: _, ...group }): SessionGroup => group),
    sessions: items
      .filter(({ cohortId }) => cohortId === cohort.id)
      .map(({ itemId, minutes, demand, opensAt, nextOpensAt }) => ({
        ...demand,
        itemId,
        minutes: Math.max(minutes, 15),
        ...sessionWindow(demand, opensAt, nextOpensAt, cohort.time_zone),
      })),
  };
}

/** Session items that say what they ask, in the order of the course, with the releases around them. */
const itemStatement = `
  select c.id as cohort_id, i.id as item_id, i.title, i.minutes, i.session, m.title as module_title, r.step, r.opens_at,
    (select min(n.opens_at) from release n
     where n.cohort_id = c.id and n.enrolment_id is null and n.opens_at > r.opens_at) as next_opens_at
  from cohort c
  join module m on m.version_id = c.version_id
  join item i on i.module_id = m.id
  join release r on r.cohort_id = c.id and r.module_id = m.id and r.enrolment_id is null
  where c.id = any ($1) and i.kind = 'session' and i.session is not null
  order by c.id, m.position, i.position`;

/** When rooms and people are taken by what is not to be moved: blocks, absences, sessions of other cohorts, and those that have begun. */
const takenStatement = `
  select room_id as subject, starts_at, ends_at from room_block where ends_at > $2 and starts_at < $3
  union all
  select user_id, starts_at, ends_at from busy_time where ends_at > $2 and starts_at < $3
  union all
  select room_id, starts_at, ends_at from session
  where cancelled_at is null and room_id is not null and ends_at > $2 and starts_at < $3
    and (cohort_id <> all ($1) or starts_at <= $2)
  union all
  select t.user_id, t.starts_at, t.ends_at from session_trainer t join session s on s.id = t.session_id
  where s.cancelled_at is null and t.left_at is null and s.ends_at > $2 and s.starts_at < $3
    and (s.cohort_id <> all ($1) or s.starts_at <= $2)
  union all
  select a.user_id, s.starts_at, s.ends_at from session_seat a join session s on s.id = a.session_id
  where s.cancelled_at is null and ${comes('a')}
    and s.ends_at > $2 and s.starts_at < $3 and (s.cohort_id <> all ($1) or s.starts_at <= $2)`;

const publishedStatement = `
  select s.id, s.cohort_id, s.item_id, s.group_id, s.mode, s.starts_at, s.ends_at, s.room_id,
    coalesce((select array_agg(t.user_id order by t.user_id) from session_trainer t
    where t.session_id = s.id and t.left_at is null), '{}') as trainer_ids
  from session s where s.cohort_id = any ($1) and s.cancelled_at is null order by s.id`;

const groupStatement = `
  select g.id, g.cohort_id, g.number, g.site_id,
    coalesce(array_agg(m.user_id order by m.user_id) filter (where m.user_id is not null), '{}') as user_ids
  from cohort_group g left join group_member m on m.group_id = g.id
  where g.cohort_id = any ($1) group by g.id order by g.cohort_id, g.number`;

interface ItemRow {
  cohort_id: string;
  item_id: string;
  title: string;
  minutes: number;
  session: SessionDemand;
  module_title: string;
  step: number;
  opens_at: Date;
  next_opens_at: Date | null;
}

interface PersonRow {
  enrolment_id: string;
  cohort_id: string;
  user_id: string;
  time_zone: string;
  site_id: string | null;
  holiday_region: string | null;
  hours: Hours[] | null;
}

interface TrainerRow extends Omit<PersonRow, 'enrolment_id' | 'cohort_id'> {
  name: string;
  qualifications: string[];
  most_per_day: number | null;
  most_per_week: number | null;
  travels_to: string[];
}

interface SiteRow {
  id: string;
  name: string;
  time_zone: string;
  holiday_region: string | null;
}

interface RoomRow {
  id: string;
  site_id: string;
  name: string;
  seats: number;
  equipment: string[];
  hours: Hours[];
}

interface TakenRow {
  subject: string;
  starts_at: Date;
  ends_at: Date;
}

interface PublishedRow {
  id: string;
  cohort_id: string;
  item_id: string;
  group_id: string;
  mode: SessionMode;
  starts_at: Date;
  ends_at: Date;
  room_id: string | null;
  trainer_ids: string[];
}

interface GroupRow {
  id: string;
  cohort_id: string;
  number: number;
  site_id: string | null;
  user_ids: string[];
}

function sessionItem(row: ItemRow): SessionItem {
  return {
    itemId: row.item_id,
    cohortId: row.cohort_id,
    title: row.title,
    moduleTitle: row.module_title,
    step: row.step,
    minutes: row.minutes,
    demand: row.session,
    opensAt: row.opens_at,
    nextOpensAt: row.next_opens_at,
  };
}

function publishedSession(row: PublishedRow): PublishedSession {
  return {
    sessionId: row.id,
    cohortId: row.cohort_id,
    itemId: row.item_id,
    groupId: row.group_id,
    mode: row.mode,
    from: row.starts_at.getTime(),
    to: row.ends_at.getTime(),
    roomId: row.room_id,
    trainerIds: row.trainer_ids,
  };
}
