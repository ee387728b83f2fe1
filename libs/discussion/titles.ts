import { fieldProblem, Problem, type SignedIn } from '@kohorte/platform';

/** Signs that break lines, and so headers of mails, or turn the direction of writing. */
const unsafe = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/**
 * A title as it is kept: one line.
 * @throws {Problem} `invalid-input` where nothing is left of it
 */
export function titleOf(given: string, { language }: Pick<SignedIn, 'language'>): string {
  const title = given.replace(unsafe, ' ').replace(/\s+/g, ' ').trim();
  if (title === '') throw new Problem('invalid-input', { errors: [fieldProblem('title', 'isNotEmpty', language)] });
  return title;
}
