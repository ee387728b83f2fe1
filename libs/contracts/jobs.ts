/** What each job is handed: ids, never the things themselves. */
export interface Jobs {
  'courses.import-cartridge': { importId: string };
  'courses.clear-abandoned-files': Record<never, never>;
  'cohorts.release-due': Record<never, never>;
  'cohorts.pass-on-offers': Record<never, never>;
  'schedule.read-free-busy': Record<never, never>;
  'schedule.read-free-busy-of': { userId: string };
  'schedule.assemble': { assemblyId: string };
  'schedule.seat-newcomers': { cohortId: string };
  'schedule.free-seats': { enrolmentId: string };
  'schedule.cancel-sessions': { cohortId: string };
  'schedule.decide-go': Record<never, never>;
  'discussion.announce-due': Record<never, never>;
  'discussion.prompt-groups': Record<never, never>;
  'discussion.clear-abandoned-files': Record<never, never>;
  /** Those who are there hear of it at once. */
  'discussion.pass-on-live': { threadId: string };
  'discussion.clear-old-live-events': Record<never, never>;
  'notifications.tell-post-written': { threadId: string; postId: string };
  'notifications.tell-answer-accepted': { threadId: string; postId: string };
  'notifications.tell-post-hidden': { threadId: string; postId: string };
  'notifications.tell-announced': { announcementId: string };
  'notifications.tell-groups-made': { cohortId: string };
  /** The phases of all assignments: what is due is noted, allocated, graded, shown. */
  'peer-review.advance': Record<never, never>;
  'peer-review.remind-owing': Record<never, never>;
  'peer-review.let-go-of-leaver': { enrolmentId: string };
  'peer-review.clear-abandoned-uploads': Record<never, never>;
  'progress.count-attendance': { sessionId: string };
  'progress.count-assignment': { roundId: string; enrolmentId: string };
  'notifications.tell-schedule-published': { assemblyId: string };
  'notifications.tell-seat-changed': { sessionId: string; enrolmentId: string };
  'notifications.tell-session-cancelled': { sessionId: string };
  'notifications.tell-session-short': { sessionId: string };
  'notifications.forget-browsers': { userId: string };
  'notifications.tell-deadline-moved': { roundId: string };
  'notifications.tell-extended': { roundId: string; enrolmentId: string };
  'notifications.tell-reviews-opened': { roundId: string };
  'notifications.tell-reviews-owed': { roundId: string; batchId: string };
  'notifications.tell-more-reviews-asked': { roundId: string; batchId: string };
  'notifications.tell-work-flagged': { flagId: string };
  'notifications.tell-grades-published': { roundId: string };
  'notifications.tell-grade-shown': { submissionId: string };
  'notifications.tell-grade-decided': { submissionId: string };
  'notifications.tell-appealed': { appealId: string };
  'notifications.tell-appeal-decided': { appealId: string };
  'notifications.announce-release': { releaseId: string };
  'notifications.mail-release': { releaseId: string };
  'notifications.tell-release-moved': { releaseId: string };
  'notifications.tell-enrolled': { enrolmentId: string };
  'notifications.tell-batch-enrolled': { batchId: string };
  'notifications.tell-batch-invited': { batchId: string };
  'notifications.tell-seat-offered': { enrolmentId: string };
  'notifications.tell-offer-lapsed': { enrolmentId: string };
  'notifications.tell-trainers-of-request': { enrolmentId: string };
  'notifications.tell-cohort-cancelled': { cohortId: string };
  'notifications.tell-import-finished': { importId: string };
  'notifications.tell-completed': { enrolmentId: string };
  'notifications.send-due-mails': Record<never, never>;
  'notifications.send-due-pushes': Record<never, never>;
  'notifications.digest-due': Record<never, never>;
  'people.clear-expired-sessions': Record<never, never>;
}

export type JobName = keyof Jobs;

/** Queues are split by patience: what a person waits for, and bulk. */
export type QueueName = 'prompt' | 'bulk';

interface JobOptions {
  queue: QueueName;
  /** A sweep: asks Postgres "what is due?" every so many seconds. */
  everySeconds?: number;
}

/** Where each job runs, and which of them are sweeps. */
export const jobs: Readonly<Record<JobName, JobOptions>> = {
  'courses.import-cartridge': { queue: 'prompt' },
  'courses.clear-abandoned-files': { queue: 'bulk', everySeconds: 3600 },
  'cohorts.release-due': { queue: 'prompt', everySeconds: 10 },
  'cohorts.pass-on-offers': { queue: 'prompt', everySeconds: 30 },
  'schedule.read-free-busy': { queue: 'bulk', everySeconds: 1800 },
  'schedule.read-free-busy-of': { queue: 'bulk' },
  'schedule.assemble': { queue: 'prompt' },
  'schedule.seat-newcomers': { queue: 'prompt' },
  'schedule.free-seats': { queue: 'prompt' },
  'schedule.cancel-sessions': { queue: 'prompt' },
  'schedule.decide-go': { queue: 'bulk', everySeconds: 300 },
  'discussion.announce-due': { queue: 'prompt', everySeconds: 10 },
  'discussion.prompt-groups': { queue: 'bulk', everySeconds: 600 },
  'discussion.clear-abandoned-files': { queue: 'bulk', everySeconds: 3600 },
  'discussion.pass-on-live': { queue: 'prompt' },
  'discussion.clear-old-live-events': { queue: 'bulk', everySeconds: 600 },
  'notifications.tell-post-written': { queue: 'prompt' },
  'notifications.tell-answer-accepted': { queue: 'prompt' },
  'notifications.tell-post-hidden': { queue: 'prompt' },
  'notifications.tell-announced': { queue: 'bulk' },
  'notifications.tell-groups-made': { queue: 'bulk' },
  'peer-review.advance': { queue: 'prompt', everySeconds: 30 },
  'peer-review.remind-owing': { queue: 'bulk', everySeconds: 600 },
  'peer-review.let-go-of-leaver': { queue: 'prompt' },
  'peer-review.clear-abandoned-uploads': { queue: 'bulk', everySeconds: 3600 },
  'progress.count-attendance': { queue: 'prompt' },
  'progress.count-assignment': { queue: 'prompt' },
  'notifications.forget-browsers': { queue: 'prompt' },
  'notifications.tell-deadline-moved': { queue: 'prompt' },
  'notifications.tell-extended': { queue: 'prompt' },
  'notifications.tell-reviews-opened': { queue: 'bulk' },
  'notifications.tell-reviews-owed': { queue: 'bulk' },
  'notifications.tell-more-reviews-asked': { queue: 'bulk' },
  'notifications.tell-work-flagged': { queue: 'prompt' },
  'notifications.tell-grades-published': { queue: 'bulk' },
  'notifications.tell-grade-shown': { queue: 'prompt' },
  'notifications.tell-grade-decided': { queue: 'prompt' },
  'notifications.tell-appealed': { queue: 'prompt' },
  'notifications.tell-appeal-decided': { queue: 'prompt' },
  'notifications.tell-schedule-published': { queue: 'bulk' },
  'notifications.tell-seat-changed': { queue: 'prompt' },
  'notifications.tell-session-cancelled': { queue: 'prompt' },
  'notifications.tell-session-short': { queue: 'prompt' },
  'notifications.announce-release': { queue: 'prompt' },
  'notifications.mail-release': { queue: 'bulk' },
  'notifications.tell-release-moved': { queue: 'prompt' },
  'notifications.tell-enrolled': { queue: 'prompt' },
  'notifications.tell-batch-enrolled': { queue: 'bulk' },
  'notifications.tell-batch-invited': { queue: 'bulk' },
  'notifications.tell-seat-offered': { queue: 'prompt' },
  'notifications.tell-offer-lapsed': { queue: 'prompt' },
  'notifications.tell-trainers-of-request': { queue: 'prompt' },
  'notifications.tell-cohort-cancelled': { queue: 'bulk' },
  'notifications.tell-import-finished': { queue: 'prompt' },
  'notifications.tell-completed': { queue: 'prompt' },
  'notifications.send-due-mails': { queue: 'bulk', everySeconds: 10 },
  'notifications.send-due-pushes': { queue: 'bulk', everySeconds: 10 },
  'notifications.digest-due': { queue: 'bulk', everySeconds: 300 },
  'people.clear-expired-sessions': { queue: 'bulk', everySeconds: 3600 },
};
