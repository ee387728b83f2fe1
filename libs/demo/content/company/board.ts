import type { Place } from './staffed-unit.js';

export const board: Place = {
  language: 'de',
  zone: 'Europe/Berlin',
  units: [
    {
      key: 'nordwind',
      name: 'Nordwind AG',
      parent: null,
      members: [
        ['Friederike', 'Hansen', 'Vorstandsvorsitzende'],
        ['Ulrich', 'Tannert', 'Finanzvorstand'],
        ['Sabine', 'Rothe', 'Vorsitzende des Betriebsrats'],
        ['Lena', 'Osterkamp', 'Assistentin des Vorstands'],
      ],
    },
  ],
};
