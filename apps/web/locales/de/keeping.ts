/** What people read about what they write while it is kept for them. */
const keeping = {
  saving: {
    saved: 'Gespeichert',
    unsaved: 'Wird gleich gespeichert …',
    saving: 'Wird gespeichert …',
    'held-back':
      'Keine Verbindung. Auf diesem Gerät ist es gesichert und wird gespeichert, sobald du wieder online bist.',
    refused: 'Nicht gespeichert. Auf diesem Gerät ist es gesichert.',
    conflict: 'Es gibt zwei Fassungen. Wähle, welche gelten soll.',
  },
  conflict: {
    title: 'Zwei Fassungen: {{field}}',
    text: 'Das wurde auch anderswo geändert, auf einem anderen Gerät oder von deinem Team. Entscheide, was bleibt; bis dahin ist beides da.',
    mine: 'Hier geschrieben',
    theirs: 'Anderswo gespeichert',
    empty: '(leer)',
    keepMine: 'Diese behalten',
    keepTheirs: 'Diese übernehmen',
    keepBoth: 'Beide untereinander setzen',
  },
} as const;

export default keeping;
