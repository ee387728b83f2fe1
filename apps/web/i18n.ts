import type { Language } from '@kohorte/contracts';
import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';

const remembered = 'kohorte.language';
const catalogues = import.meta.glob<{ default: Record<string, unknown> }>('./locales/*/*.ts');

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, area, done) => {
    const load = catalogues[`./locales/${language}/${area}.ts`];
    if (!load) return done(new Error(`No catalogue ${language}/${area}`), false);
    load().then(
      (catalogue) => done(null, catalogue.default),
      (problem: Error) => done(problem, false),
    );
  },
};

const isLanguage = (text: string): text is Language => text === 'de' || text === 'en';

export async function startI18n(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      // Chosen by `first.js`.
      lng: document.documentElement.lang,
      supportedLngs: ['de', 'en'],
      fallbackLng: false,
      ns: ['learner'],
      defaultNS: 'learner',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
}

export function uiLanguage(): Language {
  return isLanguage(i18next.language) ? i18next.language : 'en';
}

/** Shows everything in this language and remembers it for the next sign-in on this device. */
export async function speak(language: Language): Promise<void> {
  localStorage.setItem(remembered, language);
  if (language !== i18next.language) await i18next.changeLanguage(language);
}
