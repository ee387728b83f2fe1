import type { AuthoredCourse } from '../course-type.js';

/** Meant for relative pacing: every learner's weeks count from their own first day. */
export const ankommen: AuthoredCourse = {
  slug: 'ankommen-bei-nordwind',
  language: 'de',
  title: 'Ankommen bei Nordwind',
  summary: `Willkommen! Dieser Kurs begleitet dich durch deine ersten vier Wochen, immer gerechnet ab deinem eigenen Start. Er ersetzt keine Einarbeitung im Team, aber er beantwortet die Fragen, die man am dritten Tag ungern zum zweiten Mal stellt.

Jede Woche brauchst du etwa zwanzig Minuten. Das meiste davon verbringst du im Gespräch mit Menschen, nicht am Bildschirm.`,
  audience: 'Alle, die neu bei Nordwind sind oder nach längerer Pause zurückkommen.',
  workloadMinutesPerWeek: 20,
  modules: [
    {
      title: 'Woche 1: Wer wir sind',
      summary: 'Was Nordwind baut, für wen, und mit wem du in den nächsten Wochen zu tun hast.',
      objectives: [
        'Du kannst in zwei Sätzen erklären, was Nordwind macht.',
        'Du weißt, wen du in deiner ersten Woche fragen kannst.',
      ],
      highlights:
        'Schön, dass du da bist! In dieser Woche lernst du Nordwind in zehn Minuten kennen und stellst dich deinen neuen Kolleginnen und Kollegen vor.',
      items: [
        {
          kind: 'page',
          title: 'Nordwind in zehn Minuten',
          minutes: 8,
          required: true,
          markdown: `Nordwind macht gute Luft und warme Räume. Wir entwickeln und bauen **Lüftungsgeräte und Wärmepumpen** für Wohnhäuser, Schulen und kleinere Betriebe.

| Standort | Was dort passiert |
| --- | --- |
| **Leipzig** | Entwicklung, Blechfertigung, Montage, Prüflabor, Kundendienst und Verwaltung |
| **Hamburg** | Vertriebsbüro für den Norden und Osten |
| **Leeds** (Northwind Ltd.) | Vertrieb, Service und Lager für das Vereinigte Königreich |
| **Wien** | Vertrieb und Service für Österreich |

## Was uns ausmacht

- **Wir hören zu, bevor wir rechnen.** Ein Gerät, das niemand bedienen kann, spart keine Energie.
- **Ein Fehler ist eine Nachricht.** Wer einen findet, sagt es, egal an welcher Stelle und in welcher Rolle.
- **Wir duzen uns**, vom ersten Tag an bis in den Vorstand. In Leeds erledigt sich die Frage von selbst.

## Deine drei Menschen

In der ersten Woche solltest du drei Namen kennen: deine **Führungskraft**, deine **Patin oder deinen Paten** (fragt nach dir, ohne dass du darum bitten musst) und eine Person aus einer **anderen Abteilung**, mit der du einmal essen gehst. Fehlt dir einer davon, frag deine Führungskraft. Das ist kein Nachhaken, sondern deine erste Aufgabe.
`,
        },
        {
          kind: 'discussion',
          title: 'Stell dich vor',
          minutes: 5,
          required: true,
          markdown: `Vier Sätze genügen:

1. Wer bist du, und in welchem Team fängst du an?
2. Was hast du vorher gemacht?
3. Womit kann man dir eine Freude machen?
4. Was ist dir in den ersten Tagen bei uns **komisch** vorgekommen?

Der vierte Satz ist uns der liebste. Du siehst gerade Dinge, die wir längst nicht mehr sehen.
`,
        },
      ],
    },
    {
      title: 'Woche 2: Sicher und gut ausgestattet',
      summary: 'Arbeitsschutz, Zugänge und wo du Hilfe bekommst, wenn etwas nicht funktioniert.',
      objectives: [
        'Du kennst die wichtigsten Sicherheitsregeln an deinem Arbeitsplatz.',
        'Du weißt, wo du bei technischen Problemen Hilfe bekommst.',
      ],
      highlights:
        'Fluchtweg, Gehörschutz, Zugänge: Nach dieser Woche weißt du, was dich schützt und wer dir hilft, wenn etwas klemmt.',
      items: [
        {
          kind: 'page',
          title: 'Sicherheit zuerst, in jeder Halle',
          minutes: 7,
          required: true,
          markdown: `Die ausführliche Unterweisung bekommst du an deinem Arbeitsplatz, von einem Menschen, mit Unterschrift. Diese Regeln gelten überall und ab sofort:

- **Gelbe Linie:** Dahinter gelten Sicherheitsschuhe und Gehörschutz, auch für fünf Schritte.
- **Kältemittel:** Anlagen öffnet nur, wer den Sachkundenachweis hat. Riecht oder zischt etwas, dann Abstand halten, lüften, Bescheid sagen.
- **Heben:** Ab 25 Kilogramm zu zweit oder mit Hebezeug. Niemand bekommt Applaus für einen kaputten Rücken.
- **Beinaheunfall:** melden, auch wenn nichts passiert ist. Das orange Kärtchen dauert eine Minute.

## Wenn etwas passiert

| Lage | Was du tust |
| --- | --- |
| Verletzung | 112, danach den Ersthelfer in der Halle. Namen hängen an jeder Tür. |
| Feuer | Taster drücken, Gebäude verlassen, Sammelplatz am Tor 2 |
| Rechner, Zugang, Handy | IT-Hotline, montags bis freitags von 7 bis 18 Uhr |

> „Stopp, das sieht für mich nicht sicher aus.“

Diesen Satz darf hier **jeder zu jedem** sagen, auch am zweiten Arbeitstag, auch zum Werkleiter. Die Antwort ist immer dieselbe: „Danke, zeig mal.“
`,
        },
        {
          kind: 'assignment',
          title: 'Ein Rundgang mit offenen Augen',
          minutes: 15,
          required: true,
          markdown: `Nimm deine Patin oder deinen Paten mit und finde vor Ort:

- zwei Fluchtwege von deinem Arbeitsplatz aus,
- den nächsten Verbandskasten und den nächsten Feuerlöscher,
- den Sammelplatz,
- die orangen Kärtchen.

Notiere **eine** Sache, die du als neuer Mensch verwirrend findest, zum Beispiel ein Schild oder eine Tür. Wir geben sie gesammelt an die Arbeitssicherheit weiter, ohne Namen.
`,
        },
      ],
    },
    {
      title: 'Woche 3: Wie wir zusammenarbeiten',
      summary: 'Besprechungen, Arbeitszeit, Betriebsrat und die ungeschriebenen Regeln, hier einmal aufgeschrieben.',
      objectives: [
        'Du kennst unsere Absprachen zu Arbeitszeit, Erreichbarkeit und Besprechungen.',
        'Du weißt, wofür Betriebsrat und Vertrauenspersonen da sind.',
      ],
      highlights:
        'Diese Woche schreiben wir die ungeschriebenen Regeln auf. Und du gehst mit jemandem essen, den du noch nicht kennst.',
      items: [
        {
          kind: 'page',
          title: 'Ungeschriebene Regeln, aufgeschrieben',
          minutes: 7,
          required: true,
          markdown: `Jede Firma hat Regeln, die in keinem Handbuch stehen. Das sind unsere.

- **Besprechungen** enden fünf Minuten vor der vollen Stunde. Wer keine Frage und keine Entscheidung mitbringt, darf absagen.
- **Erreichbarkeit:** Abends und am Wochenende musst du nichts lesen. Wenn es brennt, ruft jemand an.
- **Zwischen Leipzig und Leeds** liegt eine Stunde. Nenn bei Terminen immer beide Zeiten und leg nichts auf acht Uhr deutscher Zeit.
- **Sprache:** Ist jemand dabei, der kein Deutsch spricht, wechseln wir ins Englische. Nicht perfekt, aber gleich.
- **Kaffee** bezahlt, wer eine Frage hat. So kommt man ins Gespräch.

## Wer für dich da ist

| Wenn … | … dann |
| --- | --- |
| du Fragen zu Vertrag, Urlaub oder Elternzeit hast | Personal |
| dir eine Regelung ungerecht vorkommt | Betriebsrat, Sprechstunde dienstags, Raum 1.12 |
| jemand Grenzen verletzt | Vertrauensperson deiner Wahl, auf Wunsch anonym |
| du etwas lernen möchtest | deine Führungskraft oder Petra Lindner, Lernen & Entwicklung |

Du musst niemandem erklären, warum du zu einer dieser Stellen gehst. Die Zeit dafür ist Arbeitszeit.
`,
        },
        {
          kind: 'link',
          title: 'Hintergrund: das Betriebsverfassungsgesetz',
          minutes: 5,
          required: false,
          url: 'https://de.wikipedia.org/wiki/Betriebsverfassungsgesetz',
          note: 'Wer wissen möchte, was ein Betriebsrat darf und wofür er da ist: Die ersten Absätze genügen.',
        },
        {
          kind: 'assignment',
          title: 'Ein Mittagessen über den Zaun',
          minutes: 10,
          required: true,
          markdown: `Verabrede dich zum Essen oder zu einem Anruf mit jemandem aus einer Abteilung, mit der dein Team zu tun hat. Drei Fragen zum Mitnehmen:

1. Was macht ihr, das von außen niemand sieht?
2. Was wünscht ihr euch von meinem Team?
3. Wen sollte ich als Nächstes kennenlernen?

Schreib danach **einen Satz** auf, den du deinem Team erzählen willst. Bist du unterwegs oder in Spätschicht? Dann zählt auch ein Telefonat von zehn Minuten.
`,
        },
      ],
    },
    {
      title: 'Woche 4: Dein Weg hier',
      summary: 'Ein erstes Lernziel, ein Gespräch mit deiner Führungskraft und dein frischer Blick für uns.',
      objectives: [
        'Du hast ein erstes Lernziel und kennst die Wege, es zu erreichen.',
        'Du hast deiner Führungskraft gesagt, was dir hilft und was dir fehlt.',
      ],
      highlights:
        'Ein Monat ist geschafft! Zum Abschluss sprichst du mit deiner Führungskraft darüber, was du hier lernen möchtest. Die Fragen dafür haben wir vorbereitet.',
      items: [
        {
          kind: 'page',
          title: 'Lernen bei Nordwind',
          minutes: 6,
          required: true,
          markdown: `Nach vier Wochen kennst du den Weg zur Kantine. Zeit für die Frage, wohin **du** möchtest.

Bei uns lernt man selten nur im Kurs. Das sind die üblichen Wege:

- **Bei der Arbeit:** eine Vertretung, ein kleines Projekt, ein Tag in einer anderen Abteilung. Frag einfach, die meisten sagen Ja.
- **Von anderen:** Lernzirkel mit vier Leuten, Learn & Lunch am Mittwoch, ein Spaziergang ums Werk.
- **In Kursen:** alles, was im Katalog steht, während der Arbeitszeit. Sprich den Termin mit deinem Team ab.

Was du lernst, gehört dir. Deine Führungskraft sieht nur zusammengefasste Zahlen für Gruppen, nie deine einzelnen Ergebnisse, solange du sie nicht selbst zeigst.

## Ein gutes erstes Lernziel

Klein, konkret und für dich von Bedeutung. Zum Beispiel:

> „Bis Ende des Quartals kann ich einem Kunden erklären, warum sein Gerät nachts leiser läuft.“

> „Ich lerne, unsere Stücklisten zu lesen, ohne jemanden anzurufen.“

Wenn dir nichts einfällt, beantworte diese Frage: **Worüber hast du in den letzten vier Wochen am häufigsten gestaunt?** Dort liegt meistens etwas.
`,
        },
        {
          kind: 'assignment',
          title: 'Das Vier-Wochen-Gespräch',
          minutes: 20,
          required: true,
          markdown: `Bitte deine Führungskraft um zwanzig Minuten. Diese Fragen stellst **du**:

1. Was ist dir an meiner Arbeit aufgefallen?
2. Was sollte ich in den nächsten drei Monaten können?
3. Womit bin ich für das Team schon jetzt nützlich?

Und das erzählst du:

- was dir den Einstieg **leicht** gemacht hat,
- was dir **gefehlt** hat,
- dein erstes Lernziel.

Bestätige hier nur, **dass** das Gespräch stattgefunden hat. Der Inhalt bleibt bei euch beiden.
`,
        },
        {
          kind: 'discussion',
          title: 'Was sollten die Nächsten wissen?',
          minutes: 5,
          required: false,
          markdown: `Gib einen Tipp an alle weiter, die nach dir anfangen. Was hättest du gern am ersten Tag gewusst? Der beste Ort für ein ruhiges Telefonat zählt genauso wie der Trick mit dem Drucker im zweiten Stock.
`,
        },
      ],
    },
  ],
};
