import type { AssemblyView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { queryClient, queryFor, useApiMutation } from '../queries.js';
import { ProgressBar } from '../shell/progress-bar.js';
import { ProblemNote } from '../shell/trouble.js';
import { useTimes } from '../times.js';
import classes from './planner.module.css';

/** While it is assembled: how far it is, and how good it is by now. */
export function Working({ assembly }: { assembly: AssemblyView }) {
  const { t } = useTranslation('admin');
  const times = useTimes();
  const { assemblyId, state, progress, bestCost, unplaced } = assembly;
  const params = { assemblyId };
  const cancel = useApiMutation('POST /assemblies/:assemblyId/cancellation', {
    onDone: (view) => queryClient.setQueryData(queryFor('GET /assemblies/:assemblyId', { params }).queryKey, view),
  });
  const percent = Math.round(progress * 100);
  return (
    <section className={classes.working} aria-label={t('planner.progress')}>
      <ProgressBar label={t('planner.progress')} percent={state === 'waiting' ? null : percent} />
      <p>
        {state === 'waiting'
          ? t('planner.working.waiting')
          : t('planner.working.running', { percent: times.percent(percent) })}
      </p>
      {bestCost !== null && unplaced !== null && (
        <dl className={classes.figures}>
          <div>
            <dt>{t('planner.working.best')}</dt>
            <dd>{times.number(bestCost)}</dd>
          </div>
          <div>
            <dt>{t('planner.working.unplaced')}</dt>
            <dd>{times.number(unplaced)}</dd>
          </div>
        </dl>
      )}
      <ProblemNote problem={cancel.error} />
      <div className={classes.buttons}>
        <Button
          variant="default"
          loading={cancel.isPending}
          disabled={cancel.isSuccess || bestCost === null}
          onClick={() => cancel.mutate({ params })}
        >
          {cancel.isSuccess ? t('planner.working.ending') : t('planner.working.enough')}
        </Button>
      </div>
      <p className="small faint">{t('planner.working.leave')}</p>
    </section>
  );
}
