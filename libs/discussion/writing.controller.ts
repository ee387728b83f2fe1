import { type Answer, type Call, Serve } from '@kohorte/platform';
import { Controller } from '@nestjs/common';
import { DiscussionDrafts } from './discussion-drafts.js';
import { DiscussionFiles } from './discussion-files.js';
import { LiveStreams } from './live-streams.js';
import { Mentionables } from './mentionables.js';
import { Previews } from './previews.js';
import { SimilarThreads } from './similar-threads.js';
import { ThreadSearch } from './thread-search.js';

/** What helps people write: drafts, files, previews, who to mention. */
@Controller()
export class WritingController {
  constructor(
    private readonly discussionFiles: DiscussionFiles,
    private readonly previews: Previews,
    private readonly discussionDrafts: DiscussionDrafts,
    private readonly mentionables: Mentionables,
    private readonly similarThreads: SimilarThreads,
    private readonly threadSearch: ThreadSearch,
    private readonly liveStreams: LiveStreams,
  ) {}

  @Serve('POST /cohorts/:cohortId/discussion-files')
  async upload({
    actor,
    params,
    upload,
  }: Call<'POST /cohorts/:cohortId/discussion-files'>): Answer<'POST /cohorts/:cohortId/discussion-files'> {
    return this.discussionFiles.upload(actor, params.cohortId, upload);
  }

  @Serve('GET /discussion-files/:fileId')
  async read({ actor, params, range }: Call<'GET /discussion-files/:fileId'>): Answer<'GET /discussion-files/:fileId'> {
    return this.discussionFiles.read(actor, params.fileId, range);
  }

  @Serve('POST /text-previews')
  async preview({ actor, body }: Call<'POST /text-previews'>): Answer<'POST /text-previews'> {
    return this.previews.of(actor, body.text);
  }

  @Serve('GET /discussion-drafts')
  async draft({ actor, query }: Call<'GET /discussion-drafts'>): Answer<'GET /discussion-drafts'> {
    return this.discussionDrafts.of(actor, query.place);
  }

  @Serve('PUT /discussion-drafts')
  async saveDraft({ actor, body }: Call<'PUT /discussion-drafts'>): Answer<'PUT /discussion-drafts'> {
    return this.discussionDrafts.save(actor, body);
  }

  @Serve('POST /discussion-drafts/discard')
  async discardDraft({
    actor,
    body,
  }: Call<'POST /discussion-drafts/discard'>): Answer<'POST /discussion-drafts/discard'> {
    return this.discussionDrafts.discard(actor, body.place);
  }

  @Serve('GET /cohorts/:cohortId/mentionable')
  async mentionable({
    actor,
    params,
    query,
  }: Call<'GET /cohorts/:cohortId/mentionable'>): Answer<'GET /cohorts/:cohortId/mentionable'> {
    return this.mentionables.of(actor, params.cohortId, query.title);
  }

  @Serve('GET /cohorts/:cohortId/similar-threads')
  async similar({
    actor,
    params,
    query,
  }: Call<'GET /cohorts/:cohortId/similar-threads'>): Answer<'GET /cohorts/:cohortId/similar-threads'> {
    return this.similarThreads.of(actor, params.cohortId, query.title);
  }

  @Serve('GET /cohorts/:cohortId/thread-search')
  async search({
    actor,
    params,
    query,
  }: Call<'GET /cohorts/:cohortId/thread-search'>): Answer<'GET /cohorts/:cohortId/thread-search'> {
    return this.threadSearch.page(actor, params.cohortId, query);
  }

  @Serve('GET /live')
  async live({ actor, query, lastEventId }: Call<'GET /live'>): Answer<'GET /live'> {
    return this.liveStreams.open(actor, { ...query, after: lastEventId ?? query.after });
  }
}
