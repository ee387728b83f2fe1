import type { Place } from './staffed-unit.js';

export const sales: Place = {
  language: 'de',
  zone: 'Europe/Berlin',
  units: [
    {
      key: 'sales',
      name: 'Vertrieb',
      parent: 'nordwind',
      members: [
        ['Markus', 'Brandhorst', 'Bereichsleiter Vertrieb'],
        ['Simone', 'Lüdtke', 'Vertriebscontrollerin'],
      ],
    },
    {
      key: 'sales_north_east',
      name: 'Vertrieb Nord-Ost',
      parent: 'sales',
      members: [
        ['Gesine', 'Matthiesen', 'Regionalleiterin Nord-Ost'],
        ['Tilo', 'Reichelt', 'Gebietsleiter Sachsen'],
        ['Burcu', 'Demirtaş', 'Gebietsleiterin Berlin'],
        ['Arne', 'Johannsen', 'Gebietsleiter Küste'],
        ['Katarzyna', 'Wilk', 'Großkundenbetreuerin'],
        ['Robert', 'Schönfelder', 'Vertriebsingenieur'],
        ['Nele', 'Barkhausen', 'Vertriebsassistentin'],
      ],
    },
    {
      key: 'sales_south_west',
      name: 'Vertrieb Süd-West',
      parent: 'sales',
      members: [
        ['Giuseppe', 'Romano', 'Regionalleiter Süd-West'],
        ['Verena', 'Häberle', 'Gebietsleiterin Stuttgart'],
        ['Alois', 'Lechner', 'Gebietsleiter Südbayern'],
        ['Dilara', 'Güneş', 'Gebietsleiterin Rhein-Main'],
        ['Pascal', 'Weidenfeller', 'Großkundenbetreuer'],
        ['Jürgen', 'Staudt', 'Vertriebsingenieur'],
        ['Mira', 'Hölzle', 'Vertriebsassistentin'],
      ],
    },
    {
      key: 'offers',
      name: 'Angebotsplanung',
      parent: 'sales',
      members: [
        ['Sibylle', 'Krautwald', 'Teamleiterin Angebotsplanung'],
        ['Marek', 'Lipiński', 'Stellvertretender Teamleiter'],
        ['Franziska', 'Ebeling', 'Planerin Lüftung'],
        ['Shirin', 'Rahimi', 'Planerin Wärmepumpen'],
        ['Torben', 'Clausen', 'Planer Lüftung'],
        ['Ivana', 'Horvat', 'Kalkulatorin'],
        ['Volker', 'Seidlitz', 'Kalkulator'],
        ['Linh', 'Nguyen', 'Sachbearbeiterin Angebote'],
      ],
    },
    {
      key: 'marketing',
      name: 'Marketing',
      parent: 'sales',
      members: [
        ['Caroline', 'Dreyer', 'Leiterin Marketing'],
        ['Jonathan', 'Akintola', 'Redakteur', { language: 'en' }],
        ['Pia', 'Wendlandt', 'Produktmanagerin'],
        ['Aleksandra', 'Popović', 'Grafikerin'],
        ['Benedikt', 'Rauch', 'Messeplaner'],
      ],
    },
  ],
};
