import type { AssignmentDesign, SessionDemand } from '@kohorte/rules';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { AssignmentInput } from './assignments.js';
import { endpoint, type Page } from './endpoint.js';
import {
  type Instant,
  IsListOf,
  type Language,
  languages,
  PageQuery,
  SearchQuery,
  Tag,
  Tags,
  Trimmed,
} from './inputs.js';
import type { PersonView } from './people.js';
import type { ProblemCode } from './problems.js';

/**
 * The kinds of item; the last three are placeholders until their own part of the product runs them: an assignment once
 * it says what to hand in, a session once it is planned.
 */
export const itemKinds = ['page', 'video', 'link', 'file', 'assignment', 'discussion', 'session'] as const;
export type ItemKind = (typeof itemKinds)[number];
/** The kinds that a learner marks as done; assignments that can be handed in count and can be due as well. */
export const countableKinds: readonly ItemKind[] = ['page', 'video', 'link', 'file'];

/** A row in the list of courses. */
export interface CourseRow {
  courseId: string;
  title: string;
  language: Language;
  authors: PersonView[];
  /** The newest published version. */
  publishedVersion: number | null;
  publishedAt: Instant | null;
  hasDraft: boolean;
  modules: number;
  items: number;
  minutes: number;
  changedAt: Instant;
}

/** One item in the editor, with everything an author may change. */
export interface ItemDraftView {
  itemId: string;
  kind: ItemKind;
  title: string;
  minutes: number;
  required: boolean;
  /** Days after its module opens by which it is due; `null`: no due date. */
  dueAfterDays: number | null;
  body: string | null;
  bodyFormat: 'markdown' | 'html';
  url: string | null;
  file: FileView | null;
  /** What a live session asks of time, room and people; `null` where it is not planned, and for other kinds. */
  session: SessionDemand | null;
  /** What an assignment asks; `null` where it cannot be handed in, and for other kinds. */
  assignment: AssignmentDesign | null;
}

export interface FileView {
  fileId: string;
  name: string;
  mediaType: string;
  bytes: number;
}

export interface ModuleDraftView {
  moduleId: string;
  title: string;
  summary: string | null;
  objectives: string[];
  /** One or two sentences for the message that tells people the module is open. */
  highlights: string | null;
  items: ItemDraftView[];
}

/** One version with all that is in it. */
export interface VersionView {
  versionId: string;
  number: number;
  title: string;
  summary: string | null;
  audience: string | null;
  language: Language;
  publishedAt: Instant | null;
  modules: ModuleDraftView[];
}

/** A course in the editor: its versions, and the one being looked at (the draft, if there is one). */
export interface CourseView {
  courseId: string;
  authors: PersonView[];
  versions: { versionId: string; number: number; publishedAt: Instant | null }[];
  version: VersionView;
}

/** An item's content as a reader gets it: sanitised HTML, or an address. */
export interface ItemContent {
  kind: ItemKind;
  title: string;
  minutes: number;
  required: boolean;
  html: string | null;
  url: string | null;
  /** Where a video can be embedded from, and by whom; embedded only after the reader's consent. */
  embed: { provider: string; url: string } | null;
  file: FileView | null;
}

/** Why something of a cartridge did not come in as it was. */
export const importReasons = [
  'lti-cannot-run',
  'assignment-not-yet',
  'discussion-not-yet',
  'quiz-not-yet',
  'resource-missing',
  'file-missing',
  'file-type-not-allowed',
  'unsafe-address',
  'empty',
  'unknown-resource-type',
  'heading',
  'unreadable',
] as const;
export type ImportReason = (typeof importReasons)[number];

/** What became of one item of a cartridge. */
export interface ImportLine {
  module: string;
  title: string;
  kind: string;
  outcome: 'imported' | 'placeholder' | 'left-out';
  reason: ImportReason | null;
}

/** An import as it runs, and its report afterwards. */
export interface ImportView {
  importId: string;
  fileName: string;
  startedBy: string;
  createdAt: Instant;
  finishedAt: Instant | null;
  state: 'waiting' | 'running' | 'done' | 'failed';
  progress: { done: number; total: number };
  problem: { code: ProblemCode; detail: string } | null;
  courseId: string | null;
  courseTitle: string | null;
  report: {
    format: string;
    modules: number;
    found: number;
    imported: number;
    placeholders: number;
    leftOut: number;
    lines: ImportLine[];
  } | null;
}

export class AddCourse {
  @IsString() @Trimmed() @IsNotEmpty() @MaxLength(200) title: string;
  @IsOptional() @IsString() @MaxLength(20_000) summary?: string;
  @IsOptional() @IsString() @MaxLength(2_000) audience?: string;
  @IsOptional() @IsIn(languages) language?: Language;
}

export class ChangeVersion {
  @IsOptional() @IsString() @Trimmed() @IsNotEmpty() @MaxLength(200) title?: string;
  @IsOptional() @IsString() @MaxLength(20_000) summary?: string;
  @IsOptional() @IsString() @MaxLength(2_000) audience?: string;
  @IsOptional() @IsIn(languages) language?: Language;
}

export class AddModule {
  @IsString() @Trimmed() @IsNotEmpty() @MaxLength(300) title: string;
  @IsOptional() @IsString() @MaxLength(5_000) summary?: string;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(500, { each: true })
  objectives?: string[];
  @IsOptional() @IsString() @MaxLength(1_000) highlights?: string;
}

export class ChangeModule {
  @IsOptional() @IsString() @Trimmed() @IsNotEmpty() @MaxLength(300) title?: string;
  @IsOptional() @IsString() @MaxLength(5_000) summary?: string;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(500, { each: true })
  objectives?: string[];
  @IsOptional() @IsString() @MaxLength(1_000) highlights?: string;
}

const webAddress = { protocols: ['https', 'http'], require_protocol: true, require_tld: false };

/** What a live session asks of time, room and people. */
export class SessionDemandInput implements SessionDemand {
  @IsIn(['on-site', 'online', 'hybrid']) mode: SessionDemand['mode'];
  /** Learners in one group: at least, at best, at most. */
  @IsInt() @Min(1) @Max(500) groupLeast: number;
  @IsInt() @Min(1) @Max(500) groupBest: number;
  @IsInt() @Min(1) @Max(500) groupMost: number;
  /** What the room must have. */
  @Tags()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(50, { each: true })
  equipment: string[];
  /** How many trainers lead it, and what each of them must be qualified for. */
  @IsInt() @Min(0) @Max(3) trainers: number;
  @IsOptional() @Tag() @IsString() @IsNotEmpty() @MaxLength(50) qualification: string | null = null;
  @IsIn(['module-week', 'before-release', 'within-days']) window: SessionDemand['window'];
  /** Of the last two windows, which need at least one. */
  @IsInt() @Min(0) @Max(90) windowDays: number;
  @IsInt() @Min(0) @Max(90) leastDaysAfterPrevious: number;
  @IsBoolean() sameWeekSlot: boolean;
  @IsBoolean() sameRoom: boolean;
  @IsBoolean() sameTrainer: boolean;
  @IsOptional() @IsInt() @Min(1) @Max(30) spreadDays: number | null = null;
  @IsBoolean() backToBack: boolean;
}

export class AddItem {
  @IsIn(itemKinds) kind: ItemKind;
  @IsString() @Trimmed() @IsNotEmpty() @MaxLength(300) title: string;
  @IsOptional() @IsInt() @Min(0) @Max(10_000) minutes?: number;
  @IsOptional() @IsBoolean() required?: boolean;
  @IsOptional() @IsInt() @Min(0) @Max(365) dueAfterDays?: number | null;
  @IsOptional() @IsString() @MaxLength(200_000) body?: string;
  @IsOptional() @IsUrl(webAddress) @MaxLength(2_000) url?: string;
  @IsOptional() @IsUUID() fileId?: string;
  /** Of a live session only; without it the session is not planned. */
  @IsOptional() @IsObject() @ValidateNested() @Type(() => SessionDemandInput) session?: SessionDemandInput | null;
  /** Of an assignment only; without it nothing can be handed in. */
  @IsOptional() @IsObject() @ValidateNested() @Type(() => AssignmentInput) assignment?: AssignmentInput | null;
}

export class ChangeItem {
  @IsOptional() @IsString() @Trimmed() @IsNotEmpty() @MaxLength(300) title?: string;
  @IsOptional() @IsInt() @Min(0) @Max(10_000) minutes?: number;
  @IsOptional() @IsBoolean() required?: boolean;
  @IsOptional() @IsInt() @Min(0) @Max(365) dueAfterDays?: number | null;
  @IsOptional() @IsString() @MaxLength(200_000) body?: string;
  @IsOptional() @IsUrl(webAddress) @MaxLength(2_000) url?: string;
  @IsOptional() @IsUUID() fileId?: string;
  /** Of a live session only; `null`: it is not planned. */
  @IsOptional() @IsObject() @ValidateNested() @Type(() => SessionDemandInput) session?: SessionDemandInput | null;
  /** Of an assignment only; `null`: nothing can be handed in. */
  @IsOptional() @IsObject() @ValidateNested() @Type(() => AssignmentInput) assignment?: AssignmentInput | null;
}

/** A module with its items in their new order. */
export class OrderedModule {
  @IsUUID() moduleId: string;
  @IsArray() @ArrayMaxSize(1_000) @ArrayUnique() @IsUUID(undefined, { each: true }) itemIds: string[];
}

/** The whole order of a version: every module and item of it exactly once. */
export class OrderVersion {
  @IsListOf(() => OrderedModule, { most: 500 })
  modules: OrderedModule[];
}

export class VersionQuery {
  /** A version's id; without it the draft, else the newest. */
  @IsOptional() @IsUUID() versionId?: string;
}

export const courseEndpoints = {
  'GET /courses': endpoint<Page<CourseRow>>()({
    access: 'authors-courses',
    does: 'Lists courses: own ones for trainers, all for L&D admins.',
    query: SearchQuery,
  }),
  'POST /courses': endpoint<CourseView>()({
    access: 'authors-courses',
    does: 'Starts a course with an empty draft.',
    body: AddCourse,
  }),
  'GET /courses/:courseId': endpoint<CourseView>()({
    access: 'edits-course',
    does: 'A course with its versions and the content of one.',
    query: VersionQuery,
  }),
  'POST /courses/:courseId/draft': endpoint<CourseView>()({
    access: 'edits-course',
    does: 'Begins the next draft as a copy of the newest version; answers with the draft that is there, if one is.',
  }),
  'DELETE /courses/:courseId/draft': endpoint<void>()({ access: 'edits-course', does: 'Throws the draft away.' }),
  'PATCH /versions/:versionId': endpoint<VersionView>()({
    access: 'edits-course',
    does: 'Changes what a draft says of itself.',
    body: ChangeVersion,
  }),
  'POST /versions/:versionId/publication': endpoint<CourseView>()({
    access: 'edits-course',
    does: 'Publishes a draft; from then on the version does not change.',
  }),
  'PUT /versions/:versionId/order': endpoint<VersionView>()({
    access: 'edits-course',
    does: 'Puts the modules and items of a draft in a new order; items may move between modules.',
    body: OrderVersion,
  }),
  'POST /versions/:versionId/modules': endpoint<VersionView>()({
    access: 'edits-course',
    does: 'Adds a module at the end of a draft.',
    body: AddModule,
  }),
  'PATCH /modules/:moduleId': endpoint<VersionView>()({
    access: 'edits-course',
    does: 'Changes a module of a draft.',
    body: ChangeModule,
  }),
  'DELETE /modules/:moduleId': endpoint<VersionView>()({
    access: 'edits-course',
    does: 'Removes a module and its items from a draft.',
  }),
  'POST /modules/:moduleId/items': endpoint<VersionView>()({
    access: 'edits-course',
    does: 'Adds an item at the end of a module of a draft.',
    body: AddItem,
  }),
  'PATCH /items/:itemId': endpoint<VersionView>()({
    access: 'edits-course',
    does: 'Changes an item of a draft.',
    body: ChangeItem,
  }),
  'DELETE /items/:itemId': endpoint<VersionView>()({ access: 'edits-course', does: 'Removes an item from a draft.' }),
  'GET /items/:itemId/preview': endpoint<ItemContent>()({
    access: 'edits-course',
    does: 'An item as a learner will see it.',
  }),
  'POST /courses/:courseId/files': endpoint<FileView>()({
    access: 'edits-course',
    does: 'Uploads a file for use in an item; its type is sniffed.',
    upload: true,
  }),
  'POST /imports': endpoint<ImportView>()({
    access: 'authors-courses',
    does: 'Imports an IMS Common Cartridge (.imscc) as a new course, in the background.',
    upload: true,
    rate: { points: 20, seconds: 600 },
  }),
  'GET /imports': endpoint<Page<ImportView>>()({
    access: 'authors-courses',
    does: 'Own imports, newest first.',
    query: PageQuery,
  }),
  'GET /imports/:importId': endpoint<ImportView>()({
    access: 'own-import',
    does: 'An import: how far it is, and its report.',
  }),
};
