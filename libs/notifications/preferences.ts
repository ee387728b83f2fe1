import {
  type ChangeNotificationSettings,
  type ChooseTopic,
  type NotificationSettings,
  noticeTopics,
  type TopicSetting,
} from '@kohorte/contracts';
import { Config, Database, fieldProblem, Problem, type SignedIn, type Unit, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { usualTimes, usualWays } from './usual-ways.js';

type Times = typeof usualTimes;

/** How and when a person hears of what: as they chose, or else as usual. */
@Injectable()
export class Preferences {
  constructor(
    private readonly database: Database,
    private readonly work: Work,
    private readonly config: Config,
  ) {}

  async view({ userId, timeZone }: SignedIn): Promise<NotificationSettings> {
    const row = await this.database.one<{ chosen: TopicSetting[]; times: Times | null; devices: number }>(
      `select (select coalesce(json_agg(json_build_object('topic', p.topic, 'mail', p.mail, 'push', p.push)), '[]')
           from notification_preference p where p.user_id = $1) as chosen,
         (select json_build_object('digest', s.digest, 'digestHour', s.digest_hour, 'digestWeekday', s.digest_weekday,
             'quietFrom', s.quiet_from, 'quietUntil', s.quiet_until, 'workingDays', s.working_days,
             'mailsADay', s.mails_a_day)
           from notification_setting s where s.user_id = $1) as times,
         (select count(*)::int from push_subscription b where b.user_id = $1) as devices`,
      [userId],
    );
    const { chosen = [], times = null, devices = 0 } = row ?? {};
    return {
      topics: noticeTopics.map((topic) => ({ topic, ...usualWays[topic], ...chosen.find((c) => c.topic === topic) })),
      ...usualTimes,
      ...times,
      timeZone,
      push: { publicKey: this.config.push?.publicKey ?? null, devices },
    };
  }

  /** Changes what is given, and leaves the rest as it is. @throws {Problem} `invalid-input` */
  async change(actor: SignedIn, asked: ChangeNotificationSettings): Promise<NotificationSettings> {
    refuseHalfQuiet(asked, actor);
    const { topics = [], ...times } = asked;
    await this.work.run(async (unit) => {
      if (topics.length > 0) await this.choose(unit, actor.userId, topics);
      if (Object.values(times).some((value) => value !== undefined)) await this.setTimes(unit, actor.userId, times);
    }, actor.userId);
    return this.view(actor);
  }

  /** Sets how one person hears of some topics; what a choice leaves out stays as it was, or as usual. */
  async choose(unit: Unit, userId: string, choices: readonly ChooseTopic[]): Promise<void> {
    await unit.query(
      `insert into notification_preference as p (user_id, topic, mail, push)
       select $1, c.topic, coalesce(c.mail, c.usual_mail), coalesce(c.push, c.usual_push)
       from unnest($2::text[], $3::text[], $4::boolean[], $5::text[], $6::boolean[])
         c (topic, mail, push, usual_mail, usual_push)
       on conflict (user_id, topic) do update set
         mail = coalesce(($3::text[])[array_position($2::text[], excluded.topic)], p.mail),
         push = coalesce(($4::boolean[])[array_position($2::text[], excluded.topic)], p.push)`,
      [
        userId,
        choices.map(({ topic }) => topic),
        choices.map(({ mail }) => mail ?? null),
        choices.map(({ push }) => push ?? null),
        choices.map(({ topic }) => usualWays[topic].mail),
        choices.map(({ topic }) => usualWays[topic].push),
      ],
    );
  }

  private async setTimes(unit: Unit, userId: string, asked: Partial<Times>): Promise<void> {
    const saysQuiet = asked.quietFrom !== undefined;
    await unit.query(
      `insert into notification_setting as s
         (user_id, digest, digest_hour, digest_weekday, quiet_from, quiet_until, working_days, mails_a_day)
       values ($1, coalesce($2, $10::text), coalesce($3, $11::int), coalesce($4, $12::int),
         case when $5::boolean then $6::text else $13 end, case when $5::boolean then $7::text else $14 end,
         coalesce($8::int[], $15::int[]), coalesce($9, $16::int))
       on conflict (user_id) do update set
         digest = coalesce($2, s.digest), digest_hour = coalesce($3, s.digest_hour),
         digest_weekday = coalesce($4, s.digest_weekday),
         quiet_from = case when $5 then $6 else s.quiet_from end,
         quiet_until = case when $5 then $7 else s.quiet_until end,
         working_days = coalesce($8, s.working_days), mails_a_day = coalesce($9, s.mails_a_day)`,
      [
        userId,
        asked.digest ?? null,
        asked.digestHour ?? null,
        asked.digestWeekday ?? null,
        saysQuiet,
        asked.quietFrom ?? null,
        asked.quietUntil ?? null,
        asked.workingDays?.toSorted((a, b) => a - b) ?? null,
        asked.mailsADay ?? null,
        usualTimes.digest,
        usualTimes.digestHour,
        usualTimes.digestWeekday,
        usualTimes.quietFrom,
        usualTimes.quietUntil,
        usualTimes.workingDays,
        usualTimes.mailsADay,
      ],
    );
  }
}

/** Quiet hours have two ends, or there are none. */
function refuseHalfQuiet({ quietFrom, quietUntil }: ChangeNotificationSettings, { language }: SignedIn): void {
  const one = (quietFrom ?? null) === null;
  const other = (quietUntil ?? null) === null;
  const isHalf = one !== other || (quietFrom === undefined) !== (quietUntil === undefined);
  const field = one ? 'quietFrom' : 'quietUntil';
  if (isHalf) throw new Problem('invalid-input', { errors: [fieldProblem(field, 'isNotEmpty', language)] });
  if (quietFrom && quietFrom === quietUntil)
    throw new Problem('invalid-input', { errors: [fieldProblem('quietUntil', 'quiet-all-day', language)] });
}
