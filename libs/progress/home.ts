import { type CardOfCourse, CohortCards } from '@kohorte/cohorts';
import type { CohortOfCourse, HomeView } from '@kohorte/contracts';
import { Clock, type SignedIn } from '@kohorte/platform';
import { continueWhere, weekOf } from '@kohorte/rules';
import { entries, Timetable } from '@kohorte/schedule';
import { Injectable } from '@nestjs/common';
import { homeCohort, minutesThisWeek, underway } from './home-cohort.js';
import { nextStepView } from './outline.js';
import type { Walk } from './walk.js';
import { Walks } from './walks.js';

/** How many courses to join are shown to those who have none. */
const mostToJoin = 6;

/** Home answers one question: what next? */
@Injectable()
export class Home {
  constructor(
    private readonly walks: Walks,
    private readonly timetable: Timetable,
    private readonly cards: CohortCards,
    private readonly clock: Clock,
  ) {}

  /** Three statements: own cohorts, own week, and where one waits or could join. */
  async view(actor: SignedIn): Promise<HomeView> {
    const now = this.clock.now();
    const week = weekOf(now, actor.timeZone);
    const [walks, planned] = await Promise.all([
      this.walks.of(actor),
      this.timetable.between(actor.userId, week.from, week.to),
    ]);
    const cards = await this.cards.waitingAndToJoin(actor, walks.length > 0 ? 0 : mostToJoin);
    const metIn = new Map(walks.map((walk) => [walk.row.enrolment_id, metItems(walk)]));
    return {
      continue: continueView(walks),
      minutesThisWeek: walks.reduce((sum, walk) => sum + minutesThisWeek(walk, week), 0),
      // Of the own cohorts, only those are no walks any more that were completed a while ago.
      week: entries(planned, now, ({ enrolmentId, itemId }) => metIn.get(enrolmentId)?.has(itemId) ?? true),
      cohorts: walks.map(homeCohort),
      waiting: cards.filter(({ card }) => card.mine).map(cohortOfCourse),
      toJoin: cards.filter(({ card }) => !card.mine).map(cohortOfCourse),
    };
  }
}

function metItems(walk: Walk): ReadonlySet<string> {
  return new Set(walk.items.filter((item) => walk.isMet(item)).map(({ itemId }) => itemId));
}

function continueView(walks: Walk[]): HomeView['continue'] {
  const walk = continueWhere(walks.map(underway))?.walk;
  const next = walk && nextStepView(walk);
  return next
    ? { ...next, cohortId: walk.cohortId, cohortName: walk.row.name, courseTitle: walk.row.course_title }
    : null;
}

function cohortOfCourse({ courseId, courseTitle, card }: CardOfCourse): CohortOfCourse {
  return { courseId, courseTitle, cohort: card };
}
