/** What those who moderate do with one thread. */
export const menu = {
  label: 'Moderieren',
  lock: 'Schließen',
  unlock: 'Wieder öffnen',
  pin: 'Oben anheften',
  unpin: 'Nicht mehr anheften',
  move: 'Verschieben …',
  merge: 'Zusammenführen …',
  split: 'Beiträge abtrennen …',
  did: {
    locked: '„{{title}}“ ist geschlossen: Lesen können alle, schreiben nur noch Trainer:innen.',
    unlocked: '„{{title}}“ ist wieder offen.',
    pinned: '„{{title}}“ steht jetzt oben.',
    unpinned: '„{{title}}“ steht nicht mehr oben.',
  },
} as const;

export const move = {
  title: 'Thema verschieben',
  to: 'Wohin gehört es?',
  cohort: 'Zur ganzen Kohorte',
  week: 'Woche {{step}}: {{title}}',
  wholeWeek: 'Woche {{step}} als Ganzes',
  hint: 'Für wen die Woche noch nicht offen ist, erscheint das Thema erst, wenn sie öffnet. Die Adresse bleibt dieselbe.',
  did: '„{{title}}“ ist verschoben.',
  cancel: 'Abbrechen',
  do: 'Verschieben',
} as const;

export const merge = {
  title: 'Mit einem anderen Thema zusammenführen',
  search: 'Thema suchen',
  alike: 'Ähnliche in dieser Kohorte',
  found: 'Gefunden',
  noneAlike: 'Nichts Ähnliches gefunden. Such nach einem Wort.',
  noneFound: 'Nichts gefunden. Versuch ein anderes Wort.',
  consequence: 'Das geschieht',
  choose: 'Wähle, wohin die Beiträge kommen.',
  does_one: 'Der Beitrag kommt ans Ende von „{{title}}“. Wer die alte Adresse öffnet, landet dort.',
  does_other: 'Alle {{count}} Beiträge kommen ans Ende von „{{title}}“. Wer die alte Adresse öffnet, landet dort.',
  cancel: 'Abbrechen',
  do: 'Zusammenführen',
} as const;

export const split = {
  bar: 'Beiträge abtrennen',
  selected_zero: 'Wähle die Beiträge, die ein eigenes Thema werden.',
  selected_one: '{{count}} Beitrag gewählt',
  selected_other: '{{count}} Beiträge gewählt',
  tick: 'Beitrag {{number}} abtrennen',
  take: 'Abtrennen …',
  stop: 'Auswahl beenden',
  title: 'Beiträge abtrennen',
  does_one: 'Der gewählte Beitrag aus „{{title}}“ wird mit seinen Antworten ein eigenes Thema.',
  does_other: 'Die {{count}} gewählten Beiträge aus „{{title}}“ werden mit ihren Antworten ein eigenes Thema.',
  newTitle: 'Titel des neuen Themas',
  needsTitle: 'Gib dem neuen Thema einen Titel.',
  cancel: 'Abbrechen',
  do: 'Abtrennen',
} as const;
