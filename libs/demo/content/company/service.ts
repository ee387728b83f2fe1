import type { Place } from './staffed-unit.js';

export const service: Place = {
  language: 'de',
  zone: 'Europe/Berlin',
  units: [
    {
      key: 'service',
      name: 'Kundendienst',
      parent: 'nordwind',
      members: [
        ['Miriam', 'Vogt', 'Bereichsleiterin Kundendienst', { email: 'miriam@nordwind.example' }],
        ['Jörg', 'Sasse', 'Referent Servicequalität'],
      ],
    },
    {
      key: 'hotline',
      name: 'Hotline',
      parent: 'service',
      members: [
        ['Deniz', 'Arslan', 'Teamleiter Hotline'],
        ['Amina', 'Yıldız', 'Stellvertretende Teamleiterin Hotline', { email: 'amina@nordwind.example' }],
        ['Aylin', 'Toprak', 'Technische Beraterin'],
        ['Tobias', 'Mertens', 'Technischer Berater'],
        ['Jonna', 'Sievers', 'Technische Beraterin'],
        ['Emre', 'Kılıç', 'Technischer Berater'],
        ['Sarah', 'Ludewig', 'Technische Beraterin'],
        ['Viktor', 'Hermann', 'Technischer Berater'],
        ['Ghazal', 'Karimi', 'Auszubildende Dialogmarketing'],
      ],
    },
    {
      key: 'field_service',
      name: 'Technischer Kundendienst',
      parent: 'service',
      members: [
        ['Dirk', 'Ahrendt', 'Teamleiter Technischer Kundendienst'],
        ['Jens', 'Möbius', 'Kundendiensttechniker'],
        ['Samir', 'Mansour', 'Kundendiensttechniker'],
        ['Beata', 'Krawczyk', 'Einsatzplanerin'],
        ['Lars', 'Petzold', 'Kundendiensttechniker'],
        ['Hakan', 'Yalçın', 'Kundendiensttechniker'],
        ['Melanie', 'Förster', 'Kundendiensttechnikerin'],
        ['Antonio', 'Esposito', 'Kundendiensttechniker'],
        ['Ralf', 'Zimmerling', 'Kundendiensttechniker'],
        ['Nikita', 'Lebedew', 'Kundendiensttechniker'],
        ['Charlotte', 'Unverzagt', 'Ersatzteilmanagerin'],
      ],
    },
    {
      key: 'commissioning',
      name: 'Inbetriebnahme & Kundenschulung',
      parent: 'service',
      members: [
        ['Susanne', 'Eichhorst', 'Teamleiterin Inbetriebnahme & Kundenschulung'],
        ['Mustafa', 'Polat', 'Inbetriebnahmeingenieur'],
        ['Wiebke', 'Harms', 'Kundentrainerin'],
        ['Matthias', 'Grothe', 'Inbetriebnahmeingenieur'],
        ['Leila', 'Bouzid', 'Kundentrainerin'],
        ['Henning', 'Kolbe', 'Inbetriebnahmetechniker'],
      ],
    },
  ],
};
