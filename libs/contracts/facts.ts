/**
 * Everything that can have happened, in the past tense, with the ids that say to what.
 * A fact is recorded in the transaction of its cause and kept: it is the audit trail.
 */
export interface Facts {
  'people.user-added': { userId: string };
  'people.user-changed': { userId: string };
  'people.user-deleted': { userId: string };
  'people.signed-out-everywhere': { userId: string };
  'people.password-link-made': { userId: string };
  'people.password-changed': { userId: string };
  'people.org-unit-added': { orgUnitId: string };
  'people.org-unit-changed': { orgUnitId: string };

  'courses.import-requested': { importId: string };
  'courses.import-finished': { importId: string };
  'courses.course-added': { courseId: string };
  'courses.version-published': { courseId: string; versionId: string };

  'cohorts.planned': { cohortId: string };
  'cohorts.changed': { cohortId: string };
  'cohorts.cancelled': { cohortId: string };
  'cohorts.module-released': { cohortId: string; moduleId: string; releaseId: string };
  'cohorts.release-moved': { cohortId: string; releaseId: string };
  'cohorts.enrolment-requested': { cohortId: string; enrolmentId: string };
  'cohorts.waitlisted': { cohortId: string; enrolmentId: string };
  'cohorts.enrolled': { cohortId: string; enrolmentId: string };
  /** Many at once; the enrolments carry the batch's id. */
  'cohorts.batch-enrolled': { cohortId: string; batchId: string };
  /** Many at once; the invitations carry the batch's id. */
  'cohorts.batch-invited': { cohortId: string; batchId: string };
  'cohorts.seat-offered': { cohortId: string; enrolmentId: string };
  'cohorts.offer-lapsed': { cohortId: string; enrolmentId: string };
  'cohorts.withdrawn': { cohortId: string; enrolmentId: string };

  'schedule.site-added': { siteId: string };
  'schedule.site-changed': { siteId: string };
  'schedule.site-removed': { siteId: string };
  'schedule.room-added': { roomId: string };
  'schedule.room-changed': { roomId: string };
  'schedule.room-closed': { roomId: string };
  'schedule.room-reopened': { roomId: string };
  'schedule.work-pattern-changed': { userId: string };
  'schedule.free-busy-address-given': { userId: string };
  'schedule.trainer-profile-changed': { userId: string };

  'schedule.assembly-requested': { assemblyId: string };
  'schedule.assembled': { assemblyId: string };
  'schedule.published': { assemblyId: string };
  'schedule.answered': { sessionId: string; enrolmentId: string };
  /** Somebody came to a session, or left it, by themselves or from the waitlist. */
  'schedule.seat-changed': { sessionId: string; enrolmentId: string };
  'schedule.session-cancelled': { sessionId: string };
  /** It begins soon, and fewer than it needs are coming. */
  'schedule.session-short': { sessionId: string };
  'schedule.attendance-marked': { sessionId: string };

  'discussion.thread-opened': { threadId: string; postId: string };
  'discussion.post-written': { threadId: string; postId: string };
  'discussion.post-changed': { threadId: string; postId: string };
  'discussion.post-deleted': { threadId: string; postId: string };
  'discussion.post-restored': { threadId: string; postId: string };
  'discussion.thread-changed': { threadId: string };
  'discussion.answer-accepted': { threadId: string; postId: string };
  'discussion.answer-no-longer-accepted': { threadId: string; postId: string };
  'discussion.post-endorsed': { threadId: string; postId: string };
  'discussion.endorsement-taken-back': { threadId: string; postId: string };
  'discussion.post-reported': { threadId: string; postId: string };
  /** Enough people have reported it: it is hidden until a trainer has looked. */
  'discussion.post-hidden': { threadId: string; postId: string };
  'discussion.reports-decided': { threadId: string; postId: string };
  /** A decision was taken back. */
  'discussion.reports-reopened': { threadId: string; postId: string };
  'discussion.thread-locked': { threadId: string };
  'discussion.thread-unlocked': { threadId: string };
  'discussion.thread-pinned': { threadId: string };
  'discussion.thread-unpinned': { threadId: string };
  'discussion.thread-moved': { threadId: string };
  'discussion.thread-merged': { threadId: string; intoId: string };
  'discussion.thread-split': { threadId: string; fromId: string };
  'discussion.settings-changed': { cohortId: string };
  'discussion.announcement-planned': { announcementId: string };
  'discussion.announcement-called-off': { announcementId: string };
  'discussion.announced': { announcementId: string; threadId: string };
  'discussion.groups-made': { cohortId: string };

  'peer-review.handed-in': { submissionId: string };
  'peer-review.taken-back': { submissionId: string };
  /** What somebody has done for an assignment may have come to be enough, or no longer be. */
  'peer-review.part-changed': { roundId: string; enrolmentId: string };
  'peer-review.deadline-moved': { roundId: string };
  'peer-review.extended': { roundId: string; enrolmentId: string };
  'peer-review.extension-taken-back': { roundId: string; enrolmentId: string };
  'peer-review.teams-made': { roundId: string };
  'peer-review.rubric-changed': { roundId: string };
  /** The due date has passed: work is reviewed from now on. */
  'peer-review.reviews-opened': { roundId: string };
  /** The grace is over: no work is taken any more. */
  'peer-review.submissions-closed': { roundId: string };
  /** Everybody got their reviews at once. */
  'peer-review.allocated': { roundId: string };
  'peer-review.review-given': { reviewId: string };
  /** Those who owe reviews were reminded; who, stands by the batch's id. */
  'peer-review.reminded': { roundId: string; batchId: string };
  /** Others dropped out: some were asked for one review more; who, stands by the batch's id. */
  'peer-review.more-asked': { roundId: string; batchId: string };
  'peer-review.flagged': { flagId: string };
  'peer-review.flag-decided': { flagId: string };
  'peer-review.excluded': { submissionId: string };
  'peer-review.taken-in-again': { submissionId: string };
  'peer-review.review-set-aside': { reviewId: string };
  'peer-review.review-counted-again': { reviewId: string };
  'peer-review.reviews-closed': { roundId: string };
  'peer-review.graded': { roundId: string };
  'peer-review.published': { roundId: string };
  /** The grade of one submission is shown, or was changed after that. */
  'peer-review.grade-shown': { submissionId: string };
  'peer-review.grade-decided': { submissionId: string };
  'peer-review.appealed': { appealId: string };
  'peer-review.appeal-decided': { appealId: string };
  'peer-review.review-rated': { reviewId: string };
  'peer-review.gallery-changed': { submissionId: string };

  'progress.item-done': { enrolmentId: string; itemId: string };
  'progress.item-undone': { enrolmentId: string; itemId: string };
  'progress.cohort-completed': { cohortId: string; enrolmentId: string };
}

export type FactName = keyof Facts;
