import '../fields.js';
import type { AssignmentInput, RoundView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { ApiProblem } from '../../api.js';
import { uiLanguage } from '../../i18n.js';
import { useApiMutation } from '../../queries.js';
import { ProblemNote } from '../../shell/trouble.js';
import { RubricFields } from '../editor/assignment/rubric-fields.js';
import { isNameless } from '../editor/assignment/rubric.js';
import { starterDesign } from '../editor/assignment/starter.js';
import { changedForLearners } from './refreshed.js';
import classes from './round.module.css';
import { useRoundWords } from './words.js';

/** Changes the rubric for what is handed in from now on. Not a dialog: what is removed in it can be undone by a toast. */
export default function ChangeRubric({ round, onClose }: { round: RoundView; onClose: () => void }) {
  const { t } = useRoundWords();
  const { cohortId, itemId, counts } = round;
  const language = uiLanguage();
  // The editor of a course's assignment works on all of it; here only the rubric is looked at.
  const [design, setDesign] = useState<AssignmentInput>(() => ({
    ...starterDesign(language),
    rubric: round.rubric.criteria,
    examples: [],
  }));
  const { rubric } = design;
  const save = useApiMutation('PUT /cohorts/:cohortId/assignments/:itemId/rubric', {
    refreshes: changedForLearners,
    onDone: onClose,
  });
  const refusal = save.error instanceof ApiProblem ? save.error : null;
  const isSame = JSON.stringify(rubric) === JSON.stringify(round.rubric.criteria);
  return (
    <div className={classes.changing}>
      <p className={classes.note}>
        {t('rubric.intro')} {t('rubric.handedIn', { count: counts.handedIn })}
      </p>
      <RubricFields
        design={design}
        language={language}
        update={setDesign}
        errorOf={(path) => refusal?.forField(path)}
        onBlur={() => undefined}
      />
      <ProblemNote problem={save.error} />
      <div className={classes.actions}>
        <Button variant="default" onClick={onClose}>
          {t('rubric.cancel')}
        </Button>
        <Button
          loading={save.isPending}
          disabled={isSame || isNameless(rubric)}
          onClick={() => save.mutate({ params: { cohortId, itemId }, body: { rubric } })}
        >
          {t('rubric.do')}
        </Button>
      </div>
    </div>
  );
}
