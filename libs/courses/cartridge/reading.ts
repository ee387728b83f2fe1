import type { ImportReason } from '@kohorte/contracts';
import type { CartridgeContent, ImportReportLine, PlaceholderOrigin } from './cartridge-course.js';

/** What was made of one resource. */
export interface Reading {
  /** `null`: it is left out. */
  content: CartridgeContent | null;
  kind: ImportReportLine['kind'];
  reason: ImportReason | null;
  /** The title it gives itself, for items that have none. */
  title: string | null;
}

export function imported(content: CartridgeContent, title: string | null = null): Reading {
  return { content, kind: content.kind, reason: null, title };
}

export function leftOut(kind: Reading['kind'], reason: ImportReason): Reading {
  return { content: null, kind, reason, title: null };
}

const reasons = {
  lti: 'lti-cannot-run',
  assignment: 'assignment-not-yet',
  discussion: 'discussion-not-yet',
  quiz: 'quiz-not-yet',
} as const satisfies Record<PlaceholderOrigin, ImportReason>;

/** Something that cannot be done here yet: its text stays, in its place. */
export function placeholder(origin: PlaceholderOrigin, html: string, title: string | null): Reading {
  const kind = origin === 'discussion' ? 'discussion' : 'assignment';
  return { content: { kind, origin, html }, kind: origin, reason: reasons[origin], title };
}
