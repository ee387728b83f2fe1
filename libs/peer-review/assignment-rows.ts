import type { AssignmentRow } from '@kohorte/contracts';
import { reviewsOwed } from '@kohorte/rules';
import { gradeColumns, gradeJoins, type GradeRow, gradeView } from './grade-views.js';
import { othersOnceOver } from './owed.js';
import { stateAt } from './pools.js';
import type { Round } from './round.js';
import type { Query } from './round-row.js';

interface OwnStateRow extends GradeRow {
  round_id: string;
  handed_in_at: Date | null;
  late: boolean | null;
  excluded: boolean;
  begun: boolean;
  given: number;
  held: number;
  /** Once reviews are over. */
  others: number | null;
}

/** The assignments of a cohort as the enrolment stands to them; one statement, however many they are. */
export async function assignmentRows(query: Query, rounds: readonly Round[]): Promise<AssignmentRow[]> {
  const states = new Map((await ownStates(query, rounds)).map((row) => [row.round_id, row]));
  return rounds.map((round) => rowOf(round, states.get(round.roundId ?? '')));
}

function rowOf(round: Round, own: OwnStateRow | undefined): AssignmentRow {
  const { give } = round.design.reviews;
  const grade = own && !own.excluded && round.learns && round.isPublished ? gradeView(own, round.design) : null;
  return {
    cohortId: round.cohortId,
    itemId: round.itemId,
    title: round.row.title,
    step: round.row.step,
    phases: round.phasesView,
    state: stateOf(own),
    reviews: {
      given: own?.given ?? 0,
      owed: reviewsOwed({ give, others: own?.others ?? null }),
      held: own?.held ?? 0,
    },
    points: grade?.total ?? null,
    runs: round.runs,
  };
}

function stateOf(own: OwnStateRow | undefined): AssignmentRow['state'] {
  if (!own?.begun) return 'none';
  if (!own.handed_in_at) return 'draft';
  return own.late ? 'late' : 'handed-in';
}

async function ownStates(query: Query, rounds: readonly Round[]): Promise<OwnStateRow[]> {
  const begun = rounds.filter(({ roundId, enrolmentId }) => roundId && enrolmentId);
  const [one] = begun;
  if (!one) return [];
  return query<OwnStateRow>(
    `select r.id as round_id, s.id is not null as begun, s.handed_in_at, s.late, s.excluded_at is not null as excluded,
       coalesce(mine.given, 0) as given, coalesce(mine.held, 0) as held,
       case when asked.over_at is not null then ${othersOnceOver({ round: 'r.id', person: 'e.user_id', enrolment: '$2::uuid', until: 'asked.over_at' })} end as others,
       ${gradeColumns('$2::uuid')}
     from unnest($1::uuid[], $4::timestamptz[]) asked (round_id, over_at)
     join review_round r on r.id = asked.round_id
     join enrolment e on e.id = $2
     left join team_member member on member.round_id = r.id and member.enrolment_id = $2
     left join submission_author me on me.round_id = r.id and me.enrolment_id = $2
     left join submission s on s.id = coalesce(
       (select of_team.id from submission of_team where of_team.team_id = member.team_id), me.submission_id)
     ${gradeJoins}
     left join lateral (
       select (count(*) filter (where ${stateAt('$3')} = 'done'))::int as given,
         (count(*) filter (where ${stateAt('$3')} = 'held'))::int as held
       from review v where v.round_id = r.id and v.enrolment_id = $2 and v.kind = 'peer') mine on true
`,
    [
      begun.map(({ roundId }) => roundId),
      one.enrolmentId,
      one.now,
      begun.map(({ now, phases }) => (now > phases.reviewsUntil ? phases.reviewsUntil : null)),
    ],
  );
}
