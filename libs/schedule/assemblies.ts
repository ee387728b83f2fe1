import type { AskAssembly, AssemblyRow, AssemblyView, MarkSession, MoveSession, Page, PageQuery, PlaceSession, PlannableCohort, ReasonView, SearchQuery } from '@kohorte/contracts'; // prettier-ignore
import {
  Chance,
  Clock,
  Database,
  fieldProblem,
  found,
  later,
  pageOf,
  Problem,
  readCursor,
  seconds,
  type SignedIn,
  type Unit,
  Work,
} from '@kohorte/platform';
import { Judge, sessionKey, usualHours, usualWeights } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { type Query, readSituation, type Situation } from './asked-schedule.js';
import {
  type AssemblyRecordRow,
  assemblyRow,
  assemblyView,
  Naming,
  namesFor,
  reasonsIn,
  selectAssembly,
} from './assembly-views.js';
import type { AssemblySettings, Proposal } from './proposal.js';

/** Which session of an assembly. */
export interface SessionOfAssembly {
  assemblyId: string;
  itemId: string;
  groupId: string;
}

interface Judged {
  judge: Judge;
  situation: Situation;
}

/** How long, and how many of them, what moves are judged by is kept. */
const judgeKeeps = seconds(15);
const mostJudges = 4;

/** Proposed schedules: asked for, looked at, changed by hand. */
@Injectable()
export class Assemblies {
  private readonly recent = new Map<string, { judged: Judged; until: Date }>();

  constructor(
    private readonly work: Work,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly chance: Chance,
  ) {}

  /** @throws {Problem} `not-found`, `cohort-cancelled`, `own-pace-no-sessions`, `no-sessions-asked`, `invalid-input` */
  async request(actor: SignedIn, asked: AskAssembly): Promise<AssemblyView> {
    const preferred = { from: asked.preferredFrom ?? '09:00', to: asked.preferredTo ?? '17:00' };
    if (preferred.from >= preferred.to)
      throw new Problem('invalid-input', {
        errors: [fieldProblem('preferredTo', 'ends-before-it-starts', actor.language)],
      });
    const assemblyId = await this.work.run(async (unit) => {
      const cohorts = await unit.query<{ id: string; pacing: string; time_zone: string; cancelled_at: Date | null; asks: boolean }>(
        `select c.id, c.pacing, c.time_zone, c.cancelled_at, exists (
           select from module m join item i on i.module_id = m.id
           where m.version_id = c.version_id and i.kind = 'session' and i.session is not null) as asks
         from cohort c where c.id = any ($1)`,
        [asked.cohortIds],
      ); // prettier-ignore
      if (cohorts.length < asked.cohortIds.length) throw new Problem('not-found');
      if (cohorts.some(({ cancelled_at }) => cancelled_at)) throw new Problem('cohort-cancelled');
      if (cohorts.some(({ pacing }) => pacing === 'relative')) throw new Problem('own-pace-no-sessions');
      if (!cohorts.some(({ asks }) => asks)) throw new Problem('no-sessions-asked');
      if (asked.basedOn) found((await unit.query(`select 1 from assembly where id = $1`, [asked.basedOn]))[0]);
      const settings: AssemblySettings = {
        preferred,
        usualHours,
        weights: usualWeights,
        timeZone: mostFrequent(cohorts.map(({ time_zone }) => time_zone)),
        effort: asked.effort ?? 1,
        shiftDays: asked.shiftDays ?? 0,
        basedOn: asked.basedOn ?? null,
      };
      const id = unit.ids.next();
      await unit.query(
        `insert into assembly (id, cohort_ids, created_by, created_at, seed, settings) values ($1, $2, $3, $4, $5, $6)`,
        [id, asked.cohortIds, actor.userId, unit.now, asked.seed ?? this.chance.seed(), JSON.stringify(settings)],
      );
      unit.record('schedule.assembly-requested', { assemblyId: id });
      return id;
    }, actor.userId);
    return this.view(assemblyId);
  }

  /** Those who begin soonest stand first. */
  async plannable({ search, cursor, limit = 50 }: SearchQuery): Promise<Page<PlannableCohort>> {
    const after = readCursor(cursor, 2);
    const rows = await this.database.query<PlannableCohort>(
      `select c.id as "cohortId", c.name, v.title as "courseTitle", c.time_zone as "timeZone",
         c.start_on::text as "startOn", c.ends_on::text as "endsOn", c.seats_taken as people, a.sessions,
         (select count(*)::int from session s
          where s.cohort_id = c.id and s.cancelled_at is null and s.starts_at > $1) as published
       from cohort c join course_version v on v.id = c.version_id
       cross join lateral (
         select count(*)::int as sessions from module m join item i on i.module_id = m.id
         where m.version_id = c.version_id and i.kind = 'session' and i.session is not null) a
       where c.cancelled_at is null and c.pacing <> 'relative' and a.sessions > 0
         and (c.ends_at is null or c.ends_at > $1)
         and ($2::text is null or c.name ilike '%' || $2 || '%' or v.title ilike '%' || $2 || '%')
         and ($3::date is null or (c.start_on, c.id) > ($3, $4::uuid))
       order by c.start_on, c.id limit $5`,
      [this.clock.now(), search?.replace(/[\\%_]/g, '\\$&') || null, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.startOn, row.cohortId], (row) => row); // prettier-ignore
  }

  async list({ cursor, limit = 20 }: PageQuery): Promise<Page<AssemblyRow>> {
    const after = readCursor(cursor, 2);
    const rows = await this.database.query<AssemblyRecordRow>(
      `${selectAssembly('without')} where $1::timestamptz is null or (a.created_at, a.id) < ($1, $2::uuid)
       order by a.created_at desc, a.id desc limit $3`,
      [after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.created_at.toISOString(), row.id], assemblyRow);
  }

  async view(assemblyId: string): Promise<AssemblyView> {
    const row = found(await this.row(assemblyId));
    // While it is worked on, it is asked for twice a second; there is nothing to see yet but how far it is.
    if (!row.proposal) return assemblyView(row, null, new Map());
    const situation = await this.situation(this.reading, row, this.clock.now());
    return assemblyView(row, situation, await namesFor(this.reading, reasonsIn(row.proposal)));
  }

  /** Ends the work on it; what has ended already stays as it is. */
  async cancel(actor: SignedIn, assemblyId: string): Promise<AssemblyView> {
    await this.work.run(
      (unit) =>
        unit.query(`update assembly set cancelled_at = $2 where id = $1 and finished_at is null and cancelled_at is null`, [
          assemblyId,
          unit.now,
        ]),
      actor.userId,
    ); // prettier-ignore
    return this.view(assemblyId);
  }

  /** Judges a place by the very rule that assembles; changes nothing. */
  async judge(of: SessionOfAssembly, place: PlaceSession): Promise<{ clashes: ReasonView[]; costBy: number }> {
    const row = found(await this.row(of.assemblyId));
    const { judgement, naming } = await this.judged(this.reading, row, of, place, await this.recentJudge(row));
    return { clashes: judgement.clashes.map((reason) => naming.reason(reason)), costBy: judgement.costBy };
  }

  /** @throws {Problem} `changed-meanwhile`, `place-clashes`, `assembly-not-done` */
  async place(actor: SignedIn, of: SessionOfAssembly, asked: MoveSession): Promise<AssemblyView> {
    await this.change(actor, of.assemblyId, asked.revision, async (unit, row, proposal) => {
      const judged = await this.judgeOf(unit.query, row, unit.now);
      const { judgement } = await this.judged(unit.query, row, of, asked, judged);
      if (judgement.clashes.length > 0) throw new Problem('place-clashes');
      const item = judged.situation.items.find(({ itemId }) => itemId === of.itemId)!;
      const from = Date.parse(asked.from);
      const placed = proposal.placed.filter((one) => sessionKey(one) !== sessionKey(of));
      const moved = {
        itemId: of.itemId,
        groupId: of.groupId,
        cohortId: item.cohortId,
        from,
        to: from + Math.max(item.minutes, 15) * 60_000,
        roomId: asked.roomId,
        trainerIds: asked.trainerIds.toSorted(),
        locked: true,
      };
      return { ...proposal, placed: [...placed, moved] };
    });
    return this.view(of.assemblyId);
  }

  /** @throws {Problem} `changed-meanwhile`, `assembly-not-done`, `not-found` */
  async mark(actor: SignedIn, of: SessionOfAssembly, asked: MarkSession): Promise<AssemblyView> {
    await this.change(actor, of.assemblyId, asked.revision, async (_unit, _row, proposal) => {
      const key = sessionKey(of);
      found(proposal.groups.find(({ groupId }) => groupId === of.groupId));
      const isPlaced = proposal.placed.some((one) => sessionKey(one) === key);
      let { placed, excluded } = proposal;
      if (asked.locked !== undefined && isPlaced)
        placed = placed.map((one) => (sessionKey(one) === key ? { ...one, locked: asked.locked! } : one));
      if (asked.excluded === true) {
        placed = placed.filter((one) => sessionKey(one) !== key);
        excluded = [...new Set([...excluded, key])];
      }
      if (asked.excluded === false) excluded = excluded.filter((one) => one !== key);
      return { ...proposal, placed, excluded };
    });
    return this.view(of.assemblyId);
  }

  /** Changes a proposal that is done and not yet published, and works out again what it costs and what has no place. */
  private async change(
    actor: SignedIn,
    assemblyId: string,
    revision: number,
    decide: (unit: Unit, row: AssemblyRecordRow, proposal: Proposal) => Promise<Proposal>,
  ): Promise<void> {
    await this.work.run(async (unit) => {
      const [row] = await unit.query<AssemblyRecordRow>(`${selectAssembly('with-proposal')} where a.id = $1 for update of a`, [assemblyId]); // prettier-ignore
      const { proposal } = openProposal(found(row), revision);
      const changed = await decide(unit, row!, proposal);
      const situation = await this.situation(unit.query, { ...row!, proposal: changed }, unit.now);
      const judge = new Judge(situation.asked, changed.placed);
      const next: Proposal = { ...changed, unplaced: judge.unplaced(), cost: { ...judge.cost() } };
      await unit.query(`update assembly set proposal = $2, revision = revision + 1 where id = $1`, [
        assemblyId,
        JSON.stringify(next),
      ]);
    }, actor.userId);
  }

  private async judged(
    query: Query,
    row: AssemblyRecordRow,
    of: SessionOfAssembly,
    place: PlaceSession,
    { judge, situation }: Judged,
  ) {
    const { proposal } = openProposal(row, row.revision);
    found(proposal.groups.find(({ groupId }) => groupId === of.groupId));
    found(situation.items.find(({ itemId }) => itemId === of.itemId));
    if (proposal.excluded.includes(sessionKey(of))) throw new Problem('session-left-out');
    const judgement = judge.move({ ...of, ...place, from: Date.parse(place.from) });
    const people = await namesFor(query, judgement.clashes);
    return { judgement, naming: new Naming(situation, proposal, people) };
  }

  /** What moves are judged by: the world as it is, and the proposal as it stands. */
  private async judgeOf(query: Query, row: AssemblyRecordRow, now: Date): Promise<Judged> {
    const { proposal } = openProposal(row, row.revision);
    const situation = await this.situation(query, row, now);
    return { judge: new Judge(situation.asked, proposal.placed), situation };
  }

  /**
   * The same, kept for a moment: whoever drags a session asks many times a second. Doing it asks anew, and has the last
   * word.
   */
  private async recentJudge(row: AssemblyRecordRow): Promise<Judged> {
    const now = this.clock.now();
    const key = `${row.id} ${row.revision}`;
    const known = this.recent.get(key);
    if (known && now < known.until) return known.judged;
    const judged = await this.judgeOf(this.reading, row, now);
    this.recent.delete(key);
    this.recent.set(key, { judged, until: later(now, judgeKeeps) });
    for (const [old] of this.recent) if (this.recent.size > mostJudges) this.recent.delete(old);
    return judged;
  }

  private row(assemblyId: string): Promise<AssemblyRecordRow | null> {
    return this.database.one<AssemblyRecordRow>(`${selectAssembly('with-proposal')} where a.id = $1`, [assemblyId]);
  }

  private situation(query: Query, row: AssemblyRecordRow, now: Date): Promise<Situation> {
    const { cohort_ids: cohortIds, seed, settings, proposal } = row;
    return readSituation(query, { cohortIds, seed, settings, proposal }, now);
  }

  private readonly reading: Query = (text, values) => this.database.query(text, values);
}

/** @throws {Problem} `assembly-not-done`, `assembly-published`, `changed-meanwhile` */
export function openProposal(row: AssemblyRecordRow, revision: number): { proposal: Proposal } {
  if (row.published_at) throw new Problem('assembly-published');
  if (!row.proposal) throw new Problem('assembly-not-done');
  if (row.revision !== revision) throw new Problem('changed-meanwhile');
  return { proposal: row.proposal };
}

function mostFrequent(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0];
}
