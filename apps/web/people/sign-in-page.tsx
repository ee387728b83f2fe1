import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useEntering } from './entering.js';
import { Outside } from './outside.js';
import { SignInForm } from './sign-in-form.js';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { t } = useTranslation();
  const { to } = route.useSearch();
  const enter = useEntering();
  return (
    <Outside title={t('signIn.title')} below={to && t('signIn.thenBack')}>
      <SignInForm onDone={(me) => void enter(me, to)} />
    </Outside>
  );
}
