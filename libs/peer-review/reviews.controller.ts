import { type Answer, type Call, Serve } from '@kohorte/platform';
import { Controller } from '@nestjs/common';
import { Allocations } from './allocations.js';
import { Conflicts } from './conflicts.js';
import { Flags } from './flags.js';
import { Ratings } from './ratings.js';
import { Reviews } from './reviews.js';

/** Reviews for those who give and get them. */
@Controller()
export class ReviewsController {
  constructor(
    private readonly allocations: Allocations,
    private readonly conflicts: Conflicts,
    private readonly reviews: Reviews,
    private readonly flags: Flags,
    private readonly ratings: Ratings,
  ) {}

  @Serve('POST /cohorts/:cohortId/assignments/:itemId/reviews')
  async next({
    actor,
    params,
  }: Call<'POST /cohorts/:cohortId/assignments/:itemId/reviews'>): Answer<'POST /cohorts/:cohortId/assignments/:itemId/reviews'> {
    return this.allocations.next(actor, params.cohortId, params.itemId);
  }

  @Serve('POST /cohorts/:cohortId/assignments/:itemId/examples')
  async nextExample({
    actor,
    params,
  }: Call<'POST /cohorts/:cohortId/assignments/:itemId/examples'>): Answer<'POST /cohorts/:cohortId/assignments/:itemId/examples'> {
    return this.allocations.nextExample(actor, params.cohortId, params.itemId);
  }

  @Serve('PUT /cohorts/:cohortId/assignments/:itemId/conflicts')
  async declare({
    actor,
    params,
    body,
  }: Call<'PUT /cohorts/:cohortId/assignments/:itemId/conflicts'>): Answer<'PUT /cohorts/:cohortId/assignments/:itemId/conflicts'> {
    return this.conflicts.declare(actor, params.cohortId, params.itemId, body.userIds);
  }

  @Serve('GET /cohorts/:cohortId/assignments/:itemId/conflicts')
  async declared({
    actor,
    params,
  }: Call<'GET /cohorts/:cohortId/assignments/:itemId/conflicts'>): Answer<'GET /cohorts/:cohortId/assignments/:itemId/conflicts'> {
    return this.conflicts.declared(actor, params.cohortId, params.itemId);
  }

  @Serve('GET /reviews/:reviewId')
  async show({ actor, params }: Call<'GET /reviews/:reviewId'>): Answer<'GET /reviews/:reviewId'> {
    return this.reviews.view(actor, params.reviewId);
  }

  @Serve('PUT /reviews/:reviewId')
  async save({ actor, params, body }: Call<'PUT /reviews/:reviewId'>): Answer<'PUT /reviews/:reviewId'> {
    return this.reviews.save(actor, params.reviewId, body);
  }

  @Serve('POST /reviews/:reviewId/completion')
  async give({
    actor,
    params,
  }: Call<'POST /reviews/:reviewId/completion'>): Answer<'POST /reviews/:reviewId/completion'> {
    return this.reviews.give(actor, params.reviewId);
  }

  @Serve('DELETE /reviews/:reviewId')
  async giveBack({ actor, params }: Call<'DELETE /reviews/:reviewId'>): Answer<'DELETE /reviews/:reviewId'> {
    return this.reviews.giveBack(actor, params.reviewId);
  }

  @Serve('POST /reviews/:reviewId/conflict')
  async isPartial({
    actor,
    params,
  }: Call<'POST /reviews/:reviewId/conflict'>): Answer<'POST /reviews/:reviewId/conflict'> {
    return this.conflicts.ofReview(actor, params.reviewId);
  }

  @Serve('POST /reviews/:reviewId/flags')
  async flag({ actor, params, body }: Call<'POST /reviews/:reviewId/flags'>): Answer<'POST /reviews/:reviewId/flags'> {
    return this.flags.flag(actor, params.reviewId, body);
  }

  @Serve('PUT /reviews/:reviewId/rating')
  async rate({ actor, params, body }: Call<'PUT /reviews/:reviewId/rating'>): Answer<'PUT /reviews/:reviewId/rating'> {
    return this.ratings.rate(actor, params.reviewId, body);
  }
}
