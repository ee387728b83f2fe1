import type { AuthoredModule } from '../../course-type.js';
import { gespraech } from './tasks.js';

export const week3: AuthoredModule = {
  title: 'Feedback geben und nehmen',
  summary:
    'Ohne Rückmeldung wird aus Erfahrung nur Gewohnheit. Du übst, so zu sprechen, dass jemand etwas damit anfangen kann, und so zuzuhören, dass man dir wieder etwas sagt.',
  objectives: [
    'Du gibst eine Rückmeldung in vier Schritten: anklopfen, beobachten, Wirkung nennen, fragen.',
    'Du kannst eine Rückmeldung annehmen, ohne dich zu rechtfertigen.',
    'Du hast in dieser Woche ein Gespräch vorbereitet und geführt.',
  ],
  highlights:
    'Feedback ist das Thema der Woche, und zwar in beide Richtungen. Plane gleich heute ein Gespräch von zehn Minuten ein, das du am Ende der Woche wirklich geführt haben willst.',
  items: [
    {
      kind: 'video',
      title: 'LeeAnn Renninger: Gutes Feedback in fünf Minuten',
      minutes: 6,
      required: true,
      url: 'https://www.ted.com/talks/leeann_renninger_the_secret_to_giving_great_feedback',
      caption:
        'Ein kurzer Einstieg (englisch, mit Untertiteln): vier Bausteine für eine Rückmeldung, die ankommt. Der folgende Text übersetzt sie in unseren Alltag.',
    },
    {
      kind: 'page',
      title: 'Anklopfen, beobachten, Wirkung nennen, fragen',
      minutes: 9,
      required: true,
      markdown: `Feedback wirkt nicht von allein. 1996 werteten Avraham Kluger und Angelo DeNisi mehrere hundert Ergebnisse früherer Studien aus: Im Durchschnitt half Rückmeldung, aber in **mehr als einem Drittel der Fälle wurden die Leistungen danach schlechter**. Vor allem dann, wenn sich die Aufmerksamkeit weg von der Aufgabe und hin zur Person verschob. „Du bist unzuverlässig“ lädt zum Verteidigen ein. „Der Bericht kam am Dienstag statt am Montag“ lädt zum Reden ein.

## Vier Schritte

1. **Anklopfen.** Eine kurze Frage, die ein Nein erlaubt. „Hast du zehn Minuten? Mir ist bei der Übergabe etwas aufgefallen.“
2. **Beobachten.** Was eine Kamera gesehen hätte. Ein Ereignis, ein Zeitpunkt, keine Adjektive.
3. **Wirkung nennen.** Was es ausgelöst hat, bei dir, beim Kunden, im Ablauf.
4. **Fragen.** „Wie hast du es erlebt?“ und dann warten. Ein Atemzug mehr, als angenehm ist.

## So klingt es

Situation: Ein erfahrener Monteur hat der Kundin vor dem neuen Kollegen gesagt, der „Lehrling“ habe den Fühler falsch gesetzt.

> **Du:** „Jens, passt es gerade kurz? Es geht um den Termin bei Frau Albrecht.“
>
> **Jens:** „Klar.“
>
> **Du:** „Du hast vor ihr gesagt, der Lehrling habe den Fühler falsch gesetzt. Samir hat danach den Rest des Termins kein Wort mehr gesagt, und Frau Albrecht hat mich angerufen, ob da überhaupt Fachleute waren. Wie hast du es gesehen?“
>
> **Jens:** „Na ja, falsch war er ja.“
>
> **Du:** „Ja, der Fühler war falsch. Was wolltest du in dem Moment erreichen?“
>
> **Jens:** „Dass sie nicht denkt, ich hätte gepfuscht.“
>
> **Du:** „Verstehe. Wie bekommen wir beides hin: dass sie uns vertraut und dass Samir beim nächsten Mal fragt?“

Achte darauf, was du **nicht** gesagt hast: kein „immer“, kein „unprofessionell“, kein „Das darf nicht mehr vorkommen“. Und du hast in der Sache nichts zurückgenommen.

## Unscharfe Wörter schärfen

| Unscharf | Scharf |
| --- | --- |
| „Du warst in der Runde so passiv.“ | „Du hast in der Runde gestern nichts zum Zeitplan gesagt. Vorher am Telefon hattest du zwei Bedenken.“ |
| „Tolle Arbeit!“ | „Du hast die Kundin zuerst ausreden lassen und dann zusammengefasst. Danach war sie ruhig.“ |
| „Das geht so nicht.“ | „Im Protokoll fehlt die Außentemperatur. Ohne sie können wir die Messung nicht vergleichen.“ |

Die mittlere Zeile ist Absicht. **Auch Lob verdient die vier Schritte.** Wer nur hört, dass es toll war, weiß nicht, was er wiederholen soll.

## Wann lieber nicht

- **Vor Publikum**, wenn es kritisch ist.
- **Im Ärger.** Schlaf eine Nacht darüber, aber keine Woche.
- **Schriftlich**, wenn der Ton wichtig ist. Text klingt immer strenger.
- **Als Sandwich** aus Lob, Kritik, Lob. Die meisten warten beim Lob nur auf das Aber.
- **Über Dinge, die niemand ändern kann**, etwa Akzent, Stimme oder Körpergröße.

Und wenn es um eine arbeitsrechtlich ernste Sache geht, ist das kein Feedback mehr. Dann sprich vorher mit der Personalabteilung.
`,
    },
    {
      kind: 'page',
      title: 'Feedback nehmen: der schwierigere Teil',
      minutes: 8,
      required: true,
      markdown: `Wenn eine Führungskraft um Rückmeldung bittet, passiert meistens dasselbe: „Passt alles.“ Das ist selten die Wahrheit und immer eine Auskunft: *Mir ist das zu riskant.* Ob sich das ändert, entscheidet sich in den dreißig Sekunden nach der ersten ehrlichen Antwort.

## Frag kleiner

„Hast du Feedback für mich?“ ist eine Prüfungsfrage. Niemand hat darauf eine gute Antwort parat. Besser sind Fragen, auf die man mit einem Satz antworten kann:

- „Was ist **eine** Sache, die ich in der Runde heute hätte weglassen können?“
- „Auf einer Skala von eins bis zehn: Wie klar war mein Auftrag? Was hätte ihn um einen Punkt klarer gemacht?“
- „Was mache ich, das euch Arbeit macht, ohne dass ich es merke?“
- „Wobei sollte ich unbedingt bleiben?“

Kündige die Frage vorher an („Ich frage dich morgen nach einer Sache“). Wer nachdenken durfte, sagt mehr.

## Die vier Sätze danach

1. **„Danke.“** Und Punkt. Nicht „Danke, aber“.
2. **„Kannst du mir ein Beispiel sagen?“** Nur wenn du es wirklich nicht verstanden hast, im Ton von Neugier.
3. **„Ich habe verstanden: …“** Wiederhole es in deinen Worten.
4. **„Ich denke darüber nach und sage dir bis Donnerstag, was ich damit mache.“** Und dann hältst du das ein.

Du musst nicht zustimmen. Du darfst zu dem Schluss kommen, dass du es anders siehst. Aber erst am Donnerstag.

## Woran du merkst, dass du dich verteidigst

| Du denkst oder sagst … | Eigentlich heißt es … | Versuch stattdessen |
| --- | --- | --- |
| „Das hatte einen Grund.“ | Ich will verstanden werden. | „Erzähl weiter.“ |
| „Das sehen die anderen nicht so.“ | Ich suche Verbündete. | „Wie hat es auf dich gewirkt?“ |
| „Und du neulich …“ | Ich will nicht allein schuld sein. | Schweigen, ausatmen, Notiz machen. |
| „Ich bin halt so.“ | Hier soll niemand weiterfragen. | „Darauf habe ich noch keine Antwort.“ |

Ein einfacher Trick: **Schreib mit.** Wer schreibt, kann nicht gleichzeitig widersprechen, und dein Gegenüber sieht, dass es zählt.

## Deniz macht es öffentlich

Deniz hat in der Hotline gefragt, was er tut, das anderen Arbeit macht. Antwort: „Du schickst abends Nachrichten, und wir wissen nie, ob das bis morgen warten kann.“ Am Donnerstag sagte er in der Runde:

> „Ihr habt recht. Ab jetzt schreibe ich abends nur, was bis zum nächsten Mittag Zeit hat, und verschicke es zeitversetzt um acht. Wenn es brennt, rufe ich an. In vier Wochen frage ich noch einmal.“

Er hat damit mehr für die Feedbackkultur getan als jedes Plakat: Jemand hat etwas gesagt, es hat Folgen gehabt, und zwar für den Chef.

## Spielregel

Niemand ist verpflichtet, dir Rückmeldung zu geben. Wer nicht möchte, sagt Nein und muss das nicht erklären. Erst dadurch wird das Ja etwas wert.
`,
    },
    {
      kind: 'link',
      title: 'Zum Weiterlesen: das Johari-Fenster',
      minutes: 7,
      required: false,
      url: 'https://de.wikipedia.org/wiki/Johari-Fenster',
      note: 'Vier Felder dafür, was du über dich weißt und was andere über dich wissen. Das Feld „blinder Fleck“ erklärt, warum du um Rückmeldung bitten musst, statt in dich hineinzuhorchen.',
    },
    {
      kind: 'discussion',
      title: 'Der Satz, den du nie vergessen hast',
      minutes: 10,
      required: true,
      markdown: `Welche Rückmeldung aus deinem Berufsleben hast du bis heute im Ohr?

Erzähl kurz:

- **Was** wurde gesagt, möglichst wörtlich?
- Ging es um die **Aufgabe** oder um **dich als Person**?
- Was hast du danach **anders gemacht**, wenn überhaupt?

Reagiere auf einen Beitrag, indem du den Satz umformulierst: Wie hätte er mit *Beobachtung, Wirkung, Frage* geklungen? Bitte erzähle so, dass niemand erkennbar ist, der heute bei uns arbeitet.
`,
    },
    {
      kind: 'assignment',
      title: 'Ein Gespräch vorbereiten und führen',
      minutes: 30,
      required: true,
      assignment: gespraech,
      markdown: `Bereite **ein** Rückmeldegespräch vor und führe es noch in dieser Woche. Nimm kein Minenfeld. Eine Anerkennung, die du schon lange einmal genau aussprechen wolltest, ist ein sehr guter Anfang.

**Vorbereitung (10 Minuten)**

| Schritt | Meine Notiz |
| --- | --- |
| Anklopfen: Wann, wo, mit welchem Satz? | |
| Beobachtung: Was hätte eine Kamera gesehen? | |
| Wirkung: auf wen oder was? | |
| Frage: Welche, und halte ich die Stille aus? | |

**Gespräch (10 Minuten).** Stell am Ende eine der kleinen Fragen aus dem Text über das Nehmen.

**Rückblick (10 Minuten).** Gib eine halbe Seite ab:

1. Welcher Schritt fiel dir leicht, welcher schwer?
2. Was hast du auf deine Frage gehört, und was machst du damit?
3. Was sagst du beim nächsten Mal wörtlich anders?

Schreib **nichts**, woran man die andere Person erkennt. Es geht um dein Vorgehen, nicht um ihr Verhalten.
`,
    },
  ],
};
