import type { AddOrgUnit, ChangeOrgUnit, OrgUnitView } from '@kohorte/contracts';
import { Database, found, Problem, type Unit, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { AppUser } from './entities/app-user.entity.js';
import { OrgUnit } from './entities/org-unit.entity.js';
import { personView } from './person-view.js';

/** The company's tree. Who heads a unit manages all below it. */
@Injectable()
export class OrgUnits {
  constructor(
    private readonly database: Database,
    private readonly work: Work,
  ) {}

  /** The whole tree: each unit before those below it, siblings by name. People who are deactivated do not count. */
  tree(): Promise<OrgUnitView[]> {
    return this.database.query<OrgUnitView>(
      `with recursive tree as (
         select id, array[name, id::text] as place from org_unit where parent_id is null
         union all
         select o.id, t.place || array[o.name, o.id::text] from org_unit o join tree t on o.parent_id = t.id
       ), own as (
         select o.id, o.path, count(u.id)::int as people
         from org_unit o left join app_user u on u.org_unit_id = o.id and u.deactivated_at is null group by o.id
       ), below as (
         select a.id, sum(own.people)::int as people from own join org_unit a on a.path @> own.path group by a.id
       )
       select o.id as "orgUnitId", o.parent_id as "parentId", o.name, nlevel(o.path) - 1 as depth,
              case when m.id is not null then ${personView('m')} end as manager,
              m.deactivated_at is not null as "isManagerAway", own.people, below.people as "peopleBelow"
       from tree t join org_unit o on o.id = t.id join own on own.id = o.id join below on below.id = o.id
         left join app_user m on m.id = o.manager_id
       order by t.place`,
    );
  }

  /** @throws {Problem} `unit-unknown` for the parent, `person-unknown` for the manager */
  async add({ name, parentId = null, managerId = null }: AddOrgUnit, by: string | null = null): Promise<OrgUnitView> {
    const orgUnitId = await this.work.run(async (unit) => {
      const id = unit.ids.next();
      const parent = parentId === null ? null : await unit.manager.findOneBy(OrgUnit, { id: parentId });
      if (parentId !== null && !parent) throw new Problem('unit-unknown');
      await refuseUnknownManager(unit, managerId);
      const label = id.replaceAll('-', '');
      const path = parent ? `${parent.path}.${label}` : label;
      await unit.manager.insert(OrgUnit, { id, name, parentId, managerId, path });
      unit.record('people.org-unit-added', { orgUnitId: id });
      return id;
    }, by);
    return this.one(orgUnitId);
  }

  /**
   * Renames a unit or gives it another manager; `null` takes the manager away.
   * @throws {Problem} `not-found`, `person-unknown`
   */
  async change(orgUnitId: string, { name, managerId }: ChangeOrgUnit, by: string | null = null): Promise<OrgUnitView> {
    await this.work.run(async (unit) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const orgUnit = found(await unit.manager.findOne(OrgUnit, { where: { id: orgUnitId }, lock }));
      // Who heads it already and is away may stay named.
      if (managerId !== orgUnit.managerId) await refuseUnknownManager(unit, managerId);
      orgUnit.name = name ?? orgUnit.name;
      if (managerId !== undefined) orgUnit.managerId = managerId;
      await unit.manager.save(orgUnit);
      unit.record('people.org-unit-changed', { orgUnitId });
    }, by);
    return this.one(orgUnitId);
  }

  private async one(orgUnitId: string): Promise<OrgUnitView> {
    const tree = await this.tree();
    return found(tree.find((orgUnit) => orgUnit.orgUnitId === orgUnitId));
  }
}

/** @throws {Problem} `person-unknown` also for somebody who is deactivated */
async function refuseUnknownManager(unit: Unit, managerId: string | null | undefined): Promise<void> {
  if (managerId == null) return;
  if (!(await unit.manager.existsBy(AppUser, { id: managerId, deactivatedAt: IsNull() })))
    throw new Problem('person-unknown');
}
