import type { CohortCard } from '@kohorte/contracts';
import { useTranslation } from 'react-i18next';
import { useTimes } from '../times.js';

/** What there is to say about a cohort before one is in it, line by line. */
export function useCohortWords() {
  const { t } = useTranslation();
  const times = useTimes();

  const span = ({ startOn, endsOn, pacing }: CohortCard): string =>
    pacing === 'relative'
      ? t('cohort.ownPace', { from: times.date(startOn) })
      : t('cohort.span', { from: times.date(startOn), to: times.date(endsOn) });

  const seats = ({ capacity, seatsTaken, waiting, joinState }: CohortCard): string | null => {
    // For those who wait or are in, only their own standing counts.
    if (joinState === 'offered' || joinState === 'waiting' || joinState === 'enrolled') return null;
    if (capacity === null) return t('cohort.seatsOpen', { count: seatsTaken });
    const free = Math.max(0, capacity - seatsTaken);
    if (free > 0) return t('cohort.seatsFree', { count: free, capacity: times.number(capacity) });
    return waiting === 0 ? t('cohort.full') : `${t('cohort.full')}, ${t('cohort.waiting', { count: waiting })}`;
  };

  const state = ({ joinState, mine, enrolmentOpensAt, enrolmentClosesAt }: CohortCard): string | null => {
    if (joinState === 'offered' && mine?.offerEndsAt) {
      return t('cohort.offered', { until: times.dayAndTime(mine.offerEndsAt), away: times.fromNow(mine.offerEndsAt) });
    }
    if (joinState === 'waiting') return t('cohort.place', { place: mine?.place ?? 0 });
    if (joinState === 'not-open-yet' && enrolmentOpensAt) {
      return t('cohort.opens', { at: times.dayAndTime(enrolmentOpensAt), away: times.fromNow(enrolmentOpensAt) });
    }
    if (joinState === 'join' || joinState === 'join-waitlist' || joinState === 'request') {
      return enrolmentClosesAt && t('cohort.closes', { at: times.dayAndTime(enrolmentClosesAt) });
    }
    return t(`cohort.state.${joinState}`);
  };

  return { span, seats, state };
}
