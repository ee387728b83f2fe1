import type { MoveConsequence, MoveRelease } from '@kohorte/contracts';
import { fieldProblem, found, permit, Problem, type Unit, Work } from '@kohorte/platform';
import { afterMoving, daysLater, type Move } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { lastDay } from './calendar.js';
import { pastFrom } from './door.js';
import { Cohort } from './entities/cohort.entity.js';
import { instantIn } from './instants.js';
import { comerOf, lockCohort } from './locked-cohort.js';
import type { Speaker } from './speaker.js';

/** As many releases as one transaction of the sweep takes; what is left is due at once again. */
const dueAtOnce = 500;

interface Planned {
  releaseId: string;
  moduleId: string;
  title: string;
  step: number;
  opensAt: Date;
  releasedAt: Date | null;
}

/** Opens modules when they are due, and moves what is not open yet. */
@Injectable()
export class Releases {
  constructor(private readonly work: Work) {}

  /**
   * The sweep: notes every release that is due, with one fact each. Costs the same for a cohort of any size. May run
   * twice, late, or in two workers at once: each release is noted by one of them, once.
   */
  async releaseDue(): Promise<void> {
    for (;;) {
      const released = await this.work.run((unit) => this.releaseSome(unit));
      if (released < dueAtOnce) return;
    }
  }

  /** What moving a release would do. Decided as the deed itself, and nothing is written. */
  async previewMove(actor: Speaker, releaseId: string, asked: MoveRelease): Promise<MoveConsequence> {
    return this.work.run(async (unit) => (await this.consider(unit, actor, releaseId, asked)).consequence);
  }

  /** Postpones a release, brings it forward or opens it now, and the following with it if asked. */
  async move(actor: Speaker, releaseId: string, asked: MoveRelease): Promise<MoveConsequence> {
    return this.work.run(async (unit) => {
      const { cohort, moves, consequence } = await this.consider(unit, actor, releaseId, asked);
      await this.save(unit, cohort, moves, consequence.endsOn);
      return consequence;
    }, actor.userId);
  }

  /**
   * Shifts everything of a cohort that is not open yet by whole days, at its own wall-clock time, in the caller's
   * transaction; gives how many releases moved.
   * @throws {Problem} `order-of-modules` where the first of them would open in the past, or before one that is open
   */
  async shift(unit: Unit, cohortId: string, days: number): Promise<number> {
    const cohort = await lockCohort(unit, cohortId);
    const releases = await releasesOf(unit, cohortId);
    const isOpen = ({ releasedAt, opensAt }: Planned): boolean => releasedAt !== null || opensAt <= unit.now;
    const moves = releases
      .filter((release) => !isOpen(release))
      .map((release) => ({ release, to: daysLater(release.opensAt, days, cohort.timeZone) }));
    const floor = Math.max(unit.now.getTime(), ...releases.filter(isOpen).map(({ opensAt }) => opensAt.getTime()));
    if (moves.some(({ to }) => to.getTime() <= floor)) throw new Problem('order-of-modules');
    const after = new Map(moves.map(({ release, to }) => [release, to]));
    const endsOn = lastDay(
      cohort.plan,
      releases.map((release) => ({ opensAt: after.get(release) ?? release.opensAt })),
    );
    await this.save(unit, cohort, moves, endsOn);
    return moves.length;
  }

  private async releaseSome(unit: Unit): Promise<number> {
    const released = await unit.query<{ id: string; cohort_id: string; module_id: string }>(
      `with due as materialized (
         select r.id from release r join cohort c on c.id = r.cohort_id
         where r.released_at is null and r.opens_at <= $1 and c.cancelled_at is null
         order by r.opens_at, r.id limit $2
         for no key update of r skip locked)
       update release r set released_at = $1 from due where r.id = due.id
       returning r.id, r.cohort_id, r.module_id`,
      [unit.now, dueAtOnce],
    );
    for (const { id, cohort_id, module_id } of released)
      unit.record('cohorts.module-released', { cohortId: cohort_id, moduleId: module_id, releaseId: id });
    return released.length;
  }

  private async consider(unit: Unit, actor: Speaker, releaseId: string, asked: MoveRelease) {
    const { cohort, releases } = await this.lockReleases(unit, actor, releaseId);
    const { now } = unit;
    const moved = found(releases.find((release) => release.releaseId === releaseId));
    if (moved.releasedAt || moved.opensAt <= now) throw new Problem('already-released');

    const how = { following: asked.following, timeZone: cohort.timeZone };
    const decision = afterMoving(releases, moved.moduleId, targetOf(asked, now, actor), how);
    if ('refuse' in decision) throw new Problem(decision.refuse);
    const { moves } = decision;

    const newInstants = new Map(moves.map(({ release, to }) => [release, to]));
    const after = releases.map((release) => ({ opensAt: newInstants.get(release) ?? release.opensAt }));
    const consequence: MoveConsequence = {
      releases: moves.map(({ release: { releaseId, title, step, opensAt }, to }) => ({
        releaseId,
        title,
        step,
        from: opensAt.toISOString(),
        to: to.toISOString(),
        opensAtOnce: to <= now,
      })),
      people: moves.length > 0 ? await this.learners(unit, cohort.id) : 0,
      endsOn: lastDay(cohort.plan, after),
    };
    return { cohort, moves, consequence };
  }

  /** All releases of a release's cohort in order, kept from the sweep and from others who would move them. */
  private async lockReleases(unit: Unit, actor: Speaker, releaseId: string) {
    const [named] = await unit.query<{ cohort_id: string; enrolment_id: string | null }>(
      `select cohort_id, enrolment_id from release where id = $1`,
      [releaseId],
    );
    const cohort = await lockCohort(unit, found(named).cohort_id);
    permit('runs-cohort', actor, (await comerOf(unit, cohort, actor)).standing);
    if (named!.enrolment_id) throw new Problem('own-pace');
    if (cohort.cancelledAt) throw new Problem('cohort-cancelled');
    return { cohort, releases: await releasesOf(unit, cohort.id) };
  }

  private async save(unit: Unit, cohort: Cohort, moves: Move<Planned>[], endsOn: string): Promise<void> {
    if (moves.length === 0) return;
    await unit.query(
      `update release r set opens_at = m.opens_at, moved_by = 'hand', holiday = null, changed_at = $3,
         sequence = r.sequence + 1, released_at = case when m.opens_at <= $3 then $3::timestamptz end
       from unnest($1::uuid[], $2::timestamptz[]) as m (id, opens_at) where r.id = m.id`,
      [moves.map(({ release }) => release.releaseId), moves.map(({ to }) => to), unit.now],
    );
    const endsAt = pastFrom({ ...cohort, plan: cohort.plan, endsOn });
    await unit.manager.update(Cohort, { id: cohort.id }, { endsOn, endsAt });
    for (const { release, to } of moves) {
      const { releaseId, moduleId } = release;
      unit.record('cohorts.release-moved', { cohortId: cohort.id, releaseId });
      if (to <= unit.now) unit.record('cohorts.module-released', { cohortId: cohort.id, moduleId, releaseId });
    }
  }

  private async learners(unit: Unit, cohortId: string): Promise<number> {
    const [counted] = await unit.query<{ people: number }>(
      `select count(*)::int as people from enrolment where cohort_id = $1 and status = 'active'`,
      [cohortId],
    );
    return counted!.people;
  }
}

/** The releases of a cohort in the order of its modules, locked. */
async function releasesOf(unit: Unit, cohortId: string): Promise<Planned[]> {
  const rows = await unit.query<{
    id: string;
    module_id: string;
    title: string;
    step: number;
    opens_at: Date;
    released_at: Date | null;
  }>(
    `select r.id, r.module_id, m.title, r.step, r.opens_at, r.released_at
     from release r join module m on m.id = r.module_id
     where r.cohort_id = $1 and r.enrolment_id is null order by m.position for no key update of r`,
    [cohortId],
  );
  return rows.map((row): Planned => ({
    releaseId: row.id,
    moduleId: row.module_id,
    title: row.title,
    step: row.step,
    opensAt: row.opens_at,
    releasedAt: row.released_at,
  }));
}

/** The instant asked for. One in the past is refused rather than taken for "now": it is more likely a slip. */
function targetOf(asked: MoveRelease, now: Date, { language }: Speaker): Date {
  if (asked.now) return now;
  const opensAt = instantIn(asked.opensAt, 'opensAt', language);
  const code = !opensAt ? 'isNotEmpty' : opensAt <= now ? 'in-the-past' : null;
  if (code) throw new Problem('invalid-input', { errors: [fieldProblem('opensAt', code, language)] });
  return opensAt!;
}
