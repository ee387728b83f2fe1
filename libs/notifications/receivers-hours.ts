import type { Unit } from '@kohorte/platform';
import { nextMailInstant } from '@kohorte/rules';
import { usualTimes } from './usual-ways.js';

/** The hours of person `u` with the settings `s`, if they have some. */
const columns = {
  timeZone: `u.time_zone`,
  from: `coalesce(case when s.user_id is null then '${usualTimes.quietFrom}' else s.quiet_from end, '')`,
  until: `coalesce(case when s.user_id is null then '${usualTimes.quietUntil}' else s.quiet_until end, '')`,
  days: `coalesce(s.working_days, '{${usualTimes.workingDays.join(',')}}')`,
};

/** Hours that several receivers have, and when they may be written to. */
export interface SharedHours {
  timeZone: string;
  from: string;
  until: string;
  days: string;
  dueAt: Date;
}

/**
 * The different hours of those who are written to, for whom it is not the time now: few, however many they are, so
 * that the rule of `rules/mail-hours` is asked a few times and the rest is one join.
 * @param receivers a statement that gives `user_id`; `null`: so many that everybody is looked at instead
 */
export async function hoursToWaitFor(
  unit: Unit,
  receivers: { text: string; values: unknown[] } | null,
): Promise<SharedHours[]> {
  const rows = await unit.query<Omit<SharedHours, 'dueAt'>>(
    receivers
      ? `select distinct ${columns.timeZone} as "timeZone", ${columns.from} as "from", ${columns.until} as until,
           ${columns.days}::text as days
         from (${receivers.text}) t join app_user u on u.id = t.user_id
         left join notification_setting s on s.user_id = u.id`
      : anyHours,
    receivers?.values ?? [],
  );
  return rows
    .map((row) => ({
      ...row,
      dueAt: nextMailInstant(unit.now, {
        timeZone: row.timeZone,
        quietFrom: row.from || null,
        quietUntil: row.until || null,
        workingDays: row.days.match(/\d/g)?.map(Number) ?? [],
      }),
    }))
    .filter(({ dueAt }) => dueAt > unit.now);
}

/** All zones with all hours that anybody has: a few that nobody has among them, and found without joining everybody. */
const anyHours = `
  select u.time_zone as "timeZone", s."from", s.until, s.days
  from (select distinct time_zone from app_user) u
  cross join (
    select '${usualTimes.quietFrom}' as "from", '${usualTimes.quietUntil}' as until, '{${usualTimes.workingDays.join(',')}}' as days
    union
    select coalesce(quiet_from, ''), coalesce(quiet_until, ''), working_days::text
    from (select distinct quiet_from, quiet_until, working_days from notification_setting) s) s`;

/** Joins the hours `h` to persons `u` and settings `s`; their values begin at the parameter `first`. */
export function hoursJoin(hours: readonly SharedHours[], first: number): { text: string; values: unknown[] } {
  if (hours.length === 0) return { text: '', values: [] };
  const given = ['text', 'text', 'text', 'text', 'timestamptz'].map((type, i) => `$${first + i}::${type}[]`).join(', ');
  return {
    text: `left join (select time_zone, quiet_from, quiet_until, days::int[] as days, due_at
        from unnest(${given}) g (time_zone, quiet_from, quiet_until, days, due_at)) h
      on h.time_zone = ${columns.timeZone} and h.quiet_from = ${columns.from} and h.quiet_until = ${columns.until}
        and h.days = ${columns.days}`,
    values: [
      hours.map(({ timeZone }) => timeZone),
      hours.map(({ from }) => from),
      hours.map(({ until }) => until),
      hours.map(({ days }) => days),
      hours.map(({ dueAt }) => dueAt),
    ],
  };
}
