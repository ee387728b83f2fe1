import type { SubmissionView } from '@kohorte/contracts';
import { useRoundWords } from './words.js';

type Allocated = SubmissionView['reviews'][number]['allocated'];

/** Why a work went to a reviewer, in plain words, with the seed that it can be replayed with. */
export function useAllocationWords(): (allocated: Allocated) => string {
  const { t } = useRoundWords();
  const drawn = (among: number, seed: number | null): string =>
    among > 1 && seed !== null
      ? t('submission.allocation.among', { count: among, seed })
      : t('submission.allocation.only');
  return ({ way, seed, reason }) => {
    if (way === 'trainer') return t('submission.allocation.trainer');
    const ways = { next: 'next', batch: 'batch', 'top-up': 'topUp' } as const;
    const sentences: string[] = [t(`submission.allocation.${ways[way]}`)];
    if (reason) {
      const { served, among, reciprocal, extra } = reason;
      sentences.push(`${t('submission.allocation.served', { count: served })}, ${drawn(among, seed)}.`);
      if (extra) sentences.push(t('submission.allocation.extra'));
      if (reciprocal) sentences.push(t('submission.allocation.reciprocal'));
    }
    return sentences.join(' ');
  };
}
