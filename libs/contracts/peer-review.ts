import type { Anonymity, AssignmentDesign, Criterion, CriterionAnswer, Phase } from '@kohorte/rules';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { CriterionAnswerInput } from './assignments.js';
import { endpoint } from './endpoint.js';
import { type Instant, IsLeftOutOr, IsListOf, Trimmed } from './inputs.js';
import type { PersonView } from './people.js';

export const flagKinds = ['plagiarism', 'offence', 'empty', 'identity', 'other'] as const;
export type FlagKind = (typeof flagKinds)[number];

/** The instants of an assignment for one person, or for the cohort where `extended` is false. */
export interface PhasesView {
  phase: Phase;
  opensAt: Instant;
  dueAt: Instant;
  graceUntil: Instant;
  reviewsFrom: Instant;
  reviewsUntil: Instant;
  publishAt: Instant;
  /** Of the cohort. */
  timeZone: string;
  /** The own due date is later than that of the others. */
  extended: boolean;
}

/** An assignment of a cohort in the list of its assignments, as one person stands to it. */
export interface AssignmentRow {
  cohortId: string;
  itemId: string;
  title: string;
  step: number | null;
  phases: PhasesView;
  /** Of the own submission. */
  state: 'none' | 'draft' | 'handed-in' | 'late';
  reviews: { given: number; owed: number; held: number };
  /** Shown from `publishAt` on. */
  points: number | null;
  runs: boolean;
}

export interface SubmissionFileView {
  fileId: string;
  /** The name its author gave; for others, where they may not know each other, a plain one. */
  name: string;
  mediaType: string;
  bytes: number;
}

/** What was handed in, or is being written, as text, link, video and files. */
export interface WorkView {
  /** Markdown as it was written; given to its authors only. */
  text: string | null;
  /** The text as safe HTML. */
  html: string | null;
  words: number;
  link: string | null;
  video: string | null;
  files: SubmissionFileView[];
}

/** The own submission. */
export interface OwnSubmission extends WorkView {
  submissionId: string;
  /** Rises with each change; a change says which it was made on. */
  revision: number;
  changedAt: Instant;
  handedInAt: Instant | null;
  late: boolean;
  /** The others who hand it in; empty for who works alone. */
  team: PersonView[];
  /** A reviewer has it, or has had it: it cannot be taken back any more. */
  isBeingReviewed: boolean;
  /** Uploads that are not complete. */
  uploads: UploadView[];
  /** A trainer has taken it out of the round, and why. */
  excluded: string | null;
}

/** A file on its way, part by part. */
export interface UploadView {
  uploadId: string;
  name: string;
  bytes: number;
  /** So much of it has arrived; the next part begins here. */
  received: number;
  /** Once it is complete. */
  file: SubmissionFileView | null;
}

/** A review that somebody gives, in the list of what there is to do. */
export interface ReviewRow {
  reviewId: string;
  /** Counts the own ones from 1, so that "review 2" means the same each time. */
  number: number;
  kind: 'peer' | 'example' | 'trainer';
  state: 'held' | 'lapsed' | 'done';
  /** Until then it is kept for this reviewer; `null` where it is not limited. */
  leaseUntil: Instant | null;
  doneAt: Instant | null;
  extra: boolean;
}

/** A review with the work beside it, for the one who gives it. */
export interface ReviewView extends ReviewRow {
  cohortId: string;
  itemId: string;
  title: string;
  /** The instructions that the authors had. */
  instructionsHtml: string | null;
  /** Whose files `work` holds, for their addresses; `null` of an example. */
  submissionId: string | null;
  work: WorkView;
  /** Known only where reviewers may know authors. */
  authors: PersonView[] | null;
  rubric: Criterion[];
  answers: CriterionAnswer[];
  overall: string | null;
  revision: number;
  leastWords: number;
  until: Instant;
  /** May still be changed. */
  open: boolean;
  flagged: boolean;
  /** Of an example that is done: what the trainer gave and why. */
  compare: { answers: CriterionAnswer[]; own: number; right: number } | null;
}

/** A review that the reader's work got. */
export interface ReceivedReview {
  reviewId: string;
  number: number;
  by: PersonView | null;
  byTrainer: boolean;
  answers: CriterionAnswer[];
  overall: string | null;
  points: number;
  /** How much it counted, in percent, and by how many points it was corrected for its reviewer's severity. */
  share: number;
  corrected: number;
  rating: { helpful: number } | null;
  answer: string | null;
}

/** A grade with how it came about. */
export interface GradeView {
  points: number;
  low: number;
  high: number;
  method: AssignmentDesign['grading']['method'] | 'trainer';
  /** Per criterion, the mean points of 100 that the reviews gave. */
  criteria: { criterionId: string; points: number | null }[];
  /** The plain mean of the reviews, for comparison. */
  mean: number | null;
  reviews: number;
  doubtful: boolean;
  /** What a trainer decided, and why. */
  decision: { points: number; reason: string; at: Instant } | null;
  /** For the own reviewing, where it counts. */
  reviewing: { points: number; agreement: number; helpfulness: number | null; given: number; owed: number } | null;
  /** With the share of reviewing. */
  total: number;
}

export interface AppealView {
  appealId: string;
  reason: string;
  madeAt: Instant;
  decidedAt: Instant | null;
  answer: string | null;
  pointsBefore: number;
  pointsAfter: number | null;
}

/** Everything that a learner has to do with one assignment. */
export interface AssignmentView {
  cohortId: string;
  itemId: string;
  title: string;
  courseTitle: string;
  cohortName: string;
  step: number | null;
  instructionsHtml: string | null;
  minutes: number;
  anonymity: Anonymity;
  handIn: AssignmentDesign['handIn'];
  leastWords: number | null;
  mostWords: number | null;
  template: string | null;
  teams: boolean;
  rubric: Criterion[];
  phases: PhasesView;
  /** May hand in and review; who only runs the cohort may not. */
  learns: boolean;
  runs: boolean;
  submission: OwnSubmission | null;
  reviewing: {
    owed: number;
    given: number;
    /** One may ask for the next review now. */
    mayAsk: boolean;
    /** Why not, where it is so. */
    blockedBy: 'not-handed-in' | 'not-yet' | 'examples-first' | 'over' | 'nothing-there' | null;
    /** Beyond what is owed: reviews that others lack. */
    extraWelcome: boolean;
    rows: ReviewRow[];
    examples: { total: number; done: number };
  };
  /** Shown from `publishAt` on. */
  result: {
    grade: GradeView | null;
    reviews: ReceivedReview[];
    appeal: AppealView | null;
    mayAppeal: boolean;
  } | null;
  gallery: { consents: boolean; shown: boolean; entries: number };
}

/** How the reader reviews, against the others and the trainer; points of 100. */
export interface ReviewerMirror {
  given: number;
  /** Above 0 milder, below more severe than the others; `null` while too little is known. */
  bias: number | null;
  /** How far a single review of theirs lies off in the usual case. */
  noise: number | null;
  /** How far the usual reviewer's does. */
  usualNoise: number | null;
  /** The own level against the mean of the others, by criterion, in points of 100. */
  criteria: { criterionId: string; title: string; own: number; others: number; count: number }[];
  examples: { exampleId: string; title: string; own: number; right: number }[];
  trainer: { own: number; right: number; count: number } | null;
  /** How helpful authors found the reviews, 1 to 4. */
  helpful: { mean: number; count: number } | null;
  answers: string[];
}

export interface GalleryEntry {
  submissionId: string;
  /** Named only where its authors wish it. */
  authors: PersonView[] | null;
  work: WorkView;
  points: number | null;
}

export class SaveDraft {
  @IsInt() @Min(0) revision: number;
  @IsOptional() @IsString() @MaxLength(400_000) text?: string | null;
  @IsOptional() @IsUrl({ protocols: ['https', 'http'], require_protocol: true }) @MaxLength(2_000) link?: string | null;
  @IsOptional() @IsUrl({ protocols: ['https'], require_protocol: true }) @MaxLength(2_000) video?: string | null;
}

export class BeginUpload {
  @IsString() @Trimmed() @IsNotEmpty() @MaxLength(255) name: string;
  @IsInt() @Min(1) @Max(2_000_000_000_000) bytes: number;
}

export class UploadPartQuery {
  /** Where the part begins; must be what has been received. */
  @Type(() => Number) @IsInt() @Min(0) from: number;
}

export class SaveReview {
  @IsInt() @Min(0) revision: number;
  @IsListOf(() => CriterionAnswerInput, { most: 20 })
  answers: CriterionAnswerInput[];
  @IsOptional() @IsString() @MaxLength(20_000) overall: string | null = null;
}

export class FlagWork {
  @IsIn(flagKinds) kind: FlagKind;
  @IsString() @Trimmed() @IsNotEmpty() @MaxLength(2_000) note: string;
}

export class RateReview {
  /** 1: not at all, to 4: very. */
  @IsLeftOutOr() @IsInt() @Min(1) @Max(4) helpful?: number;
  @IsOptional() @IsString() @Trimmed() @MaxLength(5_000) answer?: string;
}

export class MakeAppeal {
  @IsString() @Trimmed() @IsNotEmpty() @MaxLength(5_000) reason: string;
}

export class GiveConsent {
  @IsBoolean() consents: boolean;
}

export class DeclareConflicts {
  /** People of the cohort whose work one had rather not review. */
  @IsArray() @ArrayMaxSize(50) @ArrayUnique() @IsUUID('all', { each: true }) userIds: string[];
}

export const peerReviewEndpoints = {
  'GET /cohorts/:cohortId/assignments': endpoint<AssignmentRow[]>()({
    access: 'reads-cohort',
    does: 'The assignments of a cohort that are open, with the own state.',
  }),
  'GET /cohorts/:cohortId/assignments/:itemId': endpoint<AssignmentView>()({
    access: 'reads-cohort',
    does: 'An assignment: what to hand in, the own submission, reviews to give, and the result once it is shown.',
  }),
  'PUT /cohorts/:cohortId/assignments/:itemId/draft': endpoint<OwnSubmission>()({
    access: 'learns-in-cohort',
    does: 'Saves what is being written; what is left out stays as it is.',
    body: SaveDraft,
  }),
  'POST /cohorts/:cohortId/assignments/:itemId/uploads': endpoint<UploadView>()({
    access: 'learns-in-cohort',
    does: 'Begins the upload of a file, which then comes in parts.',
    body: BeginUpload,
    rate: { points: 60, seconds: 600 },
  }),
  'GET /uploads/:uploadId': endpoint<UploadView>()({
    access: 'own-upload',
    does: 'How much of a file has arrived, to go on from there.',
  }),
  'POST /uploads/:uploadId/parts': endpoint<UploadView>()({
    access: 'own-upload',
    does: 'Takes the next part of a file; with the last one its type is sniffed and it joins the submission.',
    query: UploadPartQuery,
    upload: true,
  }),
  'DELETE /uploads/:uploadId': endpoint<void>()({ access: 'own-upload', does: 'Gives an upload up.' }),
  'GET /submissions/:submissionId/files/:fileId': endpoint<void>()({
    access: 'sees-work',
    does: 'A file of a submission, for its authors, its reviewers, those who run the cohort, and visitors of the gallery.',
    produces: 'application/octet-stream',
  }),
  'DELETE /submissions/:submissionId/files/:fileId': endpoint<OwnSubmission>()({
    access: 'authors-submission',
    does: 'Takes a file out of a draft.',
  }),
  'POST /cohorts/:cohortId/assignments/:itemId/submission': endpoint<AssignmentView>()({
    access: 'learns-in-cohort',
    does: 'Hands the draft in.',
  }),
  'DELETE /cohorts/:cohortId/assignments/:itemId/submission': endpoint<AssignmentView>()({
    access: 'learns-in-cohort',
    does: 'Takes a submission back to change it, until the due date and while nobody reviews it.',
  }),
  'PUT /cohorts/:cohortId/assignments/:itemId/gallery-consent': endpoint<AssignmentView>()({
    access: 'learns-in-cohort',
    does: 'Says whether the own work may be shown in the gallery.',
    body: GiveConsent,
  }),
  'GET /cohorts/:cohortId/assignments/:itemId/gallery': endpoint<GalleryEntry[]>()({
    access: 'reads-cohort',
    does: 'Best work, shown with the consent of its authors.',
  }),
  'POST /cohorts/:cohortId/assignments/:itemId/reviews': endpoint<ReviewView>()({
    access: 'learns-in-cohort',
    does: 'Asks for the next review; answers with the one that is begun, if one is.',
  }),
  'POST /cohorts/:cohortId/assignments/:itemId/examples': endpoint<ReviewView>()({
    access: 'learns-in-cohort',
    does: 'Begins the next example to try oneself on; answers with the one that is begun, if one is.',
  }),
  'PUT /cohorts/:cohortId/assignments/:itemId/conflicts': endpoint<{ userIds: string[] }>()({
    access: 'learns-in-cohort',
    does: 'Declares whose work one had rather not review, nor be reviewed by.',
    body: DeclareConflicts,
  }),
  'GET /cohorts/:cohortId/assignments/:itemId/conflicts': endpoint<{ userIds: string[] }>()({
    access: 'learns-in-cohort',
    does: 'Whose work one has declared not to review.',
  }),
  'GET /cohorts/:cohortId/assignments/:itemId/mirror': endpoint<ReviewerMirror>()({
    access: 'learns-in-cohort',
    does: 'How one reviews, against the others and the trainer; once grades are shown.',
  }),
  'POST /cohorts/:cohortId/assignments/:itemId/appeal': endpoint<AssignmentView>()({
    access: 'learns-in-cohort',
    does: 'Asks the trainer to look at the grade again, with a reason.',
    body: MakeAppeal,
  }),
  'GET /reviews/:reviewId': endpoint<ReviewView>()({
    access: 'gives-review',
    does: 'A review with the work beside it.',
  }),
  'PUT /reviews/:reviewId': endpoint<ReviewView>()({
    access: 'gives-review',
    does: 'Saves a review that is being written, which keeps it for its reviewer.',
    body: SaveReview,
  }),
  'POST /reviews/:reviewId/completion': endpoint<ReviewView>()({
    access: 'gives-review',
    does: 'Gives the review; until the reviews are over it can still be changed.',
  }),
  'DELETE /reviews/:reviewId': endpoint<void>()({
    access: 'gives-review',
    does: 'Gives a review that is not done back to the others.',
  }),
  'POST /reviews/:reviewId/conflict': endpoint<void>()({
    access: 'gives-review',
    does: 'Says that one knows whose work it is and is not impartial; another review takes its place.',
  }),
  'POST /reviews/:reviewId/flags': endpoint<ReviewView>()({
    access: 'gives-review',
    does: 'Reports a problem with the work to those who run the cohort.',
    body: FlagWork,
    rate: { points: 20, seconds: 3600 },
  }),
  'PUT /reviews/:reviewId/rating': endpoint<AssignmentView>()({
    access: 'receives-review',
    does: 'Says how helpful a review of the own work was, and answers it.',
    body: RateReview,
  }),
};
