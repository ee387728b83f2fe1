import '@mantine/core/styles/Switch.css';
import '@mantine/core/styles/InlineInput.css';
import type { AssignmentView } from '@kohorte/contracts';
import { Switch } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApiMutation } from '../queries.js';
import { ProblemNote } from '../shell/trouble.js';
import { keepAssignment } from './keep.js';
import result from './result.module.css';

/** Whether the own work may be shown to the cohort, and the way to what is shown. */
export function GalleryConsent({ view }: { view: AssignmentView }) {
  const { t } = useTranslation('peer-review');
  const { cohortId, itemId, gallery, submission, learns } = view;
  const params = { cohortId, itemId };
  const consent = useApiMutation('PUT /cohorts/:cohortId/assignments/:itemId/gallery-consent', {
    refreshes: ['GET /cohorts/:cohortId/assignments/:itemId/gallery'],
    onDone: keepAssignment,
  });
  const mayConsent = learns && Boolean(submission?.handedInAt);
  if (!mayConsent && gallery.entries === 0) return null;
  return (
    <section aria-labelledby="gallery" className={result.part}>
      <h2 id="gallery">{t('gallery.title')}</h2>
      <p>
        {gallery.entries > 0 ? (
          <Link to="/cohorts/$cohortId/assignments/$itemId/gallery" params={params}>
            {t('gallery.open', { count: gallery.entries })}
          </Link>
        ) : (
          t('gallery.emptyYet')
        )}
      </p>
      {mayConsent && (
        <Switch
          size="md"
          label={t('gallery.consent')}
          description={t(gallery.shown ? 'gallery.isShown' : 'gallery.consentHint')}
          checked={consent.isPending ? consent.variables.body.consents : gallery.consents}
          onChange={(event) => consent.mutate({ params, body: { consents: event.currentTarget.checked } })}
        />
      )}
      <ProblemNote problem={consent.error} />
    </section>
  );
}
