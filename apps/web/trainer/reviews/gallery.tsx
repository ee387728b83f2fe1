import type { SubmissionView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { useApiMutation } from '../../queries.js';
import { Section } from '../../shell/page.js';
import { ProblemNote } from '../../shell/trouble.js';
import { changedForLearners } from './refreshed.js';
import classes from './submission.module.css';
import { useRoundWords } from './words.js';

/** Shows the work to everybody as an example of good work, where all its authors agree. */
export function Gallery({ view: { submissionId, gallery } }: { view: SubmissionView }) {
  const { t } = useRoundWords();
  const { consents, shown } = gallery;
  const show = useApiMutation('PUT /submissions/:submissionId/gallery', {
    refreshes: [...changedForLearners, 'GET /cohorts/:cohortId/assignments/:itemId/gallery'],
  });
  return (
    <Section title={t('submission.gallery.title')}>
      <div className={classes.lines}>
        <p className="small">
          {shown && `${t('submission.gallery.shown')} `}
          {t(consents ? 'submission.gallery.consent' : 'submission.gallery.noConsent')}
        </p>
        <div>
          <Button
            variant="default"
            disabled={!consents && !shown}
            loading={show.isPending}
            onClick={() => show.mutate({ params: { submissionId }, body: { shown: !shown } })}
          >
            {t(shown ? 'submission.gallery.hide' : 'submission.gallery.show')}
          </Button>
        </div>
        <ProblemNote problem={show.error} />
      </div>
    </Section>
  );
}
