import { type Answer, type Call, Serve } from '@kohorte/platform';
import { Controller } from '@nestjs/common';
import { DoneMarks } from './done-marks.js';
import { Home } from './home.js';
import { Learners } from './learners.js';
import { Outline } from './outline.js';
import { Player } from './player.js';

@Controller()
export class ProgressController {
  constructor(
    private readonly home: Home,
    private readonly outline: Outline,
    private readonly player: Player,
    private readonly marks: DoneMarks,
    private readonly learners: Learners,
  ) {}

  @Serve('GET /home')
  async showHome({ actor }: Call<'GET /home'>): Answer<'GET /home'> {
    return this.home.view(actor);
  }

  @Serve('GET /cohorts/:cohortId/outline')
  async showOutline({
    actor,
    params,
  }: Call<'GET /cohorts/:cohortId/outline'>): Answer<'GET /cohorts/:cohortId/outline'> {
    return this.outline.view(actor, params.cohortId);
  }

  @Serve('GET /cohorts/:cohortId/items/:itemId')
  async play({
    actor,
    params,
  }: Call<'GET /cohorts/:cohortId/items/:itemId'>): Answer<'GET /cohorts/:cohortId/items/:itemId'> {
    return this.player.view(actor, params.cohortId, params.itemId);
  }

  @Serve('PUT /cohorts/:cohortId/items/:itemId/done-mark')
  async mark({
    actor,
    params,
  }: Call<'PUT /cohorts/:cohortId/items/:itemId/done-mark'>): Answer<'PUT /cohorts/:cohortId/items/:itemId/done-mark'> {
    return this.marks.mark(actor, params.cohortId, params.itemId);
  }

  @Serve('DELETE /cohorts/:cohortId/items/:itemId/done-mark')
  async unmark({
    actor,
    params,
  }: Call<'DELETE /cohorts/:cohortId/items/:itemId/done-mark'>): Answer<'DELETE /cohorts/:cohortId/items/:itemId/done-mark'> {
    return this.marks.unmark(actor, params.cohortId, params.itemId);
  }

  @Serve('GET /cohorts/:cohortId/progress')
  async showLearners({
    actor,
    params,
    query,
  }: Call<'GET /cohorts/:cohortId/progress'>): Answer<'GET /cohorts/:cohortId/progress'> {
    return this.learners.view(actor, params.cohortId, query);
  }
}
