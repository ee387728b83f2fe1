import type { Handlers } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { Delivery } from './delivery.js';
import { Digests } from './digests.js';
import { Messages } from './messages.js';
import { PostMessages } from './post-messages.js';
import { PushSubscriptions } from './push-subscriptions.js';
import { Pushes } from './pushes.js';
import { ReviewMessages } from './review-messages.js';

/** The jobs of this rung. */
@Injectable()
export class NotificationJobs {
  constructor(
    private readonly messages: Messages,
    private readonly reviewMessages: ReviewMessages,
    private readonly postMessages: PostMessages,
    private readonly delivery: Delivery,
    private readonly digests: Digests,
    private readonly pushes: Pushes,
    private readonly pushSubscriptions: PushSubscriptions,
  ) {}

  readonly handlers = {
    'notifications.announce-release': ({ releaseId }) => this.messages.announceRelease(releaseId),
    'notifications.mail-release': ({ releaseId }) => this.messages.mailRelease(releaseId),
    'notifications.tell-release-moved': ({ releaseId }, { factId }) =>
      this.messages.tellReleaseMoved(releaseId, factId),
    'notifications.tell-enrolled': ({ enrolmentId }, { factId }) => this.messages.tellEnrolled(enrolmentId, factId),
    'notifications.tell-batch-enrolled': ({ batchId }) => this.messages.tellBatchEnrolled(batchId),
    'notifications.tell-batch-invited': ({ batchId }) => this.messages.tellBatchInvited(batchId),
    'notifications.tell-seat-offered': ({ enrolmentId }, { factId }) =>
      this.messages.tellSeatOffered(enrolmentId, factId),
    'notifications.tell-offer-lapsed': ({ enrolmentId }, { factId }) =>
      this.messages.tellOfferLapsed(enrolmentId, factId),
    'notifications.tell-trainers-of-request': ({ enrolmentId }, { factId }) =>
      this.messages.tellTrainersOfRequest(enrolmentId, factId),
    'notifications.tell-cohort-cancelled': ({ cohortId }) => this.messages.tellCohortCancelled(cohortId),
    'notifications.tell-import-finished': ({ importId }) => this.messages.tellImportFinished(importId),
    'notifications.tell-completed': ({ enrolmentId }) => this.messages.tellCompleted(enrolmentId),
    'notifications.tell-schedule-published': ({ assemblyId }) => this.messages.tellSchedulePublished(assemblyId),
    'notifications.tell-seat-changed': ({ sessionId, enrolmentId }, { factId }) =>
      this.messages.tellSeatChanged(sessionId, enrolmentId, factId),
    'notifications.tell-session-cancelled': ({ sessionId }) => this.messages.tellSessionCancelled(sessionId),
    'notifications.tell-session-short': ({ sessionId }, { factId }) =>
      this.messages.tellSessionShort(sessionId, factId),
    'notifications.tell-deadline-moved': ({ roundId }, { factId }) =>
      this.reviewMessages.tellDeadlineMoved(roundId, factId),
    'notifications.tell-extended': ({ roundId, enrolmentId }, { factId }) =>
      this.reviewMessages.tellExtended(roundId, enrolmentId, factId),
    'notifications.tell-reviews-opened': ({ roundId }) => this.reviewMessages.tellReviewsOpened(roundId),
    'notifications.tell-reviews-owed': ({ roundId, batchId }) => this.reviewMessages.tellReviewsOwed(roundId, batchId),
    'notifications.tell-more-reviews-asked': ({ roundId, batchId }) =>
      this.reviewMessages.tellMoreReviewsAsked(roundId, batchId),
    'notifications.tell-work-flagged': ({ flagId }) => this.reviewMessages.tellWorkFlagged(flagId),
    'notifications.tell-grades-published': ({ roundId }) => this.reviewMessages.tellGradesPublished(roundId),
    'notifications.tell-grade-shown': ({ submissionId }, { factId }) =>
      this.reviewMessages.tellGradeShown(submissionId, factId),
    'notifications.tell-grade-decided': ({ submissionId }, { factId }) =>
      this.reviewMessages.tellGradeDecided(submissionId, factId),
    'notifications.tell-appealed': ({ appealId }) => this.reviewMessages.tellAppealed(appealId),
    'notifications.tell-appeal-decided': ({ appealId }) => this.reviewMessages.tellAppealDecided(appealId),
    'notifications.tell-post-written': ({ postId }) => this.postMessages.tellPostWritten(postId),
    'notifications.tell-answer-accepted': ({ postId }, { factId }) =>
      this.postMessages.tellAnswerAccepted(postId, factId),
    'notifications.tell-post-hidden': ({ postId }, { factId }) => this.postMessages.tellPostHidden(postId, factId),
    'notifications.tell-announced': ({ announcementId }) => this.postMessages.tellAnnounced(announcementId),
    'notifications.tell-groups-made': ({ cohortId }) => this.postMessages.tellGroupsMade(cohortId),
    'notifications.digest-due': (_nothing, { signal }) => this.digests.layDue(signal),
    'notifications.forget-browsers': ({ userId }) => this.pushSubscriptions.forgetAll(userId),
    'notifications.send-due-pushes': (_nothing, { signal }) => this.pushes.sendDue(signal),
    'notifications.send-due-mails': (_nothing, { signal }) => this.delivery.sendDue(signal),
  } satisfies Partial<Handlers>;
}
