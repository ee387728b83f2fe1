import { useTranslation } from 'react-i18next';
import { queryClient, queryFor } from '../queries.js';
import { sessionBegan } from '../session.js';
import { Dialog } from '../shell/dialog.js';
import { SignInForm } from './sign-in-form.js';

/** On top of a screen whose session has run out: after signing in, what was being done goes on. */
export default function SignInAgain() {
  const { t } = useTranslation();
  const before = queryClient.getQueryData(queryFor('GET /me').queryKey);
  return (
    <Dialog title={t('signIn.againTitle')} locked>
      <p className="faint small">{t('signIn.againText')}</p>
      <SignInForm
        email={before?.email}
        onDone={(me) => {
          // Somebody else at the same screen: nothing of the one before may stay.
          if (before && before.userId !== me.userId) window.location.assign('/');
          else sessionBegan();
        }}
      />
    </Dialog>
  );
}
