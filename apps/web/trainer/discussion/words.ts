import type { ThreadPlace, WriterView } from '@kohorte/contracts';
import { useTranslation } from 'react-i18next';
import { useTimes } from '../../times.js';

/** From here on a wait is counted in days. */
const hoursSaidAsDays = 72;

/** How those who run a cohort read about its discussion: who wrote where, and how long something waits. */
export function useModerationWords() {
  const { t, i18n } = useTranslation('moderation');
  const times = useTimes();
  const span = (value: number, unit: 'hour' | 'day'): string =>
    new Intl.NumberFormat(i18n.language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  return {
    t,
    times,
    list: (texts: readonly string[]): string => new Intl.ListFormat(i18n.language).format(texts),
    /** `31 Stunden`, `4 Tage` */
    hours: (hours: number): string =>
      hours < hoursSaidAsDays ? span(Math.floor(hours), 'hour') : span(Math.floor(hours / 24), 'day'),
    writer: ({ person, anonymous }: WriterView): string => {
      if (!person) return anonymous ? t('anonymous') : t('deletedAccount');
      return anonymous ? t('anonymousToOthers', { name: person.name }) : person.name;
    },
    /** `Woche 2 · Feedback geben · bei 3:12` */
    place: ({ step, moduleTitle, itemTitle, atSecond, groupName }: ThreadPlace): string =>
      [
        groupName,
        step !== null && t('week', { step }),
        itemTitle ?? moduleTitle,
        atSecond !== null &&
          t('atSecond', { at: `${Math.floor(atSecond / 60)}:${`${atSecond % 60}`.padStart(2, '0')}` }),
      ]
        .filter(Boolean)
        .join(' · '),
  };
}
