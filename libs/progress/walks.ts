import { Clock, Database, days, found, later, permit, Problem, type Unit } from '@kohorte/platform';
import { type Actor, may, type SentenceName } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { Walk, type WalkRow } from './walk.js';
import { walksOf, walksOfEnrolments, walkThrough } from './walk-statements.js';

/** So long a completed cohort still stands among the others. */
const completedStays = days(30);

/** Loads walks, each kind in one statement. */
@Injectable()
export class Walks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws {Problem} `not-found` also for a cohort that the actor may not know of, `not-allowed` */
  async through(cohortId: string, actor: Actor, sentence: SentenceName): Promise<Walk> {
    const row = await this.database.one<WalkRow>(walkThrough, [cohortId, actor.userId]);
    return permitted(new Walk(found(row), actor, this.clock.now()), actor, sentence);
  }

  /** The same within a decision; until it ends, nobody else decides about this learner's marks. */
  async throughLocked(unit: Unit, cohortId: string, actor: Actor, sentence: SentenceName): Promise<Walk> {
    const who = [cohortId, actor.userId];
    await unit.query(`select 1 from enrolment where cohort_id = $1 and user_id = $2 for no key update`, who);
    const [row] = await unit.query<WalkRow>(walkThrough, who);
    return permitted(new Walk(found(row), actor, unit.now), actor, sentence);
  }

  /** Those of many learners at once, within a decision. */
  async ofEnrolments(unit: Unit, enrolmentIds: readonly string[]): Promise<Walk[]> {
    const rows = await unit.query<WalkRow & { user_id: string }>(walksOfEnrolments, [enrolmentIds]);
    return rows.map((row) => new Walk(row, { userId: row.user_id, roles: [], manages: [] }, unit.now));
  }

  /** Those that somebody learns in, and those completed of late. */
  async of(actor: Actor): Promise<Walk[]> {
    const now = this.clock.now();
    const rows = await this.database.query<WalkRow>(walksOf, [actor.userId, later(now, -completedStays)]);
    return rows.map((row) => new Walk(row, actor, now));
  }
}

function permitted(walk: Walk, actor: Actor, sentence: SentenceName): Walk {
  if (!may('sees-cohort', actor, walk.standing)) throw new Problem('not-found');
  permit(sentence, actor, walk.standing);
  return walk;
}
