import { type Answer, type Call, Serve } from '@kohorte/platform';
import { Controller } from '@nestjs/common';
import { Appeals } from './appeals.js';
import { Deadlines } from './deadlines.js';
import { Flags } from './flags.js';
import { Grading } from './grading.js';
import { Reminders } from './reminders.js';
import { RoundCsv } from './round-csv.js';
import { RoundPeople } from './round-people.js';
import { RoundViews } from './round-views.js';
import { Rubrics } from './rubrics.js';
import { Teams } from './teams.js';

/** Rounds of peer review for those who run them. */
@Controller()
export class RoundsController {
  constructor(
    private readonly roundViews: RoundViews,
    private readonly roundPeople: RoundPeople,
    private readonly deadlines: Deadlines,
    private readonly teams: Teams,
    private readonly rubrics: Rubrics,
    private readonly grading: Grading,
    private readonly reminders: Reminders,
    private readonly roundCsv: RoundCsv,
    private readonly flags: Flags,
    private readonly appeals: Appeals,
  ) {}

  @Serve('GET /cohorts/:cohortId/assignments/:itemId/round')
  async show({
    actor,
    params,
  }: Call<'GET /cohorts/:cohortId/assignments/:itemId/round'>): Answer<'GET /cohorts/:cohortId/assignments/:itemId/round'> {
    return this.roundViews.view(actor, params.cohortId, params.itemId);
  }

  @Serve('GET /cohorts/:cohortId/assignments/:itemId/round/people')
  async people({
    actor,
    params,
    query,
  }: Call<'GET /cohorts/:cohortId/assignments/:itemId/round/people'>): Answer<'GET /cohorts/:cohortId/assignments/:itemId/round/people'> {
    return this.roundPeople.page(actor, params.cohortId, params.itemId, query);
  }

  @Serve('PUT /cohorts/:cohortId/assignments/:itemId/deadlines')
  async moveDeadlines({
    actor,
    params,
    body,
  }: Call<'PUT /cohorts/:cohortId/assignments/:itemId/deadlines'>): Answer<'PUT /cohorts/:cohortId/assignments/:itemId/deadlines'> {
    return this.deadlines.move(actor, params.cohortId, params.itemId, body);
  }

  @Serve('PUT /cohorts/:cohortId/assignments/:itemId/extensions/:enrolmentId')
  async extend({
    actor,
    params,
    body,
  }: Call<'PUT /cohorts/:cohortId/assignments/:itemId/extensions/:enrolmentId'>): Answer<'PUT /cohorts/:cohortId/assignments/:itemId/extensions/:enrolmentId'> {
    return this.deadlines.extend(actor, params.cohortId, params.itemId, params.enrolmentId, body);
  }

  @Serve('DELETE /cohorts/:cohortId/assignments/:itemId/extensions/:enrolmentId')
  async takeExtensionBack({
    actor,
    params,
  }: Call<'DELETE /cohorts/:cohortId/assignments/:itemId/extensions/:enrolmentId'>): Answer<'DELETE /cohorts/:cohortId/assignments/:itemId/extensions/:enrolmentId'> {
    return this.deadlines.takeExtensionBack(actor, params.cohortId, params.itemId, params.enrolmentId);
  }

  @Serve('PUT /cohorts/:cohortId/assignments/:itemId/teams')
  async makeTeams({
    actor,
    params,
    body,
  }: Call<'PUT /cohorts/:cohortId/assignments/:itemId/teams'>): Answer<'PUT /cohorts/:cohortId/assignments/:itemId/teams'> {
    return this.teams.make(actor, params.cohortId, params.itemId, body.teams);
  }

  @Serve('PUT /cohorts/:cohortId/assignments/:itemId/rubric')
  async changeRubric({
    actor,
    params,
    body,
  }: Call<'PUT /cohorts/:cohortId/assignments/:itemId/rubric'>): Answer<'PUT /cohorts/:cohortId/assignments/:itemId/rubric'> {
    return this.rubrics.change(actor, params.cohortId, params.itemId, body.rubric);
  }

  @Serve('POST /cohorts/:cohortId/assignments/:itemId/grading')
  async grade({
    actor,
    params,
  }: Call<'POST /cohorts/:cohortId/assignments/:itemId/grading'>): Answer<'POST /cohorts/:cohortId/assignments/:itemId/grading'> {
    return this.grading.regrade(actor, params.cohortId, params.itemId);
  }

  @Serve('POST /cohorts/:cohortId/assignments/:itemId/reminder')
  async remind({
    actor,
    params,
  }: Call<'POST /cohorts/:cohortId/assignments/:itemId/reminder'>): Answer<'POST /cohorts/:cohortId/assignments/:itemId/reminder'> {
    return this.reminders.remindNow(actor, params.cohortId, params.itemId);
  }

  @Serve('GET /cohorts/:cohortId/assignments/:itemId/grades.csv')
  async csv({
    actor,
    params,
  }: Call<'GET /cohorts/:cohortId/assignments/:itemId/grades.csv'>): Answer<'GET /cohorts/:cohortId/assignments/:itemId/grades.csv'> {
    return this.roundCsv.of(actor, params.cohortId, params.itemId);
  }

  @Serve('PUT /flags/:flagId/decision')
  async decideFlag({
    actor,
    params,
    body,
  }: Call<'PUT /flags/:flagId/decision'>): Answer<'PUT /flags/:flagId/decision'> {
    return this.flags.decide(actor, params.flagId, body);
  }

  @Serve('PUT /appeals/:appealId/decision')
  async decideAppeal({
    actor,
    params,
    body,
  }: Call<'PUT /appeals/:appealId/decision'>): Answer<'PUT /appeals/:appealId/decision'> {
    return this.appeals.decide(actor, params.appealId, body);
  }
}
