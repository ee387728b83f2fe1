import { days, instantSaid, later, Problem, type SignedIn } from '@kohorte/platform';
import type { Round } from './round.js';

/** So long authors may appeal, rate and answer. */
const time = days(14);

/** The last instant at which authors may say something to what they were shown; later where it was shown later. */
export function answerableUntil({ phases: { publishAt } }: Pick<Round, 'phases'>, shownAt: Date | null): Date {
  return later(shownAt && shownAt > publishAt ? shownAt : publishAt, time);
}

/** @throws {Problem} `grades-not-shown`, `response-over` */
export function checkResponseTime(round: Round, shownAt: Date | null, actor: SignedIn): void {
  if (!round.isPublished) throw new Problem('grades-not-shown');
  const until = answerableUntil(round, shownAt);
  if (round.now > until)
    throw new Problem('response-over', { params: { until: instantSaid(until, actor), instant: until.toISOString() } });
}
