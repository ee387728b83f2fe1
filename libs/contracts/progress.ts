import { IsIn, IsOptional } from 'class-validator';
import type { CohortCard } from './cohorts.js';
import type { ItemContent, ItemKind } from './courses.js';
import { endpoint, type Page } from './endpoint.js';
import { type CalendarDate, type Instant, PageQuery } from './inputs.js';
import type { PersonView } from './people.js';
import type { TimetableEntry } from './schedule.js';

/** Done of what counts. */
export interface Progress {
  done: number;
  total: number;
  /** 0 to 100; 100 only when all is done. */
  percent: number;
  minutesLeft: number;
}

export interface OutlineItem {
  itemId: string;
  kind: ItemKind;
  title: string;
  minutes: number;
  required: boolean;
  /** `null` as well for placeholders; of an assignment that is handed in, until when its reviews are given. */
  dueAt: Instant | null;
  /** `null` as well for placeholders, which cannot be done yet. */
  doneAt: Instant | null;
  countable: boolean;
  /** An assignment that can be handed in; it has a screen of its own, and is not marked by hand. */
  handIn: boolean;
}

/** One module of a cohort as its members see it; what is not open shows its title and when it opens. */
export interface OutlineModule {
  moduleId: string;
  releaseId: string | null;
  step: number;
  title: string;
  summary: string | null;
  objectives: string[];
  opensAt: Instant;
  isOpen: boolean;
  minutes: number;
  progress: Progress;
  items: OutlineItem[];
}

/** The cohort space by weeks. */
export interface OutlineView {
  cohortId: string;
  courseId: string;
  name: string;
  courseTitle: string;
  startOn: CalendarDate;
  endsOn: CalendarDate;
  timeZone: string;
  /** May mark items as done: is a member, not only a trainer looking in. */
  learns: boolean;
  /** May run the cohort. */
  runs: boolean;
  completedAt: Instant | null;
  cancelledAt: Instant | null;
  progress: Progress;
  next: NextStep | null;
  modules: OutlineModule[];
}

/** The one thing to do next in a cohort. */
export interface NextStep {
  itemId: string;
  kind: ItemKind;
  title: string;
  minutes: number;
  step: number;
}

/** An item in the player. */
export interface PlayerView {
  itemId: string;
  cohortId: string;
  moduleTitle: string;
  step: number;
  content: ItemContent;
  dueAt: Instant | null;
  doneAt: Instant | null;
  countable: boolean;
  /** An assignment that can be handed in; it has a screen of its own, and is not marked by hand. */
  handIn: boolean;
  learns: boolean;
  previousItemId: string | null;
  nextItemId: string | null;
}

/** A cohort on the home page. */
export interface HomeCohort {
  cohortId: string;
  name: string;
  courseTitle: string;
  step: number;
  steps: number;
  progress: Progress;
  next: NextStep | null;
  nextOpensAt: Instant | null;
  completedAt: Instant | null;
}

/** Home answers one question: what next? */
export interface HomeView {
  /** The item of the Continue button, in the cohort where something is due first. */
  continue: (NextStep & { cohortId: string; cohortName: string; courseTitle: string }) | null;
  minutesThisWeek: number;
  /** From the start of this week to its end, in the reader's zone. */
  week: TimetableEntry[];
  cohorts: HomeCohort[];
  /** Waitlists, offers and requests. */
  waiting: CohortOfCourse[];
  /** For those without a cohort: what can be joined. */
  toJoin: CohortOfCourse[];
}

/** A cohort with the course that it is a run of. */
export interface CohortOfCourse {
  courseId: string;
  courseTitle: string;
  cohort: CohortCard;
}

/** What a done-mark changed. */
export interface DoneView {
  doneAt: Instant | null;
  progress: Progress;
  /** The whole cohort is completed by it. */
  completedAt: Instant | null;
  next: NextStep | null;
}

/** A learner of a cohort, week by week, as those who run it see it. */
export interface LearnerProgressRow {
  enrolmentId: string;
  person: PersonView;
  progress: Progress;
  /** Countable items of open modules that are not done; none once the cohort is completed. */
  behind: number;
  /** Done and total of countable items, per module in order. */
  modules: { done: number; total: number }[];
  lastDoneAt: Instant | null;
  completedAt: Instant | null;
}

/** The learners of a cohort, page by page, and what is said of all of them. */
export interface CohortProgress extends Page<LearnerProgressRow> {
  modules: { title: string; step: number; isOpen: boolean }[];
  /** How many of all are behind and have done nothing for a week. */
  quiet: number;
}

/** Who is furthest behind, by name, or who was active longest ago comes first. */
export type LearnerOrder = 'behind' | 'name' | 'last';

export class ProgressQuery extends PageQuery {
  @IsOptional() @IsIn(['behind', 'name', 'last']) order?: LearnerOrder;
}

export const progressEndpoints = {
  'GET /home': endpoint<HomeView>()({ access: 'signed-in', does: 'Home: what next, this week, own cohorts.' }),
  'GET /cohorts/:cohortId/outline': endpoint<OutlineView>()({
    access: 'reads-cohort',
    does: 'The cohort by weeks, with own progress.',
  }),
  'GET /cohorts/:cohortId/items/:itemId': endpoint<PlayerView>()({
    access: 'reads-cohort',
    does: 'An item of an open module.',
  }),
  'PUT /cohorts/:cohortId/items/:itemId/done-mark': endpoint<DoneView>()({
    access: 'learns-in-cohort',
    does: 'Marks an item as done.',
  }),
  'DELETE /cohorts/:cohortId/items/:itemId/done-mark': endpoint<DoneView>()({
    access: 'learns-in-cohort',
    does: 'Takes a done-mark back.',
  }),
  'GET /cohorts/:cohortId/progress': endpoint<CohortProgress>()({
    access: 'runs-cohort',
    does: 'Progress of every learner, week by week.',
    query: ProgressQuery,
  }),
};
