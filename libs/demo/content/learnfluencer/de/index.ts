import type { AuthoredCourse } from '../../course-type.js';
import { week1 } from './week-1.js';
import { week2 } from './week-2.js';
import { week3 } from './week-3.js';
import { week4 } from './week-4.js';
import { week5 } from './week-5.js';
import { week6 } from './week-6.js';

export const learnfluencerDe: AuthoredCourse = {
  slug: 'learnfluencer-de',
  language: 'de',
  title: 'Learnfluencer: Lernen anstoßen',
  summary: `Wie oft hat dein Team dich zuletzt beim Lernen gesehen? In sechs Wochen übst du, offen zu lernen, Rückmeldung zu geben und zu nehmen, gute Fragen zu stellen und Lernzeit zu schützen. Alles in kleinen Schritten, die in eine volle Woche passen, und immer an deinem eigenen Alltag.

Du gehst den Weg gemeinsam mit anderen Führungskräften aus Leipzig, Wien und Leeds: Ihr lest, probiert aus, erzählt davon und helft euch gegenseitig weiter. Am Ende hast du zwei neue Gewohnheiten, ein Format, das in deinem Team läuft, und einen Plan für die nächsten 90 Tage.`,
  audience:
    'Führungskräfte aller Ebenen, von der Schichtleitung bis zur Bereichsleitung, sowie Stellvertretungen und Projektleitungen. Vorkenntnisse brauchst du keine, nur ein Team, mit dem du etwas ausprobieren kannst.',
  workloadMinutesPerWeek: 90,
  modules: [week1, week2, week3, week4, week5, week6],
};
