import { countableKinds, type TimetableEntry, type TimetableQuery } from '@kohorte/contracts';
import { Clock, Database, days, fieldProblem, later, Problem, type SignedIn } from '@kohorte/platform';
import { ownDueAt } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { doneKey, DoneItems, type LearnersItem } from './done-items.js';
import { timetableStatement } from './timetable-statement.js';

/** The longest period that is shown at once: a year, also a leap year, and its change of hours. */
const longestPeriod = days(366) + days(1);

/** Something in a person's timetable, as it is planned: a module that opens, an item that is due, a session. */
export interface Planned extends Omit<TimetableEntry, 'at' | 'endsAt' | 'done'> {
  at: Date;
  endsAt: Date | null;
  /** The own enrolment; `null` for the cohort's trainers. */
  enrolmentId: string | null;
  /** When its instant was last changed, and how often. */
  changedAt: Date;
  sequence: number;
}

/** What a person has to expect when, over all their cohorts: those they learn in and those they train. */
@Injectable()
export class Timetable {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly doneItems: DoneItems,
  ) {}

  /** @throws {Problem} `invalid-input`, `period-too-long` */
  async view(actor: SignedIn, asked: TimetableQuery): Promise<TimetableEntry[]> {
    const { from, to } = periodOf(asked, actor);
    const planned = await this.between(actor.userId, from, to);
    const toAsk = planned.map(learnersItem).filter((item) => item !== null);
    const done = toAsk.length > 0 ? await this.doneItems.among(toAsk) : new Set<string>();
    return entries(planned, this.clock.now(), (item) => done.has(doneKey(item)));
  }

  /** What is planned from one instant up to another, which is not in it, in order of time; one statement. */
  async between(userId: string, from: Date, to: Date): Promise<Planned[]> {
    // A due date depends on the cohort's calendar, so that a little more is read than is kept.
    const rows = await this.database.query<TimetableRow>(timetableStatement, [
      userId,
      from,
      to,
      later(from, -days(2)),
      later(to, days(2)),
      countableKinds,
    ]);
    const now = this.clock.now();
    return rows
      .flatMap((row) => planned(row, now))
      .filter(({ at }) => from <= at && at < to)
      .sort((a, b) => a.at.getTime() - b.at.getTime() || a.step - b.step || a.title.localeCompare(b.title));
  }
}

/** Planned things as the views have them; a module is done once it is open, what is due when its learner has done it. */
export function entries(
  planned: readonly Planned[],
  now: Date,
  isDone: (item: LearnersItem) => boolean,
): TimetableEntry[] {
  return planned.map((thing) => {
    const { at, endsAt, enrolmentId: _, changedAt: _changedAt, sequence: _sequence, ...entry } = thing;
    const item = learnersItem(thing);
    const isPast = entry.kind === 'release' ? at <= now : endsAt !== null && endsAt <= now;
    return {
      ...entry,
      at: at.toISOString(),
      endsAt: endsAt?.toISOString() ?? null,
      done: item ? isDone(item) : isPast,
    };
  });
}

function learnersItem({ kind, enrolmentId, itemId }: Planned): LearnersItem | null {
  return kind === 'due' && enrolmentId && itemId ? { enrolmentId, itemId } : null;
}

function periodOf(asked: TimetableQuery, actor: SignedIn): { from: Date; to: Date } {
  const from = instant('from', asked.from, actor);
  const to = instant('to', asked.to, actor);
  if (to < from) throw invalid('to', actor);
  if (to.getTime() - from.getTime() > longestPeriod) throw new Problem('period-too-long');
  return { from, to };
}

/** ISO 8601 knows weeks and years that neither JavaScript nor Postgres can read. */
function instant(field: string, text: string, actor: SignedIn): Date {
  const at = new Date(text);
  const year = at.getUTCFullYear();
  if (!(year >= 1970 && year <= 2199)) throw invalid(field, actor);
  return at;
}

function invalid(field: string, { language }: SignedIn): Problem {
  return new Problem('invalid-input', { errors: [fieldProblem(field, 'isIso8601', language)] });
}

interface TimetableRow {
  enrolment_id: string | null;
  cohort_id: string;
  cohort_name: string;
  course_title: string;
  time_zone: string;
  module_id: string;
  title: string;
  release_id: string;
  /** `null` only for a session whose cohort has no release of its module. */
  step: number | null;
  opens_at: Date;
  changed_at: Date;
  sequence: number;
  /** `null` where the opening itself is not in the period. */
  minutes: number | null;
  /** Of a session; then `release_id` is its id and `opens_at` its beginning. */
  ends_at: Date | null;
  place: string | null;
  session_item_id: string | null;
  due: DueTuple[] | null;
}

type DueTuple = [itemId: string, title: string, minutes: number, ...when: DueWhen];
type DueWhen = [
  afterDays: number,
  // Of an assignment whose round has begun: where it was moved to, the own extension, when either changed, how often.
  movedTo: string | null,
  extendedTo: string | null,
  changedAt: string | null,
  sequence: number | null,
];

function planned(row: TimetableRow, now: Date): Planned[] {
  const about = {
    cohortId: row.cohort_id,
    cohortName: row.cohort_name,
    courseTitle: row.course_title,
    timeZone: row.time_zone,
    step: row.step ?? 1,
    moduleId: row.module_id,
    enrolmentId: row.enrolment_id,
    changedAt: row.changed_at,
    sequence: row.sequence,
    endsAt: row.ends_at,
    place: row.place,
  };
  if (row.ends_at)
    return [
      {
        ...about,
        entryId: `session-${row.release_id}`,
        kind: 'session',
        at: row.opens_at,
        title: row.title,
        itemId: row.session_item_id,
        minutes: row.minutes ?? 0,
      },
    ];
  const release: Planned | null =
    row.minutes === null
      ? null
      : {
          ...about,
          entryId: `release-${row.release_id}`,
          kind: 'release',
          at: row.opens_at,
          title: row.title,
          itemId: null,
          minutes: row.minutes,
        };
  // Of a module that is not open yet, its learners do not know the items: what is due goes by the module's name.
  const isKnown = row.enrolment_id === null || row.opens_at <= now;
  const due = (row.due ?? []).map(([itemId, title, minutes, ...when]): Planned => ({
    ...about,
    ...dueOf(row, when),
    entryId: `due-${itemId}-${row.enrolment_id ?? row.cohort_id}`,
    kind: 'due',
    title: isKnown ? title : row.title,
    itemId,
    minutes,
  }));
  return release ? [release, ...due] : due;
}

/** When something is due, and of when this is: each move of its module or of its own date is one more. */
function dueOf(
  row: TimetableRow,
  [afterDays, movedTo, extendedTo, changedAt, sequence]: DueWhen,
): Pick<Planned, 'at' | 'changedAt' | 'sequence'> {
  const changed = changedAt && new Date(changedAt);
  return {
    at: ownDueAt({
      opensAt: row.opens_at,
      dueAfterDays: afterDays,
      timeZone: row.time_zone,
      dueMovedTo: movedTo === null ? null : new Date(movedTo),
      extendedTo: extendedTo === null ? null : new Date(extendedTo),
    }),
    changedAt: changed && changed > row.changed_at ? changed : row.changed_at,
    sequence: row.sequence + (sequence ?? 0),
  };
}
