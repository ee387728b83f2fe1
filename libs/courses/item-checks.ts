import type { ItemKind, SessionDemandInput } from '@kohorte/contracts';
import { fieldProblem, Problem, type SignedIn } from '@kohorte/platform';
import { type AssignmentDesign, demandProblems, designProblems, shortestSession } from '@kohorte/rules';

/** @throws {Problem} `item-needs-address`, `item-needs-file` */
export function checkContent(kind: ItemKind, url: string | null, fileId: string | null, { language }: SignedIn): void {
  if (kind === 'link' && !url)
    throw new Problem('item-needs-address', { errors: [fieldProblem('url', 'isNotEmpty', language)] });
  if (kind === 'video' && !url && !fileId)
    throw new Problem('item-needs-address', { errors: [fieldProblem('url', 'isNotEmpty', language)] });
  if (kind === 'file' && !fileId)
    throw new Problem('item-needs-file', { errors: [fieldProblem('fileId', 'isNotEmpty', language)] });
}

/** Only a session asks for time, room and people, without contradiction, and for a length that can be planned. */
export function checkSession(
  kind: ItemKind,
  session: SessionDemandInput | null,
  minutes: number,
  { language }: SignedIn,
): void {
  if (!session) return;
  const errors =
    kind === 'session'
      ? demandProblems(session).map(({ field, code, figure }) =>
          fieldProblem(`session.${field}`, code, language, String(figure)),
        )
      : [fieldProblem('session', 'only-for-sessions', language)];
  if (kind === 'session' && minutes < shortestSession)
    errors.push(fieldProblem('minutes', 'min', language, String(shortestSession)));
  if (errors.length > 0) throw new Problem('invalid-input', { errors });
}

/** Only an assignment has work handed in, by a due date, with a design that does not contradict itself. */
export function checkAssignment(
  kind: ItemKind,
  assignment: AssignmentDesign | null,
  dueAfterDays: number | null,
  { language }: SignedIn,
): void {
  if (!assignment) return;
  const errors =
    kind === 'assignment'
      ? designProblems(assignment).map(({ field, code, figure }) =>
          fieldProblem(`assignment.${field}`, code, language, String(figure ?? '')),
        )
      : [fieldProblem('assignment', 'only-for-assignments', language)];
  if (kind === 'assignment' && dueAfterDays === null) errors.push(fieldProblem('dueAfterDays', 'needs-due', language));
  if (errors.length > 0) throw new Problem('invalid-input', { errors });
}
