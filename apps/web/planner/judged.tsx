import type { AssembledSession } from '@kohorte/contracts';
import { useTranslation } from 'react-i18next';
import { useTimes } from '../times.js';
import type { Judgement } from './judgement.js';
import { useReasonWords } from './words.js';

/** Not judged yet, possible, or not. */
export const stateOf = (judgement: Judgement | undefined): string =>
  judgement === undefined ? 'open' : judgement.clashes.length > 0 ? 'clash' : 'fits';

/** What the tried place would break, or what it does to the cost. */
export function Judged({ judgement, mode }: { judgement: Judgement | undefined; mode: AssembledSession['mode'] }) {
  const { t } = useTranslation('admin');
  const times = useTimes();
  const reasons = useReasonWords();
  if (!judgement) return <p>{t('planner.ghost.open')}</p>;
  const { clashes, costBy } = judgement;
  if (clashes.length > 0)
    return (
      <>
        <strong>{t('planner.ghost.clash')}</strong>
        <ul>
          {reasons(clashes, 'place', mode).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </>
    );
  return (
    <>
      <strong>{t('planner.ghost.fits')}</strong>
      <p>
        {costBy === 0
          ? t('planner.judged.same')
          : costBy > 0
            ? t('planner.judged.dearer', { by: times.number(costBy) })
            : t('planner.judged.cheaper', { by: times.number(-costBy) })}
      </p>
    </>
  );
}
