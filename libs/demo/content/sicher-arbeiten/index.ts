import type { AuthoredCourse } from '../course-type.js';

export const phishingErkennen: AuthoredCourse = {
  slug: 'phishing-erkennen',
  language: 'de',
  title: 'Phishing erkennen',
  summary: `Die meisten Angriffe auf Unternehmen beginnen nicht mit Technik, sondern mit einer Nachricht, die jemand in Eile öffnet. In drei kurzen Modulen lernst du, woran du gefälschte Nachrichten erkennst, was du vor dem Klick prüfst und was du tust, wenn es doch passiert ist.

Hier wird niemand vorgeführt: Auf eine gute Fälschung kann jeder hereinfallen. Entscheidend ist, wie schnell wir davon erfahren.`,
  audience: 'Alle Mitarbeiterinnen und Mitarbeiter, ob im Büro, in der Produktion oder unterwegs beim Kunden.',
  workloadMinutesPerWeek: 15,
  modules: [
    {
      title: 'Hinschauen: Woran man Phishing erkennt',
      summary:
        'Fünf Merkmale, die fast jede gefälschte Nachricht verraten, und warum ein einzelnes davon nicht genügt.',
      objectives: [
        'Du erkennst die fünf häufigsten Merkmale einer gefälschten Nachricht.',
        'Du weißt, warum gute Rechtschreibung nichts beweist.',
      ],
      highlights: 'Fünf Merkmale verraten fast jede gefälschte Nachricht. Nach fünfzehn Minuten kennst du sie alle.',
      items: [
        {
          kind: 'page',
          title: 'Fünf Merkmale',
          minutes: 6,
          required: true,
          markdown: `Phishing will immer dasselbe: dass du etwas **anklickst**, **öffnest**, **eingibst** oder **überweist**, bevor du nachdenkst. Deshalb ähneln sich die Nachrichten.

| Merkmal | Beispiel | Frag dich |
| --- | --- | --- |
| **Eile** | „Noch heute, sonst wird das Konto gesperrt.“ | Was passiert, wenn ich eine Stunde warte? |
| **Druck von oben** | „Ich sitze in einer Besprechung, bitte diskret erledigen.“ | Würde diese Person das so schreiben? |
| **Absender passt nicht** | „Nordwind IT“, die Adresse endet aber auf *nordwind-support.example* | Was steht hinter dem @? |
| **Link führt woandershin** | Im Text steht unser Portal, beim Darüberfahren erscheint etwas anderes | Wohin zeigt er wirklich? |
| **Unerwarteter Anhang** | „Rechnung“ von einer Firma, bei der niemand bestellt hat | Habe ich darauf gewartet? |

Ein Merkmal allein ist noch kein Beweis. Auch eine echte Mahnung drängt. Bei **zweien** solltest du innehalten, bei dreien die Nachricht melden.

Verlass dich nicht auf Rechtschreibfehler. Gute Fälschungen sind heute sprachlich sauber, sehen aus wie unsere eigenen Mails und nennen manchmal sogar echte Projekte. Das Layout beweist nichts, ein Logo lässt sich in Sekunden kopieren.
`,
        },
        {
          kind: 'link',
          title: 'Zum Nachschlagen: Phishing',
          minutes: 4,
          required: false,
          url: 'https://de.wikipedia.org/wiki/Phishing',
          note: 'Ein Überblick über die Spielarten, von der Massenmail bis zum gezielten Anruf. Überfliegen reicht.',
        },
        {
          kind: 'discussion',
          title: 'Die beste Fälschung, die du je bekommen hast',
          minutes: 5,
          required: true,
          markdown: `Welche betrügerische Nachricht hätte dich **beinahe** erwischt, beruflich oder privat? Beschreib sie in drei Sätzen: Was wirkte echt? Was hat dich stutzig gemacht?

Bitte keine Links und keine Anhänge einfügen, auch nicht als Beispiel. Und kein Spott: Wer hier erzählt, hilft allen anderen.
`,
        },
      ],
    },
    {
      title: 'Prüfen: Drei Griffe vor dem Klick',
      summary: 'Wie du mit drei einfachen Handgriffen Absender, Link und Anliegen prüfst, am Rechner und am Telefon.',
      objectives: [
        'Du prüfst Absender und Link, bevor du klickst.',
        'Du bestätigst ungewöhnliche Anliegen auf einem zweiten Weg.',
      ],
      highlights: 'Absender, Link, Rückruf: Diese Woche übst du drei Handgriffe, die zusammen keine Minute dauern.',
      items: [
        {
          kind: 'page',
          title: 'Absender, Link, Rückruf',
          minutes: 7,
          required: true,
          markdown: `Drei Griffe, zusammen weniger als eine Minute.

## 1. Absender lesen

Der angezeigte Name ist frei wählbar, die Adresse dahinter weniger. Lies sie **von hinten**: Entscheidend ist, was unmittelbar vor der letzten Endung steht. *portal.nordwind.example* gehört zu uns, *nordwind.example.login-portal.example* nicht.

## 2. Link prüfen

- **Am Rechner:** mit der Maus darüberfahren, nicht klicken. Unten erscheint die Adresse.
- **Am Handy:** den Link gedrückt halten, bis die Adresse zu sehen ist.
- **Noch besser:** gar nicht klicken, sondern das Portal über dein Lesezeichen öffnen. Ist die Aufgabe echt, findest du sie dort.

QR-Codes sind auch nur Links. Ein Aufkleber auf dem Parkautomaten verdient dieselbe Skepsis.

## 3. Auf einem zweiten Weg nachfragen

Geht es um Geld, Zugangsdaten oder Daten von Menschen, dann frag nach, und zwar **nicht** mit „Antworten“. Ruf die Nummer an, die du schon hattest:

> „Hier ist Aylin aus der Hotline. Ich habe eine Mail mit neuer Bankverbindung von euch. Stimmt das?“

Niemand bei Nordwind wird dir einen Rückruf übelnehmen. Wirklich niemand, auch nicht im Vorstand. Stimmen lassen sich inzwischen täuschend nachahmen. Wenn **du** angerufen wirst und etwas eilig erledigen sollst, leg auf und ruf selbst zurück.
`,
        },
        {
          kind: 'assignment',
          title: 'Vier Nachrichten im Vergleich',
          minutes: 10,
          required: true,
          markdown: `Entscheide bei jeder Nachricht: **echt**, **verdächtig** oder **klar gefälscht**? Schreib je einen Satz zur Begründung.

1. Absender *it-service@nordwind.example*: „Am Samstag von 8 bis 10 Uhr ist das Portal wegen Wartung nicht erreichbar. Es ist nichts zu tun.“
2. Absender *Vorstand (vorstand.nordwind@mailbox.example)*: „Bist du am Platz? Ich brauche kurzfristig Gutscheinkarten für Kunden. Bitte nicht darüber sprechen.“
3. Ein bekannter Lieferant schickt eine Rechnung, die du erwartest, mit einer **neuen** Bankverbindung.
4. SMS: „Ihr Paket konnte nicht zugestellt werden“, mit verkürztem Link. Du hast tatsächlich etwas bestellt.

Nicht jeder Fall lässt sich am Text allein sicher entscheiden. Was tust du dann?
`,
        },
      ],
    },
    {
      title: 'Handeln: Melden, auch wenn es passiert ist',
      summary: 'Was in den ersten fünf Minuten zählt, wen du anrufst und warum eine schnelle Meldung nie Ärger bringt.',
      objectives: [
        'Du meldest verdächtige Nachrichten mit zwei Klicks.',
        'Du weißt, was du in den ersten fünf Minuten nach einem falschen Klick tust.',
      ],
      highlights:
        'Passiert ist passiert. Was jetzt zählt, sind die ersten fünf Minuten, und genau die gehst du in diesem Modul durch.',
      items: [
        {
          kind: 'page',
          title: 'Die ersten fünf Minuten',
          minutes: 6,
          required: true,
          markdown: `Du hast geklickt. Oder dein Passwort eingegeben. Oder den Anhang geöffnet, und jetzt blinkt etwas. Das ist schon vielen passiert, und der Schaden hängt vor allem davon ab, **wie schnell die IT davon weiß**.

1. **Netz trennen:** WLAN aus, Kabel ziehen. Das Gerät **nicht** ausschalten, sonst gehen Spuren verloren.
2. **Anrufen:** IT-Bereitschaft, Kurzwahl 4444 im Haus, rund um die Uhr. Nicht mailen, nicht bis morgen warten.
3. **Passwort ändern**, von einem **anderen** Gerät aus, und überall dort, wo du dasselbe benutzt hast.
4. **Aufschreiben:** Wann, welche Nachricht, was hast du eingegeben?
5. **Nichts löschen.** Die Nachricht hilft, andere zu warnen.

Am Telefon genügt ein Satz:

> „Ich habe um 9:12 Uhr auf einen falschen Link geklickt und mein Passwort eingegeben. Was soll ich tun?“

## Bekomme ich Ärger?

Nein. Wer meldet, handelt richtig, auch zehn Minuten nach einem Fehler. So steht es in unserer Vereinbarung mit dem Betriebsrat, und so halten wir es. Testmails werten wir nur für den ganzen Standort aus, nie für einzelne Personen.

## Und wenn ich mir nur unsicher bin?

Klick in deinem Mailprogramm auf **Melden**. Es kommt immer eine Antwort, und „Fehlalarm, danke fürs Aufpassen“ ist eine gute Antwort.
`,
        },
        {
          kind: 'assignment',
          title: 'Dein Notfallzettel',
          minutes: 6,
          required: true,
          markdown: `Im Ernstfall liest niemand ein Handbuch. Bau dir einen Zettel, der ohne Computer funktioniert.

- Die Nummer der IT-Bereitschaft, im Handy **und** auf Papier.
- Ein zweites Gerät, von dem aus du ein Passwort ändern könntest.
- Eine Person in deiner Nähe, die du dazuholst.

Bestätige hier in einem Satz, wo dein Zettel hängt. **Keine Passwörter, keine privaten Nummern einfügen.**
`,
        },
      ],
    },
  ],
};
