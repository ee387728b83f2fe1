import { Database } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { tookMore } from './about-assignment.js';
import { Telling } from './telling.js';

/**
 * Who is told what about assignments and their reviews. Nobody is told anything at the moment of a hand-in or a review,
 * and no message names an author or a reviewer to the other side: when and what would give them away.
 */
@Injectable()
export class ReviewMessages {
  constructor(
    private readonly telling: Telling,
    private readonly database: Database,
  ) {}

  /** The whole cohort: one row in the app, a mail to each. */
  async tellDeadlineMoved(roundId: string, factId: string | null): Promise<void> {
    const round = await this.database.one<{ cohort_id: string }>(
      `select r.cohort_id from review_round r join cohort c on c.id = r.cohort_id
       where r.id = $1 and c.cancelled_at is null`,
      [roundId],
    );
    if (!round) return;
    const onceKey = factId ?? roundId;
    await this.telling.broadcast('deadline-moved', roundId, round.cohort_id, onceKey);
    await this.telling.mailMany({ kind: 'deadline-moved', onceKey, to: members, values: [roundId] });
  }

  /** Who was given more time, and those in a team with them; not any more once it was taken back. */
  async tellExtended(roundId: string, enrolmentId: string, factId: string | null): Promise<void> {
    await this.telling.tell({
      kind: 'extension-given',
      onceKey: factId ?? roundId,
      to: `${members} and exists (select from extension x where x.round_id = r.id and x.enrolment_id = $5)
           and (e.id = $5 or e.id in (
             select mate.enrolment_id from team_member mine join team_member mate on mate.team_id = mine.team_id
             where mine.round_id = r.id and mine.enrolment_id = $5))`,
      values: [roundId, enrolmentId],
    });
  }

  /**
   * Each author who has reviews to give, once a round: when reviews begin, or where everybody gets theirs at once, when
   * they have them.
   */
  async tellReviewsOpened(roundId: string): Promise<void> {
    await this.telling.tell(
      {
        kind: 'reviews-opened',
        to: `${authors} and r.reviews_closed_at is null and ${owes('a.user_id')}
             and (r.allocated_at is not null or i.assignment #>> '{reviews,way}' <> 'batch')`,
        values: [roundId],
      },
      { urgent: false },
    );
  }

  async tellReviewsOwed(roundId: string, batchId: string): Promise<void> {
    await this.telling.tell(
      { kind: 'reviews-owed', onceKey: batchId, to: `${asked} and k.kind = 'owed' and ${owes('k.user_id')}`, values: [roundId, batchId] }, // prettier-ignore
      { urgent: false },
    );
  }

  async tellMoreReviewsAsked(roundId: string, batchId: string): Promise<void> {
    await this.telling.tell(
      {
        kind: 'more-reviews-asked',
        onceKey: batchId,
        to: `${asked} and k.kind = 'more' and not ${tookMore('k')}`,
        values: [roundId, batchId],
      },
      { urgent: false },
    );
  }

  async tellWorkFlagged(flagId: string): Promise<void> {
    await this.telling.tell({
      kind: 'work-flagged',
      to: trainersOf('review_flag'),
      values: [flagId],
    });
  }

  /** Each author whose work has a grade; who is told later, since it came later, is not told twice. */
  async tellGradesPublished(roundId: string): Promise<void> {
    await this.telling.tell(
      { kind: 'grades-published', to: `${graded} where r.id = $4 and r.published_at is not null`, values: [roundId] },
      { urgent: false },
    );
  }

  /** A grade that is shown by itself, or has changed after that: who has heard of it before, hears of the change. */
  async tellGradeShown(submissionId: string, factId: string | null): Promise<void> {
    await this.tellGrade(submissionId, factId, `(r.published_at is not null or g.published_at is not null)`);
  }

  /** A trainer has decided, or taken a decision back; what was decided before the grade was shown is nobody's news. */
  async tellGradeDecided(submissionId: string, factId: string | null): Promise<void> {
    await this.tellGrade(submissionId, factId, `$5 >= least(r.published_at, g.published_at)`);
  }

  private async tellGrade(submissionId: string, factId: string | null, isNews: string): Promise<void> {
    const fact = await this.database.one<{ recorded_at: Date }>(`select recorded_at from fact where id = $1`, [factId]);
    const values = [submissionId, fact?.recorded_at ?? null];
    await this.telling.tell({
      kind: 'grade-changed',
      onceKey: factId ?? submissionId,
      to: `${graded} where s.id = $4 and ${isNews} and exists (
             select from notice n where n.user_id = a.user_id and n.kind = 'grades-published' and n.once_key = s.id
               and n.created_at < $5::timestamptz)`,
      values,
    });
    await this.telling.tell({
      kind: 'grades-published',
      to: `${graded} where s.id = $4 and ${isNews} and ($5::timestamptz is null or true)`,
      values,
    });
  }

  async tellAppealed(appealId: string): Promise<void> {
    await this.telling.tell({
      kind: 'appeal-made',
      to: `${trainersOf('appeal')} and about.decided_at is null`,
      values: [appealId],
    });
  }

  /** Both sides: the authors and those who run the cohort. */
  async tellAppealDecided(appealId: string): Promise<void> {
    await this.telling.tell({
      kind: 'appeal-decided',
      to: `${trainersOf('appeal')} and about.decided_at is not null
           union
           select a.user_id, about.id from appeal about
           join submission_author a on a.submission_id = about.submission_id and ${isMember('a')}
           where about.id = $4 and about.decided_at is not null`,
      values: [appealId],
    });
  }
}

/** Whether the author `a` has not left the cohort. */
const isMember = (a: string): string => `exists (
  select from enrolment by_e where by_e.id = ${a}.enrolment_id and by_e.status in ('active', 'completed'))`;

/** Those in the cohort of round $4. */
const members = `select e.user_id, r.id as subject_id from review_round r
  join cohort c on c.id = r.cohort_id and c.cancelled_at is null
  join enrolment e on e.cohort_id = r.cohort_id and e.status in ('active', 'completed')
  where r.id = $4`;

/** The authors of what is in the pool of round $4. */
const authors = `select a.user_id, r.id as subject_id from review_round r
  join cohort c on c.id = r.cohort_id and c.cancelled_at is null
  join item i on i.id = r.item_id
  join submission_author a on a.round_id = r.id and ${isMember('a')}
  join submission s on s.id = a.submission_id and s.handed_in_at is not null and s.excluded_at is null
  where r.id = $4`;

/** Those whom the batch $5 of reminders in round $4 is for. */
const asked = `select k.user_id, r.id as subject_id from review_round r
  join cohort c on c.id = r.cohort_id and c.cancelled_at is null
  join item i on i.id = r.item_id
  join review_reminder k on k.batch_id = $5 and k.round_id = r.id
  where r.id = $4 and r.reviews_closed_at is null`;

/** Has not given all reviews that the assignment `i` asks of each. */
const owes = (user: string): string => `(
  select count(*) from review v
  where v.reviewer_id = ${user} and v.round_id = r.id and v.kind = 'peer' and v.done_at is not null
  ) < (i.assignment #>> '{reviews,give}')::int`;

/** The authors of works that have a grade, each with their work. */
const graded = `select a.user_id, s.id as subject_id from submission s
  join review_round r on r.id = s.round_id
  join cohort c on c.id = r.cohort_id and c.cancelled_at is null
  join submission_author a on a.submission_id = s.id and ${isMember('a')}
  left join grade g on g.submission_id = s.id
  join lateral (select 1 where g.submission_id is not null or exists (
    select from grade_decision d where d.submission_id = s.id and d.taken_back_at is null)) has_one on true`;

/**
 * Those who run the cohort in which $4 stands, except who is an author of the work it is about: they learn what
 * authors learn.
 */
const trainersOf = (table: 'review_flag' | 'appeal'): string => `
  select t.user_id, about.id as subject_id from ${table} about
  join submission s on s.id = about.submission_id
  join review_round r on r.id = s.round_id
  join cohort c on c.id = r.cohort_id and c.cancelled_at is null
  join cohort_trainer t on t.cohort_id = r.cohort_id
    and not exists (select from submission_author a where a.submission_id = s.id and a.user_id = t.user_id)
  where about.id = $4`;
