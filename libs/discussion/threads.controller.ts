import { type Answer, type Call, Serve } from '@kohorte/platform';
import { Controller } from '@nestjs/common';
import { Answers } from './answers.js';
import { Followings } from './followings.js';
import { ReadMarkers } from './read-markers.js';
import { ThreadLists } from './thread-lists.js';
import { ThreadViews } from './thread-views.js';
import { Threads } from './threads.js';
import { Votes } from './votes.js';

/** Threads for those who talk in them. */
@Controller()
export class ThreadsController {
  constructor(
    private readonly threadLists: ThreadLists,
    private readonly threads: Threads,
    private readonly threadViews: ThreadViews,
    private readonly readMarkers: ReadMarkers,
    private readonly followings: Followings,
    private readonly votes: Votes,
    private readonly answers: Answers,
  ) {}

  @Serve('GET /cohorts/:cohortId/threads')
  async list({
    actor,
    params,
    query,
  }: Call<'GET /cohorts/:cohortId/threads'>): Answer<'GET /cohorts/:cohortId/threads'> {
    return this.threadLists.page(actor, params.cohortId, query);
  }

  @Serve('POST /cohorts/:cohortId/threads')
  async open({
    actor,
    params,
    body,
  }: Call<'POST /cohorts/:cohortId/threads'>): Answer<'POST /cohorts/:cohortId/threads'> {
    return this.threads.open(actor, params.cohortId, body);
  }

  @Serve('GET /threads/:threadId')
  async show({ actor, params }: Call<'GET /threads/:threadId'>): Answer<'GET /threads/:threadId'> {
    return this.threadViews.view(actor, params.threadId);
  }

  @Serve('PATCH /threads/:threadId')
  async change({ actor, params, body }: Call<'PATCH /threads/:threadId'>): Answer<'PATCH /threads/:threadId'> {
    return this.threads.change(actor, params.threadId, body);
  }

  @Serve('PUT /threads/:threadId/read-marker')
  async markRead({
    actor,
    params,
    body,
  }: Call<'PUT /threads/:threadId/read-marker'>): Answer<'PUT /threads/:threadId/read-marker'> {
    return this.readMarkers.set(actor, params.threadId, body.number);
  }

  @Serve('GET /cohorts/:cohortId/following')
  async followed({
    actor,
    params,
  }: Call<'GET /cohorts/:cohortId/following'>): Answer<'GET /cohorts/:cohortId/following'> {
    return this.followings.of(actor, params.cohortId);
  }

  @Serve('PUT /cohorts/:cohortId/following')
  async follow({
    actor,
    params,
    body,
  }: Call<'PUT /cohorts/:cohortId/following'>): Answer<'PUT /cohorts/:cohortId/following'> {
    return this.followings.set(actor, params.cohortId, body);
  }

  @Serve('PUT /threads/:threadId/same-question')
  async sayTheSame({
    actor,
    params,
  }: Call<'PUT /threads/:threadId/same-question'>): Answer<'PUT /threads/:threadId/same-question'> {
    return this.votes.sayTheSame(actor, params.threadId);
  }

  @Serve('DELETE /threads/:threadId/same-question')
  async noLongerTheSame({
    actor,
    params,
  }: Call<'DELETE /threads/:threadId/same-question'>): Answer<'DELETE /threads/:threadId/same-question'> {
    return this.votes.noLongerTheSame(actor, params.threadId);
  }

  @Serve('PUT /threads/:threadId/accepted-answer')
  async accept({
    actor,
    params,
    body,
  }: Call<'PUT /threads/:threadId/accepted-answer'>): Answer<'PUT /threads/:threadId/accepted-answer'> {
    return this.answers.accept(actor, params.threadId, body.postId);
  }

  @Serve('DELETE /threads/:threadId/accepted-answer')
  async acceptNone({
    actor,
    params,
  }: Call<'DELETE /threads/:threadId/accepted-answer'>): Answer<'DELETE /threads/:threadId/accepted-answer'> {
    return this.answers.acceptNone(actor, params.threadId);
  }
}
