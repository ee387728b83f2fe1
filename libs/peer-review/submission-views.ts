import type { AppealView, PersonView, SubmissionFileView, SubmissionView } from '@kohorte/contracts';
import { personView } from '@kohorte/people';
import { Clock, Database, found, type SignedIn } from '@kohorte/platform';
import type { Criterion } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { gradeColumns, gradeJoins, type GradeRow, gradeView } from './grade-views.js';
import { stateAt } from './pools.js';
import { Rounds } from './rounds.js';
import { workColumns, workView } from './works.js';

/** One submission with everything about it. */
@Injectable()
export class SubmissionViews {
  constructor(
    private readonly rounds: Rounds,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Two statements. What is still being written stays with its authors: of a draft, only its length is told.
   * @throws {Problem} `not-found`, `not-allowed`
   */
  async view(actor: SignedIn, submissionId: string): Promise<SubmissionView> {
    const row = found(await this.database.one<SubmissionRow>(submissionStatement, [submissionId, this.clock.now()]));
    const round = await this.rounds.byId(actor, row.round_id, 'runs-cohort');
    const work = workView(row, 'knows', actor);
    return {
      submissionId,
      cohortId: round.cohortId,
      itemId: round.itemId,
      title: round.row.title,
      authors: row.authors,
      handedInAt: row.handed_in_at?.toISOString() ?? null,
      late: row.late,
      excluded: row.excluded_at && (row.excluded_why ?? ''),
      work: row.handed_in_at ? work : { ...work, html: null, link: null, video: null, files: [] },
      rubric: row.rubric ?? round.rubric,
      reviews: row.all_reviews.map((review) => reviewOf(review, row)),
      grade: gradeView(row, round.design),
      appeals: row.appeals.map((appeal) => ({
        ...appeal,
        madeAt: instant(appeal.madeAt),
        decidedAt: appeal.decidedAt && instant(appeal.decidedAt),
      })),
      flags: row.flags.map((flag) => ({ ...flag, at: instant(flag.at) })),
      gallery: { consents: row.consents, shown: row.gallery_at !== null },
    };
  }
}

type ReviewJson = Omit<SubmissionView['reviews'][number], 'share' | 'corrected'>;

interface SubmissionRow extends GradeRow {
  round_id: string;
  authors: PersonView[];
  handed_in_at: Date | null;
  late: boolean;
  excluded_at: Date | null;
  excluded_why: string | null;
  gallery_at: Date | null;
  consents: boolean;
  rubric: Criterion[] | null;
  text: string | null;
  link: string | null;
  video: string | null;
  files: SubmissionFileView[];
  shares: { reviewId: string; share: number; corrected: number }[] | null;
  all_reviews: ReviewJson[];
  appeals: AppealView[];
  flags: SubmissionView['flags'];
}

/** $1 the submission, $2 now. The reviewing shown is that of its only author: a team has no reviewing of its own. */
const submissionStatement = `
  select s.round_id, s.handed_in_at, s.late, s.excluded_at, s.excluded_why, s.gallery_at, b.criteria as rubric,
    g.shares, ${workColumns}, ${gradeColumns(`(
      select (array_agg(one.enrolment_id))[1] from submission_author one
      where one.submission_id = s.id having count(*) = 1)`)},
    (select coalesce(json_agg(${personView('u')} order by u.family_name, u.given_name, u.id), '[]')
      from submission_author a join app_user u on u.id = a.user_id where a.submission_id = s.id) as authors,
    (select coalesce(bool_and(a.gallery_consent_at is not null), false)
      from submission_author a where a.submission_id = s.id) as consents,
    coalesce((
      select json_agg(json_build_object(
        'reviewId', v.id, 'reviewer', case when u.id is not null then ${personView('u')} end, 'kind', v.kind,
        'state', ${stateAt('$2')}, 'doneAt', v.done_at, 'answers', v.answers, 'overall', v.overall, 'points', v.points,
        'setAside', case when v.set_aside_at is not null then coalesce(v.set_aside_why, '') end,
        'rating', v.helpful, 'answer', v.answer,
        'allocated', json_build_object('way', v.way, 'seed', v.seed, 'reason', v.reason)) order by v.allocated_at, v.id)
      from review v left join app_user u on u.id = v.reviewer_id where v.submission_id = s.id), '[]') as all_reviews,
    coalesce((
      select json_agg(json_build_object('appealId', p.id, 'reason', p.reason, 'madeAt', p.made_at,
        'decidedAt', p.decided_at, 'answer', p.answer, 'pointsBefore', p.points_before, 'pointsAfter', p.points_after))
      from appeal p where p.submission_id = s.id), '[]') as appeals,
    coalesce((
      select json_agg(json_build_object('flagId', f.id, 'kind', f.kind, 'note', f.note,
        'by', case when u.id is not null then ${personView('u')} end, 'at', f.flagged_at, 'decision', f.decision, 'decidedWhy', f.decided_why)
        order by f.flagged_at, f.id)
      from review_flag f left join app_user u on u.id = f.flagged_by where f.submission_id = s.id), '[]') as flags
  from submission s left join rubric b on b.id = s.rubric_id ${gradeJoins}
  where s.id = $1`;

/** What is being written as a review is its reviewer’s until it is given. */
function reviewOf(review: ReviewJson, { shares }: SubmissionRow): SubmissionView['reviews'][number] {
  const isDone = review.state === 'done';
  const counted = shares?.find(({ reviewId }) => reviewId === review.reviewId);
  return {
    ...review,
    doneAt: review.doneAt && instant(review.doneAt),
    answers: isDone ? review.answers : [],
    overall: isDone ? review.overall : null,
    share: counted?.share ?? null,
    corrected: counted?.corrected ?? null,
  };
}

/** Postgres writes instants in JSON in its own way. */
function instant(text: string): string {
  return new Date(text).toISOString();
}
