import type { HolidayQuery, Language, PreviewPlan, ReplyOf } from '@kohorte/contracts';
import { Database, fieldProblem, Problem } from '@kohorte/platform';
import type { Holiday } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { calendarOf, lastDay, refuseImpossible } from './calendar.js';
import { type HolidayRegion, holidayRegions, holidaysOf, isHolidayRegion } from './holidays.js';
import { isDate } from './instants.js';
import { newestPublished } from './published.js';
import type { Speaker } from './speaker.js';

/** What somebody looks at while planning: the calendar a plan would give, and the holidays in it. */
@Injectable()
export class Previews {
  constructor(private readonly database: Database) {}

  /** The calendar that planning would write, by the same rule. */
  async preview(actor: Speaker, { courseId, plan }: PreviewPlan): Promise<ReplyOf<'POST /release-previews'>> {
    const ask = <R extends object>(text: string, values: unknown[]) => this.database.query<R>(text, values);
    const { versionId, moduleIds, modules } = await newestPublished(ask, courseId, actor);
    if (!versionId) throw new Problem('not-published');
    refuseImpossible(plan, moduleIds.length, actor.language);
    const calendar = calendarOf(plan, moduleIds, actor.language);
    const releases = calendar.map(({ moduleId, step, opensAt, movedBy, holiday }, index) => {
      const { title, minutes } = modules[index]!;
      return { moduleId, title, step, opensAt: opensAt.toISOString(), movedBy, holiday, minutes };
    });
    return { releases, endsOn: lastDay(plan, calendar) };
  }

  regions(language: Language): HolidayRegion[] {
    return holidayRegions(language);
  }

  /** @throws {Problem} `region-unknown`, `invalid-input`, `period-too-long` */
  holidays({ region, from, to }: HolidayQuery, language: Language): Holiday[] {
    const refuse = (code: 'region-unknown' | 'invalid-input' | 'period-too-long', field: string, because: string) =>
      new Problem(code, { errors: [fieldProblem(field, because, language)] });
    if (!isDate(from)) throw refuse('invalid-input', 'from', 'isCalendarDate');
    if (!isDate(to)) throw refuse('invalid-input', 'to', 'isCalendarDate');
    if (to < from) throw refuse('invalid-input', 'to', 'ends-before-it-starts');
    if (Date.parse(to) - Date.parse(from) > 366 * 86_400_000) throw refuse('period-too-long', 'to', 'too-long');
    if (region && !isHolidayRegion(region)) throw refuse('region-unknown', 'region', 'region-unknown');
    return holidaysOf(region, from, to, language);
  }
}
