import { result } from './peer-review/result.js';
import { review } from './peer-review/review.js';
import { write } from './peer-review/write.js';

/** What learners read about assignments: handing in, reviewing, and the result. */
const peerReview = {
  assignments: {
    title: 'Aufgaben',
    none: 'Noch keine Aufgabe offen',
    noneText:
      'Sobald eine Woche mit einer Aufgabe öffnet, steht sie hier: bis wann du abgibst, wie viele Arbeiten du bewertest und was herausgekommen ist.',
  },
  state: {
    none: 'noch nicht angefangen',
    missed: 'nichts abgegeben',
    draft: 'Entwurf, noch nicht abgegeben',
    'handed-in': 'abgegeben',
    late: 'verspätet abgegeben',
  },
  phase: {
    opens: 'Öffnet {{at}} ({{away}})',
    due: 'Abgabe bis {{at}} ({{away}})',
    late: 'Abgabe verspätet noch bis {{at}} ({{away}})',
    reviewsFrom: 'Bewertet wird ab {{at}} ({{away}})',
    reviewing: 'Bewerten bis {{at}} ({{away}})',
    grading: 'Ergebnis ab {{at}} ({{away}})',
    published: 'Ergebnis seit {{on}}',
    extended: 'du hast mehr Zeit',
  },
  steps: {
    label: 'Ablauf der Aufgabe',
    write: 'Schreiben',
    handIn: 'Abgeben',
    review: 'Bewerten',
    result: 'Ergebnis',
    from: 'ab {{at}}',
    until: 'bis {{at}}',
    is: { done: 'erledigt', missed: 'vorbei' },
  },
  standing: {
    handedIn_one: 'Deine Arbeit ist abgegeben. Ab {{at}} ({{away}}) bewertest du eine Arbeit aus deiner Kohorte.',
    handedIn_other:
      'Deine Arbeit ist abgegeben. Ab {{at}} ({{away}}) bewertest du {{count}} Arbeiten aus deiner Kohorte.',
    handedInOnly: 'Deine Arbeit ist abgegeben. Dein Ergebnis siehst du ab {{at}} ({{away}}).',
    handedInReview_one: 'Deine Arbeit ist abgegeben. Jetzt bewertest du eine Arbeit aus deiner Kohorte.',
    handedInReview_other: 'Deine Arbeit ist abgegeben. Jetzt bewertest du {{count}} Arbeiten aus deiner Kohorte.',
    reviewing_one: 'Noch eine Bewertung fehlt, bis {{at}} ({{away}}).',
    reviewing_other: 'Noch {{count}} Bewertungen fehlen, bis {{at}} ({{away}}).',
    waiting: 'Alles getan. Andere bewerten noch; dein Ergebnis siehst du ab {{at}} ({{away}}).',
    grading: 'Die Bewertungen sind abgeschlossen. Dein Ergebnis siehst du ab {{at}} ({{away}}).',
    closed: 'Die Abgabe ist seit {{at}} geschlossen.',
    closedDraft:
      'Dein Entwurf bleibt erhalten. Sprich deine Trainerin oder deinen Trainer an, wenn du ihn noch abgeben möchtest: Sie können dir mehr Zeit geben.',
    closedNothing:
      'Du hast nichts abgegeben. Sprich deine Trainerin oder deinen Trainer an, wenn du es nachholen möchtest: Sie können dir mehr Zeit geben.',
    lookingIn: 'Du siehst die Aufgabe, wie Lernende sie sehen.',
    run: 'Aufgabe leiten',
  },
  work: { empty: 'Hier ist nichts.' },
  instructions: 'Aufgabe',
  rubric: {
    title_one: 'So wird bewertet: {{count}} Kriterium',
    title_other: 'So wird bewertet: {{count}} Kriterien',
    text: 'Danach schauen alle, die deine Arbeit bewerten.',
    weight: 'zählt {{percent}}',
    points_one: '{{count}} Punkt',
    points_other: '{{count}} Punkte',
  },
  ...write,
  ...review,
  ...result,
} as const;

export default peerReview;
