import type { AllocationReason, AssignmentDesign, Criterion, CriterionAnswer } from '@kohorte/rules';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { CriterionInput } from './assignments.js';
import { endpoint, type Page } from './endpoint.js';
import { type Instant, IsListOf, PageQuery, Trimmed } from './inputs.js';
import type { AppealView, FlagKind, GradeView, PhasesView, ReviewView, WorkView } from './peer-review.js';
import type { PersonView } from './people.js';

/** Why something is in the trainers' queue. */
export const queueKinds = ['appeal', 'flag', 'doubtful', 'short'] as const;
export type QueueKind = (typeof queueKinds)[number];

/** One thing that waits for a trainer. */
export interface QueueRow {
  kind: QueueKind;
  submissionId: string;
  authors: PersonView[];
  since: Instant;
  /** Of a flag: what was reported, and by whom. */
  flag: { flagId: string; kind: FlagKind; note: string; by: PersonView | null } | null;
  appealId: string | null;
  /** In words: the reason of an appeal. */
  text: string | null;
  grade: { points: number; low: number; high: number } | null;
  reviews: { done: number; need: number };
}

/** The cockpit of one assignment in one cohort. */
export interface RoundView {
  cohortId: string;
  itemId: string;
  title: string;
  phases: PhasesView;
  /** Moved by hand for the whole cohort. */
  moved: { due: boolean; reviews: boolean };
  design: Pick<AssignmentDesign, 'anonymity' | 'reviews' | 'grading' | 'teams'>;
  rubric: { number: number; criteria: Criterion[]; changedAt: Instant | null };
  counts: {
    learners: number;
    drafts: number;
    handedIn: number;
    late: number;
    excluded: number;
    /** Reviews that shall be given, are done, and are held by somebody. */
    reviewsNeeded: number;
    reviewsDone: number;
    reviewsHeld: number;
    /** Submissions with fewer reviews than they shall get. */
    short: number;
    /** People who owe reviews. */
    owe: number;
    graded: number;
  };
  queue: QueueRow[];
  extensions: { enrolmentId: string; person: PersonView; dueAt: Instant; reason: string | null }[];
  teams: { teamId: string; name: string; members: (PersonView & { enrolmentId: string })[] }[];
  gradedAt: Instant | null;
  publishedAt: Instant | null;
}

/** A learner in the table of a round. */
export interface RoundPersonRow {
  enrolmentId: string;
  person: PersonView;
  submissionId: string | null;
  state: 'none' | 'draft' | 'handed-in' | 'late' | 'excluded' | 'left';
  handedInAt: Instant | null;
  given: number;
  owed: number;
  held: number;
  received: number;
  need: number;
  points: number | null;
  decided: boolean;
  doubtful: boolean;
  /** The own bias as a reviewer, in points of 100, once graded. */
  bias: number | null;
}

export class RoundPeopleQuery extends PageQuery {
  @IsOptional() @IsIn(['owe', 'short', 'late', 'missing']) only?: 'owe' | 'short' | 'late' | 'missing';
}

/** One submission with everything about it, for those who run the cohort. */
export interface SubmissionView {
  submissionId: string;
  cohortId: string;
  itemId: string;
  title: string;
  authors: PersonView[];
  handedInAt: Instant | null;
  late: boolean;
  excluded: string | null;
  work: WorkView;
  rubric: Criterion[];
  reviews: {
    reviewId: string;
    reviewer: PersonView | null;
    kind: 'peer' | 'trainer';
    state: 'held' | 'lapsed' | 'done';
    doneAt: Instant | null;
    answers: CriterionAnswer[];
    overall: string | null;
    points: number | null;
    share: number | null;
    corrected: number | null;
    setAside: string | null;
    rating: number | null;
    answer: string | null;
    /** Why it went to this reviewer, and the seed that it can be replayed with. */
    allocated: { way: 'next' | 'batch' | 'top-up' | 'trainer'; seed: number | null; reason: AllocationReason | null };
  }[];
  grade: GradeView | null;
  appeals: AppealView[];
  flags: {
    flagId: string;
    kind: FlagKind;
    note: string;
    by: PersonView | null;
    at: Instant;
    decision: string | null;
    /** What whoever decided has said about it. */
    decidedWhy: string | null;
  }[];
  gallery: { consents: boolean; shown: boolean };
}

export class MoveDeadlines {
  /** `null`: as the course says. */
  @IsOptional() @IsISO8601({ strict: true }) dueAt?: Instant | null;
  @IsOptional() @IsISO8601({ strict: true }) reviewsUntil?: Instant | null;
}

export class GiveExtension {
  @IsISO8601({ strict: true }) dueAt: Instant;
  @IsOptional() @IsString() @Trimmed() @MaxLength(1_000) reason?: string;
}

export class TeamInput {
  @IsString() @Trimmed() @IsNotEmpty() @MaxLength(100) name: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @ArrayUnique() @IsUUID('all', { each: true }) enrolmentIds: string[];
}

export class MakeTeams {
  @IsListOf(() => TeamInput, { most: 500 })
  teams: TeamInput[];
}

export class ChangeRubric {
  @IsListOf(() => CriterionInput, { least: 1, most: 20 })
  rubric: CriterionInput[];
}

export class DecideGrade {
  @IsNumber({ maxDecimalPlaces: 1 }) @Min(0) @Max(100) points: number;
  @IsString() @Trimmed() @IsNotEmpty() @MaxLength(5_000) reason: string;
}

export class DecideAppeal {
  /** `null`: the grade stays. */
  @IsOptional() @IsNumber({ maxDecimalPlaces: 1 }) @Min(0) @Max(100) points?: number | null;
  @IsString() @Trimmed() @IsNotEmpty() @MaxLength(5_000) answer: string;
}

export class DecideFlag {
  /** Nothing comes of it; the work is taken out of the round; the review is not counted. */
  @IsIn(['dismiss', 'exclude', 'set-aside']) decision: 'dismiss' | 'exclude' | 'set-aside';
  @IsString() @Trimmed() @IsNotEmpty() @MaxLength(2_000) reason: string;
}

export class GiveReason {
  @IsString() @Trimmed() @IsNotEmpty() @MaxLength(2_000) reason: string;
}

export class ShowInGallery {
  @IsBoolean() shown: boolean;
}

export const reviewRoundEndpoints = {
  'GET /cohorts/:cohortId/assignments/:itemId/round': endpoint<RoundView>()({
    access: 'runs-cohort',
    does: 'The cockpit of an assignment: where it stands, who is short, who owes, and what waits for a trainer.',
  }),
  'GET /cohorts/:cohortId/assignments/:itemId/round/people': endpoint<Page<RoundPersonRow>>()({
    access: 'runs-cohort',
    does: 'Everybody in the round, by name.',
    query: RoundPeopleQuery,
  }),
  'PUT /cohorts/:cohortId/assignments/:itemId/deadlines': endpoint<RoundView>()({
    access: 'runs-cohort',
    does: 'Moves the due date or the end of the reviews for the whole cohort; what is left out stays as it is.',
    body: MoveDeadlines,
  }),
  'PUT /cohorts/:cohortId/assignments/:itemId/extensions/:enrolmentId': endpoint<RoundView>()({
    access: 'runs-cohort',
    does: 'Gives one learner, and their team, more time.',
    body: GiveExtension,
  }),
  'DELETE /cohorts/:cohortId/assignments/:itemId/extensions/:enrolmentId': endpoint<RoundView>()({
    access: 'runs-cohort',
    does: 'Takes an extension back.',
  }),
  'PUT /cohorts/:cohortId/assignments/:itemId/teams': endpoint<RoundView>()({
    access: 'runs-cohort',
    does: 'Sets the teams; who is in none works alone. Teams that have handed in stay as they are.',
    body: MakeTeams,
  }),
  'PUT /cohorts/:cohortId/assignments/:itemId/rubric': endpoint<RoundView>()({
    access: 'runs-cohort',
    does: 'Changes the rubric for what is handed in from now on; what is handed in keeps the one it was made for.',
    body: ChangeRubric,
  }),
  'POST /cohorts/:cohortId/assignments/:itemId/grading': endpoint<RoundView>()({
    access: 'runs-cohort',
    does: 'Works the grades out again, with all that has been decided; a trainer’s own decisions stay.',
  }),
  'POST /cohorts/:cohortId/assignments/:itemId/reminder': endpoint<RoundView>()({
    access: 'runs-cohort',
    does: 'Reminds those who owe reviews, but for those who were reminded today.',
  }),
  'GET /cohorts/:cohortId/assignments/:itemId/grades.csv': endpoint<void>()({
    access: 'runs-cohort',
    does: 'The round as a table: submissions, reviews given and received, grades.',
    produces: 'text/csv',
  }),
  'GET /submissions/:submissionId': endpoint<SubmissionView>()({
    access: 'runs-cohort',
    does: 'A submission with its reviews and how its grade came about.',
  }),
  'POST /submissions/:submissionId/review': endpoint<ReviewView>()({
    access: 'runs-cohort',
    does: 'Begins a review of one’s own as a trainer; answers with the one that is begun, if one is.',
  }),
  'PUT /submissions/:submissionId/grade': endpoint<SubmissionView>()({
    access: 'runs-cohort',
    does: 'Sets a grade by hand, with a reason that the authors read.',
    body: DecideGrade,
  }),
  'DELETE /submissions/:submissionId/grade': endpoint<SubmissionView>()({
    access: 'runs-cohort',
    does: 'Goes back to the grade that the reviews give.',
  }),
  'PUT /submissions/:submissionId/exclusion': endpoint<SubmissionView>()({
    access: 'runs-cohort',
    does: 'Takes a submission out of the round; nobody reviews it any more.',
    body: GiveReason,
  }),
  'DELETE /submissions/:submissionId/exclusion': endpoint<SubmissionView>()({
    access: 'runs-cohort',
    does: 'Takes a submission into the round again.',
  }),
  'PUT /submissions/:submissionId/gallery': endpoint<SubmissionView>()({
    access: 'runs-cohort',
    does: 'Shows a submission in the gallery, or no longer; only with the consent of all its authors.',
    body: ShowInGallery,
  }),
  'PUT /reviews/:reviewId/set-aside': endpoint<SubmissionView>()({
    access: 'runs-cohort',
    does: 'Leaves a review out of the grade.',
    body: GiveReason,
  }),
  'DELETE /reviews/:reviewId/set-aside': endpoint<SubmissionView>()({
    access: 'runs-cohort',
    does: 'Counts a review again.',
  }),
  'PUT /flags/:flagId/decision': endpoint<RoundView>()({
    access: 'runs-cohort',
    does: 'Decides on a problem that was reported.',
    body: DecideFlag,
  }),
  'PUT /appeals/:appealId/decision': endpoint<RoundView>()({
    access: 'runs-cohort',
    does: 'Decides on an appeal; its author and the trainers are told.',
    body: DecideAppeal,
  }),
};
