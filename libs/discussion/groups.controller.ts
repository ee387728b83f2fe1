import { type Answer, type Call, Serve } from '@kohorte/platform';
import { Controller } from '@nestjs/common';
import { Announcements } from './announcements.js';
import { LearningGroups } from './learning-groups.js';

/** Learning groups and announcements. */
@Controller()
export class GroupsController {
  constructor(
    private readonly learningGroups: LearningGroups,
    private readonly announcements: Announcements,
  ) {}

  @Serve('GET /cohorts/:cohortId/learning-groups')
  async list({
    actor,
    params,
  }: Call<'GET /cohorts/:cohortId/learning-groups'>): Answer<'GET /cohorts/:cohortId/learning-groups'> {
    return this.learningGroups.list(actor, params.cohortId);
  }

  @Serve('PUT /cohorts/:cohortId/learning-groups')
  async set({
    actor,
    params,
    body,
  }: Call<'PUT /cohorts/:cohortId/learning-groups'>): Answer<'PUT /cohorts/:cohortId/learning-groups'> {
    return this.learningGroups.set(actor, params.cohortId, body.groups);
  }

  @Serve('POST /cohorts/:cohortId/learning-groups')
  async mix({
    actor,
    params,
    body,
  }: Call<'POST /cohorts/:cohortId/learning-groups'>): Answer<'POST /cohorts/:cohortId/learning-groups'> {
    return this.learningGroups.mix(actor, params.cohortId, body);
  }

  @Serve('GET /cohorts/:cohortId/announcements')
  async planned({
    actor,
    params,
  }: Call<'GET /cohorts/:cohortId/announcements'>): Answer<'GET /cohorts/:cohortId/announcements'> {
    return this.announcements.list(actor, params.cohortId);
  }

  @Serve('POST /cohorts/:cohortId/announcements')
  async announce({
    actor,
    params,
    body,
  }: Call<'POST /cohorts/:cohortId/announcements'>): Answer<'POST /cohorts/:cohortId/announcements'> {
    return this.announcements.plan(actor, params.cohortId, body);
  }

  @Serve('DELETE /announcements/:announcementId')
  async callOff({
    actor,
    params,
  }: Call<'DELETE /announcements/:announcementId'>): Answer<'DELETE /announcements/:announcementId'> {
    return this.announcements.callOff(actor, params.announcementId);
  }
}
