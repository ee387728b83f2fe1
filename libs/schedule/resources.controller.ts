import { type Answer, type Call, Serve } from '@kohorte/platform';
import { Controller } from '@nestjs/common';
import { Rooms } from './rooms.js';
import { Sites } from './sites.js';
import { TrainerProfiles } from './trainer-profiles.js';
import { WorkPatterns } from './work-patterns.js';

/** Sites and rooms. */
@Controller()
export class RoomsController {
  constructor(
    private readonly sites: Sites,
    private readonly rooms: Rooms,
  ) {}

  @Serve('GET /sites')
  async listSites(_call: Call<'GET /sites'>): Answer<'GET /sites'> {
    return this.sites.list();
  }

  @Serve('POST /sites')
  async addSite({ actor, body }: Call<'POST /sites'>): Answer<'POST /sites'> {
    return this.sites.add(actor, body);
  }

  @Serve('PATCH /sites/:siteId')
  async changeSite({ actor, params, body }: Call<'PATCH /sites/:siteId'>): Answer<'PATCH /sites/:siteId'> {
    return this.sites.change(actor, params.siteId, body);
  }

  @Serve('DELETE /sites/:siteId')
  async removeSite({ actor, params }: Call<'DELETE /sites/:siteId'>): Answer<'DELETE /sites/:siteId'> {
    return this.sites.remove(actor, params.siteId);
  }

  @Serve('GET /rooms')
  async list(_call: Call<'GET /rooms'>): Answer<'GET /rooms'> {
    return this.rooms.list();
  }

  @Serve('POST /rooms')
  async add({ actor, body }: Call<'POST /rooms'>): Answer<'POST /rooms'> {
    return this.rooms.add(actor, body);
  }

  @Serve('PATCH /rooms/:roomId')
  async change({ actor, params, body }: Call<'PATCH /rooms/:roomId'>): Answer<'PATCH /rooms/:roomId'> {
    return this.rooms.change(actor, params.roomId, body);
  }

  @Serve('POST /rooms/:roomId/closure')
  async close({ actor, params }: Call<'POST /rooms/:roomId/closure'>): Answer<'POST /rooms/:roomId/closure'> {
    return this.rooms.close(actor, params.roomId, true);
  }

  @Serve('DELETE /rooms/:roomId/closure')
  async reopen({ actor, params }: Call<'DELETE /rooms/:roomId/closure'>): Answer<'DELETE /rooms/:roomId/closure'> {
    return this.rooms.close(actor, params.roomId, false);
  }

  @Serve('POST /rooms/:roomId/blocks')
  async block({ actor, params, body }: Call<'POST /rooms/:roomId/blocks'>): Answer<'POST /rooms/:roomId/blocks'> {
    return this.rooms.block(actor, params.roomId, body);
  }

  @Serve('DELETE /room-blocks/:blockId')
  async unblock({ actor, params }: Call<'DELETE /room-blocks/:blockId'>): Answer<'DELETE /room-blocks/:blockId'> {
    return this.rooms.unblock(actor, params.blockId);
  }
}

/** When people can come, and what trainers do. */
@Controller()
export class AvailabilityController {
  constructor(
    private readonly patterns: WorkPatterns,
    private readonly profiles: TrainerProfiles,
  ) {}

  @Serve('GET /me/work-pattern')
  async own({ actor }: Call<'GET /me/work-pattern'>): Answer<'GET /me/work-pattern'> {
    return this.patterns.view(actor, actor.userId);
  }

  @Serve('PATCH /me/work-pattern')
  async changeOwn({ actor, body }: Call<'PATCH /me/work-pattern'>): Answer<'PATCH /me/work-pattern'> {
    return this.patterns.change(actor, actor.userId, body);
  }

  @Serve('POST /me/absences')
  async addOwnAbsence({ actor, body }: Call<'POST /me/absences'>): Answer<'POST /me/absences'> {
    return this.patterns.addAbsence(actor, actor.userId, body);
  }

  @Serve('DELETE /me/absences/:absenceId')
  async removeOwnAbsence({
    actor,
    params,
  }: Call<'DELETE /me/absences/:absenceId'>): Answer<'DELETE /me/absences/:absenceId'> {
    return this.patterns.removeAbsence(actor, actor.userId, params.absenceId);
  }

  @Serve('GET /users/:userId/work-pattern')
  async view({ actor, params }: Call<'GET /users/:userId/work-pattern'>): Answer<'GET /users/:userId/work-pattern'> {
    return this.patterns.view(actor, params.userId);
  }

  @Serve('PATCH /users/:userId/work-pattern')
  async change({
    actor,
    params,
    body,
  }: Call<'PATCH /users/:userId/work-pattern'>): Answer<'PATCH /users/:userId/work-pattern'> {
    return this.patterns.change(actor, params.userId, body);
  }

  @Serve('POST /users/:userId/absences')
  async addAbsence({
    actor,
    params,
    body,
  }: Call<'POST /users/:userId/absences'>): Answer<'POST /users/:userId/absences'> {
    return this.patterns.addAbsence(actor, params.userId, body);
  }

  @Serve('DELETE /users/:userId/absences/:absenceId')
  async removeAbsence({
    actor,
    params,
  }: Call<'DELETE /users/:userId/absences/:absenceId'>): Answer<'DELETE /users/:userId/absences/:absenceId'> {
    return this.patterns.removeAbsence(actor, params.userId, params.absenceId);
  }

  @Serve('GET /trainers')
  async trainers({ query }: Call<'GET /trainers'>): Answer<'GET /trainers'> {
    return this.profiles.list(query);
  }

  @Serve('PATCH /trainers/:userId')
  async changeTrainer({ actor, params, body }: Call<'PATCH /trainers/:userId'>): Answer<'PATCH /trainers/:userId'> {
    return this.profiles.change(actor, params.userId, body);
  }

  @Serve('GET /me/trainer-profile')
  async ownProfile({ actor }: Call<'GET /me/trainer-profile'>): Answer<'GET /me/trainer-profile'> {
    return this.profiles.own(actor);
  }

  @Serve('GET /resource-tags')
  async tags(_call: Call<'GET /resource-tags'>): Answer<'GET /resource-tags'> {
    return this.profiles.tags();
  }
}
