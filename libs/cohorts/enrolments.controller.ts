import { type Answer, type Call, Serve } from '@kohorte/platform';
import { Controller } from '@nestjs/common';
import { BulkEnrolment } from './bulk-enrolment.js';
import { CohortPeople } from './cohort-people.js';
import { Enrolments } from './enrolments.js';

/** What people do about their own enrolment. */
@Controller()
export class OwnEnrolmentController {
  constructor(private readonly enrolments: Enrolments) {}

  @Serve('POST /cohorts/:cohortId/enrolment')
  async join({
    actor,
    params,
  }: Call<'POST /cohorts/:cohortId/enrolment'>): Answer<'POST /cohorts/:cohortId/enrolment'> {
    return this.enrolments.join(actor, params.cohortId);
  }

  @Serve('DELETE /cohorts/:cohortId/enrolment')
  async leave({
    actor,
    params,
  }: Call<'DELETE /cohorts/:cohortId/enrolment'>): Answer<'DELETE /cohorts/:cohortId/enrolment'> {
    return this.enrolments.leave(actor, params.cohortId);
  }

  @Serve('POST /cohorts/:cohortId/enrolment/acceptance')
  async accept({
    actor,
    params,
  }: Call<'POST /cohorts/:cohortId/enrolment/acceptance'>): Answer<'POST /cohorts/:cohortId/enrolment/acceptance'> {
    return this.enrolments.accept(actor, params.cohortId);
  }
}

/** What those who run a cohort do about the enrolments of others. */
@Controller()
export class EnrolmentsController {
  constructor(
    private readonly enrolments: Enrolments,
    private readonly bulk: BulkEnrolment,
    private readonly people: CohortPeople,
  ) {}

  @Serve('GET /cohorts/:cohortId/enrolments')
  async list({
    actor,
    params,
    query,
  }: Call<'GET /cohorts/:cohortId/enrolments'>): Answer<'GET /cohorts/:cohortId/enrolments'> {
    return this.people.enrolments(actor, params.cohortId, query);
  }

  @Serve('POST /cohorts/:cohortId/enrolments')
  async enrol({
    actor,
    params,
    body,
  }: Call<'POST /cohorts/:cohortId/enrolments'>): Answer<'POST /cohorts/:cohortId/enrolments'> {
    return this.bulk.enrol(actor, params.cohortId, body);
  }

  @Serve('POST /cohorts/:cohortId/invitations')
  async invite({
    actor,
    params,
    body,
  }: Call<'POST /cohorts/:cohortId/invitations'>): Answer<'POST /cohorts/:cohortId/invitations'> {
    return this.bulk.invite(actor, params.cohortId, body);
  }

  @Serve('POST /enrolments/:enrolmentId/approval')
  async approve({
    actor,
    params,
  }: Call<'POST /enrolments/:enrolmentId/approval'>): Answer<'POST /enrolments/:enrolmentId/approval'> {
    return this.enrolments.approve(actor, params.enrolmentId);
  }

  @Serve('DELETE /enrolments/:enrolmentId')
  async remove({ actor, params }: Call<'DELETE /enrolments/:enrolmentId'>): Answer<'DELETE /enrolments/:enrolmentId'> {
    return this.enrolments.remove(actor, params.enrolmentId);
  }
}
