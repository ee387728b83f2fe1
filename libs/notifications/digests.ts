import { Database, log, Work } from '@kohorte/platform';
import { digestDay } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { digestColumns, activeThreads, broadcasts, hasNews, openQuestions, otherNotices, owedReviews, repliesTo } from './digest-news.js'; // prettier-ignore
import { grouped } from './grouped.js';
import type { LetterGiven } from './saying.js';
import { subjectColumns, subjectJoins } from './subjects.js';
import { usualTimes } from './usual-ways.js';

/** Readers that one statement looks at. */
const batch = 1_000;

/** In the order in which they matter to a reader, and how many of each are told. */
const sections = [
  { name: 'replies', sources: [repliesTo], most: 10 },
  { name: 'questions', sources: [openQuestions], most: 5 },
  { name: 'reviews', sources: [owedReviews], most: 5 },
  { name: 'rest', sources: [otherNotices, broadcasts], most: 15 },
  { name: 'talk', sources: [activeThreads], most: 5 },
] as const;
export type DigestSection = (typeof sections)[number]['name'];

/** One thing that a digest tells. */
export interface DigestItem extends LetterGiven {
  digest_id: string;
  section: DigestSection;
}

interface Times {
  timeZone: string;
  digest: 'daily' | 'weekly';
  hour: number;
  weekday: number;
  days: string;
}

interface Reader {
  user_id: string;
  period_on: string;
  digest: 'daily' | 'weekly';
}

/** One digest for a person and a day: laid by a sweep, filled when it is sent. */
@Injectable()
export class Digests {
  constructor(
    private readonly database: Database,
    private readonly work: Work,
  ) {}

  /**
   * Lays digests for whom the hour has come and there is something new: a mail each, by one statement for a thousand
   * readers. That somebody was looked at is kept with it, in the same transaction, under an id made of the person and
   * their day: so whoever dies in the middle, or does the same at the same time, lays none twice.
   */
  async layDue(signal?: AbortSignal): Promise<void> {
    await this.forgetOld();
    const now = await this.dueTimes();
    if (now.length === 0) return;
    const due = await this.readersDue(now);
    for (let from = 0; from < due.length && !signal?.aborted; from += batch)
      await this.lay(due.slice(from, from + batch));
  }

  private async lay(due: readonly Reader[]): Promise<void> {
    const laid = await this.work.run(async (unit) => {
      // Tables grow while digests are laid, and the planner goes by how they were: of the two ways it may take for a
      // reader, looking at all rows of a table is never the right one.
      await unit.query(`select set_config('enable_seqscan', 'off', true)`);
      return unit.query(layBatch, [
        unit.now,
        due.map(({ user_id }) => user_id),
        due.map(({ period_on }) => period_on),
        due.map(({ digest }) => digest),
      ]);
    });
    if (laid.length > 0) log.info({ looked: due.length, laid: laid.length }, 'digests were laid');
  }

  /** What digests tell, as of now, for many at once by one statement; those that tell nothing are left out. */
  async itemsOf(digestIds: readonly string[]): Promise<Map<string, DigestItem[]>> {
    if (digestIds.length === 0) return new Map();
    const rows = await this.database.query<DigestItem>(readItems, [digestIds]);
    return grouped(rows, ({ digest_id }) => digest_id);
  }

  /** The different times that people have for whom a digest is due now, each with the day it is for. */
  private async dueTimes(): Promise<(Times & { periodOn: string })[]> {
    return this.work.run(async (unit) => {
      const all = await unit.query<Times>(
        `select distinct ${times.timeZone} as "timeZone", ${times.digest} as digest, ${times.hour} as hour,
           ${times.weekday} as weekday, ${times.days}::text as days
         from app_user u left join notification_setting s on s.user_id = u.id
         where u.deactivated_at is null and ${times.digest} <> 'none'`,
      );
      return all.flatMap((one) => {
        const workingDays = one.days.match(/\d/g)?.map(Number) ?? [];
        const periodOn = digestDay(unit.now, { ...one, workingDays });
        return periodOn ? [{ ...one, periodOn }] : [];
      });
    });
  }

  /** Those whose hour has come and who have not been looked at for that day. */
  private readersDue(due: readonly (Times & { periodOn: string })[]): Promise<Reader[]> {
    return this.database.query<Reader>(readDue, [
      due.map(({ timeZone }) => timeZone),
      due.map(({ digest }) => digest),
      due.map(({ hour }) => hour),
      due.map(({ weekday }) => weekday),
      due.map(({ days }) => days),
      due.map(({ periodOn }) => periodOn),
    ]);
  }

  private async forgetOld(): Promise<void> {
    await this.work.run((unit) =>
      unit.query(`delete from digest where laid_at < $1::timestamptz - interval '60 days'`, [unit.now]),
    );
  }
}

const times = {
  timeZone: `u.time_zone`,
  digest: `coalesce(s.digest, '${usualTimes.digest}')`,
  hour: `coalesce(s.digest_hour, ${usualTimes.digestHour})`,
  weekday: `coalesce(s.digest_weekday, ${usualTimes.digestWeekday})`,
  days: `coalesce(s.working_days, '{${usualTimes.workingDays.join(',')}}')`,
};

const idOf = (user: string, day: string): string => `md5(${user}::text || ' ' || ${day})::uuid`;

const readDue = `
  select u.id as user_id, t.period_on::text, t.digest
  from app_user u left join notification_setting s on s.user_id = u.id
  join (
    select time_zone, digest, hour, weekday, days::int[] as days, period_on
    from unnest($1::text[], $2::text[], $3::int[], $4::int[], $5::text[], $6::date[])
      g (time_zone, digest, hour, weekday, days, period_on)) t
    on t.time_zone = ${times.timeZone} and t.digest = ${times.digest} and t.hour = ${times.hour}
      and t.weekday = ${times.weekday} and t.days = ${times.days}
  where u.deactivated_at is null and not exists (select from digest x where x.id = ${idOf('u.id', 't.period_on')})
  order by u.id`;

/** Looks at readers and lays what they are to get. */
const layBatch = `
  with d as (
    insert into digest (id, user_id, period_on, since, laid_at)
    select ${idOf('r.user_id', 'r.period_on')}, r.user_id, r.period_on, coalesce(
      (select max(x.laid_at) from digest x where x.user_id = r.user_id),
      $1::timestamptz - case r.digest when 'weekly' then interval '7 days' else interval '1 day' end), $1
    from unnest($2::uuid[], $3::date[], $4::text[]) r (user_id, period_on, digest)
    join app_user u on u.id = r.user_id
    on conflict do nothing
    returning id, user_id, since, laid_at)
  insert into mail (id, user_id, kind, subject_id, once_key, urgent, created_at, due_at)
  select uuidv7(), d.user_id, 'digest', d.id, d.id, false, $1, $1 from d
  where ${hasNews}
  on conflict on constraint mail_once do nothing
  returning id`;

const readItems = `
  select t.digest_id, t.section, t.kind, t.created_at, u.given_name, u.language, u.time_zone, ${subjectColumns}
  from digest d
  cross join lateral (
    ${sections
      .map(
        ({ name, sources, most }, place) => `(
      select d.id as digest_id, ${place} as place, '${name}' as section, ${digestColumns}
      from (${sources.join(' union all ')}) news order by created_at desc limit ${most})`,
      )
      .join(' union all ')}) t
  join app_user u on u.id = d.user_id
  ${subjectJoins}
  where d.id = any ($1)
  order by t.digest_id, t.place, t.created_at desc`;
