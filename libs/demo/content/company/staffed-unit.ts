export type Zone = 'Europe/Berlin' | 'Europe/London' | 'Europe/Vienna';

/** Given name, family name, job title, and what differs from the rest of the place. */
export type Member = [
  givenName: string,
  familyName: string,
  title: string,
  differs?: { email?: string; language?: 'de' | 'en'; zone?: Zone },
];

/** An org unit with the people who belong to this very unit; the first of them is its manager. */
export interface StaffedUnit {
  key: string;
  name: string;
  parent: string | null;
  members: [Member, ...Member[]];
}

/** Units of one place, which share a language and a time zone. */
export interface Place {
  language: 'de' | 'en';
  zone: Zone;
  units: StaffedUnit[];
}
