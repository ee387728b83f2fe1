import type { Language } from '@kohorte/contracts';

/** `Montag, 9. März 2026 um 09:00`, `Monday, 9 March 2026 at 09:00`; in the reader's zone. */
export function instantSaid(instant: Date, { language, timeZone }: { language: Language; timeZone: string }): string {
  return new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(instant);
}
