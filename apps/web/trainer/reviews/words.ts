import type { PersonView, QueueKind, QueueRow } from '@kohorte/contracts';
import { useTranslation } from 'react-i18next';
import { useTimes } from '../../times.js';

/** What is urgent comes first. */
export const queueOrder: readonly QueueKind[] = ['appeal', 'flag', 'doubtful', 'short'];

/** How rounds are said in words: points, names, and what waits. */
export function useRoundWords() {
  const { t, i18n } = useTranslation('rounds');
  const times = useTimes();
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  const signed = new Intl.NumberFormat(i18n.language, { signDisplay: 'exceptZero', maximumFractionDigits: 0 });
  return {
    t,
    times,
    list: (texts: readonly string[]): string => list.format(texts),
    /** At most one decimal: more would look more certain than it is. */
    points: (value: number): string => times.number(Math.round(10 * value) / 10),
    whole: (value: number): string => times.number(Math.round(value)),
    signed: (value: number): string => signed.format(value),
    names: (people: readonly PersonView[]): string => (people.length === 0 ? t('nobody') : list.format(people.map(({ name }) => name))), // prettier-ignore
    /** "1 appeal, 2 reports": nothing of what does not wait. */
    waiting: (queue: readonly QueueRow[]): string =>
      queueOrder
        .map((kind) => ({ kind, count: queue.filter((row) => row.kind === kind).length }))
        .filter(({ count }) => count > 0)
        .map(({ kind, count }) => t(`queue.count.${kind}`, { count }))
        .join(', '),
  };
}

/** An instant that lies so far away that it means "never": somebody without a release has such phases. */
export const isNever = (instant: string): boolean => instant.startsWith('9999');
