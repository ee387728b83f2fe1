import type { PhasesView } from '@kohorte/contracts';
import { Clock, Database, found, hours, later, permit, Problem, type SignedIn, type Unit } from '@kohorte/platform';
import {
  type Actor,
  type Admission,
  type AssignmentDesign,
  assignmentPhases,
  type Criterion,
  type EnrolmentStatus,
  may,
  type Pacing,
  phaseAt,
  type Phases,
  type SentenceName,
} from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { instantSaid } from './instants.js';

/** Runs a statement, within a decision or outside. */
export type Query = <R extends object>(text: string, values?: unknown[]) => Promise<R[]>;

/** What `selectRound` gives: an assignment of a cohort as one person stands to it. */
interface RoundRow {
  round_id: string | null;
  seed: number | null;
  cohort_id: string;
  cohort_name: string;
  course_title: string;
  time_zone: string;
  pacing: Pacing;
  cancelled_at: Date | null;
  admission: Admission;
  trains: boolean;
  enrolment_id: string | null;
  status: EnrolmentStatus | null;
  item_id: string;
  title: string;
  body: string | null;
  body_format: 'markdown' | 'html';
  minutes: number;
  due_after_days: number;
  design: AssignmentDesign;
  step: number | null;
  opens_at: Date | null;
  due_moved_to: Date | null;
  reviews_moved_to: Date | null;
  extended_to: Date | null;
  team_id: string | null;
  rubric_id: string | null;
  rubric_number: number | null;
  criteria: Criterion[] | null;
  published_at: Date | null;
}

/**
 * Assignments of cohorts as the person $1 stands to them, for a condition on `c`, `i` or `rr`. Where learners go by
 * their own start, the release is the own one; who has none sees the assignment as not open.
 */
export const selectRound = `
  select rr.id as round_id, rr.seed, c.id as cohort_id, c.name as cohort_name, v.title as course_title, c.time_zone,
    c.pacing, c.cancelled_at, c.admission,
    exists (select from cohort_trainer t where t.cohort_id = c.id and t.user_id = $1) as trains,
    e.id as enrolment_id, e.status, i.id as item_id, i.title, i.body, i.body_format, i.minutes,
    coalesce(i.due_after_days, 0) as due_after_days, i.assignment as design,
    coalesce(own.step, shared.step) as step, coalesce(own.opens_at, shared.opens_at) as opens_at,
    rr.due_moved_to, rr.reviews_moved_to, mine.team_id,
    (select max(x.due_at) from extension x where x.round_id = rr.id and (x.enrolment_id = e.id
       or x.enrolment_id in (select o.enrolment_id from team_member o where o.team_id = mine.team_id))) as extended_to,
    rubric.id as rubric_id, rubric.number as rubric_number, rubric.criteria, rr.published_at
  from cohort c
  join course_version v on v.id = c.version_id
  join module m on m.version_id = c.version_id
  join item i on i.module_id = m.id and i.assignment is not null
  left join enrolment e on e.cohort_id = c.id and e.user_id = $1
  left join release own on c.pacing = 'relative'
    and own.cohort_id = c.id and own.module_id = m.id and own.enrolment_id = e.id
  left join release shared on shared.cohort_id = c.id and shared.module_id = m.id and shared.enrolment_id is null
  left join review_round rr on rr.cohort_id = c.id and rr.item_id = i.id
  left join team_member mine on mine.round_id = rr.id and mine.enrolment_id = e.id
  left join lateral (
    select b.id, b.number, b.criteria from rubric b where b.round_id = rr.id order by b.number desc limit 1) rubric on true`;

/** SQL that keeps others who allocate in the same round waiting until the transaction ends. */
export const lockRound = (cohortId: string, itemId: string): string =>
  `pg_advisory_xact_lock(hashtextextended('review ' || ${cohortId}::uuid || ' ' || ${itemId}::uuid, 0))`;

/** Nobody in particular, for what is done on behalf of the product. */
const nobody: Actor = { userId: '', roles: [], manages: [] };

/** An assignment in a cohort, as one person stands to it at one instant. */
export class Round {
  /** `null` while nobody has begun anything in it. */
  readonly roundId: string | null;
  readonly cohortId: string;
  readonly itemId: string;
  readonly enrolmentId: string | null;
  readonly teamId: string | null;
  readonly design: AssignmentDesign;
  readonly phases: Phases;
  /** Is a member: hands in and reviews. */
  readonly learns: boolean;
  readonly runs: boolean;
  readonly isOpen: boolean;

  constructor(
    readonly row: RoundRow,
    actor: Actor,
    readonly now: Date,
  ) {
    this.roundId = row.round_id;
    this.cohortId = row.cohort_id;
    this.itemId = row.item_id;
    this.enrolmentId = row.enrolment_id;
    this.teamId = row.team_id;
    this.design = row.design;
    this.phases = phasesOf(row);
    this.learns = may('learns-in-cohort', actor, this.standing);
    this.runs = may('runs-cohort', actor, this.standing);
    this.isOpen = (this.runs && !this.learns) || this.phases.opensAt <= now;
  }

  /** The same round with the phases of somebody who goes by their own start. */
  startedAt(opensAt: Date | null): Round {
    return new Round({ ...this.row, opens_at: opensAt }, nobody, this.now);
  }

  /**
   * The last instant at which nothing is reviewed yet: the common due date; where everybody gets their reviews at once,
   * the end of the common grace. Where learners go by their own start, one reviews as soon as one has handed in.
   */
  get reviewingFrom(): Date {
    if (this.isOwnPace) return this.phases.opensAt;
    const { reviewsFrom } = this.phases;
    return this.design.reviews.way === 'batch' ? later(reviewsFrom, hours(this.design.graceHours)) : reviewsFrom;
  }

  get standing() {
    return { admission: this.row.admission, trainsCohort: this.row.trains, enrolment: this.row.status };
  }

  /** The newest rubric; that of the course while nobody has changed it. */
  get rubric(): Criterion[] {
    return this.row.criteria ?? this.design.rubric;
  }

  /** Learners go by their own start, so that each has phases of their own. */
  get isOwnPace(): boolean {
    return this.row.pacing === 'relative';
  }

  get isPublished(): boolean {
    return this.now >= this.phases.publishAt;
  }

  get phasesView(): PhasesView {
    const { opensAt, dueAt, graceUntil, reviewsFrom, reviewsUntil, publishAt } = this.phases;
    return {
      phase: phaseAt(this.phases, this.now),
      opensAt: opensAt.toISOString(),
      dueAt: dueAt.toISOString(),
      graceUntil: graceUntil.toISOString(),
      reviewsFrom: reviewsFrom.toISOString(),
      reviewsUntil: reviewsUntil.toISOString(),
      publishAt: publishAt.toISOString(),
      timeZone: this.row.time_zone,
      extended: dueAt > reviewsFrom,
    };
  }
}

/** A long time away: for who has no release, an assignment never opens. */
const never = new Date('9999-01-01T00:00:00Z');

function phasesOf(row: RoundRow): Phases {
  if (!row.opens_at)
    return {
      opensAt: never,
      dueAt: never,
      graceUntil: never,
      reviewsFrom: never,
      reviewsUntil: never,
      publishAt: never,
    };
  return assignmentPhases({
    opensAt: row.opens_at,
    dueAfterDays: row.due_after_days,
    timeZone: row.time_zone,
    graceHours: row.design.graceHours,
    reviewDays: row.design.reviews.days,
    publishAfterHours: row.design.grading.publishAfterHours,
    dueMovedTo: row.due_moved_to,
    reviewsMovedTo: row.reviews_moved_to,
    extendedTo: row.extended_to,
  });
}

/** Whether work is reviewed at this instant. */
export function isReviewingTime({ now, reviewingFrom, phases }: Round): boolean {
  return reviewingFrom < now && now <= phases.reviewsUntil;
}

/** Until when a review that is given or worked on now is kept for its reviewer. */
export function leaseOf({ now, phases, design }: Round): Date {
  const until = later(now, hours(design.reviews.leaseHours));
  return until < phases.reviewsUntil ? until : phases.reviewsUntil;
}

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
