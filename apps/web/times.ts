import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiMaybe } from './queries.js';
import { Times } from './written-times.js';

export { Times, zoneName } from './written-times.js';

/** Dates and times in the reader's language and zone. */
export function useTimes(): Times {
  const { i18n } = useTranslation();
  const zone = useApiMaybe('GET /me')?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return useMemo(() => new Times(i18n.language, zone), [i18n.language, zone]);
}
