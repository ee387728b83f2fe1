import type { FlagKind, NoticeKind } from '@kohorte/contracts';
import { aboutAssignment } from './about-assignment.js';
import type { LetterGiven, Say, Words } from './saying.js';

/** The kinds of message that are about an assignment and its reviews. */
export type ReviewKind = Extract<
  NoticeKind,
  | 'deadline-moved'
  | 'extension-given'
  | 'reviews-opened'
  | 'reviews-owed'
  | 'more-reviews-asked'
  | 'work-flagged'
  | 'grades-published'
  | 'grade-changed'
  | 'appeal-made'
  | 'appeal-decided'
>;

/** Says what in letters about assignments; names nobody but, to those who run the cohort, who appeals. */
export const reviewWords: Record<ReviewKind, (given: LetterGiven, said: Say) => Words> = {
  'deadline-moved': (g, { de, at }) => {
    const { dueAt, reviewsUntil, isReviewed } = aboutAssignment(g);
    return {
      subject: de ? `Neue Frist: ${g.item_title}` : `New deadline: ${g.item_title}`,
      lines: [
        de ? `für ${place(g, de)} gelten neue Fristen.` : `the deadlines of ${place(g, de)} have moved.`,
        de ? `Abgabe: bis ${at(dueAt)}.` : `To be handed in: by ${at(dueAt)}.`,
        isReviewed ? (de ? `Bewertungen: bis ${at(reviewsUntil)}.` : `Reviews: by ${at(reviewsUntil)}.`) : null,
        de ? 'Dein Kalender und dein Abo sind schon angepasst.' : 'Your calendar and subscription already follow.',
      ],
      button: assignmentButton(g, de),
    };
  },
  'extension-given': (g, { de, at }) => ({
    subject: de ? `Mehr Zeit für dich: ${g.item_title}` : `More time for you: ${g.item_title}`,
    lines: [
      de
        ? `du kannst ${place(g, de)} bis ${at(aboutAssignment(g).dueAt)} abgeben.`
        : `you can hand in ${place(g, de)} until ${at(aboutAssignment(g).dueAt)}.`,
    ],
    button: assignmentButton(g, de),
  }),
  'reviews-opened': (g, { de, at }) => {
    const { owed, until } = aboutAssignment(g);
    return {
      subject: de ? `Jetzt bewerten: ${g.item_title}` : `Time to review: ${g.item_title}`,
      lines: [
        de
          ? `die Abgabe von ${place(g, de)} ist vorbei, jetzt lernt ihr voneinander.`
          : `the work for ${place(g, de)} is in; now you learn from each other.`,
        owedLine(owed ?? 0, at(until), de),
      ],
      button: reviewButton(g, de),
    };
  },
  'reviews-owed': (g, { de, at }) => {
    const { owed, until } = aboutAssignment(g);
    return {
      subject: owedSubject(owed ?? 0, g.item_title, de),
      lines: [
        de ? `es geht um ${place(g, de)}.` : `this is about ${place(g, de)}.`,
        owedLine(owed ?? 0, at(until), de),
        owed
          ? de
            ? 'Auf deine Rückmeldung warten andere, so wie du auf ihre.'
            : 'Others wait for what you have to say, as you do for what they say.'
          : null,
      ],
      button: reviewButton(g, de),
    };
  },
  'more-reviews-asked': (g, { de, at }) => ({
    subject: de ? `Hast du Zeit für eine Bewertung mehr? ${g.item_title}` : `Could you give one more review? ${g.item_title}`, // prettier-ignore
    lines: [
      de
        ? `bei ${place(g, de)} fehlen manchen noch Bewertungen, weil andere ausgefallen sind.`
        : `some still lack reviews of their work for ${place(g, de)}, as others have dropped out.`,
      de
        ? `Eine Bewertung mehr von dir hilft, bis ${at(aboutAssignment(g).until)}. Du musst nicht.`
        : `One more from you helps, by ${at(aboutAssignment(g).until)}. You need not.`,
    ],
    button: reviewButton(g, de),
  }),
  'work-flagged': (g, { de }) => ({
    subject: de ? `Problem gemeldet: ${g.item_title}` : `A problem was reported: ${g.item_title}`,
    lines: [
      de
        ? `zu einer Abgabe für ${place(g, de)} wurde etwas gemeldet: ${flags.de[g.flag_kind ?? 'other']}.`
        : `something was reported about a submission for ${place(g, de)}: ${flags.en[g.flag_kind ?? 'other']}.`,
      de ? 'Schau sie dir an und entscheide.' : 'Please have a look and decide.',
    ],
    button: submissionButton(g, de),
  }),
  'grades-published': (g, { de }) => ({
    subject: de ? `Dein Ergebnis ist da: ${g.item_title}` : `Your result is there: ${g.item_title}`,
    lines: [
      de
        ? `du siehst jetzt dein Ergebnis für ${place(g, de)}, die Bewertungen und wie es zustande gekommen ist.`
        : `you can now see your result for ${place(g, de)}, the reviews, and how it came about.`,
    ],
    button: { ...assignmentButton(g, de), label: de ? 'Ergebnis ansehen' : 'See the result' },
  }),
  'grade-changed': (g, { de }) => ({
    subject: de ? `Dein Ergebnis hat sich geändert: ${g.item_title}` : `Your result has changed: ${g.item_title}`,
    lines: [
      de
        ? `dein Ergebnis für ${place(g, de)} wurde noch einmal angesehen und neu festgelegt. Die Begründung steht dabei.`
        : `your result for ${place(g, de)} was looked at again and set anew. The reason stands beside it.`,
    ],
    button: { ...assignmentButton(g, de), label: de ? 'Ergebnis ansehen' : 'See the result' },
  }),
  'appeal-made': (g, { de }) => ({
    subject: de ? `Einspruch: ${g.item_title}` : `Appeal: ${g.item_title}`,
    lines: [
      de
        ? `${g.about_name ?? 'Jemand'} hat Einspruch gegen das Ergebnis für ${place(g, de)} eingelegt und wartet auf deine Entscheidung.`
        : `${g.about_name ?? 'Somebody'} has appealed against the result for ${place(g, de)} and waits for your decision.`,
    ],
    button: submissionButton(g, de),
  }),
  'appeal-decided': (g, { de }) => ({
    subject: de ? `Einspruch entschieden: ${g.item_title}` : `Appeal decided: ${g.item_title}`,
    lines: [
      g.own_work
        ? de
          ? `über den Einspruch gegen dein Ergebnis für ${place(g, de)} ist entschieden. Die Antwort steht dabei.`
          : `the appeal against your result for ${place(g, de)} has been decided. The answer stands beside it.`
        : de
          ? `über einen Einspruch gegen ein Ergebnis für ${place(g, de)} ist entschieden.`
          : `an appeal against a result for ${place(g, de)} has been decided.`,
    ],
    button: g.own_work
      ? { ...assignmentButton(g, de), label: de ? 'Antwort lesen' : 'Read the answer' }
      : submissionButton(g, de),
  }),
};

const flags: Record<'de' | 'en', Record<FlagKind, string>> = {
  de: {
    plagiarism: 'fremdes Werk',
    offence: 'verletzend',
    empty: 'leer oder kein ernsthafter Versuch',
    identity: 'verrät, von wem sie ist',
    other: 'anderes',
  },
  en: {
    plagiarism: 'not their own work',
    offence: 'offensive',
    empty: 'empty, or no serious attempt',
    identity: 'tells whose it is',
    other: 'something else',
  },
};

function place({ item_title, course_title, cohort_name }: LetterGiven, de: boolean): string {
  return de
    ? `„${item_title}“ in „${course_title}“ (${cohort_name})`
    : `“${item_title}” in “${course_title}” (${cohort_name})`;
}

function owedSubject(owed: number, title: string | null, de: boolean): string {
  if (owed === 0) return de ? `Keine Bewertung mehr offen: ${title}` : `No review left to give: ${title}`;
  if (owed === 1) return de ? `Noch eine Bewertung von dir: ${title}` : `One more review to give: ${title}`;
  return de ? `Noch ${owed} Bewertungen von dir: ${title}` : `${owed} more reviews to give: ${title}`;
}

function owedLine(owed: number, until: string, de: boolean): string {
  if (owed === 0) return de ? 'Von dir ist keine Bewertung mehr offen.' : 'You have no review left to give.';
  if (owed === 1) return de ? `Du gibst noch eine Bewertung, bis ${until}.` : `You owe one more review by ${until}.`;
  return de ? `Du gibst noch ${owed} Bewertungen, bis ${until}.` : `You owe ${owed} more reviews by ${until}.`;
}

function assignmentButton({ cohort_id, item_id }: LetterGiven, de: boolean): Words['button'] {
  return { label: de ? 'Zur Aufgabe' : 'Go to the assignment', path: `/cohorts/${cohort_id}/assignments/${item_id}` };
}

function reviewButton(given: LetterGiven, de: boolean): Words['button'] {
  return { ...assignmentButton(given, de), label: de ? 'Bewerten' : 'Review' };
}

function submissionButton({ cohort_id, submission_id }: LetterGiven, de: boolean): Words['button'] {
  return {
    label: de ? 'Abgabe ansehen' : 'See the submission',
    path: `/runs/${cohort_id}/submissions/${submission_id}`,
  };
}
