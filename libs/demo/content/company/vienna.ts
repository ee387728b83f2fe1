import type { Place } from './staffed-unit.js';

export const vienna: Place = {
  language: 'de',
  zone: 'Europe/Vienna',
  units: [
    {
      key: 'vienna',
      name: 'Niederlassung Wien',
      parent: 'nordwind',
      members: [['Elisabeth', 'Hofstätter', 'Niederlassungsleiterin']],
    },
    {
      key: 'vienna_sales',
      name: 'Vertrieb Österreich',
      parent: 'vienna',
      members: [
        ['Johannes', 'Gruberbauer', 'Vertriebsleiter Österreich'],
        ['Milica', 'Nikolić', 'Gebietsleiterin Ost'],
        ['Bernhard', 'Schwaighofer', 'Gebietsleiter West'],
        ['Katalin', 'Szabó', 'Vertriebsingenieurin'],
        ['Theresia', 'Leitgeb', 'Vertriebsassistentin'],
      ],
    },
    {
      key: 'vienna_service',
      name: 'Service Österreich',
      parent: 'vienna',
      members: [
        ['Dragan', 'Marković', 'Serviceleiter Österreich'],
        ['Lukas', 'Pichlmayr', 'Servicetechniker'],
        ['Özlem', 'Kara', 'Servicetechnikerin'],
        ['Franz', 'Wieser', 'Servicetechniker'],
        ['Anikó', 'Varga', 'Einsatzplanerin'],
        ['Martin', 'Eberharter', 'Servicetechniker'],
      ],
    },
  ],
};
