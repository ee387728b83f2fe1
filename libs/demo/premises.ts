import { later, days, hours } from '@kohorte/platform';
import { Rooms, Sites, TrainerProfiles, WorkPatterns } from '@kohorte/schedule';
import type { INestApplicationContext } from '@nestjs/common';
import type { Colleague } from './company.js';
import { trainers } from './content/company.js';
import { rooms, siteOf, sites, type SiteKey } from './content/company/premises.js';

/** Who works part-time: every so many-th. */
const partTime = 12;
const mornings = [1, 2, 3, 4].map((weekday) => ({ weekday, from: '08:00', to: '13:00' }));

/**
 * Gives Nordwind its sites and rooms, says where and when everybody works, and what trainers are qualified for.
 * @param by the L&D admin who does it
 * @param monday 09:00 on the Monday of this week: Jonas is away in the third week from there, and one room is painted
 */
export async function furnishPremises(
  app: INestApplicationContext,
  by: Colleague,
  colleagues: readonly Colleague[],
  monday: Date,
): Promise<void> {
  const siteIds = new Map<SiteKey, string>();
  for (const { key, ...site } of sites) siteIds.set(key, (await app.get(Sites).add(by, site)).siteId);
  const idOf = (key: SiteKey): string => siteIds.get(key)!;

  const roomIds = await app.get(Rooms).addMany(
    by,
    rooms.map(({ site, ...room }) => ({ ...room, siteId: idOf(site) })),
  );
  await app.get(Rooms).block(by, roomIds[rooms.findIndex(({ name }) => name === 'Pleiße')]!, {
    ...span(later(monday, days(7)), 3),
    note: 'Wird gestrichen',
  });

  const patterns = app.get(WorkPatterns);
  await patterns.setSites(
    by,
    colleagues.map(({ userId, unit }) => ({ userId, siteId: idOf(siteOf(unit)) })),
  );
  const some = colleagues.filter(({ roles }, index) => roles.length === 0 && index % partTime === partTime - 1);
  for (const person of some) await patterns.change(person, person.userId, { hours: mornings });

  for (const { email, travelsTo, ...profile } of trainers) {
    const { userId } = colleagues.find((one) => one.email === email)!;
    await app.get(TrainerProfiles).change(by, userId, { ...profile, travelsTo: travelsTo.map(idOf) });
  }
  const jonas = colleagues.find(({ email }) => email === trainers[0]!.email)!;
  await patterns.addAbsence(jonas, jonas.userId, { ...span(later(monday, days(14)), 5), note: 'Urlaub' });
}

/** Whole days from the morning given, as their instants. */
function span(from: Date, lasting: number): { startsAt: string; endsAt: string } {
  const midnight = later(from, -hours(9));
  return { startsAt: midnight.toISOString(), endsAt: later(midnight, days(lasting)).toISOString() };
}
