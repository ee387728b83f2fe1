import type { AuthoredModule } from '../../course-type.js';
import { closing } from '../sessions.js';
import { plan } from './tasks.js';

export const week6: AuthoredModule = {
  title: 'Dranbleiben: vom Kurs zur Gewohnheit',
  summary:
    'Der Kurs endet, dein Alltag nicht. Du machst aus guten Vorsätzen wenige feste Gewohnheiten, planst den Rückfall gleich mit ein und schaust, was sich in sechs Wochen verändert hat.',
  objectives: [
    'Du verankerst zwei Gewohnheiten mit Wenn-dann-Plänen.',
    'Du erkennst ohne Ranglisten, ob sich im Team etwas verändert.',
    'Du hast einen Plan für die nächsten 90 Tage und jemanden, der danach fragt.',
  ],
  highlights:
    'Letzte Woche! Du machst aus sechs Wochen zwei Gewohnheiten und einen 90-Tage-Plan. Zum Abschluss sehen wir uns live: Bring eine Geschichte mit, die ohne diesen Kurs nicht passiert wäre.',
  items: [
    {
      kind: 'page',
      title: 'Wenn-dann: wie aus Vorsätzen Gewohnheiten werden',
      minutes: 9,
      required: true,
      markdown: `„Ich will öfter nachfragen.“ In drei Wochen wirst du diesen Satz vergessen haben, und zwar nicht aus Faulheit. Vorsätze scheitern selten am Wollen. Sie scheitern daran, dass im entscheidenden Moment niemand daran denkt.

## Der Wenn-dann-Plan

Der Psychologe Peter Gollwitzer hat dafür ein verblüffend einfaches Mittel untersucht: Man verknüpft das Vorhaben mit einem Auslöser. **Wenn** Situation X eintritt, **dann** tue ich Y. In vielen Studien setzten Menschen mit solchen Plänen ihre Vorhaben deutlich häufiger um als Menschen, die sich nur etwas vornahmen. Der Auslöser erinnert dich, nicht deine Willenskraft.

| Vorsatz | Wenn-dann-Plan |
| --- | --- |
| „Ich will mehr loben.“ | **Wenn** ich freitags den Rechner herunterfahre, **dann** schreibe ich einer Person, was mir in dieser Woche an ihrer Arbeit aufgefallen ist. |
| „Ich will weniger Ratschläge geben.“ | **Wenn** jemand mit einem Problem in der Tür steht, **dann** frage ich zuerst: ‚Was hast du schon versucht?‘ |
| „Ich will sichtbar lernen.“ | **Wenn** montags die Teamrunde beginnt, **dann** sage ich in einem Satz, was ich diese Woche ausprobiere. |
| „Ich will Lernzeit schützen.“ | **Wenn** jemand einen Termin in unsere Lernstunde legt, **dann** schlage ich sofort einen anderen vor. |

Gute Auslöser sind **Ereignisse**, keine Uhrzeiten in einem leeren Kalender: eine Tür, ein Geräusch, ein Handgriff, der ohnehin stattfindet.

## Wie lange dauert das?

Im Internet heißt es gern: 21 Tage. Das ist erfunden. In einer Londoner Untersuchung von Phillippa Lally und ihrem Team dauerte es im Mittel gut zwei Monate, bis sich ein neues Verhalten weitgehend von selbst einstellte, mit einer Spanne von **18 bis 254 Tagen**. Zwei Dinge daran sind tröstlich: Einfache Gewohnheiten gehen schneller, und ein einzelner ausgelassener Tag machte kaum einen Unterschied.

Das heißt für dich: Nimm **zwei** Gewohnheiten, nicht sieben, und gib ihnen ein Vierteljahr.

## Plane den Rückfall ein

Er kommt, meist zum Quartalsende, nach dem Urlaub oder wenn jemand ausfällt. Schreib jetzt auf, was du dann tust:

> **Wenn** ich zwei Wochen nichts geteilt habe, **dann** schreibe ich einen einzigen Satz: „War viel los, ich fange wieder an.“

> **Wenn** unsere Lernrunde zweimal ausgefallen ist, **dann** kürze ich sie auf zehn Minuten, statt sie neu zu planen.

Niemand im Team wird dir die Lücke vorwerfen. Im Gegenteil: Ein Chef, der nach einer Pause wieder anfängt, ist ein besseres Vorbild als einer, der nie eine gebraucht hat.

## Such dir ein Gegenüber

Gewohnheiten halten besser, wenn jemand freundlich danach fragt. Verabrede dich mit einer Person aus deiner Kohorte: einmal im Monat, fünfzehn Minuten, drei Fragen.

1. Was hast du probiert?
2. Was war anders als gedacht?
3. Was ist der nächste kleine Schritt?

Tragt den ersten Termin ein, bevor du weiterliest.
`,
    },
    {
      kind: 'page',
      title: 'Woran du merkst, dass sich etwas verändert',
      minutes: 8,
      required: true,
      markdown: `Irgendwann fragt jemand: „Und, was hat es gebracht?“ Die Versuchung ist groß, dann Zahlen zu suchen, die leicht zu haben sind: abgeschlossene Kurse, Lernstunden, Klicks. Sie messen Beschäftigung, nicht Veränderung. Und sobald sie über einzelne Menschen geführt werden, zerstören sie genau das Vertrauen, das du sechs Wochen lang aufgebaut hast.

## Hör hin, statt zu zählen

Die ehrlichsten Anzeichen stehen in keinem Bericht. Achte auf Sätze, die früher nicht gefallen wären:

- „Kannst du mir das noch mal zeigen?“, von jemandem mit zwanzig Jahren Erfahrung.
- „Ich habe da etwas falsch gemacht“, bevor es jemand bemerkt hat.
- „Wir haben es in Wien anders gelöst, soll ich euch das zeigen?“
- „Chef, du wolltest doch als Letzter sprechen.“

Schreib solche Sätze auf, ohne Namen, mit Datum. Nach drei Monaten hast du eine Sammlung, die mehr erzählt als jede Quote.

## Drei Fragen an dein Team

Stell sie in großer Runde, lass auf Karten antworten und lies sie gemeinsam. Keine Skalen, keine Namen.

1. Was habt ihr in den letzten drei Monaten gelernt, das euch die Arbeit leichter macht?
2. Wo hättet ihr gern gefragt und habt es nicht getan?
3. Was soll ich als Führungskraft beibehalten, was lassen?

Die zweite Frage ist die mutigste. Wenn darauf nichts kommt, frag dich, warum. Wenn viel kommt, bedank dich und wähle **eine** Sache aus, die du sofort änderst.

## Was sich nach oben berichten lässt

Deine eigene Führungskraft will vielleicht trotzdem etwas in der Hand haben. Das geht, ohne jemanden vorzuführen:

| Statt … | berichte lieber … |
| --- | --- |
| „87 Prozent haben den Kurs abgeschlossen.“ | „Drei Leute können jetzt die Regelung erklären, vorher war es eine.“ |
| „Wir hatten 42 Lernstunden.“ | „Die Übergabe dauert zwölf statt zwanzig Minuten, seit die Spätschicht ihre Karte gebaut hat.“ |
| „Das Team ist motiviert.“ | „Im letzten Monat kamen vier Verbesserungen aus der Dienstagsrunde, zwei sind umgesetzt.“ |

Und berichte auch, was nicht geklappt hat. Sonst glaubt man dir den Rest nicht.

## Zähl noch einmal

In Woche 1 hast du vier Striche verteilt oder eben nicht. Geh die letzte Woche durch:

- Ich habe vor anderen „Weiß ich nicht“ gesagt.
- Ich habe jemanden aus dem Team um Erklärung gebeten.
- Ich habe nach einem Fehler zuerst gefragt und dann bewertet.
- Ich habe Lernzeit im Kalender verteidigt, meine oder fremde.

Vergleiche dich mit dir selbst, mit niemandem sonst. Ein Strich mehr ist ein Erfolg. Ein ehrlicher Strich weniger ist es auch, denn du hast hingeschaut.
`,
    },
    {
      kind: 'link',
      title: 'Zum Weiterlesen: die Vergessenskurve',
      minutes: 6,
      required: false,
      url: 'https://de.wikipedia.org/wiki/Vergessenskurve',
      note: 'Warum das meiste nach wenigen Tagen weg ist und was Wiederholen in wachsenden Abständen dagegen tut. Ein guter Grund, den Folgetermin heute schon einzutragen.',
    },
    {
      kind: 'discussion',
      title: 'Eine Geschichte, die es ohne den Kurs nicht gäbe',
      minutes: 10,
      required: true,
      markdown: `Erzähl **eine** kleine Geschichte aus den letzten sechs Wochen. Eine Szene, ein Satz, ein missglückter Versuch. Sie muss nicht gut ausgehen.

Als Starthilfe:

> „In Woche … habe ich zum ersten Mal … Meine Leute haben … Ich dachte … Heute würde ich …“

Lies die Geschichten der anderen und schreib bei einer dazu, **was du daraus übernimmst**. So geht jede Geschichte mit mindestens einer zweiten Person nach Hause.
`,
    },
    {
      kind: 'assignment',
      title: 'Dein 90-Tage-Plan',
      minutes: 20,
      required: true,
      assignment: plan,
      markdown: `Eine Seite, nicht mehr. Schreib sie so, dass du sie deinem Team zeigen könntest. Am besten zeigst du sie ihm wirklich.

1. **Mein nächstes Lernziel** in einem Satz (prüfe ihn mit den fünf Kriterien aus Woche 2).
2. **Zwei Gewohnheiten** als Wenn-dann-Pläne.
3. **Ein Rückfallplan:** Wenn …, dann fange ich so wieder an: …
4. **Unser Format:** Was läuft weiter, wer trägt es, wann schauen wir darauf?
5. **Mein Gegenüber:** Wer fragt mich wann?
6. **Woran wir es in 90 Tagen merken:** ein Satz, der dann im Team fallen könnte.

Trag Tag 30, 60 und 90 mit je fünfzehn Minuten in deinen Kalender ein, bevor du abgibst.

Wer deinen Plan liest, antwortet auf zwei Fragen: Was daran ist klein genug, um sicher zu passieren? Was ist größer, als es aussieht?
`,
    },
    {
      kind: 'session',
      title: 'Live: Abschluss und Staffelübergabe',
      minutes: 30,
      required: true,
      session: closing,
      markdown: `Eine halbe Stunde, in der wir nicht zurück-, sondern weitergeben.

| Minute | Was passiert |
| --- | --- |
| 0–10 | Drei Geschichten aus der Diskussion, erzählt von denen, die sie erlebt haben |
| 10–20 | Zu zweit: 90-Tage-Pläne tauschen, eine Frage stellen, ersten Termin ausmachen |
| 20–28 | Staffelübergabe: Jede Person nennt eine Kollegin oder einen Kollegen, dem dieser Kurs guttäte, und warum |
| 28–30 | Schluss, pünktlich |

**Bitte mitbringen:** deinen Plan und einen Satz, der in deinem Team neuerdings fällt.

Wer mag, bleibt danach noch auf einen Kaffee im Raum. Auch das ist Lernzeit.
`,
    },
  ],
};
