import { countableKinds, type ItemKind } from '@kohorte/contracts';
import {
  type Actor,
  type Admission,
  assignmentPhases,
  dueAt,
  type EnrolmentStatus,
  may,
  nextStep,
  type OnHoliday,
  type Pacing,
  type Phases,
  type Progress,
  progressIn,
  releaseCalendar,
  type Standing,
  type StepItem,
  todoNow,
} from '@kohorte/rules';

/** One item on the way. */
export interface WalkItem extends StepItem {
  kind: ItemKind;
  title: string;
  dueAfterDays: number | null;
  /** Of an assignment that can be handed in: what says when one has to do with it, and whether one has handed in. */
  assignment: { phases: Phases; handedIn: boolean } | null;
}

/** One module on the way, with the instant at which it opens for the one who walks. */
export interface WalkModule {
  moduleId: string;
  title: string;
  summary: string | null;
  objectives: string[];
  releaseId: string | null;
  step: number;
  opensAt: Date;
  isOpen: boolean;
  items: WalkItem[];
}

/** A cohort as one person walks through it, or looks at it as one who runs it, at one instant. */
export class Walk {
  readonly cohortId: string;
  readonly standing: Standing;
  /** Is a member: goes by the clock and marks items as done. */
  readonly learns: boolean;
  readonly runs: boolean;
  readonly modules: WalkModule[];
  /** All items of the cohort, open or not, in order. */
  readonly items: WalkItem[];
  /** Ids of the items that are done. */
  readonly done: Set<string>;
  private readonly doneAt: Map<string, Date>;
  /** Worked out when it is first asked for, and again after a change. */
  private foundNext: { module: WalkModule; item: WalkItem } | null | undefined;

  constructor(
    readonly row: WalkRow,
    actor: Actor,
    readonly now: Date,
  ) {
    this.cohortId = row.cohort_id;
    this.standing = {
      enrolment: row.status,
      trainsCohort: row.trains,
      invited: row.invited,
      admission: row.admission,
    };
    this.learns = may('learns-in-cohort', actor, this.standing);
    this.runs = may('runs-cohort', actor, this.standing);
    this.modules = this.modulesOf(row);
    this.items = this.modules.flatMap(({ items }) => items);
    this.doneAt = new Map(Object.entries(this.learns ? (row.marks ?? {}) : {}).map(([id, at]) => [id, new Date(at)]));
    this.done = new Set(this.doneAt.keys());
  }

  get progress(): Progress {
    return progressIn(this.items, this.done);
  }

  /** The one thing to do next; nothing for those who only look. */
  get next(): { module: WalkModule; item: WalkItem } | null {
    if (this.foundNext === undefined)
      this.foundNext = this.learns ? nextStep<WalkItem, WalkModule>(this.modules, this.done) : null;
    return this.foundNext;
  }

  whenDone(itemId: string): Date | null {
    return this.doneAt.get(itemId) ?? null;
  }

  /** Notes a change that was just saved; `null` takes a mark back. */
  note(itemId: string, doneAt: Date | null): void {
    this.foundNext = undefined;
    this.doneAt.delete(itemId);
    this.done.delete(itemId);
    if (!doneAt) return;
    this.doneAt.set(itemId, doneAt);
    this.done.add(itemId);
  }

  /**
   * What cannot be done yet is never due: nobody could meet it. Of an assignment that is handed in, the reviews are.
   */
  whenDue({ opensAt }: WalkModule, { dueAfterDays, countable, assignment }: WalkItem): Date | null {
    if (assignment) return assignment.handedIn ? assignment.phases.reviewsUntil : assignment.phases.dueAt;
    return dueAfterDays === null || !countable ? null : dueAt(opensAt, dueAfterDays, this.row.time_zone);
  }

  /** Whether what was due of it is done: an assignment is due when it is to be handed in, its reviews come later. */
  isMet({ itemId, assignment }: WalkItem): boolean {
    return this.done.has(itemId) || (assignment?.handedIn ?? false);
  }

  find(itemId: string): { module: WalkModule; item: WalkItem } | null {
    for (const module of this.modules)
      for (const item of module.items) if (item.itemId === itemId) return { module, item };
    return null;
  }

  /** Access is a fact of the clock; who runs a cohort without learning in it sees all of it. */
  private modulesOf(row: WalkRow): WalkModule[] {
    const seesAll = this.runs && !this.learns;
    const planned = row.modules.some(([, , , , , , opensAt]) => opensAt === null) ? plannedFromFirstDay(row) : null;
    return row.modules.map(([moduleId, title, summary, objectives, releaseId, step, opens, items]) => {
      const opensAt = opens === null ? planned!.get(moduleId)!.opensAt : new Date(opens);
      return {
        moduleId,
        title,
        summary,
        objectives,
        releaseId,
        step: step ?? planned!.get(moduleId)!.step,
        opensAt,
        isOpen: seesAll || opensAt <= this.now,
        items: items.map((item) => this.itemOf(item, opensAt)),
      };
    });
  }

  private itemOf([itemId, kind, title, minutes, required, dueAfterDays, design]: ItemTuple, opensAt: Date): WalkItem {
    const handsIn = design ? this.handingIn(itemId, dueAfterDays, design, opensAt) : null;
    // One literal for all kinds: spreading what they have in common cost a third of the outline.
    return {
      itemId,
      kind,
      title,
      minutes,
      required,
      dueAfterDays,
      countable: handsIn !== null || countableKinds.includes(kind),
      waits: handsIn?.waits ?? false,
      byAttendance: handsIn === null && (this.row.seated?.includes(itemId) ?? false),
      assignment: handsIn && { phases: handsIn.phases, handedIn: handsIn.handedIn },
    };
  }

  private handingIn(
    itemId: string,
    dueAfterDays: number | null,
    [graceHours, reviewDays, give, way]: NonNullable<ItemTuple[6]>,
    opensAt: Date,
  ): { phases: Phases; handedIn: boolean; waits: boolean } {
    const { row, now } = this;
    const [dueMovedTo, reviewsMovedTo, extendedTo, handedIn = false] = row.rounds?.[itemId] ?? [];
    const phases = assignmentPhases({
      opensAt,
      dueAfterDays: dueAfterDays ?? 0,
      timeZone: row.time_zone,
      graceHours,
      reviewDays,
      publishAfterHours: 0,
      dueMovedTo: instant(dueMovedTo),
      reviewsMovedTo: instant(reviewsMovedTo),
      extendedTo: instant(extendedTo),
    });
    const todo = todoNow({ handedIn, give, ownPace: row.pacing === 'relative', atOnce: way === 'batch' }, phases, now);
    return { phases, handedIn, waits: todo === null };
  }
}

function instant(text: string | null | undefined): Date | null {
  return text ? new Date(text) : null;
}

/** Where learners go by their own start, the others see it as for somebody who is there from the first day. */
function plannedFromFirstDay(row: WalkRow): Map<string, { opensAt: Date; step: number }> {
  const plan = {
    pacing: row.pacing,
    startOn: row.start_on,
    timeZone: row.time_zone,
    weekday: row.weekday,
    time: row.release_time,
    modulesPerStep: row.modules_per_step,
    weeksPerStep: row.weeks_per_step,
    onHoliday: row.on_holiday,
    breaks: [],
  };
  const calendar = releaseCalendar(
    plan,
    row.modules.map(([moduleId]) => moduleId),
    [],
  );
  return new Map(calendar.map((release) => [release.moduleId, release]));
}

type ItemTuple = [
  itemId: string,
  kind: ItemKind,
  title: string,
  minutes: number,
  required: boolean,
  dueAfterDays: number | null,
  /** Of an assignment that can be handed in. */
  design: [graceHours: number, reviewDays: number, give: number, way: 'next' | 'batch'] | null,
];

/** What the statements of walks give. */
export interface WalkRow {
  cohort_id: string;
  course_id: string;
  name: string;
  course_title: string;
  start_on: string;
  ends_on: string;
  time_zone: string;
  cancelled_at: Date | null;
  pacing: Pacing;
  weekday: number;
  release_time: string;
  modules_per_step: number;
  weeks_per_step: number;
  on_holiday: OnHoliday;
  admission: Admission;
  trains: boolean;
  invited: boolean;
  enrolment_id: string | null;
  status: EnrolmentStatus | null;
  completed_at: Date | null;
  modules: [
    moduleId: string,
    title: string,
    summary: string | null,
    objectives: string[],
    releaseId: string | null,
    step: number | null,
    opensAt: string | null,
    items: ItemTuple[],
  ][];
  marks: Record<string, string> | null;
  /** Items whose live session the learner has a seat in. */
  seated: string[] | null;
  /** By assignment, once somebody has begun it. */
  rounds: Record<
    string,
    [dueMovedTo: string | null, reviewsMovedTo: string | null, extendedTo: string | null, handedIn: boolean]
  > | null;
}
