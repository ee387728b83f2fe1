import type { SignedIn } from '@kohorte/platform';

/** `Montag, 9. März 2026 um 09:00`, `Monday, 9 March 2026 at 09:00`, in the reader's zone; and the instant itself. */
export function opensAtSaid(
  opensAt: Date | null,
  { language, timeZone }: Pick<SignedIn, 'language' | 'timeZone'>,
): Record<string, string> {
  if (!opensAt) return { opensAt: '…' };
  const said = new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(opensAt);
  return { opensAt: said, instant: opensAt.toISOString() };
}
