import { type Answer, type Call, Serve } from '@kohorte/platform';
import { Controller } from '@nestjs/common';
import { CohortPeople } from './cohort-people.js';
import { CohortViews } from './cohort-views.js';
import { Planning } from './planning.js';
import { Previews } from './previews.js';
import { Releases } from './releases.js';

/** Planning and running cohorts. */
@Controller()
export class CohortsController {
  constructor(
    private readonly planning: Planning,
    private readonly views: CohortViews,
    private readonly people: CohortPeople,
  ) {}

  @Serve('GET /cohorts')
  async list({ actor, query }: Call<'GET /cohorts'>): Answer<'GET /cohorts'> {
    return this.views.list(actor, query);
  }

  @Serve('POST /cohorts')
  async plan({ actor, body }: Call<'POST /cohorts'>): Answer<'POST /cohorts'> {
    return this.planning.plan(actor, body);
  }

  @Serve('GET /cohorts/:cohortId')
  async view({ actor, params }: Call<'GET /cohorts/:cohortId'>): Answer<'GET /cohorts/:cohortId'> {
    return this.views.cohort(actor, params.cohortId);
  }

  @Serve('PATCH /cohorts/:cohortId')
  async change({ actor, params, body }: Call<'PATCH /cohorts/:cohortId'>): Answer<'PATCH /cohorts/:cohortId'> {
    return this.planning.change(actor, params.cohortId, body);
  }

  @Serve('POST /cohorts/:cohortId/cancellation')
  async cancel({
    actor,
    params,
  }: Call<'POST /cohorts/:cohortId/cancellation'>): Answer<'POST /cohorts/:cohortId/cancellation'> {
    return this.planning.cancel(actor, params.cohortId);
  }

  @Serve('GET /cohorts/:cohortId/people')
  async members({
    actor,
    params,
    query,
  }: Call<'GET /cohorts/:cohortId/people'>): Answer<'GET /cohorts/:cohortId/people'> {
    return this.people.members(actor, params.cohortId, query);
  }
}

/** Release calendars: before there is a cohort, and moved by hand afterwards. */
@Controller()
export class ReleasesController {
  constructor(
    private readonly previews: Previews,
    private readonly releases: Releases,
  ) {}

  @Serve('GET /holiday-regions')
  async regions({ language }: Call<'GET /holiday-regions'>): Answer<'GET /holiday-regions'> {
    return this.previews.regions(language);
  }

  @Serve('GET /holidays')
  async holidays({ query, language }: Call<'GET /holidays'>): Answer<'GET /holidays'> {
    return this.previews.holidays(query, language);
  }

  @Serve('POST /release-previews')
  async preview({ actor, body }: Call<'POST /release-previews'>): Answer<'POST /release-previews'> {
    return this.previews.preview(actor, body);
  }

  @Serve('POST /releases/:releaseId/move-preview')
  async previewMove({
    actor,
    params,
    body,
  }: Call<'POST /releases/:releaseId/move-preview'>): Answer<'POST /releases/:releaseId/move-preview'> {
    return this.releases.previewMove(actor, params.releaseId, body);
  }

  @Serve('POST /releases/:releaseId/move')
  async move({
    actor,
    params,
    body,
  }: Call<'POST /releases/:releaseId/move'>): Answer<'POST /releases/:releaseId/move'> {
    return this.releases.move(actor, params.releaseId, body);
  }
}
