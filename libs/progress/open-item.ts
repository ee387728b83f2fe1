import type { Language } from '@kohorte/contracts';
import { found, Problem, type SignedIn } from '@kohorte/platform';
import type { Walk, WalkItem, WalkModule } from './walk.js';

/**
 * An item of an open module.
 * @throws {Problem} `not-found`; `module-not-open`, which says when it opens, in the reader's zone
 */
export function openItem(walk: Walk, itemId: string, actor: SignedIn): { module: WalkModule; item: WalkItem } {
  const place = found(walk.find(itemId));
  if (place.module.isOpen) return place;
  const { opensAt } = place.module;
  throw new Problem('module-not-open', {
    params: { opensAt: said(opensAt, actor.language, actor.timeZone), instant: opensAt.toISOString() },
  });
}

/** `Montag, 9. März 2026 um 09:00`, `Monday, 9 March 2026 at 09:00`. */
function said(instant: Date, language: Language, timeZone: string): string {
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
