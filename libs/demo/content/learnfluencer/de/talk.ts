import type { AuthoredTalk } from '../../talk-type.js';

/** What is said among those who learn in German, from the first day to the third week. */
export const gespraech: AuthoredTalk = {
  guidelines: `- Frag lieber heute halb fertig als nächste Woche perfekt.
- Wer antwortet, gibt keine Noten. Ein „Wie war das bei dir?“ hilft oft mehr als ein Rat.
- Was hier jemand aus dem eigenen Team erzählt, bleibt hier.`,
  prompts: [
    'Stellt euch reihum vor: Was hast du zuletzt gelernt, und wer hat dich dabei gesehen?',
    'Erzählt euch euren ersten Lernziel-Satz. Woran würden die anderen merken, dass du vorankommst?',
    'Wer übt diese Woche mit wem Feedback? Verabredet euch zu zweit für zwanzig Minuten.',
  ],
  announcements: [
    {
      day: 0,
      title: 'Willkommen, und wo ihr mich findet',
      text: `Schön, dass ihr da seid. Fragen stellt ihr am besten **direkt am Inhalt**, dann sehen alle, worum es geht. Ich schaue jeden Werktag hinein.

Ab heute gibt es außerdem Lerngruppen: fünf Leute aus verschiedenen Bereichen, mit einer Frage pro Woche.`,
    },
    {
      day: 10,
      title: 'Vor Woche 3: eine kleine Bitte',
      text: 'Ab Montag geht es um Feedback. Überlegt euch bis dahin, **wer** von euch eines verdient hätte und es noch nicht bekommen hat. Namen bitte nicht hier, nur im Kopf.',
    },
  ],
  threads: [
    {
      kind: 'question',
      title: 'Wie sage ich „noch nicht“, ohne dass es nach Trostpreis klingt?',
      item: [1, 3],
      atSecond: 24,
      same: 3,
      posts: [
        {
          day: 1,
          by: 2,
          text: 'An dieser Stelle bekommen die Schüler statt einer schlechten Note ein „noch nicht“. Ich mag den Gedanken. Aber wenn ich das meinem Lagerteam so sage, lachen sie mich aus. Wie macht ihr das?',
        },
        {
          day: 1,
          by: 3,
          text: 'Ich lasse das „noch“ in meinem eigenen Satz: „Ich kann die neue Auswertung noch nicht lesen, zeigst du mir das?“ Über mich selbst klingt es nicht nach Pädagogik.',
          helpful: 4,
          accepted: true,
          endorsed: true,
        },
        {
          day: 2,
          by: 6,
          text: 'Bei uns hilft ein Datum dazu. „Noch nicht, am Donnerstag probieren wir es zu zweit.“ Ohne Datum ist es wirklich ein Trostpreis.',
          helpful: 2,
        },
      ],
    },
    {
      kind: 'discussion',
      title: 'Die Meisterin, die ihre Fehler vorlas',
      item: [1, 6],
      posts: [
        {
          day: 2,
          by: 0,
          text: `Meine Ausbilderin hatte ein kariertes Heft, in dem stand, was ihr danebengegangen war. Freitags hat sie daraus vorgelesen, immer nur einen Eintrag.

Übernommen habe ich das Heft, vorgelesen habe ich noch nie. Gewusst hat sie es, glaube ich, nicht.`,
          helpful: 4,
        },
        { day: 3, by: 'account', text: 'Wie sah das konkret aus? Hat jemand etwas dazu gesagt, oder war es still?' },
        {
          day: 3,
          by: 0,
          to: 2,
          text: 'Erst still. Nach ein paar Wochen hat einer gesagt: „Das ist mir auch passiert.“ Von da an war es die beste Viertelstunde der Woche.',
          helpful: 2,
        },
      ],
    },
    {
      kind: 'question',
      title: 'Dürfen auf der Landkarte Namen stehen?',
      item: [1, 7],
      same: 1,
      posts: [
        {
          day: 3,
          by: 'account',
          text: 'Auf meiner Karte rufen alle dieselbe Kollegin an. Ohne ihren Namen versteht man die Karte nicht, mit ihrem Namen fühlt es sich nach Bloßstellen an.',
        },
        {
          day: 3,
          by: 4,
          text: 'Ich habe gefragt, bevor ich gezeichnet habe. Sie hat gelacht und gesagt, ich soll „die Auskunft“ hinschreiben. So steht es jetzt da.',
          helpful: 2,
        },
        {
          day: 4,
          by: 'trainer',
          text: `Ja, wenn sie es weiß. Der letzte Satz der Aufgabe gilt wörtlich: **Wer namentlich vorkommt, weiß davon.** Und es stehen Situationen auf der Karte, keine Urteile. „Alle rufen sie an“ ist eine Situation.

{account}, dein Fragezeichen gehört übrigens genau an diese Stelle.`,
          helpful: 3,
          accepted: true,
        },
      ],
    },
    {
      kind: 'question',
      title: 'Und wenn über mir niemand zeigt, dass er lernt?',
      item: [2, 2],
      anonymous: true,
      same: 4,
      posts: [
        {
          day: 8,
          by: 8,
          text: 'Ich soll offen zeigen, was ich nicht kann. In unserer Leitungsrunde hat das noch nie jemand getan. Fange ich trotzdem an, oder ist das naiv?',
        },
        {
          day: 8,
          by: 9,
          text: 'Ich habe unten angefangen, im eigenen Team. Nach drei Wochen kam mein Chef von selbst und fragte, was wir da freitags machen.',
          helpful: 3,
          endorsed: true,
        },
        {
          day: 9,
          by: 'trainer',
          text: 'Die Frage ist alles andere als naiv. Im Text steht dazu ein Satz, mit dem du vorher um Rückendeckung bitten kannst. Und: Fang mit etwas an, das dich nichts kostet, wenn es schiefgeht.',
          helpful: 1,
        },
      ],
    },
    {
      kind: 'question',
      title: 'Working Out Loud in der Schicht: wohin damit?',
      item: [2, 2],
      same: 3,
      posts: [
        {
          day: 10,
          by: 10,
          text: 'Wir haben keinen Teamchat und sehen uns nur zur Übergabe, sechs Minuten lang. Die Tafel ist voll mit Stückzahlen. Wo würdet ihr eure drei Sätze hinschreiben?',
        },
      ],
    },
    {
      kind: 'discussion',
      title: 'Fundstücke: was hat euch diese Woche weitergeholfen?',
      posts: [
        {
          day: 9,
          by: 11,
          text: 'Ich fange an: eine leere Karteikarte neben der Tastatur. Sobald ich denke „keine Ahnung“, kommt ein Strich drauf. Am ersten Tag waren es neun.',
          helpful: 2,
        },
        { day: 10, by: 1, text: 'Neun! Bei mir waren es vier, davon drei wegen derselben Maske in SAP.' },
        {
          day: 11,
          by: 12,
          text: 'Ein Bekannter verkauft Moderationskarten in zwölf Farben, für Kollegen mit Rabatt. Bei Interesse schreibt mir.',
          reported: { by: 11, kind: 'spam', note: 'Gehört hier nicht hin, oder?' },
        },
      ],
    },
    {
      kind: 'question',
      title: 'Anklopfen, wenn wirklich keine Zeit ist?',
      item: [3, 1],
      atSecond: 75,
      same: 1,
      posts: [
        {
          day: 15,
          by: 3,
          text: 'Sie fragt zuerst um Erlaubnis, eine kleine Ja-Frage. Auf dem Hallenboden habe ich dafür keine zehn Sekunden. Lasst ihr den Schritt dann weg?',
        },
        {
          day: 15,
          by: 6,
          text: 'Nein, ich verschiebe: „Hast du nach der Schicht zwei Minuten?“ Das ist die Ja-Frage, nur früher.',
          helpful: 1,
        },
      ],
    },
  ],
  inGroup: [
    {
      day: 1,
      week: 1,
      by: 0,
      text: 'Zuletzt gelernt: wie man einen Palettenhubwagen entlüftet. Gesehen hat mich der Azubi, der es konnte.',
    },
    {
      day: 2,
      week: 1,
      by: 'account',
      text: 'Bei mir war es die neue Telefonanlage. Gesehen haben mich alle, leider auch die Warteschleife.',
    },
    {
      day: 2,
      week: 1,
      by: 1,
      text: 'Ich lerne gerade, Sitzungen pünktlich zu beenden. Ihr merkt es daran, dass ich hier aufhöre.',
    },
    {
      day: 8,
      week: 2,
      by: 0,
      text: 'Mein Satz: „Bis Monatsende frage ich in jeder Übergabe einmal zurück, bevor ich antworte.“ Zu klein?',
    },
  ],
};
