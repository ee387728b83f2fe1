import type { PersonView, ReviewRow, ReviewView, SubmissionFileView } from '@kohorte/contracts';
import { renderText } from '@kohorte/courses';
import { personView } from '@kohorte/people';
import { found, Problem, type SignedIn, type Unit } from '@kohorte/platform';
import { type Criterion, type CriterionAnswer, pointsOf } from '@kohorte/rules';
import type { Review } from './entities/review.entity.js';
import { stateAt } from './pools.js';
import type { Round } from './round.js';
import type { Query } from './round-row.js';
import type { Rounds } from './rounds.js';
import { workColumns, workView } from './works.js';

/** A review with what its reviewer sees beside it. */
interface OwnReviewRow {
  id: string;
  round_id: string;
  submission_id: string | null;
  example_id: string | null;
  kind: Review['kind'];
  way: Review['way'];
  number: number;
  state: ReviewRow['state'];
  lease_until: Date | null;
  lapsed_why: string | null;
  done_at: Date | null;
  extra: boolean;
  answers: CriterionAnswer[];
  overall: string | null;
  revision: number;
  enrolment_id: string | null;
  points: number | null;
  rubric: Criterion[];
  excluded: boolean;
  flagged: boolean;
  authors: PersonView[];
  text: string | null;
  link: string | null;
  video: string | null;
  files: SubmissionFileView[];
}

/** A review of one's own in its round. */
export interface OwnReview {
  row: OwnReviewRow;
  round: Round;
}

/**
 * A review of the actor's own, in two statements; within a decision nobody else changes it meanwhile.
 * @throws {Problem} `not-found` for that of somebody else, and for who has left the cohort: the work of others is closed
 *   to them
 */
export async function ownReview(
  [query, now]: [Query, Date],
  rounds: Rounds,
  actor: SignedIn,
  reviewId: string,
  unit?: Unit,
): Promise<OwnReview> {
  const [row] = await query<OwnReviewRow>(
    `select v.id, v.round_id, v.submission_id, v.example_id, v.kind, v.way, v.number, ${stateAt('$3')} as state,
       v.lease_until, v.lapsed_why, v.done_at, v.extra, v.answers, v.overall, v.revision, v.enrolment_id, v.points,
       b.criteria as rubric,
       s.id is not null and (s.excluded_at is not null or s.handed_in_at is null) as excluded,
       exists (select from review_flag f where f.review_id = v.id) as flagged,
       coalesce((
         select json_agg(${personView('u')} order by u.family_name, u.given_name, u.id)
         from submission_author a join app_user u on u.id = a.user_id where a.submission_id = s.id), '[]') as authors,
       ${workColumns}
     from review v join rubric b on b.id = v.rubric_id left join submission s on s.id = v.submission_id
     where v.id = $1 and v.reviewer_id = $2 ${unit ? 'for update of v' : ''}`,
    [reviewId, actor.userId, now],
  );
  const { round_id } = found(row);
  const round = await rounds.byId(actor, round_id, 'gives-review', { more: { own: true }, ...(unit ? { unit } : {}) });
  if (row!.kind === 'trainer' ? !round.runs : !round.learns) throw new Problem('not-found');
  return { row: row!, round };
}

/**
 * Whether a review may still be written. A lease that has run out does not close it while reviews run, so that nothing
 * typed is lost; trainers review as long as they like.
 */
export function isOpen({ row, round }: OwnReview): boolean {
  if (row.excluded || row.lapsed_why === 'conflict' || round.row.cancelled_at) return false;
  if (row.kind === 'trainer') return true;
  if (round.now > round.phases.reviewsUntil) return false;
  return row.kind === 'peer' ? round.now > round.reviewingFrom || row.way === 'batch' : row.done_at === null;
}

/** A review as its reviewer sees it: where they must not know the authors, nothing tells who these are. */
export function reviewView({ row, round }: OwnReview, actor: SignedIn): ReviewView {
  const { design } = round;
  const mayKnow = row.kind === 'trainer' || design.anonymity !== 'double-blind';
  const example = design.examples.find(({ exampleId }) => exampleId === row.example_id);
  const work = row.kind === 'example' ? { text: example?.text ?? null, link: null, video: null, files: [] } : row;
  return {
    reviewId: row.id,
    number: row.number,
    kind: row.kind,
    state: row.state,
    leaseUntil: row.done_at ? null : (row.lease_until?.toISOString() ?? null),
    doneAt: row.done_at?.toISOString() ?? null,
    extra: row.extra,
    cohortId: round.cohortId,
    itemId: round.itemId,
    title: round.row.title,
    instructionsHtml: round.row.body ? renderText(round.row.body, round.row.body_format) : null,
    submissionId: row.submission_id,
    work: workView(work, mayKnow ? 'knows' : 'must-not-know', actor),
    authors: mayKnow && row.submission_id ? row.authors : null,
    rubric: row.rubric,
    // Comments are plain text and are shown as text, so that they come back as they were written: also what looks like HTML.
    answers: row.answers,
    overall: row.overall,
    revision: row.revision,
    leastWords: row.kind === 'peer' ? design.reviews.leastWords : 0,
    until: round.phases.reviewsUntil.toISOString(),
    open: isOpen({ row, round }),
    flagged: row.flagged,
    compare: example && row.done_at ? compared(row, example.answers, design.rubric) : null,
  };
}

function compared(row: OwnReviewRow, right: CriterionAnswer[], courseRubric: Criterion[]): ReviewView['compare'] {
  return {
    answers: right,
    own: row.points ?? 0,
    // The trainer answered for the course's rubric; where that was changed for the cohort, by its own measure.
    right: pointsOf(right, row.rubric) ?? pointsOf(right, courseRubric) ?? 0,
  };
}
