import type { PersonView, QueueKind, QueueRow } from '@kohorte/contracts';
import { useTranslation } from 'react-i18next';
import { useTimes } from '../../times.js';

/** What is urgent comes first. */
const queueOrder: readonly QueueKind[] = ['appeal', 'flag', 'doubtful', 'short'];

/**
 * What waits, the most urgent first; each thing once: a work that has too few reviews is not named again where its grade
 * is uncertain, which is mostly why.
 */
export function whatWaits(queue: readonly QueueRow[]): QueueRow[] {
  const doubtful = new Set(queue.filter(({ kind }) => kind === 'doubtful').map(({ submissionId }) => submissionId));
  return queueOrder.flatMap((kind) =>
    queue.filter((row) => row.kind === kind && !(kind === 'short' && doubtful.has(row.submissionId))),
  );
}

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
        .map((kind) => ({ kind, count: whatWaits(queue).filter((row) => row.kind === kind).length }))
        .filter(({ count }) => count > 0)
        .map(({ kind, count }) => t(`queue.count.${kind}`, { count }))
        .join(', '),
  };
}

/** An instant that lies so far away that it means "never": somebody without a release has such phases. */
export const isNever = (instant: string): boolean => instant.startsWith('9999');
