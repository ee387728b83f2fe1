import { criterion } from '../../rubric.js';
import { conversation, format, learningGoal, learningMap, plan90 } from '../assignments.js';

/** What the assignments of the five weeks ask for. */
export const lernlandkarte = learningMap({
  template: `**Was mich überrascht hat:**

**Wo mein Beispiel etwas verändern könnte:**

**Was meine beiden Gesprächspartner ergänzt haben:**
`,
  rubric: [
    criterion(
      'everyday',
      'Echter Alltag',
      'Welche Situation auf der Karte kennst du auch, welche ist neu für dich?',
      [
        'Allgemein: Es könnte jedes Team sein.',
        'Teilweise: Einige Situationen sind erkennbar, andere bleiben Überschriften.',
        'Konkret: Man sieht die Situationen vor sich.',
        'Sehr konkret: Man sieht sie vor sich, auch die unbequemen.',
      ],
      { weight: 2, commentRequired: true },
    ),
    criterion('insight', 'Eine Erkenntnis', 'Was zieht die Arbeit aus der Karte, was würdest du daraus ziehen?', [
      'Keine: Die Karte wird nur beschrieben.',
      'Ansatz: Eine Überraschung ist genannt, aber nicht, was daraus folgt.',
      'Klar: Es wird klar, was sich ändern könnte.',
    ]),
    criterion('others', 'Andere Blicke', 'Woran merkt man, dass das Team mitgedacht hat?', [
      'Fehlen: Niemand wurde gefragt.',
      'Kommen vor: Jemand hat etwas ergänzt.',
      'Verändern etwas: Durch die Ergänzungen sieht die Karte anders aus.',
    ]),
  ],
});

export const lernziel = learningGoal({
  template: `**Mein Satz:**

**Wo und mit welchen Worten ich ihn gezeigt habe:**

**Wie mein Team reagiert hat:**

**Was ich beim nächsten Mal anders mache:**
`,
  rubric: [
    criterion(
      'tellable',
      'Erzählbar',
      'Erzähl das Ziel in deinen Worten nach. Was fehlte dir dazu?',
      [
        'Vorsatz: Man weiß danach nicht, was gelernt werden soll.',
        'Ungefähr: Die Richtung ist klar, der erste Versuch nicht.',
        'Klar: Man kann Ziel und ersten Versuch weitererzählen.',
        'Mitreißend: Man möchte wissen, wie es ausgeht.',
      ],
      { weight: 2, commentRequired: true },
    ),
    criterion('request', 'Eine echte Bitte', 'Was könntest du als Teammitglied daraufhin tun?', [
      'Keine: Das Team erfährt etwas, wird aber nicht gefragt.',
      'Höflich: „Sagt mir gern Bescheid“, ohne wann und wozu.',
      'Echt: Alle wissen, was sie tun können und wann.',
    ]),
    criterion('watched', 'Beobachtet', 'Welche Beobachtung hat dich überzeugt, welche klingt nach Deutung?', [
      'Nicht: Es steht nur da, ob es gut lief.',
      'Teilweise: Beobachtung und Deutung gehen durcheinander.',
      'Genau: Es steht da, was jemand gesagt oder getan hat, auch das Schweigen.',
    ]),
  ],
  examples: [
    {
      exampleId: 'strong',
      title: 'Aus einem früheren Kurs: Besprechungen beenden',
      text: `**Mein Satz:** Bis Ende des Monats lerne ich, unsere Morgenrunde so zu beenden, dass alle wissen, was als Nächstes zu tun ist. Ihr merkt es daran, dass ich weniger rede.

**Wo und mit welchen Worten ich ihn gezeigt habe:** An der Tafel neben dem Schichtplan, und am Dienstag in den letzten zwei Minuten der Runde: „Ich probiere etwas. Heute frage ich zum Schluss nicht, ob alles klar ist, sondern bitte eine Person, es in eigenen Worten zu sagen. Wenn ich am Freitag wieder ‚Alles klar?‘ frage, klopft bitte auf den Tisch.“

**Wie mein Team reagiert hat:** Zuerst Stille, etwa zehn Sekunden. Dann hat Tomasz gefragt, ob das eine Prüfung sei. Am Donnerstag hat er geklopft, noch bevor ich den Satz zu Ende hatte. Alle haben gelacht, ich auch.

**Was ich beim nächsten Mal anders mache:** Ich fange selbst mit dem Zusammenfassen an, damit es nicht nach Abfragen aussieht.`,
      answers: [
        { criterionId: 'tellable', level: 3, comment: 'Ziel, Versuch und Zeitraum stehen in zwei Sätzen, und man möchte wissen, wer am Freitag klopft.' }, // prettier-ignore
        { criterionId: 'request', level: 2, comment: 'Auf den Tisch klopfen kann jeder, und es ist klar, wann.' },
        { criterionId: 'watched', level: 2, comment: 'Die zehn Sekunden Stille und die Frage von Tomasz sind Beobachtungen, keine Deutungen.' }, // prettier-ignore
      ],
    },
    {
      exampleId: 'weak',
      title: 'Aus einem früheren Kurs: Besser kommunizieren',
      text: `**Mein Satz:** Ich möchte meine Kommunikation im Team verbessern und offener für Rückmeldungen sein.

**Wo und mit welchen Worten ich ihn gezeigt habe:** In der Teamrunde habe ich erzählt, dass ich gerade einen Kurs mache und mir Kommunikation wichtig ist. Ich habe gesagt, dass sich alle gern jederzeit bei mir melden können.

**Wie mein Team reagiert hat:** Die Reaktion war durchweg positiv. Alle fanden es gut, dass ich das Thema angehe, und die Stimmung war offen.

**Was ich beim nächsten Mal anders mache:** Ich würde mir mehr Zeit nehmen und die Kollegen noch stärker einbinden.`,
      answers: [
        { criterionId: 'tellable', level: 0, comment: 'Was genau anders werden soll, kann man nicht weitererzählen; ein erster Versuch fehlt.' }, // prettier-ignore
        {
          criterionId: 'request',
          level: 1,
          comment: 'Freundlich, aber niemand weiß, wann und womit er sich melden soll.',
        },
        {
          criterionId: 'watched',
          level: 0,
          comment: '„Durchweg positiv“ ist ein Urteil. Was hat jemand gesagt oder getan?',
        },
      ],
    },
  ],
});

export const gespraech = conversation({
  rubric: [
    criterion(
      'steps',
      'Die vier Schritte',
      'Welcher Schritt ist gelungen, welcher noch nicht?',
      [
        'Kaum: Vom Vorgehen ist wenig zu erkennen.',
        'Teilweise: Ein oder zwei Schritte sind erkennbar.',
        'Gut: Alle Schritte sind da.',
        'Sehr gut: Alle sind da, und die Beobachtung hätte eine Kamera so gesehen.',
      ],
      { weight: 2, commentRequired: true },
    ),
    criterion('listening', 'Zugehört', 'Was macht die Arbeit mit der Antwort, die kam?', [
      'Nicht: Die Antwort der anderen Person kommt nicht vor.',
      'Gehört: Sie ist wiedergegeben.',
      'Genutzt: Es steht da, was daraus folgt.',
    ]),
    criterion('next', 'Beim nächsten Mal', 'Würdest du den neuen Satz so sagen? Warum?', [
      'Offen: Es bleibt bei „besser“.',
      'Richtung: Man ahnt, was anders wird.',
      'Wörtlich: Der neue Satz steht da.',
    ]),
  ],
});

export const format5 = format({
  rubric: [
    criterion(
      'small',
      'Klein genug',
      'Was könnte man noch weglassen?',
      [
        'Zu groß: Das übersteht keine volle Woche.',
        'Machbar: Mit etwas Glück findet es zweimal statt.',
        'Klein genug: Das findet auch in einer schlechten Woche statt.',
      ],
      { weight: 2, commentRequired: true },
    ),
    criterion('voluntary', 'Freiwillig', 'Woran merkt jemand, dass Wegbleiben in Ordnung ist?', [
      'Nein: Wer fehlt, fällt auf.',
      'Halb: Es heißt freiwillig, aber die Uhrzeit oder die Liste sagt etwas anderes.',
      'Ja: Man kann ohne Nachteil wegbleiben, auch wegen der Schicht.',
    ]),
    criterion('inviting', 'Einladend', 'Würdest du kommen? Was an der Einladung gab den Ausschlag?', [
      'Eher nicht: Es klingt nach Pflicht.',
      'Vielleicht: Es klingt nützlich.',
      'Gern: Man hat Lust zu kommen.',
    ]),
  ],
});

export const plan = plan90({
  rubric: [
    criterion(
      'safe',
      'Klein genug, um sicher zu passieren',
      'Was passiert auf jeden Fall, was ist größer, als es aussieht?',
      [
        'Vorsätze: Es hängt an gutem Willen.',
        'Teilweise: Eine Gewohnheit hat ein klares Wenn.',
        'Sicher: Beide Gewohnheiten haben ein Wenn, das ohnehin eintritt.',
      ],
      { weight: 2, commentRequired: true },
    ),
    criterion('relapse', 'Rückfallplan', 'Hilft er an einem schlechten Tag?', [
      'Fehlt: Es gibt keinen.',
      'Da: Es gibt einen.',
      'Tragfähig: Man kann ihn auch müde befolgen.',
    ]),
    criterion('visible', 'Zu merken', 'Könnte der Satz in neunzig Tagen wirklich fallen?', [
      'Nein: Niemand würde einen Unterschied merken.',
      'Vielleicht: Der Unterschied ist zu ahnen.',
      'Ja: Der Satz könnte so fallen.',
    ]),
  ],
});
