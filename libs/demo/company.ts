import { People, OrgUnits } from '@kohorte/people';
import type { SignedIn } from '@kohorte/platform';
import type { Role } from '@kohorte/rules';
import type { INestApplicationContext } from '@nestjs/common';
import { accounts, type DemoPerson, people, trainers, units } from './content/company.js';

/** Everybody at Nordwind has this password: it is a demo. */
export const demoPassword = 'nordwind-demo';

/** A person of the demo, able to act. */
export type Colleague = SignedIn & { email: string; unit: string };

/** Brings in org units and people, and puts managers at the heads of their units. */
export async function foundCompany(app: INestApplicationContext): Promise<Colleague[]> {
  const orgUnits = app.get(OrgUnits);
  const unitIds = new Map<string, string>();
  for (const { key, name, parent } of units) {
    const parentId = parent === null ? undefined : unitIds.get(parent)!;
    const { orgUnitId } = await orgUnits.add({ name, ...(parentId ? { parentId } : {}) });
    unitIds.set(key, orgUnitId);
  }
  const ids = await app.get(People).addMany(
    people.map((person) => ({
      email: person.email,
      givenName: person.givenName,
      familyName: person.familyName,
      jobTitle: person.title,
      orgUnitId: unitIds.get(person.unit)!,
      language: person.language,
      timeZone: person.zone,
      roles: rolesOf(person),
    })),
    demoPassword,
  );
  const colleagues = people.map((person, index) => ({
    userId: ids[index]!,
    email: person.email,
    unit: person.unit,
    roles: rolesOf(person),
    manages: units.filter(({ manager }) => manager === person.email).map(({ key }) => unitIds.get(key)!),
    sessionId: '',
    language: person.language,
    timeZone: person.zone,
  }));
  for (const { key, manager } of units) {
    const managerId = colleagues.find(({ email }) => email === manager)!.userId;
    await orgUnits.change(unitIds.get(key)!, { managerId });
  }
  return colleagues;
}

function rolesOf({ email }: DemoPerson): Role[] {
  const role = accounts.find((account) => account.email === email)?.role;
  if (role === 'admin') return [role];
  return trainers.some((trainer) => trainer.email === email) ? ['trainer'] : [];
}
