import type { AuthoredCourse } from '../../course-type.js';
import { week1 } from './week-1.js';
import { week2 } from './week-2.js';
import { week3 } from './week-3.js';
import { week4 } from './week-4.js';
import { week5 } from './week-5.js';
import { week6 } from './week-6.js';

export const learnfluencerEn: AuthoredCourse = {
  slug: 'learnfluencer-en',
  language: 'en',
  title: 'Learnfluencer: Set Learning in Motion',
  summary: `When did your team last see you learning something? Over six weeks you practise learning in the open, giving and taking feedback, asking good questions and protecting time to learn. It all comes in small steps that fit into a full week, and it’s always about your own working day.

You’ll be in the company of managers from Leeds, Leipzig and Vienna: you read, try things out, tell each other about it and help each other along. By the end you’ll have two new habits, one format up and running in your team, and a plan for the next 90 days.`,
  audience:
    'Managers at every level, from shift leads to heads of division, as well as deputies and project leads. You need no previous knowledge, only a team to try things out with.',
  workloadMinutesPerWeek: 90,
  modules: [week1, week2, week3, week4, week5, week6],
};
