import { type Answer, type Call, Serve } from '@kohorte/platform';
import { Controller } from '@nestjs/common';
import { Directory } from './directory.js';
import { OneTimeLinks } from './one-time-links.js';
import { OrgUnits } from './org-units.js';
import { People } from './people.js';

/** The people of the company and its tree. */
@Controller()
export class PeopleController {
  constructor(
    private readonly people: People,
    private readonly directory: Directory,
    private readonly links: OneTimeLinks,
    private readonly orgUnits: OrgUnits,
  ) {}

  @Serve('GET /users')
  async list({ query }: Call<'GET /users'>): Answer<'GET /users'> {
    return this.directory.list(query);
  }

  @Serve('POST /users')
  async add({ actor, body }: Call<'POST /users'>): Answer<'POST /users'> {
    return this.people.add(body, actor.userId);
  }

  @Serve('PATCH /users/:userId')
  async change({ actor, params, body }: Call<'PATCH /users/:userId'>): Answer<'PATCH /users/:userId'> {
    return this.people.change(params.userId, body, actor.userId);
  }

  @Serve('DELETE /users/:userId')
  async delete({ actor, params }: Call<'DELETE /users/:userId'>): Answer<'DELETE /users/:userId'> {
    return this.people.delete(params.userId, actor.userId);
  }

  @Serve('POST /users/:userId/one-time-link')
  async makeLink({
    actor,
    params,
  }: Call<'POST /users/:userId/one-time-link'>): Answer<'POST /users/:userId/one-time-link'> {
    return this.links.forPassword(params.userId, actor.userId);
  }

  @Serve('GET /people')
  async find({ query }: Call<'GET /people'>): Answer<'GET /people'> {
    return this.directory.find(query);
  }

  @Serve('GET /org-units')
  async tree(_call: Call<'GET /org-units'>): Answer<'GET /org-units'> {
    return this.orgUnits.tree();
  }

  @Serve('POST /org-units')
  async addOrgUnit({ actor, body }: Call<'POST /org-units'>): Answer<'POST /org-units'> {
    return this.orgUnits.add(body, actor.userId);
  }

  @Serve('PATCH /org-units/:orgUnitId')
  async changeOrgUnit({
    actor,
    params,
    body,
  }: Call<'PATCH /org-units/:orgUnitId'>): Answer<'PATCH /org-units/:orgUnitId'> {
    return this.orgUnits.change(params.orgUnitId, body, actor.userId);
  }
}
