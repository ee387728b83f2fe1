import type { BodyOf, PersonView, ReplyOf } from '@kohorte/contracts';
import { personView } from '@kohorte/people';
import { Database, found, Problem, type SignedIn, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { AssignmentViews } from './assignment-views.js';
import { lockSubmission } from './decided-grades.js';
import type { Round } from './round.js';
import { Rounds } from './rounds.js';
import { SubmissionViews } from './submission-views.js';
import { workColumns, type WorkRow, workView } from './works.js';

/** Best work, shown with the consent of its authors. */
@Injectable()
export class Gallery {
  constructor(
    private readonly database: Database,
    private readonly work: Work,
    private readonly rounds: Rounds,
    private readonly assignmentViews: AssignmentViews,
    private readonly submissionViews: SubmissionViews,
  ) {}

  /**
   * Given at any time once something is handed in. Taken back by one author, the work is gone from the gallery at once,
   * and does not come back by itself.
   * @throws {Problem} `nothing-handed-in`
   */
  async consent(
    actor: SignedIn,
    cohortId: string,
    itemId: string,
    consents: BodyOf<'PUT /cohorts/:cohortId/assignments/:itemId/gallery-consent'>['consents'],
  ): Promise<ReplyOf<'PUT /cohorts/:cohortId/assignments/:itemId/gallery-consent'>> {
    await this.work.run(async (unit) => {
      const round = await this.rounds.of(actor, cohortId, itemId, 'learns-in-cohort', unit);
      const [own] = await unit.query<{ submission_id: string }>(
        `select a.submission_id from submission_author a join submission s on s.id = a.submission_id
         where s.handed_in_at is not null and a.round_id = $1 and a.enrolment_id = $2 for no key update of s`,
        [round.roundId, round.enrolmentId],
      );
      if (!own) throw new Problem('nothing-handed-in');
      await unit.query(
        `update submission_author set gallery_consent_at = case when $3 then coalesce(gallery_consent_at, $4) end
         where round_id = $1 and enrolment_id = $2`,
        [round.roundId, round.enrolmentId, consents, unit.now],
      );
      if (consents) return;
      const hidden = await unit.query(
        `update submission set gallery_at = null where id = $1 and gallery_at is not null returning id`,
        [own.submission_id],
      );
      if (hidden.length > 0) unit.record('peer-review.gallery-changed', { submissionId: own.submission_id });
    }, actor.userId);
    return this.assignmentViews.view(actor, cohortId, itemId);
  }

  /**
   * What is shown, once grades are. Who may not know authors sees neither their names nor what they called their files;
   * points are for the authors themselves and for those who run the cohort. One statement.
   */
  async entries(
    actor: SignedIn,
    cohortId: string,
    itemId: string,
  ): Promise<ReplyOf<'GET /cohorts/:cohortId/assignments/:itemId/gallery'>> {
    const round = await this.rounds.of(actor, cohortId, itemId, 'reads-cohort');
    if (!round.roundId || !isOpen(round)) return [];
    const rows = await this.database.query<EntryRow>(entriesStatement, [round.roundId, actor.userId]);
    const mayKnow = round.runs || round.design.anonymity !== 'double-blind';
    return rows.map((row) => ({
      submissionId: row.id,
      authors: mayKnow || row.is_own ? row.authors : null,
      work: workView(row, row.is_own ? 'author' : mayKnow ? 'knows' : 'must-not-know', actor),
      points: round.runs || row.is_own ? row.points : null,
    }));
  }

  /**
   * Shows a work, once grades are shown, or takes it out again.
   * @throws {Problem} `not-found`, `not-allowed`, `no-consent`
   */
  async show(
    actor: SignedIn,
    submissionId: string,
    shown: BodyOf<'PUT /submissions/:submissionId/gallery'>['shown'],
  ): Promise<ReplyOf<'PUT /submissions/:submissionId/gallery'>> {
    await this.work.run(async (unit) => {
      // Consent is given and taken with the submission locked as well.
      const { roundId } = found(await lockSubmission(unit, submissionId));
      await this.rounds.byId(actor, roundId, 'runs-cohort', { unit });
      const [consents] = await unit.query<{ all: boolean }>(
        `select s.handed_in_at is not null and s.excluded_at is null and bool_and(a.gallery_consent_at is not null) as all
         from submission s join submission_author a on a.submission_id = s.id where s.id = $1 group by s.id`,
        [submissionId],
      );
      if (shown && !consents?.all) throw new Problem('no-consent');
      const changed = await unit.query(
        `update submission set gallery_at = case when $2 then $3::timestamptz end
         where id = $1 and (gallery_at is not null) <> $2 returning id`,
        [submissionId, shown, unit.now],
      );
      if (changed.length > 0) unit.record('peer-review.gallery-changed', { submissionId });
    }, actor.userId);
    return this.submissionViews.view(actor, submissionId);
  }
}

/** Those who run a cohort see it before it opens; where each goes by their own start, it opens for each by itself. */
function isOpen(round: Round): boolean {
  return round.isPublished || round.runs;
}

/** Consent is asked of every author at the moment of looking, whatever was shown before. */
const entriesStatement = `
  select s.id, ${workColumns}, coalesce(d.points, g.points) as points,
    (select json_agg(${personView('u')} order by u.family_name, u.given_name, u.id)
      from submission_author a join app_user u on u.id = a.user_id where a.submission_id = s.id) as authors,
    exists (select from submission_author a where a.submission_id = s.id and a.user_id = $2) as is_own
  from submission s
  left join grade g on g.submission_id = s.id
  left join grade_decision d on d.submission_id = s.id and d.taken_back_at is null
  where s.round_id = $1 and s.gallery_at is not null and s.handed_in_at is not null and s.excluded_at is null
    and not exists (select from submission_author a where a.submission_id = s.id and a.gallery_consent_at is null)
  order by md5(s.id::text) limit 100`;

interface EntryRow extends WorkRow {
  id: string;
  points: number | null;
  authors: PersonView[];
  is_own: boolean;
}
