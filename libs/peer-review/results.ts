import type { AppealView, AssignmentView, PersonView, ReceivedReview } from '@kohorte/contracts';
import { personView } from '@kohorte/people';
import { Database, type SignedIn, type Unit } from '@kohorte/platform';
import { type CriterionAnswer, tenth } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { type GradeRow, gradeColumns, gradeJoins, gradeView } from './grade-views.js';
import { answerableUntil } from './response-time.js';
import type { Round } from './round.js';
import type { Query } from './round-row.js';

type Result = NonNullable<AssignmentView['result']>;

/** Results as authors see them, once grades are shown. */
@Injectable()
export class Results {
  constructor(private readonly database: Database) {}

  /**
   * `null` before grades are shown, and for who has handed in nothing. Two statements. Work that a trainer has taken out
   * of the round has no grade.
   */
  async of(_actor: SignedIn, round: Round, unit?: Unit): Promise<Result | null> {
    if (!round.roundId || !round.enrolmentId || !round.learns || !round.isPublished) return null;
    const query: Query = unit ? unit.query : (text, values) => this.database.query(text, values);
    const [own] = await query<OwnRow>(ownStatement, [round.roundId, round.enrolmentId]);
    if (!own) return null;
    const grade = own.excluded ? null : gradeView(own, round.design);
    const rows = await query<ReceivedRow>(receivedStatement, [own.submission_id, round.design.anonymity === 'open']);
    const shareOf = new Map((own.shares ?? []).map((share) => [share.reviewId, share]));
    return {
      grade,
      reviews: rows.map((row, index) => receivedReview(row, index + 1, shareOf.get(row.id))),
      appeal: own.appeal && appealView(own.appeal),
      mayAppeal: grade !== null && !own.appeal && round.now <= answerableUntil(round, own.published_at),
    };
  }
}

const ownStatement = `
  select s.id as submission_id, s.excluded_at is not null as excluded, ${gradeColumns('me.enrolment_id')}, g.shares,
    g.published_at, (
      select json_build_object('appealId', a.id, 'reason', a.reason, 'madeAt', a.made_at, 'decidedAt', a.decided_at,
        'answer', a.answer, 'pointsBefore', a.points_before, 'pointsAfter', a.points_after)
      from appeal a where a.submission_id = s.id) as appeal
  from submission_author me join submission s on s.id = me.submission_id ${gradeJoins}
  where me.round_id = $1 and me.enrolment_id = $2 and s.handed_in_at is not null`;

/** In an order that says nothing about when they came; the same each time. */
const receivedStatement = `
  select r.id, r.kind, r.answers, r.overall, r.points, r.helpful, r.answer,
    case when $2::boolean and u.id is not null then ${personView('u')} end as by
  from review r left join app_user u on u.id = r.reviewer_id
  where r.submission_id = $1 and r.done_at is not null and r.set_aside_at is null
  order by md5(r.id::text)`;

interface OwnRow extends GradeRow {
  submission_id: string;
  excluded: boolean;
  shares: { reviewId: string; share: number; corrected: number }[] | null;
  published_at: Date | null;
  appeal: AppealView | null;
}

interface ReceivedRow {
  id: string;
  kind: 'peer' | 'trainer';
  answers: CriterionAnswer[];
  overall: string | null;
  points: number;
  helpful: number | null;
  answer: string | null;
  by: PersonView | null;
}

/** Numbered as they are shown: the number that its reviewer counts it by would say in which order they reviewed. */
function receivedReview(
  { id, kind, answers, overall, points, helpful, answer, by }: ReceivedRow,
  number: number,
  share?: { share: number; corrected: number },
): ReceivedReview {
  return {
    reviewId: id,
    number,
    by,
    byTrainer: kind === 'trainer',
    answers,
    overall,
    points: tenth(points),
    share: share?.share ?? 0,
    corrected: share?.corrected ?? 0,
    rating: helpful === null ? null : { helpful },
    answer,
  };
}

/** Instants within JSON as those of the contract. */
function appealView(appeal: AppealView): AppealView {
  return {
    ...appeal,
    madeAt: new Date(appeal.madeAt).toISOString(),
    decidedAt: appeal.decidedAt && new Date(appeal.decidedAt).toISOString(),
  };
}
