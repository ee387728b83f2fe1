import './fields.js';
import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A field for a new password, with what is asked of it said before one types. */
export function NewPassword({ name, error }: { name: string; error?: string }) {
  const { t } = useTranslation();
  return (
    <PasswordInput
      name={name}
      label={t('password.next')}
      description={t('password.rule')}
      autoComplete="new-password"
      visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
      minLength={10}
      maxLength={200}
      required
      withAsterisk={false}
      error={error}
    />
  );
}
