import type { Place } from './staffed-unit.js';

export const central: Place = {
  language: 'de',
  zone: 'Europe/Berlin',
  units: [
    {
      key: 'central',
      name: 'Zentrale Dienste',
      parent: 'nordwind',
      members: [['Nikolaos', 'Papadakis', 'Bereichsleiter Zentrale Dienste']],
    },
    {
      key: 'finance',
      name: 'Finanzen & Controlling',
      parent: 'central',
      members: [
        ['Dagmar', 'Wolters', 'Leiterin Finanzen & Controlling'],
        ['Sven', 'Achterberg', 'Controller'],
        ['Zeynep', 'Doğan', 'Bilanzbuchhalterin'],
        ['Ingo', 'Flemming', 'Debitorenbuchhalter'],
        ['Monika', 'Szymańska', 'Kreditorenbuchhalterin'],
        ['Hendrik', 'Oltmanns', 'Controller'],
        ['Ulrike', 'Baumgart', 'Lohnbuchhalterin'],
      ],
    },
    {
      key: 'people_learning',
      name: 'Personal & Lernen',
      parent: 'central',
      members: [
        ['Claudia', 'Reinicke', 'Leiterin Personal & Lernen'],
        ['Petra', 'Lindner', 'Referentin Lernen & Entwicklung', { email: 'petra@nordwind.example' }],
        ['Jonas', 'Petersen', 'Trainer Führung & Zusammenarbeit', { email: 'jonas@nordwind.example' }],
        ['Selin', 'Aydın', 'Personalreferentin'],
        ['Bastian', 'Hoyer', 'Personalreferent'],
        ['Magdalena', 'Pfister', 'Ausbildungsleiterin'],
        ['Daria', 'Iwanowa', 'Trainerin Technik & Sicherheit'],
      ],
    },
    {
      key: 'it',
      name: 'IT',
      parent: 'central',
      members: [
        ['Oliver', 'Marquardt', 'Leiter IT'],
        ['Phuong', 'Vu', 'Systemadministratorin'],
        ['Karsten', 'Dietze', 'Systemadministrator'],
        ['Amit', 'Kulkarni', 'Informationssicherheitsbeauftragter', { language: 'en' }],
        ['Jule', 'Harmsen', 'Anwendungsbetreuerin'],
        ['Marvin', 'Tschirner', 'Auszubildender Fachinformatiker'],
      ],
    },
    {
      key: 'purchasing',
      name: 'Einkauf',
      parent: 'central',
      members: [
        ['Regina', 'Fuhrmann', 'Leiterin Einkauf'],
        ['Erkan', 'Şimşek', 'Strategischer Einkäufer'],
        ['Corinna', 'Bleicher', 'Strategische Einkäuferin'],
        ['Wei', 'Zhang', 'Einkäuferin Elektronik', { language: 'en' }],
        ['Holger', 'Nitzsche', 'Operativer Einkäufer'],
        ['Tamara', 'Ristić', 'Operative Einkäuferin'],
      ],
    },
  ],
};
