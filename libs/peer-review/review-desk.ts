import type { AssignmentView, ReviewRow } from '@kohorte/contracts';
import { Clock, Database, type SignedIn, type Unit } from '@kohorte/platform';
import { reviewsOwed } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { isInPool, mayBeTakenUp, stateAt, thereIs } from './pools.js';
import { othersOnceOver } from './owed.js';
import { isReviewingTime, type Round } from './round.js';
import type { Query } from './round-row.js';

type Desk = AssignmentView['reviewing'];

/** How somebody stands in a round, as far as reviewing goes. */
interface DeskRow {
  handed_in: boolean;
  /** Everybody got their reviews, where they get them at once. */
  allocated: boolean;
  /** There is a review that they may take up again. */
  lapsed: boolean;
  /** Works that they may review or have reviewed; 0 while reviews run, when it is asked of nobody. */
  others: number;
  rows: ReviewRow[];
}

/** What somebody has to review in a round, and what they have reviewed. */
@Injectable()
export class ReviewDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** In two statements at the most; the second only where there is something to ask for. */
  async of(actor: SignedIn, round: Round, unit?: Unit): Promise<Desk> {
    const query: Query = unit ? unit.query : (text, values) => this.database.query(text, values);
    const { handed_in, allocated, lapsed, others, rows } = await this.standing(query, actor, round);
    const { give } = round.design.reviews;
    const peers = rows.filter(({ kind }) => kind === 'peer');
    const count = (state: ReviewRow['state']): number => peers.filter((row) => row.state === state).length;
    const [given, held] = [count('done'), count('held')];
    const examples = {
      total: round.design.examples.length,
      done: rows.filter(({ kind, state }) => kind === 'example' && state === 'done').length,
    };
    const isOver = round.now > round.phases.reviewsUntil;
    const desk: Desk = {
      owed: reviewsOwed({ give, others: isOver ? others : null }),
      given,
      mayAsk: false,
      blockedBy: null,
      extraWelcome: false,
      rows,
      examples,
    };
    if (!round.learns) return desk;
    if (!handed_in) return { ...desk, blockedBy: 'not-handed-in' };
    if (isOver || round.row.cancelled_at) return { ...desk, blockedBy: 'over' };
    if (!isReviewingTime(round)) return { ...desk, blockedBy: 'not-yet' };
    if (examples.done < examples.total) return { ...desk, blockedBy: 'examples-first' };
    const mayGo = { ...desk, mayAsk: true };
    if (held > 0 || (round.design.reviews.way === 'batch' && !round.isOwnPace && !allocated)) return mayGo;
    const owes = given < give;
    if (owes && lapsed) return mayGo;
    const [there] = give === 0 ? [] : await this.ask(query, actor, round, owes ? 'another' : 'short');
    if (owes ? there?.another : there?.short) return { ...mayGo, extraWelcome: !owes };
    return { ...desk, blockedBy: 'nothing-there' };
  }

  private async standing(query: Query, actor: SignedIn, round: Round): Promise<DeskRow> {
    if (!round.roundId) return { handed_in: false, allocated: false, lapsed: false, others: 0, rows: [] };
    const [row] = await query<DeskRow>(
      `select r.allocated_at is not null as allocated,
         case when $4 then ${othersOnceOver({ round: 'r.id', person: '$2::uuid', enrolment: '$5::uuid', until: '$6::timestamptz' })} else 0 end as others,
         exists (select from submission_author a join submission s on s.id = a.submission_id
           where a.round_id = r.id and a.user_id = $2 and s.handed_in_at is not null) as handed_in,
         exists (select from review v join submission s on s.id = v.submission_id and ${isInPool}
           where v.round_id = r.id and v.reviewer_id = $2 and ${mayBeTakenUp} and ${stateAt('$3')} = 'lapsed') as lapsed,
         coalesce((
           select json_agg(json_build_object('reviewId', v.id, 'number', v.number, 'kind', v.kind,
             'state', ${stateAt('$3')}, 'leaseUntil', case when v.done_at is null then ${instant('v.lease_until')} end,
             'doneAt', ${instant('v.done_at')}, 'extra', v.extra) order by v.kind, v.number)
           from review v where v.round_id = r.id and v.reviewer_id = $2 and v.kind in ('example', 'peer')
             and (v.done_at is not null or v.lapsed_why is null or v.lapsed_why in ('lease', 'left'))), '[]') as rows
       from review_round r where r.id = $1`,
      [
        round.roundId,
        actor.userId,
        this.clock.now(),
        round.now > round.phases.reviewsUntil,
        round.enrolmentId,
        round.phases.reviewsUntil,
      ],
    );
    return row ?? { handed_in: false, allocated: false, lapsed: false, others: 0, rows: [] };
  }

  private ask(
    query: Query,
    actor: SignedIn,
    round: Round,
    what: 'another' | 'short',
  ): Promise<{ another: boolean; short: boolean }[]> {
    return query(thereIs, [round.roundId, actor.userId, round.now, round.design.reviews.need, what]);
  }
}

/** SQL: an instant as JSON has it. */
const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
