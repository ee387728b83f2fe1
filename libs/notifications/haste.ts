import type { NoticeKind } from '@kohorte/contracts';

/**
 * What a mail at once waits for. `now`: for nothing, as waiting would harm; `hours`: for working days and the end of
 * quiet hours, but not for tomorrow's budget; `budget`: for both, and beyond the budget it waits for the digest.
 */
export type Haste = 'now' | 'hours' | 'budget';

const hasty: Partial<Record<NoticeKind, Haste>> = {
  // The seat is held for hours only, and then goes to the next.
  'seat-offered': 'now',
  // Who does not hear of these travels for nothing, or lives by a calendar that is wrong.
  'session-invited': 'now',
  'session-cancelled': 'now',
  'cohort-cancelled': 'now',
  // It begins soon, and somebody has to decide.
  'session-short': 'now',
  // Others wait for them, or a date has come nearer: in the digest they could come too late.
  'deadline-moved': 'hours',
  'extension-given': 'hours',
  'reviews-owed': 'hours',
  'more-reviews-asked': 'hours',
  'post-hidden': 'hours',
  announced: 'hours',
};

export const hasteOf = (kind: NoticeKind): Haste => hasty[kind] ?? 'budget';

/** Told in the app alone: the one is awaited at the screen, and the other comes with an invitation to each session. */
const neverMailed: ReadonlySet<NoticeKind> = new Set(['import-finished', 'schedule-published']);

export const isMailed = (kind: NoticeKind): boolean => !neverMailed.has(kind);
