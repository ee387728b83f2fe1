import type { FlagKind, NoticeKind } from '@kohorte/contracts';
import { assignmentPhases, reviewsOwed } from '@kohorte/rules';
import { extendedTo } from '@kohorte/schedule';

/** What a message about an assignment is about, as it stands today for the one who reads it. */
export interface AssignmentSubject {
  item_id: string | null;
  item_title: string | null;
  submission_id: string | null;
  /** The reader is one of its authors. */
  own_work: boolean | null;
  flag_kind: FlagKind | null;
  assignment: {
    /** `null`: it never opens for the reader. */
    opensAt: string | null;
    dueAfterDays: number | null;
    graceHours: number;
    reviewDays: number;
    give: number;
    dueMovedTo: string | null;
    reviewsMovedTo: string | null;
    extendedTo: string | null;
    handedIn: boolean;
    given: number;
    /** Has taken a review since they were asked for one more. */
    tookMore: boolean;
  } | null;
}

/** Has taken a review since the reminder `k`. */
export const tookMore = (k: string): string => `exists (
  select from review v where v.reviewer_id = ${k}.user_id and v.round_id = ${k}.round_id
    and v.kind = 'peer' and v.lapsed_at is null and v.allocated_at > ${k}.reminded_at)`;

/** The columns of `AssignmentSubject`; they go with `assignmentJoins` and need the cohort `c` of the message `t`. */
export const assignmentColumns = `
  round.item_id, (select title from item where id = round.item_id) as item_title, work.id as submission_id,
  case when work.id is not null then exists (select from submission_author a
    where a.submission_id = work.id and a.user_id = t.user_id) end as own_work,
  flag.kind as flag_kind,
  case when round.id is not null then (
    select json_build_object(
      'opensAt', coalesce(own_release.opens_at, shared.opens_at), 'dueAfterDays', i.due_after_days,
      'graceHours', i.assignment -> 'graceHours', 'reviewDays', i.assignment -> 'reviews' -> 'days',
      'give', i.assignment -> 'reviews' -> 'give', 'dueMovedTo', round.due_moved_to,
      'reviewsMovedTo', round.reviews_moved_to, 'extendedTo', ${extendedTo('round.id', 'me.id')},
      'handedIn', exists (select from submission_author a join submission s on s.id = a.submission_id
        where a.round_id = round.id and a.enrolment_id = me.id
          and s.handed_in_at is not null and s.excluded_at is null),
      'given', (select count(*) from review v where v.reviewer_id = t.user_id and v.round_id = round.id
        and v.kind = 'peer' and v.done_at is not null),
      'tookMore', exists (select from review_reminder k
        where k.batch_id = t.once_key and k.user_id = t.user_id and ${tookMore('k')}))
    from item i
    left join enrolment me on me.cohort_id = c.id and me.user_id = t.user_id and me.status in ('active', 'completed')
    left join release own_release on c.pacing = 'relative' and own_release.cohort_id = c.id
      and own_release.module_id = i.module_id and own_release.enrolment_id = me.id
    left join release shared
      on shared.cohort_id = c.id and shared.module_id = i.module_id and shared.enrolment_id is null
    where i.id = round.item_id) end as assignment`;

/** Finds the round and the work that message `t` is about. */
export const assignmentJoins = `
  left join review_flag flag on t.kind = 'work-flagged' and flag.id = t.subject_id
  left join appeal on t.kind in ('appeal-made', 'appeal-decided') and appeal.id = t.subject_id
  left join submission work on work.id = coalesce(flag.submission_id, appeal.submission_id,
    case when t.kind in ('grades-published', 'grade-changed') then t.subject_id end)
  left join review_round round on round.id = coalesce(work.round_id, case when t.kind in
    ('deadline-moved', 'extension-given', 'reviews-opened', 'reviews-owed', 'more-reviews-asked') then t.subject_id end)`;

/** What a message about an assignment says, beside its name. */
export interface AboutAssignment {
  dueAt: Date | null;
  reviewsUntil: Date | null;
  /** Peers review. */
  isReviewed: boolean;
  /** The date of its sentence. */
  until: Date | null;
  /** Reviews that the reader still owes; `null` where the message is not about that. */
  owed: number | null;
  /** Only for those who run the cohort: who hands in or reviews is led to their assignment. */
  submissionId: string | null;
}

type Message = AssignmentSubject & { kind: string; created_at: Date; cohort_zone: string | null };

const asking = ['reviews-opened', 'reviews-owed', 'more-reviews-asked'] as const satisfies NoticeKind[];
const asksForReviews: ReadonlySet<string> = new Set(asking);
const forTrainers: ReadonlySet<string> = new Set(['work-flagged', 'appeal-made', 'appeal-decided']);

/** What a message says of its assignment; all is `null` for messages about other things. */
export function aboutAssignment(message: Message): AboutAssignment {
  const { kind, assignment, own_work: isOwn, submission_id: submissionId } = message;
  const { dueAt, reviewsUntil } = instantsOf(message);
  const asks = assignment !== null && asksForReviews.has(kind);
  const moved = dueAt && dueAt >= message.created_at ? dueAt : reviewsUntil;
  const date = kind === 'deadline-moved' ? moved : kind === 'extension-given' ? dueAt : null;
  return {
    dueAt,
    reviewsUntil,
    isReviewed: (assignment?.give ?? 0) > 0,
    until: asks ? reviewsUntil : date,
    owed: asks ? owedBy(assignment) : null,
    submissionId: forTrainers.has(kind) && !isOwn ? submissionId : null,
  };
}

/** Whether a mail asks for what is done already, or cannot be done any more: then it is not sent. */
export function isMoot(message: Message, now: Date): boolean {
  const { kind, assignment } = message;
  if (!asksForReviews.has(kind)) return false;
  const { reviewsUntil, owed } = aboutAssignment(message);
  if (!assignment?.handedIn || !reviewsUntil || reviewsUntil < now) return true;
  return kind === 'more-reviews-asked' ? assignment.tookMore : owed === 0;
}

/** The kinds of which a mail can come to be moot. */
export const mootKinds: readonly NoticeKind[] = asking;

function owedBy({ handedIn, give, given }: NonNullable<AssignmentSubject['assignment']>): number {
  return handedIn ? Math.max(0, reviewsOwed({ give, others: null }) - given) : 0;
}

function instantsOf({ assignment, cohort_zone: timeZone }: Message): { dueAt: Date | null; reviewsUntil: Date | null } {
  if (!assignment?.opensAt || !timeZone) return { dueAt: null, reviewsUntil: null };
  return assignmentPhases({
    opensAt: new Date(assignment.opensAt),
    dueAfterDays: assignment.dueAfterDays ?? 0,
    timeZone,
    graceHours: assignment.graceHours,
    reviewDays: assignment.reviewDays,
    publishAfterHours: 0,
    dueMovedTo: instant(assignment.dueMovedTo),
    reviewsMovedTo: instant(assignment.reviewsMovedTo),
    extendedTo: instant(assignment.extendedTo),
  });
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
