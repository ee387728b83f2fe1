export type SiteKey = 'leipzig' | 'hamburg' | 'wien' | 'leeds';

/** A room, in a site, with its seats and what stands in it. */
export interface DemoRoom {
  site: SiteKey;
  name: string;
  seats: number;
  equipment: string[];
}

export const sites: { key: SiteKey; name: string; timeZone: string; holidayRegion: string }[] = [
  { key: 'leipzig', name: 'Leipzig', timeZone: 'Europe/Berlin', holidayRegion: 'DE-SN' },
  { key: 'hamburg', name: 'Hamburg', timeZone: 'Europe/Berlin', holidayRegion: 'DE-HH' },
  { key: 'wien', name: 'Wien', timeZone: 'Europe/Vienna', holidayRegion: 'AT-9' },
  { key: 'leeds', name: 'Leeds', timeZone: 'Europe/London', holidayRegion: 'GB-ENG' },
];

export const rooms: DemoRoom[] = [
  { site: 'leipzig', name: 'Aula', seats: 80, equipment: ['beamer', 'mikrofon'] },
  { site: 'leipzig', name: 'Elster', seats: 24, equipment: ['beamer', 'flipchart', 'whiteboard'] },
  { site: 'leipzig', name: 'Parthe', seats: 8, equipment: ['whiteboard'] },
  { site: 'leipzig', name: 'Pleiße', seats: 16, equipment: ['beamer', 'flipchart'] },
  { site: 'hamburg', name: 'Alster', seats: 14, equipment: ['beamer', 'flipchart', 'videokonferenz'] },
  { site: 'wien', name: 'Donaukanal', seats: 16, equipment: ['beamer', 'flipchart', 'videokonferenz'] },
  { site: 'wien', name: 'Prater', seats: 8, equipment: ['whiteboard'] },
  { site: 'leeds', name: 'Aire', seats: 18, equipment: ['beamer', 'flipchart', 'videokonferenz'] },
  { site: 'leeds', name: 'Calder', seats: 6, equipment: ['whiteboard'] },
];

/** Where the people of a unit work. */
export function siteOf(unit: string): SiteKey {
  if (unit.startsWith('vienna')) return 'wien';
  if (unit.startsWith('leeds')) return 'leeds';
  return unit === 'sales_north_east' ? 'hamburg' : 'leipzig';
}
