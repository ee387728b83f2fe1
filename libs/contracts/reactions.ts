import type { FactName, Facts } from './facts.js';
import type { JobName, Jobs } from './jobs.js';

/** The jobs whose payload this fact can feed. */
type JobFedBy<F extends FactName> = { [J in JobName]: Facts[F] extends Jobs[J] ? J : never }[JobName];

/**
 * The whole flow of the product on one screen: what has happened → what is done about it.
 * A fact that is not named here is kept as a trail and causes nothing.
 */
export const reactions = {
  'people.signed-out-everywhere': ['notifications.forget-browsers'],
  'courses.import-requested': ['courses.import-cartridge'],
  'courses.import-finished': ['notifications.tell-import-finished'],
  'cohorts.module-released': ['notifications.announce-release', 'notifications.mail-release'],
  'cohorts.release-moved': ['notifications.tell-release-moved'],
  'cohorts.enrolment-requested': ['notifications.tell-trainers-of-request'],
  'cohorts.enrolled': ['notifications.tell-enrolled', 'schedule.seat-newcomers'],
  'cohorts.batch-enrolled': ['notifications.tell-batch-enrolled', 'schedule.seat-newcomers'],
  'cohorts.batch-invited': ['notifications.tell-batch-invited'],
  'cohorts.seat-offered': ['notifications.tell-seat-offered'],
  'cohorts.offer-lapsed': ['notifications.tell-offer-lapsed'],
  'cohorts.cancelled': ['notifications.tell-cohort-cancelled', 'schedule.cancel-sessions'],
  'cohorts.withdrawn': ['schedule.free-seats', 'peer-review.let-go-of-leaver'],
  'schedule.free-busy-address-given': ['schedule.read-free-busy-of'],
  'schedule.assembly-requested': ['schedule.assemble'],
  'schedule.published': ['notifications.tell-schedule-published'],
  'schedule.seat-changed': ['notifications.tell-seat-changed'],
  'schedule.session-cancelled': ['notifications.tell-session-cancelled'],
  'schedule.session-short': ['notifications.tell-session-short'],
  'schedule.attendance-marked': ['progress.count-attendance'],
  'discussion.thread-opened': ['discussion.pass-on-live', 'notifications.tell-post-written'],
  'discussion.post-written': ['discussion.pass-on-live', 'notifications.tell-post-written'],
  'discussion.post-changed': ['discussion.pass-on-live'],
  'discussion.post-deleted': ['discussion.pass-on-live'],
  'discussion.post-restored': ['discussion.pass-on-live'],
  'discussion.thread-changed': ['discussion.pass-on-live'],
  'discussion.answer-accepted': ['discussion.pass-on-live', 'notifications.tell-answer-accepted'],
  'discussion.answer-no-longer-accepted': ['discussion.pass-on-live'],
  'discussion.post-endorsed': ['discussion.pass-on-live'],
  'discussion.post-hidden': ['discussion.pass-on-live', 'notifications.tell-post-hidden'],
  'discussion.endorsement-taken-back': ['discussion.pass-on-live'],
  'discussion.reports-decided': ['discussion.pass-on-live'],
  'discussion.reports-reopened': ['discussion.pass-on-live'],
  'discussion.thread-locked': ['discussion.pass-on-live'],
  'discussion.thread-unlocked': ['discussion.pass-on-live'],
  'discussion.thread-pinned': ['discussion.pass-on-live'],
  'discussion.thread-unpinned': ['discussion.pass-on-live'],
  'discussion.thread-moved': ['discussion.pass-on-live'],
  'discussion.thread-merged': ['discussion.pass-on-live'],
  'discussion.thread-split': ['discussion.pass-on-live'],
  'discussion.announced': ['discussion.pass-on-live', 'notifications.tell-announced'],
  'discussion.groups-made': ['notifications.tell-groups-made'],
  'peer-review.part-changed': ['progress.count-assignment'],
  'peer-review.deadline-moved': ['notifications.tell-deadline-moved'],
  'peer-review.extended': ['notifications.tell-extended'],
  'peer-review.reviews-opened': ['notifications.tell-reviews-opened'],
  'peer-review.allocated': ['notifications.tell-reviews-opened'],
  'peer-review.reminded': ['notifications.tell-reviews-owed'],
  'peer-review.more-asked': ['notifications.tell-more-reviews-asked'],
  'peer-review.flagged': ['notifications.tell-work-flagged'],
  'peer-review.published': ['notifications.tell-grades-published'],
  'peer-review.grade-shown': ['notifications.tell-grade-shown'],
  'peer-review.grade-decided': ['notifications.tell-grade-decided'],
  'peer-review.appealed': ['notifications.tell-appealed'],
  'peer-review.appeal-decided': ['notifications.tell-appeal-decided'],
  'progress.cohort-completed': ['notifications.tell-completed'],
} as const satisfies { [F in FactName]?: readonly JobFedBy<F>[] };

/** The jobs a fact causes. */
export function reactionsTo(fact: FactName): readonly JobName[] {
  return (reactions as { [F in FactName]?: readonly JobName[] })[fact] ?? [];
}
