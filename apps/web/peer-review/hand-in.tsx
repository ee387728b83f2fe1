import type { AssignmentView } from '@kohorte/contracts';
import { wordsIn } from '@kohorte/rules';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiMutation } from '../queries.js';
import { ProblemNote } from '../shell/trouble.js';
import { useTimes } from '../times.js';
import classes from './hand-in.module.css';
import { keepAssignment, refreshWhereShown } from './keep.js';
import { isPast } from './phase-words.js';
import { isSendingFor } from './uploading.js';
import type { Draft, useDraft } from './writing.js';

/** The way out of writing: what is still missing, and handing in. */
export function HandIn({ view, draft }: { view: AssignmentView; draft: ReturnType<typeof useDraft> }) {
  const { t } = useTranslation('peer-review');
  const times = useTimes();
  const [isAsked, setAsked] = useState(false);
  const { cohortId, itemId, phases } = view;
  const handIn = useApiMutation('POST /cohorts/:cohortId/assignments/:itemId/submission', {
    onDone: (answer) => {
      keepAssignment(answer);
      void refreshWhereShown();
    },
  });
  const missing = useMissing(view, draft.values);
  const isLate = isPast(phases.dueAt);
  const go = async (): Promise<void> => {
    setAsked(true);
    if (missing.length > 0 || !(await draft.kept.flush())) return;
    handIn.mutate({ params: { cohortId, itemId } });
  };
  return (
    <div className={classes.handIn}>
      {isAsked && missing.length > 0 && (
        <div role="alert" className={classes.missing}>
          <p>{t('handIn.missing')}</p>
          <ul>
            {missing.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      <ProblemNote problem={handIn.error} />
      <div className={classes.line}>
        <Button size="md" loading={handIn.isPending} onClick={() => void go()}>
          {t(isLate ? 'handIn.goLate' : 'handIn.go')}
        </Button>
        <p className="small faint">
          {isLate
            ? t('handIn.lateUntil', { at: times.dayAndTime(phases.graceUntil) })
            : t('handIn.until', { at: times.dayAndTime(phases.dueAt) })}
        </p>
      </div>
    </div>
  );
}

/** What the assignment asks for and is not there yet. */
function useMissing(view: AssignmentView, { text, link, video }: Draft): string[] {
  const { t } = useTranslation('peer-review');
  const times = useTimes();
  const { handIn, submission, leastWords, mostWords } = view;
  const words = wordsIn(text);
  const isAnythingThere = words > 0 || link !== '' || video !== '' || (submission?.files.length ?? 0) > 0;
  const missing: string[] = [];
  if (!isAnythingThere) missing.push(t('handIn.nothing'));
  else if (handIn.text && leastWords !== null && words < leastWords)
    missing.push(t('handIn.tooShort', { count: leastWords - words, least: times.number(leastWords) }));
  if (handIn.text && mostWords !== null && words > mostWords)
    missing.push(t('handIn.tooLong', { count: words - mostWords, most: times.number(mostWords) }));
  if (isSendingFor(view)) missing.push(t('handIn.uploads'));
  return missing;
}
