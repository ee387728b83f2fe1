import { type FieldProblem, type ProblemCode, problems } from '@kohorte/contracts';

/**
 * Something a person can do something about. Thrown by services, answered as RFC 9457 problem details in the
 * reader's language; nothing has been changed when it reaches them.
 */
export class Problem extends Error {
  override name = 'Problem';

  constructor(
    readonly code: ProblemCode,
    readonly given: { params?: Record<string, string | number>; errors?: FieldProblem[] } = {},
  ) {
    super(code);
  }

  get status(): number {
    return problems[this.code].status;
  }
}

/** Throws `not-found` where there is nothing, and narrows the type. */
export function found<T>(thing: T | null | undefined): T {
  if (thing === null || thing === undefined) throw new Problem('not-found');
  return thing;
}
