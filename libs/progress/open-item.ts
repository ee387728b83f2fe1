import { found, instantSaid, Problem, type SignedIn } from '@kohorte/platform';
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
    params: { opensAt: instantSaid(opensAt, actor), instant: opensAt.toISOString() },
  });
}
