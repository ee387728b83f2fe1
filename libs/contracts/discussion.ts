import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import type { FileView } from './courses.js';
import { endpoint, type Page } from './endpoint.js';
import { type Instant, IsLeftOutOr, IsListOf, PageQuery, Trimmed } from './inputs.js';
import type { PersonView } from './people.js';

/** What people open; announcements are made by trainers, prompts by the week of a learning group. */
export const threadKinds = ['question', 'discussion', 'announcement', 'prompt'] as const;
export type ThreadKind = (typeof threadKinds)[number];
export const threadOrders = ['active', 'new', 'helpful', 'unanswered'] as const;
export type ThreadOrder = (typeof threadOrders)[number];
export const followLevels = ['watch', 'follow', 'mute'] as const;
export type FollowLevel = (typeof followLevels)[number];
export const reportKinds = ['offence', 'spam', 'off-topic', 'private', 'other'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** The longest post, in characters. */
export const longestPost = 30_000;

/** Who wrote something, as far as the reader may know. */
export interface WriterView {
  /** `null`: deleted, or anonymous to the reader. */
  person: PersonView | null;
  anonymous: boolean;
  own: boolean;
  /** Of the thread, of the cohort, of an org unit. */
  marks: ('author' | 'trainer' | 'manager')[];
}

/** Where a thread is anchored. */
export interface ThreadPlace {
  moduleId: string | null;
  moduleTitle: string | null;
  step: number | null;
  itemId: string | null;
  itemTitle: string | null;
  /** In the item's video. */
  atSecond: number | null;
  groupId: string | null;
  groupName: string | null;
}

export interface ThreadRow {
  threadId: string;
  cohortId: string;
  kind: ThreadKind;
  title: string;
  /** The beginning of its first post, as plain text. */
  excerpt: string;
  place: ThreadPlace;
  writer: WriterView;
  createdAt: Instant;
  activeAt: Instant;
  /** Posts besides the first. */
  replies: number;
  /** Posts that the reader has not seen; all of them where they were never there. */
  unread: number;
  same: { count: number; mine: boolean };
  helpful: number;
  /** Somebody accepted an answer. */
  accepted: boolean;
  pinned: boolean;
  locked: boolean;
  following: FollowLevel | null;
}

export interface PostView {
  postId: string;
  threadId: string;
  /** Counts within the thread, from 1; never changes. */
  number: number;
  /** The post it replies to. */
  parentId: string | null;
  writer: WriterView;
  /** `null` where it is deleted, or hidden from the reader. */
  html: string | null;
  /** Markdown, for its author and for quoting. */
  text: string | null;
  createdAt: Instant;
  editedAt: Instant | null;
  deletedAt: Instant | null;
  hidden: boolean;
  helpful: { count: number; mine: boolean };
  accepted: boolean;
  endorsedBy: PersonView | null;
  files: FileView[];
  /** What the reader may do. */
  may: { edit: boolean; remove: boolean; restore: boolean; accept: boolean };
  reported: boolean;
}

export interface ThreadView extends ThreadRow {
  cohortName: string;
  courseTitle: string;
  /** The first post that the reader has not seen; `null`: they have seen all. */
  firstUnread: number | null;
  newestNumber: number;
  mayPost: boolean;
  moderates: boolean;
  /** In a learning group that trainers may not look into. */
  amongThemselves: boolean;
  acceptedPost: PostView | null;
  /** Where it was merged into another. */
  mergedInto: string | null;
  /** Seconds until the reader may post again. */
  waitSeconds: number;
  guidelines: string | null;
}

/** Posts in order of their number. */
export interface PostsPage {
  posts: PostView[];
  /** More before and after. */
  before: number | null;
  after: number | null;
}

export interface SearchHit {
  threadId: string;
  postId: string | null;
  number: number | null;
  title: string;
  /** HTML with `<mark>` around what was found; everything else is escaped. */
  highlight: string;
  writer: WriterView;
  at: Instant;
  accepted: boolean;
}

export interface SimilarThread {
  threadId: string;
  cohortId: string;
  cohortName: string;
  title: string;
  /** The accepted answer, or the most helpful one, as plain text. */
  answer: string | null;
  accepted: boolean;
  /** Of an earlier cohort of the course; the reader may not be able to open it. */
  elsewhere: boolean;
}

export interface DiscussionSettings {
  guidelines: string | null;
  guidelinesHtml: string | null;
  answerTargetHours: number;
  slowModeSeconds: number;
  anonymousAllowed: boolean;
  hideAfterReports: number;
  trainersSeeGroups: boolean;
  prompts: string[];
}

export interface UnansweredRow {
  thread: ThreadRow;
  waitsHours: number;
  late: boolean;
}

export interface UnansweredPage extends Page<UnansweredRow> {
  /** How long an answer may take in this cohort. */
  targetHours: number;
  /** How many wait longer, on whatever page. */
  late: number;
}

export interface ModerationRow {
  post: PostView;
  /** `null` where the reader may not look in, and the title is not the post's. */
  threadTitle: string | null;
  groupName: string | null;
  /** May see what else is said there; where not, only this post is there for them. */
  mayLookIn: boolean;
  reports: { kind: ReportKind; note: string | null; by: PersonView | null; at: Instant }[];
}

export interface LearningGroupView {
  groupId: string;
  number: number;
  name: string;
  members: (PersonView & { enrolmentId: string })[];
  own: boolean;
  /** May look in. */
  reads: boolean;
  unread: number;
  /** Others were made since; its members can still read it. */
  dissolvedAt: Instant | null;
}

export interface AnnouncementView {
  announcementId: string;
  title: string;
  html: string;
  text: string;
  by: PersonView | null;
  publishAt: Instant;
  publishedAt: Instant | null;
  threadId: string | null;
}

/** What somebody has chosen for themselves; `null`: nothing. */
export interface FollowingsView {
  level: FollowLevel | null;
  modules: { moduleId: string; level: FollowLevel }[];
}

export interface DraftView {
  place: string;
  title: string | null;
  text: string;
  revision: number;
  changedAt: Instant;
}

export class OpenThread {
  @IsIn(['question', 'discussion']) kind: 'question' | 'discussion';
  @IsString() @Trimmed() @IsNotEmpty() @MaxLength(200) title: string;
  @IsString() @IsNotEmpty() @MaxLength(longestPost) text: string;
  @IsLeftOutOr() @IsUUID() moduleId?: string;
  @IsLeftOutOr() @IsUUID() itemId?: string;
  @IsLeftOutOr() @IsInt() @Min(0) @Max(86_400) atSecond?: number;
  @IsLeftOutOr() @IsUUID() groupId?: string;
  @IsLeftOutOr() @IsBoolean() anonymous?: boolean;
  @IsLeftOutOr() @IsArray() @ArrayMaxSize(10) @ArrayUnique() @IsUUID('all', { each: true }) fileIds?: string[];
}

export class ChangeThread {
  @IsLeftOutOr() @IsString() @Trimmed() @IsNotEmpty() @MaxLength(200) title?: string;
  @IsLeftOutOr() @IsIn(['question', 'discussion']) kind?: 'question' | 'discussion';
}

export class WritePost {
  @IsString() @IsNotEmpty() @MaxLength(longestPost) text: string;
  @IsLeftOutOr() @IsUUID() parentId?: string;
  @IsLeftOutOr() @IsBoolean() anonymous?: boolean;
  @IsLeftOutOr() @IsArray() @ArrayMaxSize(10) @ArrayUnique() @IsUUID('all', { each: true }) fileIds?: string[];
}

export class ChangePost {
  @IsString() @IsNotEmpty() @MaxLength(longestPost) text: string;
  @IsLeftOutOr() @IsArray() @ArrayMaxSize(10) @ArrayUnique() @IsUUID('all', { each: true }) fileIds?: string[];
}

export class ThreadsQuery extends PageQuery {
  @IsOptional() @IsIn(threadOrders) order?: ThreadOrder;
  @IsOptional() @IsIn(['question', 'discussion', 'announcement']) kind?: ThreadKind;
  @IsOptional() @IsUUID() moduleId?: string;
  @IsOptional() @IsUUID() itemId?: string;
  @IsOptional() @IsUUID() groupId?: string;
  @IsOptional() @IsIn(['unread', 'following', 'own']) only?: 'unread' | 'following' | 'own';
}

export class PostsQuery {
  /** The number to begin with, or to end before. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) from?: number;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) before?: number;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
}

export class DiscussionSearchQuery extends PageQuery {
  @IsString() @Trimmed() @IsNotEmpty() @MaxLength(200) search: string;
  @IsOptional() @IsIn(['question', 'discussion', 'announcement']) kind?: ThreadKind;
  @IsOptional() @IsUUID() moduleId?: string;
  @IsOptional() @IsIn(['accepted', 'unanswered']) only?: 'accepted' | 'unanswered';
}

export class SimilarQuery {
  @IsString() @Trimmed() @IsNotEmpty() @MaxLength(200) title: string;
}

export class AcceptAnswer {
  @IsUUID() postId: string;
}

export class MarkThreadRead {
  @IsInt() @Min(0) number: number;
}

export class Follow {
  @IsOptional() @IsIn(followLevels) level: FollowLevel | null = null;
  @IsLeftOutOr() @IsUUID() moduleId?: string;
  @IsLeftOutOr() @IsUUID() threadId?: string;
}

export class ReportPost {
  @IsIn(reportKinds) kind: ReportKind;
  @IsOptional() @IsString() @Trimmed() @MaxLength(1_000) note?: string;
}

export class DecideReports {
  /** `reopen` takes a decision back: the post waits in the queue again, seen or hidden as it was before. */
  @IsIn(['keep', 'remove', 'reopen']) decision: 'keep' | 'remove' | 'reopen';
}

export class SetFlag {
  @IsBoolean() on: boolean;
}

export class MoveThread {
  @IsOptional() @IsUUID() moduleId: string | null = null;
  @IsOptional() @IsUUID() itemId: string | null = null;
}

export class MergeThread {
  @IsUUID() into: string;
}

export class SplitThread {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(200) @ArrayUnique() @IsUUID('all', { each: true }) postIds: string[];
  @IsString() @Trimmed() @IsNotEmpty() @MaxLength(200) title: string;
}

export class ChangeDiscussionSettings {
  @IsOptional() @IsString() @MaxLength(20_000) guidelines?: string | null;
  @IsLeftOutOr() @IsInt() @Min(1) @Max(720) answerTargetHours?: number;
  @IsLeftOutOr() @IsInt() @Min(0) @Max(86_400) slowModeSeconds?: number;
  @IsLeftOutOr() @IsBoolean() anonymousAllowed?: boolean;
  @IsLeftOutOr() @IsInt() @Min(1) @Max(100) hideAfterReports?: number;
  @IsLeftOutOr() @IsBoolean() trainersSeeGroups?: boolean;
  /** What learning groups are asked, week by week. */
  @IsLeftOutOr()
  @IsArray()
  @ArrayMaxSize(60)
  @IsString({ each: true })
  @MaxLength(1_000, { each: true })
  prompts?: string[];
}

export class SaveDiscussionDraft {
  /** Where it is being written: `new:<cohort>`, `reply:<thread>`, `edit:<post>`. */
  @Matches(/^(new|reply|edit):[0-9a-f-]{36}(:[0-9a-f-]{36})?$/) place: string;
  @IsInt() @Min(0) revision: number;
  @IsOptional() @IsString() @MaxLength(200) title?: string | null;
  @IsString() @MaxLength(longestPost) text: string;
}

export class DraftPlace {
  @Matches(/^(new|reply|edit):[0-9a-f-]{36}(:[0-9a-f-]{36})?$/) place: string;
}

export class PreviewText {
  @IsString() @MaxLength(longestPost) text: string;
}

export class WriteAnnouncement {
  @IsString() @Trimmed() @IsNotEmpty() @MaxLength(200) title: string;
  @IsString() @IsNotEmpty() @MaxLength(longestPost) text: string;
  /** Left out: now. */
  @IsLeftOutOr() @IsISO8601({ strict: true }) publishAt?: Instant;
}

export class LearningGroupInput {
  @IsString() @Trimmed() @IsNotEmpty() @MaxLength(100) name: string;
  @IsArray() @ArrayMaxSize(20) @ArrayUnique() @IsUUID('all', { each: true }) enrolmentIds: string[];
}

export class SetLearningGroups {
  @IsListOf(() => LearningGroupInput, { most: 2_000 })
  groups: LearningGroupInput[];
}

export class MixLearningGroups {
  @IsInt() @Min(2) @Max(20) size: number;
  /** At random, or such that each group holds people of many units and sites. */
  @IsIn(['random', 'mixed']) way: 'random' | 'mixed';
}

export const discussionEndpoints = {
  'GET /cohorts/:cohortId/threads': endpoint<Page<ThreadRow>>()({
    access: 'reads-cohort',
    does: 'Threads of a cohort, or of one of its modules, items or learning groups; pinned ones come first.',
    query: ThreadsQuery,
  }),
  'POST /cohorts/:cohortId/threads': endpoint<ThreadView>()({
    access: 'reads-cohort',
    does: 'Opens a thread with its first post.',
    body: OpenThread,
    rate: { points: 30, seconds: 600 },
  }),
  'GET /cohorts/:cohortId/similar-threads': endpoint<SimilarThread[]>()({
    access: 'reads-cohort',
    does: 'Questions like this one, in all cohorts of the course, with good answers.',
    query: SimilarQuery,
  }),
  'GET /cohorts/:cohortId/thread-search': endpoint<Page<SearchHit>>()({
    access: 'reads-cohort',
    does: 'Finds posts by their words, in German and English, and threads by titles with mistakes in them.',
    query: DiscussionSearchQuery,
  }),
  'GET /cohorts/:cohortId/following': endpoint<FollowingsView>()({
    access: 'reads-cohort',
    does: 'What one has chosen for the cohort and for its modules.',
  }),
  'PUT /cohorts/:cohortId/following': endpoint<{ level: FollowLevel | null }>()({
    access: 'reads-cohort',
    does: 'Watches, follows or mutes the cohort, one of its modules, or a thread; null: as the wider place says.',
    body: Follow,
  }),
  'GET /cohorts/:cohortId/mentionable': endpoint<PersonView[]>()({
    access: 'reads-cohort',
    does: 'People of the cohort whose name begins like this, to mention them.',
    query: SimilarQuery,
  }),
  'GET /threads/:threadId': endpoint<ThreadView>()({ access: 'reads-thread', does: 'A thread, without its posts.' }),
  'PATCH /threads/:threadId': endpoint<ThreadView>()({
    access: 'reads-thread',
    does: 'Changes the title or kind of a thread: its author, or who moderates.',
    body: ChangeThread,
  }),
  'GET /threads/:threadId/posts': endpoint<PostsPage>()({
    access: 'reads-thread',
    does: 'Posts of a thread in order, from a number on or before it.',
    query: PostsQuery,
  }),
  'POST /threads/:threadId/posts': endpoint<PostView>()({
    access: 'reads-thread',
    does: 'Writes a post, or a reply to one.',
    body: WritePost,
    rate: { points: 60, seconds: 600 },
  }),
  'PUT /threads/:threadId/read-marker': endpoint<{ number: number }>()({
    access: 'reads-thread',
    does: 'Says how far one has read; only forward, so that all devices agree.',
    body: MarkThreadRead,
  }),
  'PUT /threads/:threadId/same-question': endpoint<ThreadRow['same']>()({
    access: 'reads-thread',
    does: 'Says that one has the same question.',
  }),
  'DELETE /threads/:threadId/same-question': endpoint<ThreadRow['same']>()({
    access: 'reads-thread',
    does: 'Takes that back.',
  }),
  'PUT /threads/:threadId/accepted-answer': endpoint<ThreadView>()({
    access: 'reads-thread',
    does: 'Accepts an answer: who asked, or a trainer.',
    body: AcceptAnswer,
  }),
  'DELETE /threads/:threadId/accepted-answer': endpoint<ThreadView>()({
    access: 'reads-thread',
    does: 'Accepts no answer any more.',
  }),
  'PUT /threads/:threadId/lock': endpoint<ThreadView>()({
    access: 'moderates-thread',
    does: 'Locks a thread: it can be read, and nothing more written.',
    body: SetFlag,
  }),
  'PUT /threads/:threadId/pin': endpoint<ThreadView>()({
    access: 'moderates-thread',
    does: 'Pins a thread to the top.',
    body: SetFlag,
  }),
  'PUT /threads/:threadId/place': endpoint<ThreadView>()({
    access: 'moderates-thread',
    does: 'Moves a thread to another module or item of its cohort.',
    body: MoveThread,
  }),
  'POST /threads/:threadId/merge': endpoint<ThreadView>()({
    access: 'moderates-thread',
    does: 'Merges a thread into another; its address leads there.',
    body: MergeThread,
  }),
  'POST /threads/:threadId/split': endpoint<ThreadView>()({
    access: 'moderates-thread',
    does: 'Takes posts out into a thread of their own.',
    body: SplitThread,
  }),
  'GET /posts/:postId': endpoint<PostView>()({ access: 'reads-thread', does: 'One post.' }),
  'PATCH /posts/:postId': endpoint<PostView>()({
    access: 'writes-post',
    does: 'Changes an own post; what stood before is kept.',
    body: ChangePost,
  }),
  'DELETE /posts/:postId': endpoint<PostView>()({
    access: 'reads-thread',
    does: 'Deletes a post: its author, or who moderates. It can be restored.',
  }),
  'POST /posts/:postId/restoration': endpoint<PostView>()({
    access: 'reads-thread',
    does: 'Restores a deleted post: who deleted it, or who moderates.',
  }),
  'GET /posts/:postId/versions': endpoint<{ html: string; at: Instant }[]>()({
    access: 'reads-thread',
    does: 'How a post was before it was changed, newest first.',
  }),
  'PUT /posts/:postId/helpful-vote': endpoint<PostView['helpful']>()({
    access: 'reads-thread',
    does: 'Says that a post of somebody else is helpful.',
  }),
  'DELETE /posts/:postId/helpful-vote': endpoint<PostView['helpful']>()({
    access: 'reads-thread',
    does: 'Takes that back.',
  }),
  'PUT /posts/:postId/endorsement': endpoint<PostView>()({
    access: 'moderates-thread',
    does: 'Endorses a post as a trainer.',
    body: SetFlag,
  }),
  'POST /posts/:postId/reports': endpoint<PostView>()({
    access: 'reads-thread',
    does: 'Reports a post; enough reports hide it until a trainer has looked.',
    body: ReportPost,
    rate: { points: 20, seconds: 3600 },
  }),
  'PUT /posts/:postId/moderation': endpoint<PostView>()({
    access: 'decides-reports',
    does: 'Decides on the reports about a post.',
    body: DecideReports,
  }),
  'GET /cohorts/:cohortId/moderation-queue': endpoint<ModerationRow[]>()({
    access: 'runs-cohort',
    does: 'Reported posts that wait for a decision; of a learning group that is among itself these alone.',
  }),
  'GET /cohorts/:cohortId/unanswered': endpoint<UnansweredPage>()({
    access: 'runs-cohort',
    does: 'Questions without an answer, the longest waiting first.',
    query: PageQuery,
  }),
  'GET /cohorts/:cohortId/discussion-settings': endpoint<DiscussionSettings>()({
    access: 'reads-cohort',
    does: 'How the cohort discusses.',
  }),
  'PATCH /cohorts/:cohortId/discussion-settings': endpoint<DiscussionSettings>()({
    access: 'runs-cohort',
    does: 'Changes how the cohort discusses.',
    body: ChangeDiscussionSettings,
  }),
  'POST /cohorts/:cohortId/discussion-files': endpoint<FileView>()({
    access: 'reads-cohort',
    does: 'Uploads a picture or file for a post.',
    upload: true,
    rate: { points: 60, seconds: 600 },
  }),
  'GET /discussion-files/:fileId': endpoint<void>()({
    access: 'reads-thread',
    does: 'A file of a post.',
    produces: 'application/octet-stream',
  }),
  'POST /text-previews': endpoint<{ html: string }>()({
    access: 'signed-in',
    does: 'A text as it will look.',
    body: PreviewText,
    rate: { points: 300, seconds: 60 },
  }),
  'GET /discussion-drafts': endpoint<DraftView | null>()({
    access: 'signed-in',
    does: 'The own draft of one place.',
    query: DraftPlace,
  }),
  'PUT /discussion-drafts': endpoint<DraftView>()({
    access: 'signed-in',
    does: 'Saves what is being written, for all devices.',
    body: SaveDiscussionDraft,
  }),
  'POST /discussion-drafts/discard': endpoint<void>()({
    access: 'signed-in',
    does: 'Throws a draft away.',
    body: DraftPlace,
  }),
  'GET /cohorts/:cohortId/announcements': endpoint<AnnouncementView[]>()({
    access: 'runs-cohort',
    does: 'Announcements, also those that wait for their time.',
  }),
  'POST /cohorts/:cohortId/announcements': endpoint<AnnouncementView>()({
    access: 'runs-cohort',
    does: 'Announces something to the whole cohort, now or later, in the app and by mail.',
    body: WriteAnnouncement,
  }),
  'DELETE /announcements/:announcementId': endpoint<void>()({
    access: 'runs-cohort',
    does: 'Calls off an announcement that waits for its time.',
  }),
  'GET /cohorts/:cohortId/learning-groups': endpoint<LearningGroupView[]>()({
    access: 'reads-cohort',
    does: 'The learning groups of a cohort.',
  }),
  'PUT /cohorts/:cohortId/learning-groups': endpoint<LearningGroupView[]>()({
    access: 'runs-cohort',
    does: 'Sets the learning groups by hand.',
    body: SetLearningGroups,
  }),
  'POST /cohorts/:cohortId/learning-groups': endpoint<LearningGroupView[]>()({
    access: 'runs-cohort',
    does: 'Makes learning groups at random or mixed; those there are dissolved, their talk stays readable to its members.',
    body: MixLearningGroups,
  }),
};
