import { type Answer, type Call, Serve } from '@kohorte/platform';
import { Controller } from '@nestjs/common';
import { Appeals } from './appeals.js';
import { AssignmentViews } from './assignment-views.js';
import { Gallery } from './gallery.js';
import { Mirrors } from './mirrors.js';
import { Submissions } from './submissions.js';

/** Assignments for those who do them. */
@Controller()
export class AssignmentsController {
  constructor(
    private readonly assignmentViews: AssignmentViews,
    private readonly submissions: Submissions,
    private readonly gallery: Gallery,
    private readonly appeals: Appeals,
    private readonly mirrors: Mirrors,
  ) {}

  @Serve('GET /cohorts/:cohortId/assignments')
  async list({
    actor,
    params,
  }: Call<'GET /cohorts/:cohortId/assignments'>): Answer<'GET /cohorts/:cohortId/assignments'> {
    return this.assignmentViews.list(actor, params.cohortId);
  }

  @Serve('GET /cohorts/:cohortId/assignments/:itemId')
  async show({
    actor,
    params,
  }: Call<'GET /cohorts/:cohortId/assignments/:itemId'>): Answer<'GET /cohorts/:cohortId/assignments/:itemId'> {
    return this.assignmentViews.view(actor, params.cohortId, params.itemId);
  }

  @Serve('PUT /cohorts/:cohortId/assignments/:itemId/draft')
  async saveDraft({
    actor,
    params,
    body,
  }: Call<'PUT /cohorts/:cohortId/assignments/:itemId/draft'>): Answer<'PUT /cohorts/:cohortId/assignments/:itemId/draft'> {
    return this.submissions.saveDraft(actor, params.cohortId, params.itemId, body);
  }

  @Serve('POST /cohorts/:cohortId/assignments/:itemId/submission')
  async handIn({
    actor,
    params,
  }: Call<'POST /cohorts/:cohortId/assignments/:itemId/submission'>): Answer<'POST /cohorts/:cohortId/assignments/:itemId/submission'> {
    return this.submissions.handIn(actor, params.cohortId, params.itemId);
  }

  @Serve('DELETE /cohorts/:cohortId/assignments/:itemId/submission')
  async takeBack({
    actor,
    params,
  }: Call<'DELETE /cohorts/:cohortId/assignments/:itemId/submission'>): Answer<'DELETE /cohorts/:cohortId/assignments/:itemId/submission'> {
    return this.submissions.takeBack(actor, params.cohortId, params.itemId);
  }

  @Serve('DELETE /submissions/:submissionId/files/:fileId')
  async removeFile({
    actor,
    params,
  }: Call<'DELETE /submissions/:submissionId/files/:fileId'>): Answer<'DELETE /submissions/:submissionId/files/:fileId'> {
    return this.submissions.removeFile(actor, params.submissionId, params.fileId);
  }

  @Serve('PUT /cohorts/:cohortId/assignments/:itemId/gallery-consent')
  async consent({
    actor,
    params,
    body,
  }: Call<'PUT /cohorts/:cohortId/assignments/:itemId/gallery-consent'>): Answer<'PUT /cohorts/:cohortId/assignments/:itemId/gallery-consent'> {
    return this.gallery.consent(actor, params.cohortId, params.itemId, body.consents);
  }

  @Serve('GET /cohorts/:cohortId/assignments/:itemId/gallery')
  async showGallery({
    actor,
    params,
  }: Call<'GET /cohorts/:cohortId/assignments/:itemId/gallery'>): Answer<'GET /cohorts/:cohortId/assignments/:itemId/gallery'> {
    return this.gallery.entries(actor, params.cohortId, params.itemId);
  }

  @Serve('POST /cohorts/:cohortId/assignments/:itemId/appeal')
  async appeal({
    actor,
    params,
    body,
  }: Call<'POST /cohorts/:cohortId/assignments/:itemId/appeal'>): Answer<'POST /cohorts/:cohortId/assignments/:itemId/appeal'> {
    return this.appeals.make(actor, params.cohortId, params.itemId, body.reason);
  }

  @Serve('GET /cohorts/:cohortId/assignments/:itemId/mirror')
  async mirror({
    actor,
    params,
  }: Call<'GET /cohorts/:cohortId/assignments/:itemId/mirror'>): Answer<'GET /cohorts/:cohortId/assignments/:itemId/mirror'> {
    return this.mirrors.of(actor, params.cohortId, params.itemId);
  }
}
