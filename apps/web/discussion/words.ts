import type { ThreadPlace, WriterView } from '@kohorte/contracts';
import { useTranslation } from 'react-i18next';

/** `3:12`, and `1:02:05` where it takes an hour. */
export function clockOf(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor((seconds % 3_600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** How people and places are written in talk. */
export function useTalkWords() {
  const { t } = useTranslation(['discussion', 'learner']);
  return {
    t,
    /** A name, as far as the reader may know it. */
    name: ({ person, anonymous, own }: WriterView): string =>
      own && anonymous
        ? t('writer.ownAnonymous')
        : (person?.name ?? (anonymous ? t('writer.anonymous') : t('writer.deleted'))) +
          (person && anonymous ? ` ${t('writer.seenByYou')}` : ''),
    /** `Woche 3 · Feedback geben · 3:12` */
    place: ({ groupName, step, itemTitle, moduleTitle, atSecond }: ThreadPlace): string =>
      [
        groupName,
        step !== null && t('learner:week.name', { step }),
        itemTitle ?? moduleTitle,
        atSecond !== null && t('place.at', { at: clockOf(atSecond) }),
      ]
        .filter(Boolean)
        .join(' · '),
  };
}
