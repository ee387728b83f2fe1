import type { AuthoredModule } from '../../course-type.js';
import { kickOff } from '../sessions.js';
import { lernlandkarte } from './tasks.js';

export const week1: AuthoredModule = {
  title: 'Warum Führung Lernen sichtbar macht',
  summary:
    'Dein Team lernt jeden Tag von dir, ob du es willst oder nicht. In dieser Woche schaust du hin, was es dabei lernt, und entscheidest, was es künftig sehen soll.',
  objectives: [
    'Du kannst in zwei Sätzen sagen, was ein Learnfluencer tut und was nicht.',
    'Du kannst erklären, was hinter 70-20-10 steckt und wo die Faustregel aufhört.',
    'Du weißt, wo in deinem Team heute gelernt wird und an welcher Stelle dein Beispiel zählt.',
  ],
  highlights:
    'Womit lernt dein Team eigentlich, wenn gerade kein Kurs läuft? Zum Auftakt zeichnest du eine Lernlandkarte, und sie wird dich an mindestens einer Stelle überraschen.',
  items: [
    {
      kind: 'session',
      title: 'Live: Auftakt in deiner Gruppe',
      minutes: 60,
      required: true,
      session: kickOff,
      markdown: `Eine Stunde in einem Raum an deinem Standort, mit den Menschen, mit denen du die nächsten sechs Wochen gehst.

| Minute | Was passiert |
| --- | --- |
| 0–15 | Ankommen: Woran hat zuletzt jemand gemerkt, dass du gerade lernst? |
| 15–35 | Zu zweit: Was soll in sechs Wochen in deinem Team anders sein? |
| 35–50 | Wie wir arbeiten: Rhythmus, Abgaben, und was in der Gruppe bleibt |
| 50–60 | Dein erster kleiner Versuch, noch in dieser Woche |

**Bitte mitbringen:** einen Stift und eine Frage, auf die du selbst noch keine Antwort hast.
`,
    },
    {
      kind: 'page',
      title: 'Was ein Learnfluencer tut und was nicht',
      minutes: 8,
      required: true,
      markdown: `Montag, 7:40 Uhr, Montage Wärmepumpen. Katrin, die Teamleiterin, steht mit der Frühschicht an der Tafel und sagt: „Am Freitag habe ich beim neuen Prüfprogramm zweimal abgebrochen, weil ich die Fehlermeldung nicht verstanden habe. Cem hat mir gezeigt, wo sie erklärt ist. Heute probiere ich es allein, und um zehn sage ich euch, ob es geklappt hat.“

Das hat vierzig Sekunden gedauert. Niemand hat einen Kurs gebucht, niemand ein Formular ausgefüllt. Trotzdem ist viel passiert: Die Chefin lernt noch. Sie fragt jemanden, der unter ihr arbeitet. Sie nennt den Fehler, ohne sich zu winden. Und sie kommt darauf zurück.

Genau das meinen wir mit **Learnfluencer**: eine Führungskraft, die offen lernt und dadurch Lernen im Team normal macht. Das Wort ist ein Augenzwinkern, die Sache ist es nicht.

## Drei Dinge, die ein Learnfluencer tut

1. **Er zeigt das eigene Lernen**, auch den unfertigen Teil davon.
2. **Er macht Platz**: Zeit, Anlässe und Gespräche, in denen andere lernen können.
3. **Er fragt nach**, neugierig statt kontrollierend: „Was hast du ausprobiert? Was war anders als gedacht?“

## Und was er nicht tut

| Ein Learnfluencer … | … ist kein |
| --- | --- |
| erzählt von einem eigenen Versuch | Lautsprecher, der Artikel weiterleitet, die er selbst nicht gelesen hat |
| fragt nach, was jemand braucht | Kontrolleur, der abgehakte Kurse zählt |
| gibt zu, dass er etwas nicht weiß | Selbstdarsteller, der jede Schwäche als Heldengeschichte verkauft |
| schafft Gelegenheiten | Ersatz für Fachleute, Ausbilderinnen oder die Personalentwicklung |

Der dritte Punkt ist heikler, als er klingt. „Ich habe so viel gelernt, als ich damals das Werk gerettet habe“ ist keine Lerngeschichte, sondern ein Pokal. Eine gute Lerngeschichte erkennst du daran, dass sie beim Erzählen ein bisschen unangenehm ist und trotzdem niemand Mitleid haben muss.

## Muss ich dafür extrovertiert sein?

Nein. Henrik aus dem Prüflabor hält ungern Reden. Er schreibt freitags drei Zeilen auf den Rand des Messprotokolls, das ohnehin alle lesen: was er wissen wollte, was er probiert hat, was offen ist. Inzwischen schreiben andere ihre Zeilen darunter.

Du brauchst also keine Bühne. Du brauchst eine **Stelle, an der dein Team sowieso vorbeikommt**, und den Mut zu einem unfertigen Satz. Um diese Stelle und diesen Satz geht es in den nächsten sechs Wochen.

## Bevor du weiterliest

Beantworte für dich diese Fragen, gern auf Papier:

- Wann hat dein Team zuletzt gehört, dass du etwas nicht wusstest?
- Von wem in deinem Team hast du in den letzten vier Wochen etwas gelernt? Weiß diese Person das?
- Welche Stelle wäre bei dir der „Rand des Messprotokolls“?
`,
    },
    {
      kind: 'video',
      title: 'Carol Dweck: Die Kraft des Wörtchens „noch“',
      minutes: 11,
      required: true,
      url: 'https://www.ted.com/talks/carol_dweck_the_power_of_believing_that_you_can_improve',
      caption:
        'Carol Dweck erzählt, was sich ändert, wenn aus „Das kann ich nicht“ ein „Das kann ich noch nicht“ wird. Auf Englisch, deutsche Untertitel lassen sich einschalten. Behalte beim Zuschauen im Hinterkopf: Spätere, größere Studien fanden kleinere Effekte als erhofft. Eine Haltung allein ersetzt keine Lernzeit, aber ohne sie bleibt die Lernzeit ungenutzt.',
    },
    {
      kind: 'page',
      title: '70-20-10: eine Faustregel, richtig gelesen',
      minutes: 8,
      required: true,
      markdown: `Vermutlich hast du die Zahlen schon gehört: Wir lernen zu 70 Prozent bei der Arbeit, zu 20 Prozent von anderen, zu 10 Prozent in Kursen. Sie stehen auf unzähligen Folien, oft mit einem Tortendiagramm daneben. Es lohnt sich zu wissen, woher sie kommen.

## Woher die Zahlen stammen

In den 1980er Jahren fragten Forscher am Center for Creative Leadership in den USA erfolgreiche Führungskräfte, welche Ereignisse sie am meisten geprägt hätten. Die meisten nannten schwierige Aufgaben, manche nannten andere Menschen, wenige einen Kurs. Michael Lombardo und Robert Eichinger machten daraus später die runden Zahlen 70, 20 und 10.

Das heißt:

- Es war eine **Befragung von Führungskräften im Rückblick**, keine Messung des Lernens.
- Sie gilt für **Menschen mit Berufserfahrung**. Wer morgen zum ersten Mal an einer Kälteanlage arbeitet, braucht zuerst eine Unterweisung und keine „prägende Erfahrung“.
- Die Zahlen sind **verdächtig rund**. Als Naturgesetz taugen sie nicht, als Merkhilfe sehr wohl.

## Wozu sie trotzdem gut ist

Die Regel erinnert an etwas, das im Alltag gern vergessen wird: Ein Kurs ist selten das Ende, meistens nur der Anstoß. Was danach in der Arbeit und im Gespräch passiert, entscheidet, ob etwas hängen bleibt. Und das meiste davon liegt in deiner Hand, nicht in der des Kursanbieters.

| Anteil | Was dazugehört | Was du als Führungskraft beeinflusst |
| --- | --- | --- |
| „70“ – die Arbeit selbst | neue Aufgaben, Vertretungen, Fehler, Projekte | Wer bekommt welche Aufgabe? Gibt es danach zehn Minuten Rückblick? |
| „20“ – andere Menschen | Feedback, Zuschauen, Fragen, Lernzirkel | Wer arbeitet mit wem? Ist Fragen bei uns erwünscht? |
| „10“ – Kurse und Bücher | Seminare, Onlinemodule, Unterweisungen | Wer darf hin? Was ist vorher und nachher verabredet? |

## Ein Beispiel aus der Hotline

Deniz schickt eine Kollegin in ein Seminar zur neuen Regelungsgeneration. Früher hätte er danach gefragt: „Und, wie war es?“ – „Gut.“ Ende.

Heute rahmt er die zehn Prozent ein:

> **Eine Woche vorher:** „Welche drei Anruferfragen möchtest du danach selbst beantworten können?“
>
> **Am Tag danach:** „Übernimmst du diese Woche die Anrufe zur neuen Regelung? Aylin sitzt daneben, falls es klemmt.“
>
> **Zwei Wochen später:** „Zeigst du uns in der Runde am Mittwoch die eine Sache, die wir alle wissen sollten?“

Der Kurs ist derselbe geblieben. Dazugekommen sind eine Aufgabe, eine Person und ein Termin. Mehr steckt hinter „70-20-10“ nicht, und das ist eine ganze Menge.

## Mitnehmen

Frag bei jeder Weiterbildung, die du genehmigst: **Welche Aufgabe, welcher Mensch und welcher Termin gehören dazu?** Fällt dir zu einem der drei nichts ein, ist die Weiterbildung noch nicht fertig geplant.
`,
    },
    {
      kind: 'page',
      title: 'Was dein Team von dir abliest',
      minutes: 8,
      required: true,
      markdown: `Menschen lernen durch Zuschauen. Der Psychologe Albert Bandura hat das schon in den 1960er Jahren gezeigt: Wir übernehmen Verhalten von anderen, vor allem von denen, die wir für erfolgreich, mächtig oder uns ähnlich halten. Eine Führungskraft ist fast immer mindestens eines davon.

Unbequem daran ist: Dein Team übernimmt nicht, was du über Lernen **sagst**. Es übernimmt, was es dich **tun** sieht.

## Vier Szenen, zwei Botschaften

| Szene | Botschaft A | Botschaft B |
| --- | --- | --- |
| Jemand fragt etwas, das du nicht weißt. | „Das klären wir später.“ (Thema nie wieder erwähnt) → *Nichtwissen versteckt man.* | „Weiß ich nicht. Wer weiß es? Sonst finde ich es bis Donnerstag heraus.“ → *Nichtwissen ist ein Anfang.* |
| Du sitzt in einem Onlinekurs. | nebenher Mails, Kamera aus → *Kurse sitzt man ab.* | Schild an der Tür: „Lerne bis 10 Uhr.“ → *Lernen ist Arbeit.* |
| Etwas geht schief. | „Wer war das?“ → *Deckung suchen.* | „Was haben wir gesehen, was haben wir übersehen?“ → *Reden lohnt sich.* |
| Ein Quartal wird eng. | Als Erstes fällt die Lernrunde aus. → *Lernen ist Dekoration.* | Sie wird auf 15 Minuten gekürzt und findet statt. → *Lernen gehört dazu.* |

Die rechte Spalte kostet kaum Zeit. Sie kostet eine Entscheidung im richtigen Moment, und dieser Moment ist meistens der, in dem es gerade nicht passt.

## Der kleinste Schritt: laut denken

Du musst nichts Neues beginnen, um sichtbar zu lernen. Es reicht, etwas laut zu tun, das du bisher im Stillen machst. Drei Satzanfänge, die fast überall passen:

- „Ich habe meine Meinung geändert. Bisher dachte ich …, jetzt denke ich …, weil …“
- „Das habe ich mir gestern von … zeigen lassen.“
- „Ich probiere diese Woche … aus. Sagt mir am Freitag, ob ihr einen Unterschied merkt.“

Achte auf den letzten Halbsatz. Er macht aus deinem Vorsatz eine Verabredung und gibt deinem Team eine Rolle: Es darf dir sagen, ob es klappt. Das ist für viele die erste Gelegenheit, der eigenen Führungskraft eine Rückmeldung zu geben, ohne dass jemand das Wort Feedback aussprechen muss.

## Wie viel Offenheit ist genug?

Offen lernen heißt nicht, alles preiszugeben. Eine brauchbare Grenze:

- **Teile**, woran du arbeitest, was du versuchst, was nicht geklappt hat und was du daraus machst.
- **Teile nicht**, was andere bloßstellt, was vertraulich ist oder wozu du selbst noch keinen Abstand hast.
- **Frag vorher**, wenn in deiner Geschichte noch jemand vorkommt. „Darf ich erzählen, dass du mir das gezeigt hast?“ freut die meisten. Manche nicht.

## Selbstcheck

Geh die vergangene Woche im Kopf durch und gib dir je einen Strich:

- Ich habe vor anderen „Weiß ich nicht“ gesagt.
- Ich habe jemanden aus dem Team um Erklärung gebeten.
- Ich habe nach einem Fehler zuerst gefragt und dann bewertet.
- Ich habe Lernzeit im Kalender verteidigt, meine oder fremde.

Null Striche sind kein Drama, sondern ein ehrlicher Anfang. In Woche 6 zählst du noch einmal.
`,
    },
    {
      kind: 'discussion',
      title: 'Von wem hast du lernen gelernt?',
      minutes: 10,
      required: true,
      markdown: `Erinnere dich an eine Führungskraft, eine Ausbilderin oder einen Kollegen, von dem du **durch Zuschauen** etwas gelernt hast, das du bis heute machst.

Schreib drei bis fünf Sätze:

1. Was genau hast du diese Person tun sehen?
2. Was hast du davon übernommen?
3. Wusste sie, dass du von ihr lernst?

Lies danach zwei Beiträge von anderen und frag bei einem nach: „Wie sah das konkret aus?“ Namen darfst du gern weglassen.
`,
    },
    {
      kind: 'assignment',
      title: 'Die Lernlandkarte deines Teams',
      minutes: 20,
      required: true,
      assignment: lernlandkarte,
      markdown: `Zeichne eine Landkarte: Wo wird in deinem Team **tatsächlich** gelernt? Nicht im Schulungsplan, sondern im Alltag. Ein Foto von einem Blatt Papier genügt.

**So gehst du vor**

1. Notiere fünf bis acht Situationen der letzten vier Wochen, in denen jemand hinterher mehr konnte als vorher. Übergaben zählen, Störungen, Pausengespräche, Suchmaschinen, auch der eine Kollege, den alle anrufen.
2. Markiere jede: *Arbeit selbst*, *andere Menschen* oder *Kurs*.
3. Zeichne ein Auge dorthin, wo du als Führungskraft sichtbar bist, und ein Fragezeichen dorthin, wo Lernen von einer einzigen Person abhängt.
4. Frag zwei Leute aus deinem Team, was auf der Karte fehlt. Das ist der wichtigste Schritt.

**Gib ab:** das Bild und drei Sätze dazu. Was hat dich überrascht? Wo könnte dein Beispiel etwas verändern? Was haben deine beiden Gesprächspartner ergänzt?

Auf der Karte stehen Situationen, keine Bewertungen von Personen. Wer namentlich vorkommt, weiß davon.
`,
    },
  ],
};
