import type { AuthoredModule } from '../../course-type.js';
import { firstOnline } from '../sessions.js';
import { lernziel } from './tasks.js';

export const week2: AuthoredModule = {
  title: 'Das eigene Lernen zeigen',
  summary:
    'Du suchst dir ein Lernziel, das dir wirklich etwas bedeutet, und machst es dort sichtbar, wo dein Team ohnehin hinschaut. Klein, ehrlich und so, dass es auch in einer vollen Woche funktioniert.',
  objectives: [
    'Du formulierst ein Lernziel, das man in einem Satz weitererzählen kann.',
    'Du kennst die Idee von Working Out Loud und hast eine Form gefunden, die zu dir passt.',
    'Dein Team weiß am Ende der Woche, was du gerade lernst und woran es das merken kann.',
  ],
  highlights:
    'Diese Woche wird es persönlich: Du wählst ein eigenes Lernziel und erzählst deinem Team davon. Wie das ohne Peinlichkeit und in zehn Minuten geht, steht im zweiten Text.',
  items: [
    {
      kind: 'page',
      title: 'Ein Lernziel, das man erzählen kann',
      minutes: 9,
      required: true,
      markdown: `„Ich möchte meine Kommunikation verbessern.“ So beginnen viele Lernziele, und so enden sie auch: Niemand widerspricht, niemand merkt je einen Unterschied. Ein gutes Lernziel ist keine Absichtserklärung. Es ist eine **Geschichte mit offenem Ausgang**, von der andere wissen wollen, wie sie weitergeht.

## Vom Wunsch zum Ziel in vier Fragen

| Frage | Antwort von Priya, Serviceleiterin in Leeds |
| --- | --- |
| Was nervt oder reizt mich gerade wirklich? | Nach jeder Teamrunde weiß ich nicht, ob alle verstanden haben, was jetzt zu tun ist. |
| Was würde ich dann anders **tun**? | Ich würde am Ende nicht „Alles klar?“ fragen, sondern jemanden bitten, es in eigenen Worten zu sagen. |
| Woran würden andere es merken? | Es gibt nachmittags weniger Rückfragen, und in der Runde redet nicht nur eine. |
| Wann schaue ich hin? | Jeden Freitag, vier Wochen lang. |

Daraus wird ein Satz: **„Bis Ende des Monats lerne ich, Teamrunden so zu beenden, dass alle wissen, was als Nächstes zu tun ist. Ihr merkt es daran, dass ich weniger rede.“**

Der Satz hat keine Kennzahl und ist trotzdem überprüfbar. Für ein Lernziel reicht das. Wer aus jedem Vorsatz eine Messgröße macht, lernt am Ende vor allem, Messgrößen zu bedienen.

## Lernziel oder Leistungsziel?

Der Unterschied klingt klein und ist groß. Ein **Leistungsziel** sagt, was am Ende herauskommen soll: „Reklamationen um zehn Prozent senken.“ Ein **Lernziel** sagt, was du dafür können willst: „Ich lerne, Reklamationen so auszuwerten, dass wir die Ursache sehen und nicht nur den Schuldigen.“

Bei Aufgaben, die man schon beherrscht, helfen anspruchsvolle Leistungsziele. Bei neuen und verwickelten Aufgaben machen sie leicht eng: Man greift zum Bekannten, weil für Versuche keine Luft bleibt. Wenn du selbst lernst, brauchst du Luft. Also nimm ein Lernziel.

## Prüfe deinen Satz

- **Eigen?** Würdest du es auch tun, wenn niemand danach fragt?
- **Klein?** Kannst du noch diese Woche einen Versuch machen?
- **Sichtbar?** Können andere einen Unterschied bemerken?
- **Erzählbar?** Versteht dein Team den Satz ohne Erklärung?
- **Ungewiss?** Könnte es schiefgehen? Wenn nicht, ist es eine Aufgabe und kein Lernziel.

Vier von fünf genügen.

## Beispiele zum Stehlen

- „Ich lerne, in Besprechungen als Letzter zu sprechen. Klopft auf den Tisch, wenn ich es vergesse.“
- „Ich lerne, meine Tabelle so zu bauen, dass sie auch ohne mich jemand versteht. Marek testet sie am Monatsende.“
- „Ich lerne, auf Englisch am Telefon nicht auszuweichen. Jeden Dienstag rufe ich in Leeds an, statt zu schreiben.“
- „Ich lerne, Nein zu sagen, ohne gleich eine Lösung mitzuliefern.“

Keiner dieser Sätze macht dich klein. Sie machen dich ansprechbar.
`,
    },
    {
      kind: 'page',
      title: 'Working Out Loud in zehn Minuten pro Woche',
      minutes: 9,
      required: true,
      markdown: `„Working Out Loud“ heißt wörtlich „laut arbeiten“: die eigene Arbeit sichtbar machen, solange sie noch nicht fertig ist. Der Begriff stammt von Bryce Williams, bekannt gemacht hat ihn John Stepper. Bei ihm treffen sich kleine Gruppen über mehrere Wochen, jede Person mit einem eigenen Ziel. Du kannst so einen Zirkel machen. Du kannst aber auch ganz klein anfangen.

## Die Zehn-Minuten-Form

Such dir einen festen Zeitpunkt und eine feste Stelle. Dann beantworte drei Fragen mit je einem Satz:

1. **Woran arbeite ich?** Was wollte ich diese Woche lernen?
2. **Was ist passiert?** Was habe ich versucht, und was war anders als gedacht?
3. **Was fehlt mir?** Eine Frage, eine Bitte, ein Hinweis, den jemand haben könnte.

Die dritte Frage ist der Unterschied zwischen Lernen und Werbung. Wer nur berichtet, bekommt Applaus. Wer fragt, bekommt Antworten.

## Drei Formen, die es bei uns schon gibt

**Die Tafel (Katrin, Montage).** Oben rechts auf der Schichttafel ist ein Kasten: „Katrin lernt gerade“. Jeden Montag steht dort ein neuer Satz. Ein zweiter Kasten daneben ist leer und gehört allen anderen.

**Die Freitagsnachricht (Priya, Service Leeds).** Vier Zeilen in den Teamchat, immer gleich aufgebaut:

> Diese Woche gelernt: Störungscode 41 ist fast nie der Sensor.
>
> Versucht: am Telefon zuerst nach dem Filterwechsel gefragt. Klappte in vier von sechs Fällen.
>
> Noch offen: Was sagen wir, wenn der Filter außerhalb der Garantie liegt?
>
> Danke an: Callum, der mir sein Ablaufblatt gezeigt hat.

**Der Protokollrand (Henrik, Prüflabor).** Drei Zeilen unter jedem Messprotokoll. Kein neues Werkzeug, keine neue Besprechung.

## Was die Sache kaputt macht

| Stolperstein | Besser |
| --- | --- |
| Alles wird zur Erfolgsmeldung. | Jede zweite Nachricht enthält etwas, das nicht geklappt hat. |
| Du schreibst vierzehn Tage lang jeden Tag, dann nie wieder. | Einmal pro Woche, immer zur gleichen Zeit, zur Not ein einziger Satz. |
| Du bittest alle, sofort mitzumachen. | Du machst es vier Wochen allein und freust dich über den ersten Zweiten. |
| Niemand reagiert, und du hörst auf. | Du sprichst eine Person direkt an: „Du kennst dich damit aus. Was übersehe ich?“ |
| Es entsteht eine Liste, wer wie oft schreibt. | Niemals zählen. Wer nichts teilt, hat dafür keinen Grund anzugeben. |

## „Und wenn es gegen mich verwendet wird?“

Die Sorge ist berechtigt. Sprich sie mit deiner eigenen Führungskraft an, bevor du anfängst, zum Beispiel so:

> „Ich will meinem Team in den nächsten Wochen offen zeigen, was ich lerne, auch wenn etwas nicht klappt. Ich möchte, dass du das weißt und mir den Rücken freihältst. Ist das für dich in Ordnung?“

Meistens ist die Antwort Ja. Manchmal folgt ein Satz, der noch mehr wert ist: „Darf ich mitmachen?“
`,
    },
    {
      kind: 'link',
      title: 'Zum Weiterlesen: Working Out Loud',
      minutes: 10,
      required: false,
      url: 'https://workingoutloud.com',
      note: 'Die Seite von John Stepper mit der Idee, den Leitfäden für Zirkel und Beispielen aus Unternehmen (englisch). Für diesen Kurs reicht es, wenn du zehn Minuten stöberst.',
    },
    {
      kind: 'discussion',
      title: 'Dein erster Satz',
      minutes: 10,
      required: true,
      markdown: `Stell deinen Lernziel-Satz hier ein, **bevor** er fertig ist. Rohfassungen sind ausdrücklich erwünscht.

Antworte dann zwei anderen, und zwar nur mit einer dieser drei Fragen:

- „Woran würde ich es merken, wenn ich in deinem Team wäre?“
- „Was wäre ein Versuch noch in dieser Woche?“
- „Was macht das Ziel für dich wichtig?“

Keine Ratschläge. Das ist schwerer, als es aussieht, und eine gute Vorübung für Woche 4.
`,
    },
    {
      kind: 'assignment',
      title: 'Lernziel schreiben und sichtbar machen',
      minutes: 25,
      required: true,
      assignment: lernziel,
      markdown: `Jetzt kommt der Schritt vom Lesen zum Zeigen.

1. **Überarbeite deinen Satz** mit den Fragen aus der Diskussion. Prüfe ihn mit den fünf Kriterien aus dem ersten Text.
2. **Wähle deine Stelle**: Tafel, Chat, Protokollrand, die ersten zwei Minuten der Teamrunde. Wichtig ist nur, dass dein Team dort sowieso hinkommt.
3. **Zeig es.** Nenne das Ziel, den ersten Versuch und eine Bitte.
4. **Beobachte**, was passiert. Auch Schweigen ist ein Ergebnis.

**Gib ab** (höchstens eine Seite):

- deinen Satz,
- wo und mit welchen Worten du ihn gezeigt hast,
- wie dein Team reagiert hat,
- was du beim nächsten Mal anders machst.

Drei andere aus deiner Kohorte lesen deinen Text. Sie achten darauf, ob das Ziel erzählbar ist und ob es eine echte Bitte gibt, nicht darauf, wie mutig du warst.
`,
    },
    {
      kind: 'session',
      title: 'Live: Lernziele schärfen',
      minutes: 45,
      required: true,
      session: firstOnline,
      markdown: `Drei Viertelstunden online. Kamera an, wenn es geht; Frühstück erlaubt.

| Minute | Was passiert |
| --- | --- |
| 0–5 | Ankommen: ein Wort zu deinem ersten Versuch |
| 5–35 | Zu dritt: Jede Person liest ihren Satz vor, die anderen fragen, bis er erzählbar ist |
| 35–45 | Gemeinsam: Welche Frage hat am meisten bewegt? |

**Bitte mitbringen:** deinen Lernziel-Satz, so roh er auch ist.
`,
    },
  ],
};
