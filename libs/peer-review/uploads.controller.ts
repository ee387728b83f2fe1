import { type Answer, type Call, Serve } from '@kohorte/platform';
import { Controller } from '@nestjs/common';
import { SubmissionFiles } from './submission-files.js';
import { Uploads } from './uploads.js';

/** Files of submissions, on their way in and out. */
@Controller()
export class UploadsController {
  constructor(
    private readonly uploads: Uploads,
    private readonly submissionFiles: SubmissionFiles,
  ) {}

  @Serve('POST /cohorts/:cohortId/assignments/:itemId/uploads')
  async begin({
    actor,
    params,
    body,
  }: Call<'POST /cohorts/:cohortId/assignments/:itemId/uploads'>): Answer<'POST /cohorts/:cohortId/assignments/:itemId/uploads'> {
    return this.uploads.begin(actor, params.cohortId, params.itemId, body);
  }

  @Serve('GET /uploads/:uploadId')
  async show({ actor, params }: Call<'GET /uploads/:uploadId'>): Answer<'GET /uploads/:uploadId'> {
    return this.uploads.show(actor, params.uploadId);
  }

  @Serve('POST /uploads/:uploadId/parts')
  async takePart({
    actor,
    params,
    query,
    upload,
  }: Call<'POST /uploads/:uploadId/parts'>): Answer<'POST /uploads/:uploadId/parts'> {
    return this.uploads.takePart(actor, params.uploadId, query.from, upload);
  }

  @Serve('DELETE /uploads/:uploadId')
  async giveUp({ actor, params }: Call<'DELETE /uploads/:uploadId'>): Answer<'DELETE /uploads/:uploadId'> {
    return this.uploads.giveUp(actor, params.uploadId);
  }

  @Serve('GET /submissions/:submissionId/files/:fileId')
  async read({
    actor,
    params,
    range,
  }: Call<'GET /submissions/:submissionId/files/:fileId'>): Answer<'GET /submissions/:submissionId/files/:fileId'> {
    return this.submissionFiles.read(actor, params.submissionId, params.fileId, range);
  }
}
