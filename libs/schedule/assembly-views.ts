import type { AssembledSession, AssemblyCohort, AssemblyRow, AssemblyView, ReasonView } from '@kohorte/contracts';
import { type Reason, sessionKey, type UnplacedSession } from '@kohorte/rules';
import type { Query, Situation } from './asked-schedule.js';
import { type AssemblySettings, type Proposal, withoutPenalty } from './proposal.js';

/** An assembly as it stands in its table, with its cohorts. */
export interface AssemblyRecordRow {
  id: string;
  cohort_ids: string[];
  seed: number;
  settings: AssemblySettings;
  created_at: Date;
  created_by: string | null;
  begun_at: Date | null;
  finished_at: Date | null;
  published_at: Date | null;
  cancelled_at: Date | null;
  problem_code: string | null;
  steps_done: string;
  steps: string;
  best_cost: number | null;
  best_unplaced: number | null;
  revision: number;
  cohorts: AssemblyCohort[];
  proposal: Proposal | null;
}

/** Reads assemblies; `proposal` is large, and so left to those who need it. */
export function selectAssembly(proposal: 'with-proposal' | 'without'): string {
  return `select a.id, a.cohort_ids, a.seed, a.settings, a.created_at, a.begun_at, a.finished_at, a.published_at,
      a.cancelled_at, a.problem_code, a.steps_done, a.steps, a.best_cost, a.best_unplaced, a.revision,
      u.given_name || ' ' || u.family_name as created_by, ${proposal === 'without' ? 'null as proposal' : 'a.proposal'},
      (select coalesce(json_agg(json_build_object('cohortId', c.id, 'name', c.name, 'courseTitle', v.title,
         'timeZone', c.time_zone) order by c.start_on, c.id), '[]')
       from cohort c join course_version v on v.id = c.version_id where c.id = any (a.cohort_ids)) as cohorts
    from assembly a left join app_user u on u.id = a.created_by`;
}

export function assemblyRow(row: AssemblyRecordRow): AssemblyRow {
  const steps = Number(row.steps);
  return {
    assemblyId: row.id,
    cohorts: row.cohorts,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    state: stateOf(row),
    progress: row.finished_at ? 1 : steps > 0 ? Number(row.steps_done) / steps : 0,
    bestCost: row.best_cost,
    unplaced: row.best_unplaced,
    publishedAt: row.published_at?.toISOString() ?? null,
  };
}

function stateOf(row: AssemblyRecordRow): AssemblyRow['state'] {
  if (row.published_at) return 'published';
  if (row.problem_code) return 'failed';
  if (row.finished_at) return 'done';
  return row.begun_at ? 'running' : 'waiting';
}

/** Every reason that a proposal gives. */
export function reasonsIn({ unplaced }: Proposal): Reason[] {
  return unplaced.flatMap(({ reasons, wouldHelp }) => [...reasons, ...wouldHelp.reasons]);
}

/** Names for the people that reasons are about. */
export async function namesFor(query: Query, reasons: readonly Reason[]): Promise<Map<string, string>> {
  const subjects = new Set(reasons.flatMap(({ subject }) => (subject && isId(subject) ? [subject] : [])));
  if (subjects.size === 0) return new Map();
  const people = await query<{ id: string; name: string }>(
    `select id, given_name || ' ' || family_name as name from app_user where id = any ($1)`,
    [[...subjects]],
  );
  return new Map(people.map(({ id, name }) => [id, name]));
}

const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text);

/** The whole view of an assembly, put together from what was read; without a proposal there is nothing to read. */
export function assemblyView(
  row: AssemblyRecordRow,
  situation: Situation | null,
  people: Map<string, string>,
): AssemblyView {
  const { proposal, settings } = row;
  const about = {
    ...assemblyRow(row),
    revision: row.revision,
    problemCode: row.problem_code,
    settings: { preferred: settings.preferred, timeZone: settings.timeZone, shiftDays: settings.shiftDays },
  };
  if (!proposal || !situation) return { ...about, groups: [], sessions: [], rooms: [], trainers: [], cost: null };
  return {
    ...about,
    groups: proposal.groups.map((group) => ({
      groupId: group.groupId,
      cohortId: group.cohortId,
      number: group.number,
      site: group.siteId && (situation.siteNames.get(group.siteId) ?? null),
      people: group.userIds.length,
    })),
    sessions: sessionsOf(proposal, situation, new Naming(situation, proposal, people)),
    rooms: situation.roomNames.map(({ siteId: _, ...room }) => room),
    trainers: situation.trainerNames,
    cost: {
      total: withoutPenalty(proposal.cost),
      terms: Object.entries(proposal.cost)
        .filter(([name]) => name !== 'total' && name !== 'unplaced')
        .map(([name, cost]) => ({ name, cost })),
    },
  };
}

function sessionsOf(proposal: Proposal, situation: Situation, names: Naming): AssembledSession[] {
  const placed = new Map(proposal.placed.map((one) => [sessionKey(one), one]));
  const unplaced = new Map(proposal.unplaced.map((one) => [sessionKey(one), one]));
  const told = new Map(situation.published.map((one) => [sessionKey(one), one]));
  const excluded = new Set(proposal.excluded);
  const siteOfRoom = new Map(situation.asked.rooms.map(({ roomId, siteId }) => [roomId, siteId]));
  const siteOf = new Map(situation.asked.learners.map(({ userId, siteId }) => [userId, siteId]));
  const travelling = (userIds: readonly string[], roomId: string | null): number => {
    const site = roomId && siteOfRoom.get(roomId);
    return site ? userIds.filter((userId) => (siteOf.get(userId) ?? site) !== site).length : 0;
  };
  return situation.items.flatMap((item) =>
    proposal.groups
      .filter(({ cohortId }) => cohortId === item.cohortId)
      .filter(({ groupId }) => !situation.begun.has(sessionKey({ itemId: item.itemId, groupId })))
      .map((group): AssembledSession => {
        const key = sessionKey({ itemId: item.itemId, groupId: group.groupId });
        const place = placed.get(key);
        const without = unplaced.get(key);
        const before = told.get(key);
        const isSame =
          before !== undefined &&
          (!place || (before.from === place.from && before.roomId === place.roomId &&
              before.trainerIds.join() === [...place.trainerIds].sort().join())); // prettier-ignore
        return {
          itemId: item.itemId,
          groupId: group.groupId,
          cohortId: item.cohortId,
          title: item.title,
          moduleTitle: item.moduleTitle,
          step: item.step,
          mode: item.demand.mode,
          minutes: item.minutes,
          groupNumber: group.number,
          people: group.userIds.length,
          travelling: item.demand.mode === 'on-site' && place ? travelling(group.userIds, place.roomId) : 0,
          place: place
            ? {
                from: new Date(place.from).toISOString(),
                to: new Date(place.to).toISOString(),
                roomId: place.roomId,
                trainerIds: [...place.trainerIds],
              }
            : null,
          locked: place?.locked ?? false,
          excluded: excluded.has(key),
          change: before ? (isSame ? 'same' : 'moved') : 'new',
          reasons: (without?.reasons ?? []).map((reason) => names.reason(reason)),
          wouldHelp: without ? names.help(without.wouldHelp) : null,
        };
      }),
  );
}

/** Turns ids of reasons into names. */
export class Naming {
  private readonly names: Map<string, string>;

  constructor(situation: Situation, proposal: Proposal | null, people: Map<string, string>) {
    this.names = new Map([
      ...people,
      ...situation.siteNames,
      ...situation.roomNames.map(({ roomId, name, site }): [string, string] => [roomId, `${name} (${site})`]),
      ...situation.trainerNames.map(({ userId, name }): [string, string] => [userId, name]),
      ...situation.items.flatMap((item) =>
        (proposal?.groups ?? [])
          .filter(({ cohortId }) => cohortId === item.cohortId)
          .map((group): [string, string] => [
            sessionKey({ itemId: item.itemId, groupId: group.groupId }),
            `${item.title} · ${group.number}`,
          ]),
      ),
    ]);
  }

  reason({ code, subject, share }: Reason): ReasonView {
    return { code, subject: subject && (this.names.get(subject) ?? subject), share };
  }

  help({ reasons, from, roomId, trainerIds }: UnplacedSession['wouldHelp']): AssembledSession['wouldHelp'] {
    return {
      reasons: reasons.map((reason) => this.reason(reason)),
      from: from === null ? null : new Date(from).toISOString(),
      room: roomId && (this.names.get(roomId) ?? null),
      trainers: trainerIds.map((id) => this.names.get(id) ?? id),
    };
  }
}
