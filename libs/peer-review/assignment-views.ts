import type { AssignmentView, ReplyOf } from '@kohorte/contracts';
import { renderText } from '@kohorte/courses';
import { Database, type SignedIn } from '@kohorte/platform';
import type { Criterion } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { assignmentRows } from './assignment-rows.js';
import { OwnSubmissions } from './own-submissions.js';
import { Results } from './results.js';
import { ReviewDesk } from './review-desk.js';
import type { Round } from './round.js';
import { Rounds } from './rounds.js';

/** Assignments as those see them who do them. */
@Injectable()
export class AssignmentViews {
  constructor(
    private readonly database: Database,
    private readonly rounds: Rounds,
    private readonly ownSubmissions: OwnSubmissions,
    private readonly desk: ReviewDesk,
    private readonly results: Results,
  ) {}

  async view(
    actor: SignedIn,
    cohortId: string,
    itemId: string,
  ): Promise<ReplyOf<'GET /cohorts/:cohortId/assignments/:itemId'>> {
    const round = await this.rounds.of(actor, cohortId, itemId, 'reads-cohort');
    const submission = await this.ownSubmissions.of(actor, round);
    const reviewing = await this.desk.of(actor, round);
    const result = await this.results.of(actor, round);
    const { gallery, pinned } = await this.around(actor, round);
    const { row, design } = round;
    return {
      cohortId: round.cohortId,
      itemId: round.itemId,
      title: row.title,
      courseTitle: row.course_title,
      cohortName: row.cohort_name,
      step: row.step,
      instructionsHtml: row.body ? renderText(row.body, row.body_format) : null,
      minutes: row.minutes,
      anonymity: design.anonymity,
      handIn: design.handIn,
      leastWords: design.leastWords,
      mostWords: design.mostWords,
      template: design.template,
      teams: design.teams,
      rubric: pinned ?? round.rubric,
      phases: round.phasesView,
      learns: round.learns,
      runs: round.runs,
      submission,
      reviewing,
      result,
      gallery,
    };
  }

  /** The gallery, and the rubric that the own submission is judged by. */
  private async around(
    actor: SignedIn,
    round: Round,
  ): Promise<{ gallery: AssignmentView['gallery']; pinned: Criterion[] | null }> {
    if (!round.roundId) return { gallery: { consents: false, shown: false, entries: 0 }, pinned: null };
    const row = await this.database.one<AssignmentView['gallery'] & { pinned: Criterion[] | null }>(
      `select coalesce(a.gallery_consent_at is not null, false) as consents,
         coalesce(s.gallery_at is not null, false) as shown, b.criteria as pinned,
         (select count(*)::int from submission g where g.round_id = r.id and g.gallery_at is not null) as entries
       from review_round r
       left join submission_author a on a.round_id = r.id and a.enrolment_id = $2
       left join submission s on s.id = a.submission_id
       left join rubric b on b.id = s.rubric_id
       where r.id = $1`,
      [round.roundId, round.enrolmentId],
    );
    const { pinned, ...gallery } = row!;
    return { gallery, pinned };
  }

  async list(actor: SignedIn, cohortId: string): Promise<ReplyOf<'GET /cohorts/:cohortId/assignments'>> {
    const rounds = await this.rounds.ofCohort(actor, cohortId, 'reads-cohort');
    return assignmentRows((text, values) => this.database.query(text, values), rounds);
  }
}
