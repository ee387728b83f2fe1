import type { AuthoredModule } from '../../course-type.js';
import { format5 } from './tasks.js';

export const week5: AuthoredModule = {
  title: 'Lernzeit und Lernräume schaffen',
  summary:
    'Lernen braucht Zeit im Kalender, Anlässe, bei denen man sich trifft, und ein Klima, in dem Fragen nichts kosten. Du planst ein Format für dein Team und klärst vorher, was der Betriebsrat zu Recht wissen will.',
  objectives: [
    'Du verankerst Lernzeit so, dass sie auch eine volle Woche übersteht.',
    'Du wählst aus vier einfachen Formaten das passende für dein Team.',
    'Du kennst die Grenzen: Freiwilligkeit, Datenschutz und die Rechte des Betriebsrats.',
  ],
  highlights:
    'Learn & Lunch, Nugget oder Lernzirkel? Diese Woche planst du ein Format, das dein Team in den nächsten vier Wochen wirklich erlebt, samt der Frage, was dabei niemand mitzählen darf.',
  items: [
    {
      kind: 'video',
      title: 'Amy Edmondson: Wie aus Fremden ein Team wird',
      minutes: 14,
      required: true,
      url: 'https://www.ted.com/talks/amy_edmondson_how_to_turn_a_group_of_strangers_into_a_team',
      caption:
        'Was brauchen Menschen, die sich kaum kennen, um gemeinsam etwas zu lernen, das noch niemand kann? Edmondson erzählt vom Grubenunglück in Chile. Auf Englisch, deutsche Untertitel lassen sich einschalten.',
    },
    {
      kind: 'page',
      title: 'Lernzeit, die im Kalender überlebt',
      minutes: 8,
      required: true,
      markdown: `„Nehmt euch gern Zeit zum Lernen“ ist der am besten gemeinte und folgenloseste Satz der Personalentwicklung. Zeit, die man sich nehmen darf, nimmt man sich nicht, solange die Anlage blinkt und das Telefon klingelt. Lernzeit überlebt nur, wenn sie **klein, fest und verteidigt** ist.

## Drei Bauweisen

| Bauweise | So geht es | Passt, wenn … | Geht schief, wenn … |
| --- | --- | --- | --- |
| **Die feste Stunde** | Donnerstag 9–10 Uhr lernt das ganze Team, jede und jeder am eigenen Thema | alle ihren Kalender selbst füllen | die Führungskraft selbst nicht mitmacht |
| **Der Huckepack** | 15 Minuten hängen an etwas, das es schon gibt: Schichtübergabe, Teamrunde, Wartungsfenster | in Schichten oder draußen gearbeitet wird | sie immer als Erstes gekürzt werden |
| **Das Guthaben** | vier Stunden im Monat, frei einteilbar, Vertretung ist geregelt | sich Arbeit schlecht planen lässt | nur die mit den ruhigen Aufgaben es nutzen können |

Katrin arbeitet in der Montage mit dem Huckepack: Jeden Dienstag steht die Linie ohnehin zwanzig Minuten für den Werkzeugwechsel. Früher war das Kaffeezeit, heute ist es Kaffeezeit mit einem Thema. Die Leute schlagen es vor, und manchmal heißt das Thema auch „heute einfach Kaffee“.

## Verteidigen, aber freundlich

Lernzeit wird selten abgeschafft. Sie wird verschoben, einmal, zweimal, dann ist sie weg. Diese Sätze helfen:

> „Da bin ich im Lerntermin. Um zehn rufe ich dich zurück.“

> „Wenn wir die Runde diese Woche ausfallen lassen, wann holen wir sie nach? Ich trage es gleich ein.“

> „Wir kürzen auf fünfzehn Minuten, aber sie findet statt.“

Der dritte Satz ist der wichtigste. Eine gekürzte Runde sagt: Das hier gehört dazu. Eine ausgefallene sagt das Gegenteil, und zwar lauter als jede Rede.

## Wer fehlt immer?

Schau nach vier Wochen, wer die Lernzeit **nicht** nutzen konnte. Häufig sind es Teilzeitkräfte, die Spätschicht, Leute auf Montage und alle, die gerade jemanden vertreten. Das ist fast nie eine Frage der Lust. Frag:

- Liegt der Termin immer auf demselben Wochentag, an dem dieselben Leute frei haben?
- Wer übernimmt das Telefon, während die anderen lernen, und wann ist diese Person dran?
- Kommt man auch vom Handy aus hinein, auf dem Parkplatz vor dem Kunden?

## Eine klare Regel zum Schluss

Was du anordnest, ist Arbeitszeit. Was du erwartest, ohne es zu sagen, ebenfalls. „Freiwillig, aber ich sehe schon, wer kommt“ ist keine Freiwilligkeit. Wenn ein Format in der Mittagspause liegt, darf man dort auch einfach essen, oder woanders.
`,
    },
    {
      kind: 'page',
      title: 'Vier Formate, die wenig kosten',
      minutes: 9,
      required: true,
      markdown: `Du brauchst kein Programm. Du brauchst **ein** Format, das zu deinem Team passt und nach vier Wochen noch lebt. Hier sind vier, alle schon bei uns ausprobiert.

| Format | Dauer | Vorbereitung | Gut für |
| --- | --- | --- | --- |
| Nugget | 3 Minuten | 10 Minuten | einen Kniff, den alle sofort brauchen |
| Learn & Lunch | 45 Minuten | 30 Minuten | ein Thema aus einer anderen Abteilung |
| Lernzirkel | 5 × 45 Minuten | gering | etwas, das man üben muss |
| Lernspaziergang | 25 Minuten | keine | Nachdenken zu zweit |

## Nugget: drei Minuten, eine Sache

Ein Bild, ein Handgriff, ein Satz. Zum Beispiel: „So sieht ein Filter nach sechs Monaten neben einer Baustelle aus. Deshalb fragen wir nach der Baustelle.“ Ein gutes Nugget beantwortet **eine** Frage, die in der letzten Woche wirklich jemand gestellt hat. Fang so an: „Gestern fragte mich …“

## Learn & Lunch: zuhören mit vollem Mund

Jemand erzählt zwanzig Minuten, danach wird geredet. Drei Regeln machen den Unterschied:

1. **Keine Folien über Folien.** Ein mitgebrachtes Bauteil schlägt zehn Diagramme.
2. **Die erste Frage ist abgesprochen.** Sonst traut sich niemand, und alle schauen auf ihr Brot.
3. **Wer nicht kommen kann, bekommt fünf Sätze**, keine Aufzeichnung von fünfzig Minuten, die niemand ansieht.

So lädst du ein:

> „Mittwoch, 12:15 Uhr, Raum 0.04: Henrik hat drei Ventilatoren dabei, einer davon ist zu laut. Ratet welcher, danach erklärt er, warum. Essen bitte mitbringen, früher gehen ist in Ordnung.“

## Lernzirkel: vier Leute, fünf Treffen, ein Ziel pro Kopf

Ein Lernzirkel ist eine Verabredung unter Gleichen. Vier bis fünf Personen treffen sich fünfmal, alle mit eigenem Lernziel. Jedes Treffen läuft gleich ab:

- **10 Minuten:** Was habe ich seit dem letzten Mal versucht?
- **25 Minuten:** Eine Person bekommt die Gruppe für ihr Anliegen.
- **10 Minuten:** Was tue ich bis zum nächsten Mal?

Als Führungskraft bist du Gast oder gar nicht dabei. Deine Aufgabe ist der Raum, die Zeit und die Frage am Ende: „Braucht ihr noch etwas von mir?“

## Lernspaziergang: zu zweit ums Werk

Zwei Menschen, eine Frage, einmal um das Gelände. Auf dem Hinweg redet die eine Person, auf dem Rückweg die andere. Nebeneinander spricht es sich leichter als gegenüber, und niemand schaut auf einen Bildschirm.

## So wählst du

- Fehlt ein **Kniff**? Nugget.
- Fehlt ein **Blick über den Zaun**? Learn & Lunch.
- Fehlt **Übung**? Lernzirkel.
- Fehlt **Ruhe zum Denken**? Spaziergang.

Und dann: einmal ausprobieren, fragen, anpassen, noch einmal. Erst nach dem dritten Mal darfst du entscheiden, ob es nichts für euch ist.
`,
    },
    {
      kind: 'page',
      title: 'Sicherheit im Team, und was der Betriebsrat zu Recht fragt',
      minutes: 9,
      required: true,
      markdown: `In den 1990er Jahren untersuchte Amy Edmondson Medikationsfehler auf Krankenhausstationen. Sie erwartete, dass gut geführte Teams weniger Fehler melden. Es war umgekehrt. Ihre Erklärung: Diese Teams machten vermutlich nicht mehr Fehler, sie **sprachen** offener darüber. Daraus wurde der Begriff der **psychologischen Sicherheit**: die gemeinsame Überzeugung, dass man in diesem Team fragen, zweifeln und Fehler zugeben kann, ohne dafür bestraft oder beschämt zu werden.

Das heißt nicht, dass es immer nett zugeht. Hohe Ansprüche und Sicherheit passen gut zusammen. Ohne Sicherheit erzeugen Ansprüche nur gute Ausreden.

## Drei Hebel, die du morgen bedienen kannst

- **Die Arbeit als Lernaufgabe beschreiben:** „Das haben wir so noch nie gemacht. Wir werden Dinge übersehen, also sagt Bescheid.“
- **Die eigene Begrenztheit zugeben:** „Ich sehe die Baustelle nicht. Ihr schon.“
- **Auf die erste schlechte Nachricht gut reagieren:** „Danke, dass du es gleich sagst. Was brauchst du?“ Danach erst die Ursache.

## Warum der Betriebsrat mitredet

Wer offen lernt, macht sich angreifbar. Deshalb ist es gut, dass jemand auf die Regeln achtet. In Deutschland hat der Betriebsrat bei der Berufsbildung Rechte (Betriebsverfassungsgesetz, §§ 96 bis 98), und er bestimmt mit, wenn technische Einrichtungen Verhalten oder Leistung überwachen können (§ 87 Absatz 1 Nummer 6). Eine Lernplattform kann das fast immer. In Wien gilt das österreichische Arbeitsverfassungsgesetz mit vergleichbaren Gedanken. In Leeds gibt es keinen Betriebsrat, aber Datenschutz und Anstand gelten dort auch.

Du musst kein Jurist werden. Diese Tabelle reicht für den Alltag:

| In Ordnung | Vorher klären | Lass es |
| --- | --- | --- |
| selbst erzählen, was du lernst | eine neue Pflichtschulung für dein Team | eine Liste führen, wer wie viel lernt |
| zu einem Format einladen | eine Umfrage mit Namen | Lernfortschritt in die Beurteilung ziehen |
| im Gespräch nach Lernzielen fragen | Aufzeichnung einer Sitzung | Ranglisten, Abzeichen als Wettbewerb |
| Gruppenzahlen ansehen, die das System zeigt | Lernzeit außerhalb der Arbeitszeit | nach Quizergebnissen Einzelner fragen |

Auswertungen zeigt dir diese Plattform nur für Gruppen ab einer Mindestgröße. Das ist kein technischer Mangel, sondern eine Zusage an deine Leute. Wer dir mehr zeigen will, kann das selbst tun.

## Ein Anruf, der sich lohnt

> „Hallo Sabine, ich plane für mein Team einen Lernzirkel: freiwillig, in der Arbeitszeit, ohne Anwesenheitsliste. Gibt es etwas, worauf ich achten soll?“

Zwei Minuten, und du hast eine Verbündete statt einer Rückfrage. Im Zweifel hilft die Personalabteilung weiter. Dieser Text ersetzt keine Rechtsberatung.
`,
    },
    {
      kind: 'discussion',
      title: 'Was hat bei euch überlebt?',
      minutes: 10,
      required: true,
      markdown: `Fast jedes Team hat schon einmal eine Lernrunde, einen Jour fixe oder eine Wissensdatenbank begonnen. Die meisten sind still gestorben.

- Welches Format hat in deinem Team **länger als ein halbes Jahr** gehalten? Woran lag es?
- Welches ist **eingeschlafen**, und wann hast du es gemerkt?
- Was würdest du heute **kleiner** anfangen?

Antworte auf einen Beitrag aus einer Abteilung, die ganz anders arbeitet als deine. Büro liest Schicht, Schicht liest Außendienst.
`,
    },
    {
      kind: 'assignment',
      title: 'Dein Format: planen, klären, einladen',
      minutes: 25,
      required: true,
      assignment: format5,
      markdown: `Plane **ein** Format, das dein Team in den nächsten vier Wochen mindestens zweimal erlebt.

| Frage | Deine Antwort |
| --- | --- |
| Welches Format, und welches Bedürfnis aus der Lernlandkarte (Woche 1) trifft es? | |
| Wann, wo, wie lange? Wer kann dann **nicht**, und was gibt es für diese Leute? | |
| Wer trägt es außer dir? | |
| Was wird bewusst **nicht** erfasst? | |
| Wen fragst du vorher (Betriebsrat, Personal, Schichtplanung)? | |
| Woran merkst du nach dem zweiten Mal, ob es lohnt? | |

**Gib ab:** die ausgefüllte Tabelle und deine Einladung im Wortlaut, höchstens sechs Zeilen.

Wer deinen Plan liest, prüft drei Dinge: Ist es klein genug? Kann man ohne Nachteil wegbleiben? Hätte ich Lust zu kommen?
`,
    },
  ],
};
