import type { AuthoredWorks } from '../../work-type.js';

/** What people hand in in weeks 1 to 3, and what they say to each other. */
export const werke: AuthoredWorks = {
  weeks: [
    {
      parts: [
        {
          heading: 'Was auf der Karte steht',
          criterionId: 'everyday',
          variants: [
            [3, 'Schichtübergabe an Linie 2, das Störungsbuch, die Raucherpause mit der Frühschicht, ein Anruf bei Horst, ein Video zur neuen Etikettiermaschine, der Versuch mit dem falschen Kleber und das Gespräch danach, das mir unangenehm war.'], // prettier-ignore
            [2, 'Übergabe morgens um sechs, Fehlersuche zu zweit am Prüfstand, die Kaffeeküche, das Wiki (zweimal), ein Kundenanruf, den drei Leute mitgehört haben, und eine Schulung zum Gabelstapler.'], // prettier-ignore
            [2, 'Sieben Situationen: drei am Platz von Sabine, eine im Auto zum Kunden, eine beim Mittagessen, eine Suche im Netz, eine Einweisung durch den Hersteller. Der Kurs kam nur einmal vor.'], // prettier-ignore
            [1, 'Bei uns lernt man vor allem in Besprechungen, voneinander im Büro und beim Lesen von Mails. Dazu kommen Projekte, in denen man sich austauscht.'], // prettier-ignore
            [0, 'Lernen findet bei uns überall statt: am Arbeitsplatz, mit Kollegen und in Seminaren, je nach Bedarf.'],
          ],
        },
        {
          heading: 'Was mich überrascht hat',
          criterionId: 'insight',
          variants: [
            [2, 'An vier Stellen steht ein Fragezeichen, und alle vier heißen Horst. Er geht im Sommer in Rente. Ab nächster Woche sitzt bei jedem seiner Anrufe jemand daneben.'], // prettier-ignore
            [2, 'Ich komme auf der Karte selbst nicht vor. Niemand sieht mich lernen, also zeige ich am Montag in der Runde, woran ich gerade scheitere.'], // prettier-ignore
            [
              1,
              'Dass so wenig in Kursen passiert, hätte ich nicht gedacht. Die Pausen sind wichtiger, als ich dachte.',
            ],
            [0, 'Es hat sich bestätigt, was ich vermutet habe.'],
          ],
        },
        {
          heading: 'Was andere ergänzt haben',
          criterionId: 'others',
          variants: [
            [2, 'Zwei aus der Nachtschicht haben eine ganze Ecke dazugemalt: Dort gibt es niemanden zum Fragen, also fotografieren sie jede Störung und zeigen die Bilder am Morgen. Das fehlte bei mir völlig.'], // prettier-ignore
            [1, 'Eine Kollegin hat die gemeinsame Fahrt zur Arbeit ergänzt. Ein Kollege fand die Karte vollständig.'],
            [1, 'Mir wurde gesagt, dass das Störungsbuch öfter gelesen wird, als ich denke.'],
            [0, 'Aus Zeitgründen habe ich bisher noch niemanden gefragt.'],
          ],
        },
      ],
      comments: {
        everyday: [
          [
            'Das könnte jedes Team sein. Nenn mir eine Situation von letzter Woche, dann sehe ich sie vor mir.',
            'Beim Lesen hatte ich kein Bild im Kopf. Eine einzige Situation mit Uhrzeit würde schon reichen.',
          ],
          [
            'Einiges erkenne ich wieder. Bei den Besprechungen weiß ich nicht, wer dort was gelernt hat.',
            'Die Projekte sind mir zu allgemein, die Mails dagegen kenne ich. Wer hat daraus was gelernt?',
          ],
          [
            'Ich sehe die Situationen vor mir, die Übergabe kenne ich genauso von uns.',
            'Konkret genug, dass ich nachfragen möchte. Besonders der Anruf, den mehrere mitgehört haben.',
          ],
          [
            'Sehr genau beschrieben, auch das, was schiefging. Davon nehme ich mir etwas mit.',
            'Man merkt, dass du hingeschaut hast. Das unangenehme Gespräch hätte ich wohl weggelassen, gut, dass du es nicht getan hast.',
          ],
        ],
        insight: [
          ['Was folgt daraus für dich? Das stand für mich noch nicht da.'],
          ['Die Überraschung ist da. Mich würde interessieren, was du jetzt anders machst.'],
          ['Hier wird klar, was sich ändert, und schon nächste Woche.'],
        ],
        others: [
          ['Frag noch zwei Leute, bei mir kam dadurch das Wichtigste auf die Karte.'],
          ['Gut, dass du gefragt hast. Was wurde dadurch anders?'],
          ['Die Ergänzung dreht die ganze Karte. Stark.'],
        ],
      },
      overall: [
        'Danke für den Einblick, ich schaue jetzt anders auf unsere Übergabe.',
        'Gern gelesen. Probier als Nächstes nur eine Stelle aus, nicht alle.',
        'Knapp und ehrlich, danke.',
      ],
    },
    {
      parts: [
        {
          heading: 'Mein Satz',
          criterionId: 'tellable',
          variants: [
            [3, 'Bis Weihnachten lerne ich, eine Reklamation anzuhören, ohne sie gleich zu erklären. Ihr merkt es daran, dass ich zuerst mitschreibe und erst dann rede. Am Donnerstag ist der erste Anruf.'], // prettier-ignore
            [3, 'Ich lerne, in der Planungsrunde als Letzter zu sprechen. Wenn ich es vergesse, schiebt mir bitte wortlos den Würfel hin.'], // prettier-ignore
            [2, 'Ich lerne, die Auswertung selbst zu bauen, statt jeden Freitag Marek zu rufen. Ende November zeige ich sie in der Teamrunde.'], // prettier-ignore
            [2, 'Ich lerne, Nein zu sagen, ohne sofort eine Lösung mitzuliefern. Den ersten Versuch mache ich bei der Urlaubsplanung.'], // prettier-ignore
            [1, 'Ich möchte lernen, meine Termine besser zu schützen, damit mehr Zeit für die wichtigen Dinge bleibt.'],
            [0, 'Ich will mich in der Führung weiterentwickeln und mein Team besser mitnehmen.'],
          ],
        },
        {
          heading: 'Wo und mit welchen Worten ich ihn gezeigt habe',
          criterionId: 'request',
          variants: [
            [2, 'An der Tafel neben dem Schichtplan und am Dienstag in der Runde: „Ich übe etwas. Bitte sagt mir am Freitag in einem Satz, ob ihr etwas bemerkt habt. Nichts gehört ist auch eine Antwort.“'], // prettier-ignore
            [2, 'Im Gruppenchat, als Nachricht ohne Anhang: „Ich übe das jetzt drei Wochen. Wer mich dabei ertappt, dass ich in die alte Gewohnheit falle, legt mir bitte einen Zettel auf den Tisch.“'], // prettier-ignore
            [1, 'Unter „Verschiedenes“ in der Teamrunde. Ich habe den Satz vorgelesen und gesagt, dass ich mich über Rückmeldungen freue.'], // prettier-ignore
            [0, 'Ich habe den Satz in das Protokoll geschrieben, damit alle ihn nachlesen können.'],
          ],
        },
        {
          heading: 'Wie mein Team reagiert hat',
          criterionId: 'watched',
          variants: [
            [2, 'Zuerst nichts, bestimmt zehn Sekunden. Dann hat jemand gefragt, ob er auch ein Ziel aufschreiben muss. Ich habe Nein gesagt. Am nächsten Morgen standen zwei weitere Sätze an der Tafel, ohne Namen.'], // prettier-ignore
            [2, 'Zwei haben gelächelt, eine hat auf ihr Telefon geschaut. Nach der Runde kam sie zu mir und hat erzählt, dass sie dasselbe seit einem Jahr versucht.'], // prettier-ignore
            [1, 'Die meisten fanden es gut. Einer hat einen Witz gemacht, vermutlich war es ihm unangenehm.'],
            [0, 'Die Reaktion war positiv, alle haben sich gefreut.'],
          ],
        },
        {
          heading: 'Was ich beim nächsten Mal anders mache',
          criterionId: null,
          variants: [
            [0, 'Ich sage vorher, dass niemand mitmachen muss. Die Frage kam zu Recht.'],
            [0, 'Ich stelle die Bitte an den Anfang, danach hört niemand mehr zu.'],
            [0, 'Kürzer. Drei Sätze hätten genügt.'],
          ],
        },
      ],
      comments: {
        tellable: [
          [
            'Nach dem Lesen weiß ich nicht, was du tun wirst. Woran würde ich es als Kollege merken?',
            'Ich habe versucht, es nachzuerzählen, und bin bei „besser“ hängen geblieben.',
          ],
          [
            'Die Richtung verstehe ich, der erste Versuch fehlt mir noch.',
            'Bis zur Hälfte konnte ich es nacherzählen. Womit fängst du an?',
          ],
          [
            'Ziel und erster Versuch sind klar, ich könnte es heute Abend weitererzählen.',
            'Ich habe es in einem Satz nacherzählen können, einschließlich des ersten Versuchs.',
          ],
          [
            'Das erzähle ich weiter, und ich will wissen, wie es ausgeht.',
            'Kurz, eigen und ein bisschen riskant. Genau so.',
          ],
        ],
        request: [
          ['Dein Team erfährt davon, aber was soll es tun?'],
          ['Freundlich. Sag noch, wann und woran man sich melden soll.'],
          ['Ich wüsste genau, was ich tun kann und wann. Das übernehme ich.'],
        ],
        watched: [
          ['„Positiv“ ist schon ein Urteil. Was hat jemand gesagt?'],
          ['Der Witz ist eine Beobachtung, das „unangenehm“ deine Deutung. Lass den zweiten Teil weg.'],
          ['Die Stille hast du genau beschrieben, ich war fast dabei.'],
        ],
      },
      overall: [
        'Mutig und klein zugleich, danke fürs Zeigen.',
        'Hat mir geholfen, meinen eigenen Satz noch einmal zu kürzen.',
        'Ich drücke die Daumen für den ersten Versuch.',
      ],
    },
    {
      parts: [
        {
          heading: null,
          criterionId: null,
          variants: [
            [0, 'Leicht fiel mir das Anklopfen: „Hast du zehn Minuten, am liebsten beim Gehen?“ Schwer fiel mir die Stille nach der Frage. Ich habe innerlich bis acht gezählt, und bei sieben kam die Antwort, mit der ich nicht gerechnet hatte. Gehört habe ich, dass meine kurzen Mails streng klingen, auch wenn ich nur wenig Zeit habe. Ich habe gefragt, welche gemeint ist, und sie mir zeigen lassen; mein Gegenüber hatte recht. Was ich damit mache: Ich schreibe den Anlass dazu, bevor ich um etwas bitte, und frage in zwei Wochen nach. Beim nächsten Mal sage ich wörtlich: „Mir ist aufgefallen, dass der Bericht am Freitag um vier kam und wir um drei damit anfangen wollten.“ Ohne „immer“ und ohne „schade“.'], // prettier-ignore
            [0, 'Ich habe mit einer Anerkennung angefangen, die ich seit dem Sommer aussprechen wollte. Die Beobachtung war leicht, die hatte ich mir aufgeschrieben: An drei Tagen hintereinander hat jemand die Übergabe so vorbereitet, dass die nächste Schicht sofort loslegen konnte. Schwer war die Wirkung. Ich musste erst herausfinden, dass ich selbst dadurch früher nach Hause kam. Auf meine Frage hörte ich: „Schön, aber sag es doch auch vor den anderen.“ Das mache ich am Montag. Beim nächsten Mal lasse ich das „eigentlich“ weg und frage früher, weil ich die zweite Hälfte des Gesprächs allein bestritten habe. Wörtlich: „Du hast am Dienstag die Liste neu sortiert. Dadurch waren wir um acht fertig. Was brauchst du, damit das so bleibt?“'], // prettier-ignore
          ],
        },
      ],
      comments: {},
      overall: [],
    },
  ],
  appeal:
    'Eine Bewertung sagt, ich hätte niemanden gefragt. Die beiden Ergänzungen standen auf dem Foto, das ich nicht hochladen konnte, weil das Netz in Halle 3 weg war. Ich kann das Bild nachreichen.', // prettier-ignore
  flag: 'Im Text steht der Name einer Kollegin. Vielleicht weiß sie davon, aber ich wollte es nicht übersehen.',
  answer: 'Danke, das mit der Nachtschicht probieren wir am Mittwoch aus.',
};
