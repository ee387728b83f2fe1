import { type Answer, type Call, Serve } from '@kohorte/platform';
import { Controller } from '@nestjs/common';
import { Answers } from './answers.js';
import { DiscussionSettings } from './discussion-settings.js';
import { Moderation } from './moderation.js';
import { ReportedPosts } from './reported-posts.js';
import { Reports } from './reports.js';
import { ThreadSurgery } from './thread-surgery.js';
import { Unanswered } from './unanswered.js';

/** Discussion for those who run a cohort. */
@Controller()
export class ModerationController {
  constructor(
    private readonly moderation: Moderation,
    private readonly threadSurgery: ThreadSurgery,
    private readonly answers: Answers,
    private readonly reports: Reports,
    private readonly reportedPosts: ReportedPosts,
    private readonly unanswered: Unanswered,
    private readonly discussionSettings: DiscussionSettings,
  ) {}

  @Serve('PUT /threads/:threadId/lock')
  async lock({ actor, params, body }: Call<'PUT /threads/:threadId/lock'>): Answer<'PUT /threads/:threadId/lock'> {
    return this.moderation.lock(actor, params.threadId, body.on);
  }

  @Serve('PUT /threads/:threadId/pin')
  async pin({ actor, params, body }: Call<'PUT /threads/:threadId/pin'>): Answer<'PUT /threads/:threadId/pin'> {
    return this.moderation.pin(actor, params.threadId, body.on);
  }

  @Serve('PUT /threads/:threadId/place')
  async move({ actor, params, body }: Call<'PUT /threads/:threadId/place'>): Answer<'PUT /threads/:threadId/place'> {
    return this.moderation.move(actor, params.threadId, body);
  }

  @Serve('POST /threads/:threadId/merge')
  async merge({ actor, params, body }: Call<'POST /threads/:threadId/merge'>): Answer<'POST /threads/:threadId/merge'> {
    return this.threadSurgery.merge(actor, params.threadId, body.into);
  }

  @Serve('POST /threads/:threadId/split')
  async split({ actor, params, body }: Call<'POST /threads/:threadId/split'>): Answer<'POST /threads/:threadId/split'> {
    return this.threadSurgery.split(actor, params.threadId, body);
  }

  @Serve('PUT /posts/:postId/endorsement')
  async endorse({
    actor,
    params,
    body,
  }: Call<'PUT /posts/:postId/endorsement'>): Answer<'PUT /posts/:postId/endorsement'> {
    return this.answers.endorse(actor, params.postId, body.on);
  }

  @Serve('PUT /posts/:postId/moderation')
  async decide({
    actor,
    params,
    body,
  }: Call<'PUT /posts/:postId/moderation'>): Answer<'PUT /posts/:postId/moderation'> {
    return this.reports.decide(actor, params.postId, body.decision);
  }

  @Serve('GET /cohorts/:cohortId/moderation-queue')
  async queue({
    actor,
    params,
  }: Call<'GET /cohorts/:cohortId/moderation-queue'>): Answer<'GET /cohorts/:cohortId/moderation-queue'> {
    return this.reportedPosts.queue(actor, params.cohortId);
  }

  @Serve('GET /cohorts/:cohortId/unanswered')
  async waiting({
    actor,
    params,
    query,
  }: Call<'GET /cohorts/:cohortId/unanswered'>): Answer<'GET /cohorts/:cohortId/unanswered'> {
    return this.unanswered.page(actor, params.cohortId, query);
  }

  @Serve('GET /cohorts/:cohortId/discussion-settings')
  async settings({
    actor,
    params,
  }: Call<'GET /cohorts/:cohortId/discussion-settings'>): Answer<'GET /cohorts/:cohortId/discussion-settings'> {
    return this.discussionSettings.of(actor, params.cohortId);
  }

  @Serve('PATCH /cohorts/:cohortId/discussion-settings')
  async changeSettings({
    actor,
    params,
    body,
  }: Call<'PATCH /cohorts/:cohortId/discussion-settings'>): Answer<'PATCH /cohorts/:cohortId/discussion-settings'> {
    return this.discussionSettings.change(actor, params.cohortId, body);
  }
}
