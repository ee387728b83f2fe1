import type { Handlers } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { Delivery } from './delivery.js';
import { Messages } from './messages.js';

/** The jobs of this rung. */
@Injectable()
export class NotificationJobs {
  constructor(
    private readonly messages: Messages,
    private readonly delivery: Delivery,
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
    'notifications.tell-deadline-moved': () => Promise.resolve(),
    'notifications.tell-extended': () => Promise.resolve(),
    'notifications.tell-reviews-opened': () => Promise.resolve(),
    'notifications.tell-reviews-owed': () => Promise.resolve(),
    'notifications.tell-more-reviews-asked': () => Promise.resolve(),
    'notifications.tell-work-flagged': () => Promise.resolve(),
    'notifications.tell-grades-published': () => Promise.resolve(),
    'notifications.tell-grade-shown': () => Promise.resolve(),
    'notifications.tell-grade-decided': () => Promise.resolve(),
    'notifications.tell-appealed': () => Promise.resolve(),
    'notifications.tell-appeal-decided': () => Promise.resolve(),
    'notifications.send-due-mails': (_nothing, { signal }) => this.delivery.sendDue(signal),
  } satisfies Partial<Handlers>;
}
