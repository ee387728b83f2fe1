import type { AddAbsence, FieldProblem, Language } from '@kohorte/contracts';
import { days, fieldProblem, later, Problem } from '@kohorte/platform';
import { type Hours, hoursProblems, inOrder } from '@kohorte/rules';

/** No block and no absence lasts longer. */
const longest = days(366);
/** No schedule reaches further; also keeps every instant within what calendars can hold. */
const latest = new Date('2200-01-01T00:00:00Z');

/** From when until when something is not to be had. */
export interface Span {
  startsAt: Date;
  endsAt: Date;
  note: string | null;
}

/** @throws {Problem} `invalid-input`, naming the end that is no instant, lies before its start, or a year after it */
export function spanIn(asked: AddAbsence, language: Language): Span {
  const startsAt = new Date(asked.startsAt);
  const endsAt = new Date(asked.endsAt);
  const errors: FieldProblem[] = [];
  const refuse = (field: string, code: string): number => errors.push(fieldProblem(field, code, language));
  if (!isInstant(startsAt)) refuse('startsAt', 'isIso8601');
  if (!isInstant(endsAt)) refuse('endsAt', 'isIso8601');
  else if (endsAt <= startsAt) refuse('endsAt', 'ends-before-it-starts');
  else if (endsAt > later(startsAt, longest)) refuse('endsAt', 'longer-than-a-year');
  if (errors.length > 0) throw new Problem('invalid-input', { errors });
  return { startsAt, endsAt, note: asked.note || null };
}

function isInstant(instant: Date): boolean {
  return !Number.isNaN(instant.getTime()) && instant < latest;
}

/** Hours in order. @throws {Problem} `invalid-input`, naming those that end before they begin or overlap */
export function hoursIn(hours: readonly Hours[], language: Language): Hours[] {
  const errors = hoursProblems(hours).map(({ index, field, code }) =>
    fieldProblem(`hours.${index}.${field}`, code, language),
  );
  if (errors.length > 0) throw new Problem('invalid-input', { errors });
  return inOrder(hours);
}

/** SQL that gives an instant as JSON with milliseconds and `Z`, for those who select rows as JSON. */
export function instantJson(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
