import type { NoticeKind } from '@kohorte/contracts';
import { type Unit, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/**
 * Which of a person's mail settings a kind falls under; `null`: never by mail; `always`: what a calendar lives by.
 */
const mailSetting: Record<NoticeKind, 'release_mails' | 'enrolment_mails' | 'review_mails' | 'always' | null> = {
  'module-released': 'release_mails',
  'release-moved': 'release_mails',
  enrolled: 'enrolment_mails',
  'seat-offered': 'enrolment_mails',
  'offer-lapsed': 'enrolment_mails',
  'request-received': 'enrolment_mails',
  invited: 'enrolment_mails',
  'cohort-cancelled': 'enrolment_mails',
  'import-finished': null,
  completed: 'enrolment_mails',
  'schedule-published': null,
  'session-invited': 'always',
  'session-cancelled': 'always',
  'session-short': 'always',
  'deadline-moved': 'review_mails',
  'extension-given': 'review_mails',
  'reviews-opened': 'review_mails',
  'reviews-owed': 'review_mails',
  'more-reviews-asked': 'review_mails',
  'work-flagged': 'review_mails',
  'grades-published': 'review_mails',
  'grade-changed': 'review_mails',
  'appeal-made': 'review_mails',
  'appeal-decided': 'review_mails',
};

/** What is told, about what, to whom. */
interface Told {
  kind: NoticeKind;
  /** What makes it one and the same message, however often a job runs; by default the subject. */
  onceKey?: string;
  /**
   * A statement that gives `user_id` and `subject_id` of everybody who is to be told; its parameters begin at $4.
   * People who have left the company are left out here, once for all.
   */
  to: string;
  values: unknown[];
}

/** Tells people things, once: in the app, and by mail where they want it. Set by set, never row by row. */
@Injectable()
export class Telling {
  constructor(private readonly work: Work) {}

  /** Tells persons, each on their own; their mails go before those that went to many, unless it is said otherwise. */
  async tell(told: Told, { urgent = true } = {}): Promise<void> {
    await this.work.run(async (unit) => {
      await this.notice(unit, told);
      await this.mail(unit, told, { urgent });
    });
  }

  /** Tells a whole cohort: one row for all who read it in the app. */
  async broadcast(kind: NoticeKind, subjectId: string, cohortId: string, onceKey = subjectId): Promise<void> {
    await this.work.run((unit) =>
      unit.query(
        `insert into broadcast (id, cohort_id, kind, subject_id, once_key, created_at) values ($1, $2, $3, $4, $5, $6)
         on conflict on constraint broadcast_once do nothing`,
        [unit.ids.next(), cohortId, kind, subjectId, onceKey, unit.now],
      ),
    );
  }

  /**
   * Lays mails for many into the mail table, by one statement. Whoever lays the same message waits at the lock and then
   * sees these rows, so that looking for them once is enough: `on conflict` would look again for each row, which makes
   * the writing a third dearer. The unique key stays the guard.
   */
  async mailMany(told: Told & { onceKey: string }): Promise<void> {
    await this.work.run(async (unit) => {
      await unit.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`mail ${told.kind} ${told.onceKey}`]);
      await this.mail(unit, told, { urgent: false, looksFirst: true });
    });
  }

  /**
   * Mails about many things at once, to many: the statement gives the `once_key` of each, so that each is sent once.
   * `$2` of it is not used.
   */
  async mailEach(told: Omit<Told, 'onceKey'>): Promise<void> {
    await this.work.run((unit) => this.mail(unit, told, { urgent: true, keyOf: 't.once_key' }));
  }

  private async notice(unit: Unit, { kind, onceKey, to, values }: Told): Promise<void> {
    await unit.query(
      `insert into notice (id, user_id, kind, subject_id, once_key, created_at)
       select uuidv7(), t.user_id, $1, t.subject_id, coalesce($2::uuid, t.subject_id), $3
       from (${to}) t join app_user u on u.id = t.user_id
       where u.deactivated_at is null
       on conflict on constraint notice_once do nothing`,
      [kind, onceKey ?? null, unit.now, ...values],
    );
  }

  private async mail(
    unit: Unit,
    { kind, onceKey, to, values }: Told,
    {
      urgent,
      keyOf = 'coalesce($2::uuid, t.subject_id)',
      looksFirst = false,
    }: { urgent: boolean; keyOf?: string; looksFirst?: boolean },
  ): Promise<void> {
    const setting = mailSetting[kind];
    if (!setting) return;
    const isWanted = setting === 'always' ? 'true' : `coalesce(s.${setting}, true)`;
    const once = looksFirst
      ? `and not exists (select from mail m where m.kind = $1 and m.once_key = $2 and m.user_id = t.user_id)`
      : `on conflict on constraint mail_once do nothing`;
    await unit.query(
      `insert into mail (id, user_id, kind, subject_id, once_key, urgent, created_at, due_at)
       select uuidv7(), t.user_id, $1, t.subject_id, ${keyOf}, ${urgent}, $3, $3
       from (${to}) t join app_user u on u.id = t.user_id
       left join notification_setting s on s.user_id = t.user_id
       where u.deactivated_at is null and ${isWanted} and ($2::uuid is null or true)
       ${once}`,
      [kind, onceKey ?? null, unit.now, ...values],
    );
  }
}
