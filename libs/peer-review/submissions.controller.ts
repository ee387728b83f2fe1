import { type Answer, type Call, Serve } from '@kohorte/platform';
import { Controller } from '@nestjs/common';
import { Allocations } from './allocations.js';
import { Decisions } from './decisions.js';
import { Exclusions } from './exclusions.js';
import { Gallery } from './gallery.js';
import { SubmissionViews } from './submission-views.js';

/** Single submissions for those who run their round. */
@Controller()
export class SubmissionsController {
  constructor(
    private readonly submissionViews: SubmissionViews,
    private readonly allocations: Allocations,
    private readonly decisions: Decisions,
    private readonly exclusions: Exclusions,
    private readonly gallery: Gallery,
  ) {}

  @Serve('GET /submissions/:submissionId')
  async show({ actor, params }: Call<'GET /submissions/:submissionId'>): Answer<'GET /submissions/:submissionId'> {
    return this.submissionViews.view(actor, params.submissionId);
  }

  @Serve('POST /submissions/:submissionId/review')
  async review({
    actor,
    params,
  }: Call<'POST /submissions/:submissionId/review'>): Answer<'POST /submissions/:submissionId/review'> {
    return this.allocations.ofTrainer(actor, params.submissionId);
  }

  @Serve('PUT /submissions/:submissionId/grade')
  async decide({
    actor,
    params,
    body,
  }: Call<'PUT /submissions/:submissionId/grade'>): Answer<'PUT /submissions/:submissionId/grade'> {
    return this.decisions.decide(actor, params.submissionId, body);
  }

  @Serve('DELETE /submissions/:submissionId/grade')
  async takeDecisionBack({
    actor,
    params,
  }: Call<'DELETE /submissions/:submissionId/grade'>): Answer<'DELETE /submissions/:submissionId/grade'> {
    return this.decisions.takeBack(actor, params.submissionId);
  }

  @Serve('PUT /submissions/:submissionId/exclusion')
  async exclude({
    actor,
    params,
    body,
  }: Call<'PUT /submissions/:submissionId/exclusion'>): Answer<'PUT /submissions/:submissionId/exclusion'> {
    return this.exclusions.exclude(actor, params.submissionId, body.reason);
  }

  @Serve('DELETE /submissions/:submissionId/exclusion')
  async takeInAgain({
    actor,
    params,
  }: Call<'DELETE /submissions/:submissionId/exclusion'>): Answer<'DELETE /submissions/:submissionId/exclusion'> {
    return this.exclusions.takeInAgain(actor, params.submissionId);
  }

  @Serve('PUT /submissions/:submissionId/gallery')
  async showInGallery({
    actor,
    params,
    body,
  }: Call<'PUT /submissions/:submissionId/gallery'>): Answer<'PUT /submissions/:submissionId/gallery'> {
    return this.gallery.show(actor, params.submissionId, body.shown);
  }

  @Serve('PUT /reviews/:reviewId/set-aside')
  async setAside({
    actor,
    params,
    body,
  }: Call<'PUT /reviews/:reviewId/set-aside'>): Answer<'PUT /reviews/:reviewId/set-aside'> {
    return this.exclusions.setAside(actor, params.reviewId, body.reason);
  }

  @Serve('DELETE /reviews/:reviewId/set-aside')
  async countAgain({
    actor,
    params,
  }: Call<'DELETE /reviews/:reviewId/set-aside'>): Answer<'DELETE /reviews/:reviewId/set-aside'> {
    return this.exclusions.countAgain(actor, params.reviewId);
  }
}
