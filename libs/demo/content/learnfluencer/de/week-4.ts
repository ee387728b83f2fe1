import type { AuthoredModule } from '../../course-type.js';
import { secondOnline } from '../sessions.js';

export const week4: AuthoredModule = {
  title: 'Coaching-Gespräche über Lernziele',
  summary:
    'Zwanzig Minuten, in denen du vor allem fragst: So kommt jemand zu einem Lernziel, das wirklich ihm gehört. Du lernst einen einfachen Gesprächsbogen kennen und probierst ihn live mit anderen aus.',
  objectives: [
    'Du führst ein Gespräch über ein Lernziel in vier Schritten: Ziel, Lage, Möglichkeiten, nächster Schritt.',
    'Du erkennst, wann Fragen hilft und wann eine klare Ansage fairer ist.',
    'Du beendest ein Gespräch mit einer Verabredung, die der anderen Person gehört.',
  ],
  highlights:
    'Weniger Ratschläge, bessere Fragen: Diese Woche übst du Coaching-Gespräche, am Ende live in Dreiergruppen. Bring ein echtes Anliegen mit, gern dein Lernziel aus Woche 2.',
  items: [
    {
      kind: 'page',
      title: 'Fragen statt Ratschläge: ein Bogen in vier Schritten',
      minutes: 9,
      required: true,
      markdown: `Wer fachlich gut ist, wird oft Führungskraft und bleibt im Kopf die beste Fachkraft. Kommt jemand mit einem Problem, liegt die Lösung schon auf der Zunge. Das geht schnell, ist gut gemeint und hat einen Preis: Die andere Person lernt vor allem, dass sie beim nächsten Mal wieder fragen muss.

Ein Coaching-Gespräch dreht das um. Du bist für den **Verlauf** zuständig, dein Gegenüber für den **Inhalt**.

## Der Bogen

Das bekannteste Gerüst heißt GROW, entstand in den 1980er Jahren und wurde vor allem durch John Whitmore bekannt. Auf Deutsch merkst du dir vier Wörter:

| Schritt | Worum es geht | Fragen, die fast immer passen |
| --- | --- | --- |
| **Ziel** | Was soll am Ende anders sein? | „Was möchtest du können, das du heute noch nicht kannst?“ – „Woran würdest du es merken?“ |
| **Lage** | Wie ist es jetzt wirklich? | „Was hast du schon versucht?“ – „Was klappt davon bereits?“ |
| **Möglichkeiten** | Was ginge alles? | „Was noch?“ – „Wer kann das gut?“ – „Was würdest du tun, wenn du es niemandem recht machen müsstest?“ |
| **Nächster Schritt** | Was tust du, bis wann? | „Womit fängst du an?“ – „Was könnte dazwischenkommen?“ – „Was brauchst du von mir?“ |

Die Reihenfolge ist ein Geländer, kein Gleis. Häufig merkt man bei der Lage, dass das Ziel ein anderes ist. Dann gehst du eben zurück.

## Gute Fragen erkennt man an drei Dingen

- **Sie sind kurz.** Wenn du für die Frage Luft holen musst, ist es ein Vortrag.
- **Sie sind offen.** „Hast du schon mit Marek gesprochen?“ ist ein Ratschlag mit Fragezeichen.
- **Du kennst die Antwort nicht.** Sonst prüfst du.

Und die beste Frage ist oft die kürzeste: **„Was noch?“** Die erste Idee hat man mitgebracht, die zweite ist die übliche, ab der dritten fängt das Denken an.

## Wann du besser nicht fragst

Coaching ist kein höherer Zustand von Führung. Es gibt Momente, in denen Fragen unfair sind:

- **Es gibt eine richtige Antwort**, und du kennst sie: Sicherheitsregeln, gesetzliche Vorgaben, das Drehmoment am Verdichter. Sag sie.
- **Jemand ist neu** und hat noch nichts, worauf er zurückgreifen kann. Zeig es vor.
- **Du hast dich schon entschieden.** Dann frag nicht, wie die andere Person es sieht, sondern sag deine Entscheidung und frag, was sie für die Umsetzung braucht.
- **Es ist keine Zeit.** „Jetzt kurz die Ansage, am Donnerstag nehmen wir uns zwanzig Minuten dafür“ ist ein ehrlicher Satz.

Sag dazu, welchen Hut du aufhast: „Möchtest du eine Meinung von mir oder jemanden zum Denken?“ Diese eine Frage erspart die meisten Missverständnisse.
`,
    },
    {
      kind: 'page',
      title: 'Zwanzig Minuten, fast Wort für Wort',
      minutes: 10,
      required: true,
      markdown: `Aylin arbeitet seit drei Jahren in der Hotline und wird gelegentlich für die Einarbeitung neuer Leute eingeteilt. Sie hat Deniz um ein Gespräch gebeten. Er hat zwanzig Minuten und eine Tasse Tee eingeplant, die Tür ist zu, das Telefon umgeleitet. Lies mit und achte darauf, wie wenig Deniz sagt.

## Ziel (4 Minuten)

> **Deniz:** „Was soll nach diesen zwanzig Minuten anders sein?“
>
> **Aylin:** „Ich will wissen, wie ich besser erklären kann. Die Neuen nicken immer, und dann rufen sie mich doch an.“
>
> **Deniz:** „Woran würdest du merken, dass du besser erklärst?“
>
> **Aylin:** „Dass sie den zweiten Anruf allein schaffen. Nicht den ersten. Den zweiten.“

Der letzte Satz ist Gold wert, und er stammt nicht von Deniz.

## Lage (5 Minuten)

> **Deniz:** „Erzähl mir vom letzten Mal.“
>
> **Aylin:** „Bei Jonna habe ich alles gezeigt, die ganze Maske, alle Sonderfälle. Eine Stunde lang.“
>
> **Deniz:** „Und was hat gut funktioniert?“
>
> **Aylin:** „Hm. Als sie selbst klicken durfte. Das waren aber nur die letzten zehn Minuten.“
>
> **Deniz:** „Mhm.“ *(wartet)*
>
> **Aylin:** „Vielleicht sollte sie früher klicken.“

Hier hätte Deniz drei Tipps gehabt. Er hat „Mhm“ gesagt. Das war der Tipp.

## Möglichkeiten (6 Minuten)

> **Deniz:** „Was könntest du alles anders machen?“
>
> **Aylin:** „Mit einem echten Anruf anfangen. Oder sie vorher raten lassen.“
>
> **Deniz:** „Was noch?“
>
> **Aylin:** „Nur drei Fälle statt zwanzig. Und die Sonderfälle auf eine Karte schreiben.“
>
> **Deniz:** „Was noch?“
>
> **Aylin:** „Mich mal neben Tobias setzen. Bei dem fragen die Leute nie ein zweites Mal.“

## Nächster Schritt (5 Minuten)

> **Deniz:** „Womit fängst du an?“
>
> **Aylin:** „Am Dienstag kommt Emre. Drei Fälle, er klickt ab der ersten Minute.“
>
> **Deniz:** „Was könnte dazwischenkommen?“
>
> **Aylin:** „Dass viel los ist und ich ungeduldig werde.“
>
> **Deniz:** „Was hilft dir dann?“
>
> **Aylin:** „Wenn wir von zehn bis elf aus der Leitung genommen sind.“
>
> **Deniz:** „Das mache ich. Wann hören wir uns?“
>
> **Aylin:** „Freitag, fünf Minuten.“

## Was Deniz danach notiert

Nur das, was Aylin auch lesen dürfte: *Di 10–11 Uhr Leitung für Aylin und Emre sperren. Fr 5 Minuten.* Keine Einschätzung, keine Note. Das Lernziel gehört Aylin, sie schreibt es selbst auf, und sie entscheidet, wer es sieht.

## Zum Abschauen

- Die Zeit war **vorher** klar, und Deniz hat auf sie geachtet.
- Er hat zehn kurze Fragen gestellt und **keinen Ratschlag** gegeben.
- Am Ende hatte **er** eine Aufgabe, nicht nur sie. Führung zeigt sich oft darin, wer den Kalender freiräumt.
- Der Folgetermin dauert fünf Minuten. Ohne ihn wäre es ein nettes Gespräch gewesen.
`,
    },
    {
      kind: 'page',
      title: 'Wenn es hakt: fünf zähe Momente',
      minutes: 8,
      required: true,
      markdown: `Kein Gespräch läuft wie im Lehrbuch. Hier sind fünf Momente, an denen es gern hakt, und Sätze, die schon geholfen haben.

## 1. „Ich habe kein Lernziel.“

Das stimmt fast nie, aber die Frage war zu groß. Mach sie kleiner:

> „Was hat dich in den letzten zwei Wochen am meisten Zeit gekostet, obwohl es eigentlich einfach sein müsste?“

> „Worum wirst du von Kolleginnen und Kollegen gebeten, und was davon würdest du gern besser können?“

Und wenn jemand gerade kein Lernziel möchte, weil das Kind nicht schläft oder das Projekt brennt, dann ist das eine vollständige Antwort. Frag in acht Wochen wieder.

## 2. „Sag du mir doch, was ich lernen soll.“

Dahinter steckt oft die Sorge, etwas Falsches zu wählen. Biete zwei Dinge an und gib die Wahl zurück:

> „Aus meiner Sicht werden wir nächstes Jahr jemanden brauchen, der die neue Regelung erklären kann, und jemanden, der Angebote auf Englisch schreibt. Was davon reizt dich? Oder etwas Drittes?“

## 3. Aus dem Lernziel wird ein Wunschzettel

„Dann bräuchte ich den Lehrgang in Wien und das Tablet und …“ Nimm es ernst, aber sortiere:

> „Ich schreibe beides auf. Was davon könntest du ausprobieren, auch wenn ich bis Freitag nichts genehmigt bekomme?“

## 4. Das Gespräch kippt in die Leistungsbeurteilung

Entweder du rutschst hinein („Wo wir gerade dabei sind …“) oder dein Gegenüber rechnet damit. Trenne beides sichtbar. Ein Gespräch über Lernziele ist **kein** Beurteilungsgespräch, und was dort gesagt wird, taucht in keinem auf.

> „Heute geht es nur darum, was du lernen willst. Über deine Beurteilung reden wir im Herbst, mit Ankündigung und nach den Regeln, die dafür gelten.“

Halte dich daran. Ein einziger Bruch reicht, und das nächste Gespräch besteht aus „Passt alles“.

## 5. Es passiert nichts

Beim zweiten Treffen stellt sich heraus, dass der nächste Schritt nicht getan wurde. Widersteh der Versuchung, zu ermahnen.

| Statt … | lieber … |
| --- | --- |
| „Warum hast du es nicht gemacht?“ | „Was ist dazwischengekommen?“ |
| „Du musst dir eben Zeit nehmen.“ | „War der Schritt zu groß oder nicht wichtig genug?“ |
| „Dann nächste Woche aber!“ | „Was wäre ein Schritt von fünfzehn Minuten?“ |

Manchmal ist die Antwort: „Ehrlich gesagt interessiert mich das Ziel nicht mehr.“ Gut. Dann streicht ihr es gemeinsam und habt Platz für ein besseres.

## Für deine Hosentasche

- Wer hat heute mehr geredet?
- Wessen Ziel war es am Ende?
- Welche Aufgabe habe **ich** mitgenommen?

Stell dir diese drei Fragen auf dem Weg zurück an den Schreibtisch. Sie ersetzen jedes Protokoll.
`,
    },
    {
      kind: 'discussion',
      title: 'Die Frage, die bei dir etwas ausgelöst hat',
      minutes: 10,
      required: true,
      markdown: `Sammeln wir gemeinsam eine Fragenkiste.

1. Nenne **eine Frage**, die dir einmal jemand gestellt hat und die dich weitergebracht hat, oder eine, die du selbst gern stellst.
2. Schreib dazu, **in welchem Moment** sie passt.
3. Nenne ehrlich auch eine Frage, die du dir **abgewöhnen** willst. Beliebte Kandidaten: „Warum hast du nicht einfach …?“

Gib den Fragen, die du in dieser Woche wirklich benutzen willst, deine Zustimmung. Jonas stellt die Sammlung vor der Live-Sitzung zusammen.
`,
    },
    {
      kind: 'session',
      title: 'Live: Coaching in Dreiergruppen',
      minutes: 45,
      required: true,
      session: secondOnline,
      markdown: `In dieser Sitzung wird nicht präsentiert, sondern geübt.

**Ablauf (45 Minuten)**

| Minute | Was passiert |
| --- | --- |
| 0–5 | Ankommen, Spielregeln: Was in der Gruppe erzählt wird, bleibt in der Gruppe. |
| 5–15 | Runde 1: Eine Person bringt ein Anliegen mit, eine fragt, eine beobachtet. |
| 15–25 | Runde 2: Rollen wechseln. |
| 25–35 | Runde 3: Rollen wechseln. |
| 35–45 | Gemeinsam: Welche Frage hat geöffnet, welche geschlossen? |

**Bitte mitbringen:** ein echtes, kleines Anliegen, das du in drei Sätzen erklären kannst, am besten rund um dein Lernziel. Kein Rollenspiel, keine erfundenen Fälle.

**Wer beobachtet,** zählt nur zwei Dinge: Fragen und Ratschläge. Die Rückmeldung danach folgt den vier Schritten aus Woche 3.

Du bist an dem Tag verhindert? Such dir zwei Leute aus der Kohorte und holt die drei Runden in einer halben Stunde nach, das geht auch am Telefon.
`,
    },
  ],
};
