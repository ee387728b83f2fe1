import type { Language, NoticeKind } from '@kohorte/contracts';
import type { SubjectRow } from './subjects.js';

/** What a digest tells besides what people were told already. */
export type DigestKind = 'question-waits' | 'thread-active';

/** What a letter is made of. */
export interface LetterGiven extends SubjectRow {
  kind: NoticeKind | DigestKind;
  created_at: Date;
  given_name: string;
  language: Language;
  time_zone: string;
}

/** What a letter says. */
export interface Words {
  subject: string;
  lines: (string | null)[];
  button: { label: string; path: string };
}

/** Ways of saying things to the reader of a letter. */
export interface Say {
  de: boolean;
  /** An instant in the reader's zone. */
  at(instant: Date | null): string;
  /** From one instant to another on the same day. */
  span(from: Date | null, to: Date | null): string;
  course: string;
  cohort: string;
}

/** What both languages need to say something about a message. */
export function say({ language, time_zone, course_title, cohort_name }: LetterGiven): Say {
  const format = new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: time_zone,
    timeZoneName: 'short',
  });
  return {
    de: language === 'de',
    at: (instant) => (instant ? format.format(instant) : ''),
    span: (from, to) => (from && to ? format.formatRange(from, to) : ''),
    course: course_title ?? '',
    cohort: cohort_name ?? '',
  };
}
