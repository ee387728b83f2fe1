import type { SessionView } from '@kohorte/contracts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Times, useTimes } from '../times.js';

type Spanned = Pick<SessionView, 'startsAt' | 'endsAt'>;
type Placed = Pick<SessionView, 'mode' | 'place'>;

/** How the time and the place of a session are written, here and in another zone. */
export function useSessionWords(times: Times = useTimes()) {
  const { t } = useTranslation('sessions');
  return useMemo(() => {
    const span = ({ startsAt, endsAt }: Spanned, zone?: string): string =>
      t('span', { day: times.day(startsAt, zone), from: times.time(startsAt, zone), to: times.time(endsAt, zone) });
    const place = ({ mode, place: there }: Placed): string => {
      if (!there) return t('online');
      const room = `${there.room}, ${there.site}`;
      return mode === 'hybrid' ? t('hybrid', { place: room }) : room;
    };
    return { times, span, place };
  }, [t, times]);
}

/** How long a session lasts, in minutes. */
export function lengthOf({ startsAt, endsAt }: Spanned): number {
  return Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
}

/** The own answer in a word or two, for lists. */
export function ownAnswer({ mine }: Pick<SessionView, 'mine'>): 'yes' | 'no' | 'maybe' | 'open' | 'waits' | null {
  if (!mine) return null;
  return mine.place === null ? (mine.answer ?? 'open') : 'waits';
}
