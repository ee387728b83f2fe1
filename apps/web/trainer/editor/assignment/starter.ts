import type { AssignmentInput, Language } from '@kohorte/contracts';
import { type Criterion, type Level, usualDesign } from '@kohorte/rules';

/** By when a new assignment is handed in, and how long it takes, until its author says otherwise. */
export const usualDueDays = 7;
export const usualMinutes = 45;

/** What a new assignment asks for until its author says otherwise; its rubric speaks the language of its course. */
export const starterDesign = (language: Language): AssignmentInput => ({
  ...usualDesign,
  rubric: criteria[language].map(({ levels, ...criterion }) => ({
    ...criterion,
    levels: levelsOf(language, levels),
  })),
});

/** Four steps, each with what it looks like where that is said. */
export const levelsOf = (language: Language, descriptions: readonly string[] = []): Level[] =>
  titles[language].map((title, points) => ({ points, title, description: descriptions[points] ?? null }));

const titles: Record<Language, readonly string[]> = {
  de: ['Noch nicht', 'In Ansätzen', 'Gut', 'Sehr gut'],
  en: ['Not yet', 'In parts', 'Good', 'Very good'],
};

const criteria: Record<Language, readonly (Omit<Criterion, 'levels'> & { levels: string[] })[]> = {
  de: [
    {
      criterionId: 'task',
      title: 'Aufgabe getroffen',
      prompt: 'Was beantwortet die Arbeit, und was fehlt noch?',
      weight: 2,
      commentRequired: true,
      levels: [
        'Geht an der Aufgabe vorbei oder lässt das meiste offen.',
        'Ein Teil ist beantwortet, Wichtiges fehlt.',
        'Alles ist beantwortet.',
        'Alles ist beantwortet, und es steht etwas darin, auf das man erst kommen muss.',
      ],
    },
    {
      criterionId: 'clarity',
      title: 'Klar und nachvollziehbar',
      prompt: 'An welcher Stelle bist du hängen geblieben?',
      weight: 1,
      commentRequired: false,
      levels: [
        'Der Gedankengang ist nicht zu erkennen.',
        'An mehreren Stellen muss man raten, was gemeint ist.',
        'Man kann jedem Schritt folgen.',
        'Man kann jedem Schritt folgen, und das Wichtigste springt ins Auge.',
      ],
    },
    {
      criterionId: 'practice',
      title: 'Brauchbar in der Praxis',
      prompt: 'Was davon würdest du selbst ausprobieren?',
      weight: 1,
      commentRequired: false,
      levels: [
        'Bleibt allgemein.',
        'Ein Bezug zur eigenen Arbeit ist zu erkennen.',
        'Lässt sich so in der eigenen Arbeit ausprobieren.',
        'Lässt sich ausprobieren, und andere können es übernehmen.',
      ],
    },
  ],
  en: [
    {
      criterionId: 'task',
      title: 'Answers the task',
      prompt: 'What does the work answer, and what is still missing?',
      weight: 2,
      commentRequired: true,
      levels: [
        'Misses the task or leaves most of it open.',
        'Answers a part; something important is missing.',
        'Answers all of it.',
        'Answers all of it, and says something one would not have thought of.',
      ],
    },
    {
      criterionId: 'clarity',
      title: 'Clear and easy to follow',
      prompt: 'Where did you get stuck?',
      weight: 1,
      commentRequired: false,
      levels: [
        'The line of thought cannot be made out.',
        'In several places one has to guess what is meant.',
        'Each step can be followed.',
        'Each step can be followed, and what matters most catches the eye.',
      ],
    },
    {
      criterionId: 'practice',
      title: 'Useful in practice',
      prompt: 'What of it would you try yourself?',
      weight: 1,
      commentRequired: false,
      levels: [
        'Stays general.',
        'Some relation to one’s own work can be seen.',
        'Can be tried in one’s own work as it is.',
        'Can be tried, and others can take it up.',
      ],
    },
  ],
};
