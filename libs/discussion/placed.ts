import type { DiscussionSettings, ThreadKind } from '@kohorte/contracts';
import { type Actor, type Admission, type EnrolmentStatus, may, type Standing } from '@kohorte/rules';

/** What `Places` reads of the cohort in which something is said. */
interface PlaceRow {
  cohort_id: string;
  cohort_name: string;
  version_id: string;
  course_title: string;
  enrolment_id: string | null;
  status: EnrolmentStatus | null;
  trains: boolean;
  guidelines: string | null;
  answer_target_hours: number | null;
  slow_mode_seconds: number | null;
  anonymous_allowed: boolean | null;
  hide_after_reports: number | null;
  trainers_see_groups: boolean | null;
  prompts: string[] | null;
}

/** What `Places` reads of a cohort. */
export interface CohortRow extends PlaceRow {
  admission: Admission;
  invited: boolean;
  open_modules: string[];
}

/** What `Places` reads of a thread. */
export interface ThreadRow extends PlaceRow {
  thread_id: string;
  module_id: string | null;
  module_open: boolean;
  item_id: string | null;
  group_id: string | null;
  kind: ThreadKind;
  title: string;
  asker_id: string | null;
  asked_anonymously: boolean;
  posts: number;
  newest_number: number;
  answered_at: Date | null;
  accepted_post_id: string | null;
  locked_at: Date | null;
  thread_deleted_at: Date | null;
  merged_into: string | null;
  in_group: boolean;
}

/** What `Places` reads of a post. */
export interface PostRow extends ThreadRow {
  post_id: string;
  number: number;
  parent_id: string | null;
  author_id: string | null;
  anonymous: boolean;
  body: string;
  helpful: number;
  created_at: Date;
  edited_at: Date | null;
  deleted_at: Date | null;
  deleted_by: string | null;
  hidden_at: Date | null;
  endorsed_at: Date | null;
}

/** How a cohort discusses; a cohort that has set nothing goes by the defaults. */
export type Manners = Omit<DiscussionSettings, 'guidelinesHtml'>;

/** Where something is said, as one person stands to it at one instant. */
export class Placed {
  readonly cohortId: string;
  readonly enrolmentId: string | null;
  readonly settings: Manners;
  readonly learns: boolean;
  /** Runs the cohort, and so moderates what is said in it. */
  readonly runs: boolean;

  constructor(
    readonly row: PlaceRow,
    protected readonly actor: Actor,
    readonly now: Date,
  ) {
    this.cohortId = row.cohort_id;
    this.enrolmentId = row.enrolment_id;
    this.settings = {
      guidelines: row.guidelines,
      answerTargetHours: row.answer_target_hours ?? 24,
      slowModeSeconds: row.slow_mode_seconds ?? 0,
      anonymousAllowed: row.anonymous_allowed ?? false,
      hideAfterReports: row.hide_after_reports ?? 3,
      trainersSeeGroups: row.trainers_see_groups ?? true,
      prompts: row.prompts ?? [],
    };
    this.learns = may('learns-in-cohort', actor, this.inCohort);
    this.runs = may('runs-cohort', actor, this.inCohort);
  }

  get standing(): Standing {
    return this.inCohort;
  }

  /** Whether the actor may read what is said in a learning group. */
  readsGroupAs(isMember: boolean): boolean {
    return isMember || (this.runs && this.settings.trainersSeeGroups);
  }

  private get inCohort(): Standing {
    return { trainsCohort: this.row.trains, enrolment: this.row.status };
  }
}

/** A cohort as a place of talk. */
export class PlacedCohort extends Placed {
  constructor(
    override readonly row: CohortRow,
    actor: Actor,
    now: Date,
  ) {
    super(row, actor, now);
  }

  override get standing(): Standing {
    return { ...super.standing, admission: this.row.admission, invited: this.row.invited };
  }

  /** Modules whose talk the actor may see; `null`: all of them. */
  get openModules(): string[] | null {
    return this.runs ? null : this.row.open_modules;
  }

  /** Whether the talk about a module is open to the actor. */
  opens(moduleId: string | null): boolean {
    return moduleId === null || this.openModules === null || this.openModules.includes(moduleId);
  }
}

/** A thread, as one person stands to it at one instant. */
export class PlacedThread extends Placed {
  readonly threadId: string;
  readonly groupId: string | null;

  constructor(
    override readonly row: ThreadRow,
    actor: Actor,
    now: Date,
  ) {
    super(row, actor, now);
    this.threadId = row.thread_id;
    this.groupId = row.group_id;
  }

  override get standing(): Standing {
    if (!this.row.group_id) return super.standing;
    return { ...super.standing, readsGroup: this.readsGroupAs(this.row.in_group) };
  }

  /** Its module is open to the actor. */
  get isOpen(): boolean {
    return this.runs || this.row.module_open;
  }

  /** Merged into another, or deleted. */
  get isGone(): boolean {
    return this.row.thread_deleted_at !== null || this.row.merged_into !== null;
  }

  get moderates(): boolean {
    return may('moderates-thread', this.actor, this.standing);
  }

  /** The actor opened it. */
  get isAsker(): boolean {
    return this.row.asker_id === this.actor.userId;
  }

  /** Where it is locked, those who moderate may still write. */
  get mayPost(): boolean {
    return !this.isGone && (this.row.locked_at === null || this.moderates);
  }
}

/** A post with its thread, as one person stands to it at one instant. */
export class PlacedPost extends PlacedThread {
  readonly postId: string;

  constructor(
    override readonly row: PostRow,
    actor: Actor,
    now: Date,
  ) {
    super(row, actor, now);
    this.postId = row.post_id;
  }

  get isOwn(): boolean {
    return this.row.author_id === this.actor.userId;
  }

  /** The actor may read its text. */
  get isReadable(): boolean {
    return this.row.deleted_at === null && (this.row.hidden_at === null || this.isOwn || this.moderates);
  }
}
