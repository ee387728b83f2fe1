/** What everybody reads: the frame of the app, and the screens of learners. */
const learner = {
  shell: {
    skip: 'Zum Inhalt springen',
    loading: 'Wird geladen …',
    undo: 'Rückgängig',
    close: 'Schließen',
    toStart: 'Zur Startseite',
    tryAgain: 'Noch einmal versuchen',
    troubleTitle: 'Das hat nicht geklappt',
    troubleText: 'Da ist etwas schiefgegangen. Versuch es noch einmal.',
    unreachable: 'Kohorte ist gerade nicht erreichbar. Prüfe deine Verbindung und versuch es noch einmal.',
    refusedTitle: 'Hier geht es nicht weiter',
    notFoundTitle: 'Diese Seite gibt es nicht',
    notFoundText: 'Vielleicht ist sie umgezogen, oder die Adresse ist nicht vollständig.',
  },
  nav: {
    label: 'Hauptnavigation',
    home: 'Start',
    catalogue: 'Kurse',
    calendar: 'Kalender',
    notifications: 'Mitteilungen',
    profile: 'Profil',
    more: 'Mehr',
    unread_one: '{{count}} ungelesene Mitteilung',
    unread_other: '{{count}} ungelesene Mitteilungen',
    groups: { teach: 'Lehren', manage: 'Verwalten' },
    studio: 'Meine Kurse',
    imports: 'Importe',
    runs: 'Kohorten',
    completion: 'Abschlüsse',
    users: 'Personen',
    mails: 'E-Mails',
    jobs: 'Hintergrundaufgaben',
  },
} as const;

export default learner;
