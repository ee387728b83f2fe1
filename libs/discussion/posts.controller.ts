import { type Answer, type Call, Serve } from '@kohorte/platform';
import { Controller } from '@nestjs/common';
import { PostViews } from './post-views.js';
import { Posts } from './posts.js';
import { Reports } from './reports.js';
import { Votes } from './votes.js';

/** Posts for those who read and write them. */
@Controller()
export class PostsController {
  constructor(
    private readonly postViews: PostViews,
    private readonly posts: Posts,
    private readonly votes: Votes,
    private readonly reports: Reports,
  ) {}

  @Serve('GET /threads/:threadId/posts')
  async page({ actor, params, query }: Call<'GET /threads/:threadId/posts'>): Answer<'GET /threads/:threadId/posts'> {
    return this.postViews.page(actor, params.threadId, query);
  }

  @Serve('POST /threads/:threadId/posts')
  async write({ actor, params, body }: Call<'POST /threads/:threadId/posts'>): Answer<'POST /threads/:threadId/posts'> {
    return this.posts.write(actor, params.threadId, body);
  }

  @Serve('GET /posts/:postId')
  async show({ actor, params }: Call<'GET /posts/:postId'>): Answer<'GET /posts/:postId'> {
    return this.postViews.view(actor, params.postId);
  }

  @Serve('PATCH /posts/:postId')
  async change({ actor, params, body }: Call<'PATCH /posts/:postId'>): Answer<'PATCH /posts/:postId'> {
    return this.posts.change(actor, params.postId, body);
  }

  @Serve('DELETE /posts/:postId')
  async remove({ actor, params }: Call<'DELETE /posts/:postId'>): Answer<'DELETE /posts/:postId'> {
    return this.posts.remove(actor, params.postId);
  }

  @Serve('POST /posts/:postId/restoration')
  async restore({ actor, params }: Call<'POST /posts/:postId/restoration'>): Answer<'POST /posts/:postId/restoration'> {
    return this.posts.restore(actor, params.postId);
  }

  @Serve('GET /posts/:postId/versions')
  async versions({ actor, params }: Call<'GET /posts/:postId/versions'>): Answer<'GET /posts/:postId/versions'> {
    return this.postViews.versions(actor, params.postId);
  }

  @Serve('PUT /posts/:postId/helpful-vote')
  async findHelpful({
    actor,
    params,
  }: Call<'PUT /posts/:postId/helpful-vote'>): Answer<'PUT /posts/:postId/helpful-vote'> {
    return this.votes.findHelpful(actor, params.postId);
  }

  @Serve('DELETE /posts/:postId/helpful-vote')
  async noLongerHelpful({
    actor,
    params,
  }: Call<'DELETE /posts/:postId/helpful-vote'>): Answer<'DELETE /posts/:postId/helpful-vote'> {
    return this.votes.noLongerHelpful(actor, params.postId);
  }

  @Serve('POST /posts/:postId/reports')
  async report({ actor, params, body }: Call<'POST /posts/:postId/reports'>): Answer<'POST /posts/:postId/reports'> {
    return this.reports.report(actor, params.postId, body);
  }
}
