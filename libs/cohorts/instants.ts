import type { Language } from '@kohorte/contracts';
import { fieldProblem, Problem } from '@kohorte/platform';

/** No plan reaches further; also keeps every instant within what calendars can hold. */
const latest = new Date('2200-01-01T00:00:00Z');

/**
 * The instant that a field names; `null` where it is empty.
 * @throws {Problem} `invalid-input` for what has the form of an instant and is none, such as the 31st of June
 */
export function instantIn(text: string | null | undefined, field: string, language: Language): Date | null {
  if (text === null || text === undefined) return null;
  const instant = new Date(text);
  const code = Number.isNaN(instant.getTime()) ? 'isIso8601' : instant >= latest ? 'out-of-range' : null;
  if (code) throw new Problem('invalid-input', { errors: [fieldProblem(field, code, language)] });
  return instant;
}

/** Whether a date that has the right form is in the calendar. */
export function isDate(date: string): boolean {
  const instant = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date);
}
