import { type NoticeKind, topicOf } from '@kohorte/contracts';
import { Config, Live, type Unit, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { hasteOf, isMailed } from './haste.js';
import { hoursJoin, hoursToWaitFor, type SharedHours } from './receivers-hours.js';
import { usualTimes, usualWays } from './usual-ways.js';

/** What is told, about what, to whom. */
export interface Told {
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

/** Who was told what they had not been told before. */
interface Heard {
  user_id: string;
}

type LiveTold = Parameters<Live['store']>[1][number];

interface Ways {
  urgent: boolean;
  keyOf?: string;
  /** To very many, who are looked for once. */
  isMany?: boolean;
}

/** Tells people things, once: in the app, and by mail and push where they want it. Set by set, never row by row. */
@Injectable()
export class Telling {
  constructor(
    private readonly work: Work,
    private readonly config: Config,
    private readonly live: Live,
  ) {}

  /** Tells persons, each on their own; their mails go before those that went to many, unless it is said otherwise. */
  async tell(told: Told, { urgent = true } = {}): Promise<void> {
    await this.aloud(async (unit) => {
      const heard = await this.notice(unit, told);
      await this.send(unit, told, { urgent });
      return heard.map(forPerson);
    });
  }

  /**
   * Tells persons of posts: the statement gives the `once_key` of the notice and the `after_number` behind which its
   * posts begin. As long as somebody has not read a thread, its posts are one notice, which comes to the top again with
   * each; `mail_key` says which mail it is.
   */
  async tellOfPosts(told: Omit<Told, 'onceKey'>): Promise<void> {
    await this.aloud(async (unit) => {
      const heard = await unit.query<Heard>(
        `insert into notice (id, user_id, kind, subject_id, once_key, created_at, after_number)
         select uuidv7(), t.user_id, $1, t.subject_id, t.once_key, $3, t.after_number
         from (${told.to}) t join app_user u on u.id = t.user_id
         where u.deactivated_at is null and ($2::uuid is null or true)
         on conflict on constraint notice_once do update
         set subject_id = excluded.subject_id, created_at = excluded.created_at, read_at = null
         where (select number from post where id = excluded.subject_id)
           > (select number from post where id = notice.subject_id)
         returning user_id`,
        [told.kind, null, unit.now, ...told.values],
      );
      await this.send(unit, told, { urgent: true, keyOf: 't.mail_key' });
      return heard.map(forPerson);
    });
  }

  /** Tells a whole cohort: one row for all who read it in the app. */
  async broadcast(kind: NoticeKind, subjectId: string, cohortId: string, onceKey = subjectId): Promise<void> {
    await this.aloud(async (unit) => {
      const told = await unit.query(
        `insert into broadcast (id, cohort_id, kind, subject_id, once_key, created_at) values ($1, $2, $3, $4, $5, $6)
         on conflict on constraint broadcast_once do nothing returning id`,
        [unit.ids.next(), cohortId, kind, subjectId, onceKey, unit.now],
      );
      return told.map(() => ({ ...noticed, cohortId }));
    });
  }

  /**
   * Lays mails for many into the mail table, by one statement. Whoever lays the same message waits at the lock and then
   * sees these rows, so that looking for them once is enough: `on conflict` would look again for each row, which makes
   * the writing a third dearer. The unique key stays the guard.
   */
  async mailMany(told: Told & { onceKey: string }): Promise<void> {
    await this.work.run(async (unit) => {
      await unit.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`mail ${told.kind} ${told.onceKey}`]);
      await this.send(unit, told, { urgent: false, isMany: true });
    });
  }

  /**
   * Mails about many things at once, to many: the statement gives the `once_key` of each, so that each is sent once.
   * `$2` of it is not used.
   */
  async mailEach(told: Omit<Told, 'onceKey'>): Promise<void> {
    await this.work.run((unit) => this.send(unit, told, { urgent: true, keyOf: 't.once_key' }));
  }

  /** Whoever has Kohorte open hears that there is something, once it is there. */
  private async aloud(tell: (unit: Unit) => Promise<LiveTold[]>): Promise<void> {
    const heard = await this.work.run(async (unit) => {
      const events = await tell(unit);
      if (events.length > 0) await this.live.store(unit, events, null);
      return events;
    });
    if (heard.length > 0) await this.live.wake();
  }

  private notice(unit: Unit, { kind, onceKey, to, values }: Told): Promise<Heard[]> {
    return unit.query<Heard>(
      `insert into notice (id, user_id, kind, subject_id, once_key, created_at)
       select uuidv7(), t.user_id, $1, t.subject_id, coalesce($2::uuid, t.subject_id), $3
       from (${to}) t join app_user u on u.id = t.user_id
       where u.deactivated_at is null
       on conflict on constraint notice_once do nothing returning user_id`,
      [kind, onceKey ?? null, unit.now, ...values],
    );
  }

  /** By mail and by push, to those who want it so, when they want it. */
  private async send(unit: Unit, told: Told, ways: Ways): Promise<void> {
    if (!isMailed(told.kind)) return;
    const hours = hasteOf(told.kind) === 'now' ? [] : await this.hours(unit, told, ways);
    await this.mail(unit, told, ways, hours);
    if (this.config.push) await this.push(unit, told, ways, hours);
  }

  private hours(unit: Unit, { kind, onceKey, to, values }: Told, { isMany }: Ways): Promise<SharedHours[]> {
    // Each parameter is named, so that Postgres knows its type, whether the statement uses it or not.
    const text = `select user_id from (${to}) r where ($1::text, $2::uuid, $3::timestamptz) is not null or true`;
    return hoursToWaitFor(unit, isMany ? null : { text, values: [kind, onceKey ?? null, unit.now, ...values] });
  }

  private async mail(unit: Unit, told: Told, ways: Ways, hours: SharedHours[]): Promise<void> {
    const { kind, onceKey, to, values } = told;
    const { urgent, keyOf = ofSubject, isMany = false } = ways;
    const waits = hoursJoin(hours, values.length + 4);
    const isInBudget = hasteOf(kind) === 'budget' ? (isMany ? hasLeftOfAll : hasLeft) : 'true';
    const once = isMany
      ? `and not exists (select from mail m where m.kind = $1 and m.once_key = $2 and m.user_id = t.user_id)`
      : `on conflict on constraint mail_once do nothing`;
    await unit.query(
      `insert into mail (id, user_id, kind, subject_id, once_key, urgent, created_at, due_at)
       select uuidv7(), t.user_id, $1, t.subject_id, ${keyOf}, ${urgent}, $3, ${hours.length > 0 ? 'coalesce(h.due_at, $3)' : '$3'}
       from (${to}) t join app_user u on u.id = t.user_id
       ${hours.length > 0 ? 'left join notification_setting s on s.user_id = t.user_id' : ''}
       ${waits.text}
       where u.deactivated_at is null and ${wants(kind, 'mail')} and ${isInBudget} and ($2::uuid is null or true)
       ${once}`,
      [kind, onceKey ?? null, unit.now, ...values, ...waits.values],
    );
  }

  /** To browsers, of which few have any; in quiet hours not at all, as nobody wants yesterday evening's in the morning. */
  private async push(unit: Unit, told: Told, { keyOf = ofSubject }: Ways, hours: SharedHours[]): Promise<void> {
    const { kind, onceKey, to, values } = told;
    if (!topicOf[kind]) return;
    const waits = hoursJoin(hours, values.length + 4);
    await unit.query(
      `insert into push_message (id, user_id, kind, subject_id, once_key, created_at, due_at)
       select uuidv7(), t.user_id, $1, t.subject_id, ${keyOf}, $3, $3
       from (${to}) t join app_user u on u.id = t.user_id
       left join notification_setting s on s.user_id = t.user_id
       ${waits.text}
       where u.deactivated_at is null and ${wants(kind, 'push')} and ($2::uuid is null or true)
         and exists (select from push_subscription b where b.user_id = t.user_id)
         ${hours.length > 0 ? 'and h.due_at is null' : ''}
       on conflict on constraint push_message_once do nothing`,
      [kind, onceKey ?? null, unit.now, ...values, ...waits.values],
    );
  }
}

const noticed: LiveTold = { kind: 'notice', cohortId: null, threadId: null, groupId: null, userId: null, payload: {} };
const forPerson = ({ user_id }: Heard): LiveTold => ({ ...noticed, userId: user_id });

const ofSubject = 'coalesce($2::uuid, t.subject_id)';

/**
 * Whether receiver `t` hears of a kind at once in this way. Asked for those who chose otherwise, who are few: for `coalesce` of
 * a left join the planner has no idea of how many there are.
 */
function wants(kind: NoticeKind, way: 'mail' | 'push'): string {
  const topic = topicOf[kind];
  if (!topic) return 'true';
  const isUsual = way === 'mail' ? usualWays[topic].mail === 'at-once' : usualWays[topic].push;
  const isChosen = way === 'mail' ? `p.mail = 'at-once'` : `p.push`;
  return `${isUsual ? 'not ' : ''}exists (select from notification_preference p
    where p.user_id = t.user_id and p.topic = '${topic}' and ${isUsual ? 'not ' : ''}(${isChosen}))`;
}

/** What counts towards the budget of a day: all that was laid in the last 24 hours, but digests and calendar entries. */
const counted = `m.created_at > $3::timestamptz - interval '24 hours'
  and m.kind not in ('digest', 'session-invited', 'session-cancelled')`;
const budgetOf = `coalesce((select z.mails_a_day from notification_setting z where z.user_id = t.user_id), ${usualTimes.mailsADay})`;
const hasLeft = `(select count(*) from mail m where m.user_id = t.user_id and ${counted}) < ${budgetOf}`;
/** For many receivers the mails of the day are counted once, not looked up for each. */
const hasLeftOfAll = `not exists (
    select from (select m.user_id, count(*) as mails from mail m where ${counted} group by m.user_id) spent
    left join notification_setting z on z.user_id = spent.user_id
    where spent.user_id = t.user_id and spent.mails >= coalesce(z.mails_a_day, ${usualTimes.mailsADay}))
  and not exists (select from notification_setting z where z.user_id = t.user_id and z.mails_a_day = 0)`;
