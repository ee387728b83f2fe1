import type { Place } from './staffed-unit.js';

export const development: Place = {
  language: 'de',
  zone: 'Europe/Berlin',
  units: [
    {
      key: 'development',
      name: 'Entwicklung',
      parent: 'nordwind',
      members: [
        ['Thorsten', 'Ahlers', 'Bereichsleiter Entwicklung'],
        ['Yasemin', 'Korkmaz', 'Projektleiterin Gerätegeneration 5'],
      ],
    },
    {
      key: 'controls',
      name: 'Regelung & Software',
      parent: 'development',
      members: [
        ['Anja', 'Wehmeier', 'Teamleiterin Regelung & Software'],
        ['Dmitri', 'Sokolow', 'Softwarearchitekt'],
        ['Florian', 'Beckmann', 'Entwickler Regelungstechnik'],
        ['Ngozi', 'Okafor', 'Softwareentwicklerin', { language: 'en' }],
        ['Rahul', 'Deshpande', 'Softwareentwickler', { language: 'en' }],
        ['Lukas', 'Zeidler', 'Entwickler Regelungstechnik'],
        ['Mai Linh', 'Tran', 'Entwicklerin Bedienoberflächen'],
        ['Sönke', 'Paulsen', 'Testingenieur'],
        ['Irina', 'Melnyk', 'Testingenieurin'],
        ['Jannis', 'Ölmann', 'Werkstudent Software'],
      ],
    },
    {
      key: 'airflow',
      name: 'Strömung & Akustik',
      parent: 'development',
      members: [
        ['Ragnhild', 'Stüber', 'Teamleiterin Strömung & Akustik'],
        ['Christoph', 'Lauterjung', 'Strömungsingenieur'],
        ['Elif', 'Aksoy', 'Akustikingenieurin'],
        ['Piotr', 'Zawadzki', 'Konstrukteur'],
        ['Annegret', 'Siebold', 'Konstrukteurin'],
        ['Matteo', 'Ferrante', 'Strömungsingenieur'],
        ['Judith', 'Hoppenstedt', 'Technische Produktdesignerin'],
      ],
    },
    {
      key: 'refrigeration',
      name: 'Kältetechnik',
      parent: 'development',
      members: [
        ['Bernd', 'Krollmann', 'Teamleiter Kältetechnik'],
        ['Ioana', 'Dumitrescu', 'Ingenieurin Kältekreis'],
        ['Hannes', 'Fiedler', 'Ingenieur Kältekreis'],
        ['Olha', 'Kovalenko', 'Ingenieurin Wärmeübertrager'],
        ['Mehmet', 'Erdoğmuş', 'Konstrukteur'],
        ['Silke', 'Naumann', 'Konstrukteurin'],
        ['Jakub', 'Dvořák', 'Ingenieur Verdichter'],
        ['Theresa', 'Wittenberg', 'Doktorandin'],
      ],
    },
    {
      key: 'lab',
      name: 'Prüflabor',
      parent: 'development',
      members: [
        ['Henrik', 'Saalfeld', 'Leiter Prüflabor'],
        ['Carina', 'Moosbach', 'Prüfingenieurin'],
        ['Tarek', 'Haddad', 'Prüftechniker'],
        ['Stefan', 'Uhlig', 'Messtechniker'],
        ['Vesna', 'Jurić', 'Messtechnikerin'],
        ['Ole', 'Brinkmann', 'Auszubildender Physiklaborant'],
      ],
    },
  ],
};
