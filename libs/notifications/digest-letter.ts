import type { Language } from '@kohorte/contracts';
import type { DigestItem, DigestSection } from './digests.js';
import { grouped } from './grouped.js';
import { foot, hello, onOneLine, wordsFor } from './letter.js';
import { paged, type Paged } from './mail-page.js';

interface Given {
  language: Language;
  given_name: string;
  /** The day it is for. */
  period_on: string;
}

/** What a digest is called, in the list of mails too; the same whatever it tells. */
export function digestSubject({ language, period_on }: Pick<Given, 'language' | 'period_on'>): string {
  const [year, month, day] = period_on.split('-').map(Number) as [number, number, number];
  const date = new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(Date.UTC(year, month - 1, day));
  return language === 'de' ? `Neues in deinen Kursen: ${date}` : `New in your courses: ${date}`;
}

/** All that a digest tells, what matters most to its reader first. */
export function digestLetter(
  given: Given,
  items: readonly DigestItem[],
  links: { publicUrl: string; unsubscribe: string },
): Paged & { subject: string } {
  const subject = digestSubject(given);
  const de = given.language === 'de';
  const sections = grouped(items, ({ section }) => section);
  return {
    subject,
    ...paged({
      language: given.language,
      title: subject,
      blocks: [
        { text: hello(given) },
        {
          text: de ? 'das ist neu, seit wir dir zuletzt geschrieben haben.' : 'this is new since we last wrote to you.',
        },
        ...[...sections].map(([section, news]) => ({
          heading: headings[given.language][section],
          items: news.map((item) => {
            const { subject: text, button } = wordsFor(item);
            return { text: onOneLine(text), about: about(item), address: `${links.publicUrl}${button.path}` };
          }),
        })),
      ],
      foot: foot(de, links),
    }),
  };
}

function about({ course_title, cohort_name, group_name }: DigestItem): string | null {
  if (!course_title) return null;
  return [course_title, cohort_name, group_name].filter(Boolean).join(' · ');
}

const headings: Record<Language, Record<DigestSection, string>> = {
  de: {
    replies: 'Für dich',
    questions: 'Fragen, die du vielleicht beantworten kannst',
    reviews: 'Bewertungen, die du noch gibst',
    rest: 'Aus deinen Kursen',
    talk: 'Worüber gesprochen wird',
  },
  en: {
    replies: 'For you',
    questions: 'Questions that you may be able to answer',
    reviews: 'Reviews that you still owe',
    rest: 'From your courses',
    talk: 'What people talk about',
  },
};
