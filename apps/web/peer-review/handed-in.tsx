import type { AssignmentView, OwnSubmission } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApiMutation } from '../queries.js';
import { Tag } from '../shell/tag.js';
import { ProblemNote } from '../shell/trouble.js';
import { useTimes } from '../times.js';
import classes from './handed-in.module.css';
import { keepAssignment, refreshWhereShown } from './keep.js';
import { isPast } from './phase-words.js';
import { Work } from './work.js';

/** The own work after it was handed in, as those see it who review it. */
export function HandedIn({ view, submission }: { view: AssignmentView; submission: OwnSubmission }) {
  const { t, i18n } = useTranslation('peer-review');
  const times = useTimes();
  const { handedInAt, late, team, excluded } = submission;
  return (
    <div className={classes.handedIn}>
      <p className={classes.when}>
        {handedInAt && t('handedIn.at', { at: times.dayAndTime(handedInAt) })}
        {late && <Tag tone="warn">{t('state.late')}</Tag>}
      </p>
      {team.length > 0 && (
        <p className="small faint">
          {t('write.team', { names: new Intl.ListFormat(i18n.language).format(team.map(({ name }) => name)) })}
        </p>
      )}
      {excluded !== null && (
        <div className={classes.excluded}>
          <p>{t('handedIn.excluded')}</p>
          <blockquote>{excluded}</blockquote>
        </div>
      )}
      <Work work={submission} submissionId={submission.submissionId} />
      <TakeBack view={view} submission={submission} />
    </div>
  );
}

function TakeBack({ view, submission }: { view: AssignmentView; submission: OwnSubmission }) {
  const { t } = useTranslation('peer-review');
  const times = useTimes();
  const takeBack = useApiMutation('DELETE /cohorts/:cohortId/assignments/:itemId/submission', {
    onDone: (answer) => {
      keepAssignment(answer);
      void refreshWhereShown();
    },
  });
  const { cohortId, itemId, phases } = view;
  if (isPast(phases.dueAt) || submission.isBeingReviewed) return null;
  return (
    <div className={classes.back}>
      <ProblemNote problem={takeBack.error} />
      <Button
        variant="default"
        loading={takeBack.isPending}
        onClick={() => takeBack.mutate({ params: { cohortId, itemId } })}
      >
        {t('handedIn.takeBack')}
      </Button>
      <p className="small faint">{t('handedIn.takeBackUntil', { at: times.dayAndTime(phases.dueAt) })}</p>
    </div>
  );
}
