import { Clock, Database, found, instantSaid, permit, Problem, type SignedIn, type Unit } from '@kohorte/platform';
import { may, type SentenceName } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { nobody, Round } from './round.js';
import { lockRound } from './round-lock.js';
import { type Query, type RoundRow, selectRound } from './round-row.js';

/** Loads rounds with how somebody stands to them, each in one statement, and begins them. */
@Injectable()
export class Rounds {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * The assignment `itemId` of a cohort.
   * @throws {Problem} `not-found` also for a cohort that the actor may not know of, `not-allowed`, `not-an-assignment`,
   *   `module-not-open` for learners before it opens
   */
  async of(actor: SignedIn, cohortId: string, itemId: string, sentence: SentenceName, unit?: Unit): Promise<Round> {
    return this.where('', [actor, cohortId, itemId, sentence], unit);
  }

  /**
   * Like `of`, and keeps others who allocate in this round waiting until the decision has been made. What this statement
   * reads may be older than the lock, so whatever the decision rests on must be read after it.
   */
  async locked(actor: SignedIn, cohortId: string, itemId: string, sentence: SentenceName, unit: Unit): Promise<Round> {
    return this.where(`and ${lockRound('$2', '$3')} is not null`, [actor, cohortId, itemId, sentence], unit);
  }

  private async where(
    more: string,
    [actor, cohortId, itemId, sentence]: [SignedIn, string, string, SentenceName],
    unit?: Unit,
  ): Promise<Round> {
    const [query, now] = this.at(unit);
    const [row] = await query<RoundRow>(`${selectRound} where c.id = $2 and i.id = $3 ${more}`, [
      actor.userId,
      cohortId,
      itemId,
    ]);
    if (!row) {
      await this.permitCohort(query, actor, cohortId, sentence);
      throw new Problem('not-an-assignment');
    }
    return permitted(new Round(row, actor, now), actor, sentence);
  }

  /** The round `roundId`; otherwise as `of`. The sentence is asked with `more` of how the actor stands to the thing. */
  async byId(
    actor: SignedIn,
    roundId: string,
    sentence: SentenceName,
    { unit, more = {} }: { unit?: Unit; more?: { own?: boolean } } = {},
  ): Promise<Round> {
    const [query, now] = this.at(unit);
    const [row] = await query<RoundRow>(`${selectRound} where rr.id = $2`, [actor.userId, roundId]);
    const round = new Round(found(row), actor, now);
    permit(sentence, actor, { ...round.standing, ...more });
    return round;
  }

  /** The round `roundId` as it is for the whole cohort, for sweeps; `null` where it is gone. */
  async ofNobody(unit: Unit, roundId: string): Promise<Round | null> {
    const [row] = await unit.query<RoundRow>(`${selectRound} where rr.id = $2`, [null, roundId]);
    return row ? new Round(row, nobody, unit.now) : null;
  }

  /**
   * All assignments of a cohort that are open to the actor.
   * @throws {Problem} `not-found`, `not-allowed`
   */
  async ofCohort(actor: SignedIn, cohortId: string, sentence: SentenceName): Promise<Round[]> {
    const [query, now] = this.at();
    await this.permitCohort(query, actor, cohortId, sentence);
    const rows = await query<RoundRow>(`${selectRound} where c.id = $2 order by m.position, i.position limit 500`, [
      actor.userId,
      cohortId,
    ]);
    return rows.map((row) => new Round(row, actor, now)).filter(({ isOpen }) => isOpen);
  }

  /** The round's row with its first rubric, made where it is not there yet; both may be made by several at once. */
  async begin(unit: Unit, round: Round): Promise<{ roundId: string; rubricId: string }> {
    if (round.roundId && round.row.rubric_id) return { roundId: round.roundId, rubricId: round.row.rubric_id };
    const roundId = unit.ids.next();
    await unit.query(
      `insert into review_round (id, cohort_id, item_id, seed, created_at) values ($1, $2, $3, $4, $5)
       on conflict (cohort_id, item_id) do nothing`,
      [roundId, round.cohortId, round.itemId, seedOf(roundId), unit.now],
    );
    await unit.query(
      `insert into rubric (id, round_id, number, criteria, created_at)
       select $1, r.id, 1, $4::jsonb, $5 from review_round r where r.cohort_id = $2 and r.item_id = $3
       on conflict (round_id, number) do nothing`,
      [unit.ids.next(), round.cohortId, round.itemId, JSON.stringify(round.design.rubric), unit.now],
    );
    const [begun] = await unit.query<{ round_id: string; rubric_id: string }>(
      `select r.id as round_id, b.id as rubric_id from review_round r join rubric b on b.round_id = r.id
       where r.cohort_id = $1 and r.item_id = $2 order by b.number desc limit 1`,
      [round.cohortId, round.itemId],
    );
    return { roundId: begun!.round_id, rubricId: begun!.rubric_id };
  }

  private async permitCohort(query: Query, actor: SignedIn, cohortId: string, sentence: SentenceName): Promise<void> {
    const [row] = await query<Pick<RoundRow, 'admission' | 'trains' | 'status'> & { invited: boolean }>(
      `select c.admission, e.status,
         exists (select from cohort_trainer t where t.cohort_id = c.id and t.user_id = $1) as trains,
         exists (select from invitation i where i.cohort_id = c.id and i.user_id = $1) as invited
       from cohort c left join enrolment e on e.cohort_id = c.id and e.user_id = $1 where c.id = $2`,
      [actor.userId, cohortId],
    );
    const { admission, trains, status, invited } = found(row);
    const standing = { admission, trainsCohort: trains, enrolment: status, invited };
    if (!may('sees-cohort', actor, standing)) throw new Problem('not-found');
    permit(sentence, actor, standing);
  }

  private at(unit?: Unit): [Query, Date] {
    return unit ? [unit.query, unit.now] : [(text, values) => this.database.query(text, values), this.clock.now()];
  }
}

/** @throws {Problem} `not-allowed`, `module-not-open` */
function permitted(round: Round, actor: SignedIn, sentence: SentenceName): Round {
  if (round.row.admission === 'invitation' && !may('reads-cohort', actor, round.standing))
    throw new Problem('not-found');
  permit(sentence, actor, round.standing);
  if (round.isOpen) return round;
  const { opensAt } = round.phases;
  throw new Problem('module-not-open', {
    params: { opensAt: instantSaid(opensAt, actor), instant: opensAt.toISOString() },
  });
}

/** A seed of its own for each round, from its id: the last 31 bits, which are chance. */
export function seedOf(roundId: string): number {
  return Number.parseInt(roundId.slice(-8), 16) & 0x7fffffff;
}
