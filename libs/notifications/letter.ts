import { courseWords } from './course-letters.js';
import { paged, type Paged } from './mail-page.js';
import { postWords, talkWords } from './post-letters.js';
import { reviewWords } from './review-letters.js';
import { type LetterGiven, say, type Words } from './saying.js';

/** Where the links of a letter lead, besides to what it is about. */
export interface LetterLinks {
  publicUrl: string;
  /** Where this person answers an invitation, if they do. */
  answer: string | null;
  /** Where they end mails like this; `null`: such mails are always sent. */
  unsubscribe: string | null;
  /** Whether they may simply answer the mail. */
  mayReply: boolean;
}

/** A mail's subject and its text, plain and as HTML, in the reader's language. */
export function letter(given: LetterGiven, links: LetterLinks): Paged & { subject: string } {
  const { subject, lines, button } = wordsFor(given);
  const { publicUrl, answer, mayReply } = links;
  const de = given.language === 'de';
  const said = lines.filter((line): line is string => line !== null && line !== '');
  return {
    subject: onOneLine(subject),
    ...paged({
      language: given.language,
      title: subject,
      blocks: [
        { text: hello(given) },
        ...said.map((text) => ({ text })),
        { button: { label: button.label, address: `${publicUrl}${answer ?? button.path}` } },
      ],
      foot: foot(de, links, mayReply),
    }),
  };
}

/** What is said of a message: its subject is one sentence, which a digest uses too. */
export function wordsFor(given: LetterGiven): Words {
  return words[given.kind](given, say(given));
}

export function hello({ language, given_name }: Pick<LetterGiven, 'language' | 'given_name'>): string {
  return language === 'de' ? `Hallo ${given_name},` : `Hello ${given_name},`;
}

/** Why somebody gets a mail, how they change that, and whether they may answer. */
export function foot(
  de: boolean,
  { publicUrl, unsubscribe }: Pick<LetterLinks, 'publicUrl' | 'unsubscribe'>,
  mayReply = false,
): { text: string; address: string | null }[] {
  const settings = de
    ? 'Welche Nachrichten dich wann erreichen, wählst du unter „Mitteilungen einstellen“.'
    : 'Choose which messages reach you, and when, under “Set up notifications”.';
  return [
    ...(mayReply
      ? [
          {
            text: de
              ? 'Antworte einfach auf diese E-Mail: Deine Antwort erscheint als Beitrag unter deinem Namen.'
              : 'Simply reply to this e-mail: your answer appears as a post under your name.',
            address: null,
          },
        ]
      : []),
    { text: `Kohorte · ${settings}`, address: `${publicUrl}/notifications/settings` },
    ...(unsubscribe
      ? [{ text: de ? 'Keine E-Mails dieser Art mehr' : 'No more e-mails of this kind', address: unsubscribe }]
      : []),
  ];
}

/** A line break in a title must not begin a new header. */
export const onOneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

const words = { ...courseWords, ...reviewWords, ...postWords, ...talkWords };
