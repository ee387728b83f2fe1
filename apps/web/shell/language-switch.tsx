import type { Language } from '@kohorte/contracts';
import { useTranslation } from 'react-i18next';
import { api } from '../api.js';
import { speak } from '../i18n.js';
import { queryClient, queryFor } from '../queries.js';
import classes from './language-switch.module.css';

/** Languages by their own names, as those who need to find theirs know them. */
const names: Record<Language, string> = { de: 'Deutsch', en: 'English' };

/** Changes the language at once, and for good where somebody is signed in. */
export async function chooseLanguage(language: Language): Promise<void> {
  await speak(language);
  const me = queryFor('GET /me');
  if (!queryClient.getQueryData(me.queryKey)) return;
  queryClient.setQueryData(me.queryKey, await api('PATCH /me', { body: { language } }));
  // What the server says in words comes in the new language from here on.
  await queryClient.invalidateQueries();
}

/** Offers the other language. */
export function LanguageSwitch() {
  const { i18n } = useTranslation();
  const other: Language = i18n.language === 'de' ? 'en' : 'de';
  return (
    <button
      type="button"
      lang={other}
      className={classes.switch}
      aria-label={names[other]}
      title={names[other]}
      onClick={() => void chooseLanguage(other)}
    >
      {other.toUpperCase()}
    </button>
  );
}
