import type { AssembledSession, AssemblyView, ReasonView } from '@kohorte/contracts';
import { useTranslation } from 'react-i18next';
import { useTimes, zoneName } from '../times.js';
import type { Place } from './model.js';

/** A reason in a sentence: why nothing was found, or what is wrong with a place. */
export function useReasonWords(): (
  reasons: readonly ReasonView[],
  about: 'session' | 'place',
  mode?: AssembledSession['mode'],
) => string[] {
  const { t, i18n } = useTranslation('admin');
  const times = useTimes();
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });

  /** Three names, and how many more. */
  const named = (subjects: readonly string[]): string => {
    const shown = subjects.length > 4 ? subjects.slice(0, 3) : subjects;
    const rest = subjects.length - shown.length;
    return list.format(rest > 0 ? [...shown, t('planner.reason.others', { count: rest })] : shown);
  };
  const sentence = (
    code: ReasonView['code'],
    subjects: readonly string[],
    about: 'session' | 'place',
    mode?: AssembledSession['mode'],
  ): string => {
    const count = Math.max(subjects.length, 1);
    if (code === 'window-over' && about === 'place') return t('planner.reason.outsideWindow');
    if (code === 'no-room-suits' && mode === 'online') return t('planner.reason.needsNoRoom');
    if (code === 'no-room-suits' && about === 'place')
      return subjects.length > 0 ? t('planner.reason.unsuitable', { subject: named(subjects) }) : t('planner.reason.needsRoom'); // prettier-ignore
    if (code === 'no-room-suits' && subjects.length === 0) return t('planner.reason.noRoomAnywhere');
    if (code === 'no-trainer-qualified' && about === 'place') return t('planner.reason.otherTrainers');
    if (code === 'no-trainer-qualified' && subjects.length === 0) return t('planner.reason.noTrainer');
    if (code === 'learner-away' && subjects.length === 0) return t('planner.reason.nobodyThere');
    return t(`planner.reason.of.${code}`, { count, subject: named(subjects) });
  };
  return (reasons, about, mode) => {
    const codes = [...new Set(reasons.map(({ code }) => code))];
    return codes.map((code) => {
      const same = reasons.filter((reason) => reason.code === code);
      const text = sentence(code, same.flatMap(({ subject }) => subject ?? []), about, mode); // prettier-ignore
      const share = Math.max(...same.map((reason) => reason.share));
      // A place is one time: a share of it says nothing. Nor does it of what is no matter of times.
      const isShared = about === 'session' && ofTimes.has(code);
      return isShared ? t('planner.reason.shared', { text, share: times.percent(Math.round(share * 100)) }) : text;
    });
  };
}

/** Reasons that rule out some times and not others. */
const ofTimes = new Set<ReasonView['code']>([
  'cohort-break',
  'holiday',
  'learner-away',
  'room-closed',
  'room-taken',
  'trainer-away',
  'trainer-taken',
  'trainer-day-full',
  'trainer-week-full',
  'learner-taken',
  'order',
]);

/** Names and times of a proposal's places. */
export function usePlaceWords(assembly: Pick<AssemblyView, 'rooms' | 'trainers' | 'cohorts'>) {
  const { t, i18n } = useTranslation('admin');
  const times = useTimes();
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  const room = (roomId: string | null): string => {
    if (roomId === null) return t('planner.noRoom');
    const found = assembly.rooms.find((one) => one.roomId === roomId);
    return found ? `${found.name} (${found.site})` : t('planner.closedRoom');
  };
  const trainers = (userIds: readonly string[]): string =>
    userIds.length === 0
      ? t('planner.noTrainers')
      : list.format(userIds.map((id) => assembly.trainers.find(({ userId }) => userId === id)?.name ?? t('planner.formerTrainer'))); // prettier-ignore
  const zoneOf = (cohortId: string): string =>
    assembly.cohorts.find((cohort) => cohort.cohortId === cohortId)?.timeZone ?? times.zone;
  /** On the clocks of its cohort. */
  const when = (from: string, minutes: number, cohortId: string): string => {
    const zone = zoneOf(cohortId);
    const to = Date.parse(from) + minutes * 60_000;
    return t('planner.fromTo', { from: times.dayAndTime(from, zone), to: times.time(to, zone) });
  };
  /** The same on the reader's clocks, where those show something else; and where each of the clocks is. */
  const elsewhere = (from: string, cohortId: string): string | null => {
    const zone = zoneOf(cohortId);
    if (times.dayAndTime(from, zone) === times.dayAndTime(from)) return null;
    const isSameDay = times.day(from, zone) === times.day(from);
    return t('planner.elsewhere', {
      zone: zoneName(zone),
      here: isSameDay ? times.time(from) : times.dayAndTime(from),
    });
  };
  const whole = ({ from, roomId, trainerIds }: Place, { minutes, cohortId }: AssembledSession): string =>
    [when(from, minutes, cohortId), room(roomId), trainers(trainerIds)].join(' · ');
  return { room, trainers, when, elsewhere, whole, zoneOf };
}

/** `W3 · Lernziele schärfen · Gruppe 2` */
export function useSessionWords() {
  const { t } = useTranslation('admin');
  return {
    short: ({ step, groupNumber }: AssembledSession): string => t('planner.short', { step, group: groupNumber }),
    group: ({ groupNumber, people }: AssembledSession): string =>
      t('planner.groupOf', { number: groupNumber, count: people }),
    named: ({ title, groupNumber }: AssembledSession): string => t('planner.named', { title, group: groupNumber }),
  };
}
