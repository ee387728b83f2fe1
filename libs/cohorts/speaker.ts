import type { Language } from '@kohorte/contracts';
import type { Actor } from '@kohorte/rules';

/** Somebody who acts and is answered in their language. */
export type Speaker = Actor & { language: Language };
