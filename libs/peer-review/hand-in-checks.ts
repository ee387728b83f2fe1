import type { BodyOf } from '@kohorte/contracts';
import { fieldProblem, instantSaid, Problem, type SignedIn } from '@kohorte/platform';
import { type AssignmentDesign, mayHandIn, wordsIn } from '@kohorte/rules';
import type { LockedSubmission } from './drafts.js';
import type { Round } from './round.js';

type Draft = BodyOf<'PUT /cohorts/:cohortId/assignments/:itemId/draft'>;

/** @throws {Problem} `cohort-cancelled` */
export function refuseCancelled(round: Round): void {
  if (round.row.cancelled_at) throw new Problem('cohort-cancelled');
}

/** @throws {Problem} `invalid-input` naming what the assignment does not ask for */
export function checkAsked(draft: Draft, { handIn }: AssignmentDesign, { language }: SignedIn): void {
  const errors = (['text', 'link', 'video'] as const)
    .filter((field) => draft[field] && !handIn[field])
    .map((field) => fieldProblem(field, 'not-asked', language));
  if (errors.length > 0) throw new Problem('invalid-input', { errors });
}

/**
 * Whether it is late; by the instants of whoever hands in.
 * @throws {Problem} `submission-closed`
 */
export function checkTime({ phases, now }: Round, actor: SignedIn): 'in-time' | 'late' {
  const time = mayHandIn(phases, now);
  if (time !== 'no') return time;
  const { graceUntil } = phases;
  throw new Problem('submission-closed', {
    params: { until: instantSaid(graceUntil, actor), instant: graceUntil.toISOString() },
  });
}

/**
 * Whether there is what the assignment asks: at least one of its kinds, and as many words as a text shall have.
 * @throws {Problem} `submission-empty`, `too-few-words`, `too-many-words`
 */
export function checkContent(
  submission: Pick<LockedSubmission, 'text' | 'link' | 'video' | 'files'> | null,
  { handIn, leastWords, mostWords }: AssignmentDesign,
  { language }: SignedIn,
): void {
  const words = handIn.text ? wordsIn(submission?.text ?? '') : 0;
  const isThere = {
    text: words > 0,
    link: handIn.link && !!submission?.link,
    video: handIn.video && !!submission?.video,
    files: handIn.files > 0 && (submission?.files ?? 0) > 0,
  };
  if (!Object.values(isThere).some(Boolean)) {
    const asked = (['text', 'link', 'video', 'files'] as const).filter((field) => handIn[field]);
    throw new Problem('submission-empty', {
      errors: asked.map((field) => fieldProblem(field, 'isNotEmpty', language)),
    });
  }
  if (!isThere.text) return;
  if (leastWords !== null && words < leastWords)
    throw new Problem('too-few-words', {
      params: { words, least: leastWords },
      errors: [fieldProblem('text', 'text-too-short', language, String(leastWords))],
    });
  if (mostWords !== null && words > mostWords)
    throw new Problem('too-many-words', {
      params: { words, most: mostWords },
      errors: [fieldProblem('text', 'text-too-long', language, String(mostWords))],
    });
}
