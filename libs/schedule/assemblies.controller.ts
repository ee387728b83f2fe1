import { type Answer, type Call, Serve } from '@kohorte/platform';
import { Controller } from '@nestjs/common';
import { Assemblies } from './assemblies.js';
import { Publishing } from './publishing.js';

@Controller()
export class AssembliesController {
  constructor(
    private readonly assemblies: Assemblies,
    private readonly publishing: Publishing,
  ) {}

  @Serve('GET /assembly-cohorts')
  async plannable({ query }: Call<'GET /assembly-cohorts'>): Answer<'GET /assembly-cohorts'> {
    return this.assemblies.plannable(query);
  }

  @Serve('GET /assemblies')
  async list({ query }: Call<'GET /assemblies'>): Answer<'GET /assemblies'> {
    return this.assemblies.list(query);
  }

  @Serve('POST /assemblies')
  async request({ actor, body }: Call<'POST /assemblies'>): Answer<'POST /assemblies'> {
    return this.assemblies.request(actor, body);
  }

  @Serve('GET /assemblies/:assemblyId')
  async show({ params }: Call<'GET /assemblies/:assemblyId'>): Answer<'GET /assemblies/:assemblyId'> {
    return this.assemblies.view(params.assemblyId);
  }

  @Serve('POST /assemblies/:assemblyId/cancellation')
  async cancel({
    actor,
    params,
  }: Call<'POST /assemblies/:assemblyId/cancellation'>): Answer<'POST /assemblies/:assemblyId/cancellation'> {
    return this.assemblies.cancel(actor, params.assemblyId);
  }

  @Serve('POST /assemblies/:assemblyId/sessions/:itemId/:groupId/judgement')
  async judge({
    params,
    body,
  }: Call<'POST /assemblies/:assemblyId/sessions/:itemId/:groupId/judgement'>): Answer<'POST /assemblies/:assemblyId/sessions/:itemId/:groupId/judgement'> {
    return this.assemblies.judge(params, body);
  }

  @Serve('PUT /assemblies/:assemblyId/sessions/:itemId/:groupId/place')
  async place({
    actor,
    params,
    body,
  }: Call<'PUT /assemblies/:assemblyId/sessions/:itemId/:groupId/place'>): Answer<'PUT /assemblies/:assemblyId/sessions/:itemId/:groupId/place'> {
    return this.assemblies.place(actor, params, body);
  }

  @Serve('PATCH /assemblies/:assemblyId/sessions/:itemId/:groupId')
  async mark({
    actor,
    params,
    body,
  }: Call<'PATCH /assemblies/:assemblyId/sessions/:itemId/:groupId'>): Answer<'PATCH /assemblies/:assemblyId/sessions/:itemId/:groupId'> {
    return this.assemblies.mark(actor, params, body);
  }

  @Serve('GET /assemblies/:assemblyId/publication')
  async preview({
    params,
  }: Call<'GET /assemblies/:assemblyId/publication'>): Answer<'GET /assemblies/:assemblyId/publication'> {
    return this.publishing.preview(params.assemblyId);
  }

  @Serve('POST /assemblies/:assemblyId/publication')
  async publish({
    actor,
    params,
    body,
  }: Call<'POST /assemblies/:assemblyId/publication'>): Answer<'POST /assemblies/:assemblyId/publication'> {
    return this.publishing.publish(actor, params.assemblyId, body.revision);
  }
}
