interface ProblemText {
  status: number;
  /** What is wrong and what to do, for the reader. `{name}` is replaced by the problem's parameters. */
  de: string;
  en: string;
}

/**
 * Every problem the API can answer with (RFC 9457), in both languages of the product.
 * The code is the last part of the problem's `type`.
 */
export const problems = {
  'invalid-input': { status: 400, de: 'Bitte prüfe die markierten Angaben.', en: 'Please check the marked fields.' },
  'malformed-request': { status: 400, de: 'Die Anfrage ist nicht lesbar.', en: 'The request cannot be read.' },
  'not-signed-in': { status: 401, de: 'Bitte melde dich an.', en: 'Please sign in.' },
  'wrong-credentials': {
    status: 401,
    de: 'E-Mail-Adresse oder Passwort stimmen nicht.',
    en: 'E-mail address or password is not right.',
  },
  'wrong-password': {
    status: 400,
    de: 'Das bisherige Passwort stimmt nicht.',
    en: 'The current password is not right.',
  },
  'weak-password': {
    status: 400,
    de: 'Dieses Passwort ist zu leicht zu erraten. Nimm ein längeres, das nicht auf deinem Namen beruht.',
    en: 'This password is too easy to guess. Choose a longer one that is not based on your name.',
  },
  'not-allowed': { status: 403, de: 'Dafür fehlt dir die Berechtigung.', en: 'You are not allowed to do this.' },
  'foreign-origin': {
    status: 403,
    de: 'Die Anfrage kam von einer fremden Seite und wurde abgelehnt.',
    en: 'The request came from another site and was refused.',
  },
  'not-found': { status: 404, de: 'Das gibt es nicht oder nicht mehr.', en: 'This does not exist, or no longer does.' },
  'link-used-up': {
    status: 410,
    de: 'Dieser Link ist abgelaufen oder wurde schon benutzt. Bitte lass dir einen neuen geben.',
    en: 'This link has expired or was used already. Please ask for a new one.',
  },
  'too-large': {
    status: 413,
    de: 'Das ist zu groß. Erlaubt sind {limit}.',
    en: 'This is too large. The limit is {limit}.',
  },
  'too-many-requests': {
    status: 429,
    de: 'Zu viele Versuche. Bitte warte {seconds} Sekunden.',
    en: 'Too many attempts. Please wait {seconds} seconds.',
  },
  unexpected: {
    status: 500,
    de: 'Da ist etwas schiefgegangen. Versuch es noch einmal; wenn es bleibt, nenne der IT die Nummer {requestId}.',
    en: 'Something went wrong. Try again; if it stays, tell IT the number {requestId}.',
  },
  'not-ready': { status: 503, de: 'Kohorte ist noch nicht bereit.', en: 'Kohorte is not ready yet.' },

  'email-taken': { status: 409, de: 'Diese E-Mail-Adresse gibt es schon.', en: 'This e-mail address is taken.' },
  'last-admin': {
    status: 409,
    de: 'Das ist das letzte Konto mit L&D-Rechten. Gib sie zuerst jemand anderem.',
    en: 'This is the last account with L&D rights. Give them to somebody else first.',
  },
  'unit-unknown': { status: 400, de: 'Diese Organisationseinheit gibt es nicht.', en: 'There is no such org unit.' },
  'person-unknown': {
    status: 400,
    de: 'Mindestens eine Person gibt es nicht.',
    en: 'At least one person does not exist.',
  },

  'version-published': {
    status: 409,
    de: 'Diese Fassung ist veröffentlicht und bleibt, wie sie ist. Beginne einen neuen Entwurf.',
    en: 'This version is published and stays as it is. Begin a new draft.',
  },
  'nothing-to-publish': {
    status: 409,
    de: 'Der Entwurf hat noch kein Modul mit Inhalt.',
    en: 'The draft has no module with content yet.',
  },
  'not-published': {
    status: 409,
    de: 'Der Kurs ist noch nicht veröffentlicht. Veröffentliche ihn, dann kann eine Kohorte starten.',
    en: 'The course is not published yet. Publish it, then a cohort can run.',
  },
  'order-incomplete': {
    status: 409,
    de: 'Die Reihenfolge passt nicht mehr zum Kurs, jemand hat ihn inzwischen geändert. Lade neu und ordne noch einmal.',
    en: 'The order no longer fits the course, somebody has changed it. Reload and order again.',
  },
  'item-needs-address': {
    status: 400,
    de: 'Dazu gehört eine Adresse (https://…).',
    en: 'This needs an address (https://…).',
  },
  'item-needs-file': { status: 400, de: 'Dazu gehört eine Datei.', en: 'This needs a file.' },
  'course-too-large': {
    status: 409,
    de: 'Mehr als {limit} Module oder Elemente passen nicht in einen Kurs.',
    en: 'A course cannot hold more than {limit} modules or items.',
  },
  'file-missing': { status: 400, de: 'Es wurde keine Datei mitgeschickt.', en: 'No file was sent.' },
  'file-type-not-allowed': {
    status: 400,
    de: 'Dateien dieser Art werden nicht angenommen.',
    en: 'Files of this type are not accepted.',
  },
  'file-not-a-zip': {
    status: 400,
    de: 'Das ist keine .imscc- oder Zip-Datei.',
    en: 'This is not an .imscc or zip file.',
  },
  'not-a-cartridge': {
    status: 400,
    de: 'In der Datei ist kein Kurs nach IMS Common Cartridge (imsmanifest.xml fehlt oder ist von anderer Art).',
    en: 'The file holds no IMS Common Cartridge course (imsmanifest.xml is missing or of another kind).',
  },
  'cartridge-broken': {
    status: 400,
    de: 'Die Datei ist beschädigt oder unvollständig.',
    en: 'The file is damaged or incomplete.',
  },
  'cartridge-too-large': {
    status: 400,
    de: 'Ausgepackt ist die Datei zu groß.',
    en: 'Unpacked, the file is too large.',
  },
  'cartridge-too-many-entries': {
    status: 400,
    de: 'Die Datei hat zu viele Einträge.',
    en: 'The file has too many entries.',
  },
  'cartridge-unsafe-path': {
    status: 400,
    de: 'Die Datei enthält unerlaubte Pfade und wurde abgelehnt.',
    en: 'The file contains forbidden paths and was refused.',
  },
  'cartridge-encrypted': {
    status: 400,
    de: 'Die Datei ist verschlüsselt. Bitte exportiere sie ohne Passwort.',
    en: 'The file is encrypted. Please export it without a password.',
  },
  'cartridge-xml-unsafe': {
    status: 400,
    de: 'Die Datei enthält gefährliches XML und wurde abgelehnt.',
    en: 'The file contains dangerous XML and was refused.',
  },

  'plan-impossible': {
    status: 400,
    de: 'So lässt sich der Kurs nicht planen.',
    en: 'The course cannot be planned like this.',
  },
  'zone-unknown': { status: 400, de: 'Diese Zeitzone gibt es nicht.', en: 'There is no such time zone.' },
  'region-unknown': { status: 400, de: 'Diese Feiertagsregion gibt es nicht.', en: 'There is no such holiday region.' },
  'cohort-cancelled': { status: 409, de: 'Diese Kohorte ist abgesagt.', en: 'This cohort is cancelled.' },
  'already-released': {
    status: 409,
    de: 'Dieses Modul ist schon offen.',
    en: 'This module is already open.',
  },
  'plan-has-begun': {
    status: 409,
    de: 'Das erste Modul ist schon offen; verschiebe einzelne Wochen statt des ganzen Plans.',
    en: 'The first module is open already; move single weeks instead of the whole plan.',
  },
  'order-of-modules': {
    status: 409,
    de: 'Damit käme dieses Modul vor dem vorigen oder nach dem nächsten. Verschiebe die folgenden mit.',
    en: 'This would put the module before the one before it or after the next. Move the following ones with it.',
  },
  'own-pace': {
    status: 409,
    de: 'Hier geht jede Person von ihrem eigenen Start aus; einzelne Module lassen sich nicht verschieben.',
    en: 'Here everybody goes by their own start; single modules cannot be moved.',
  },
  'capacity-below-taken': {
    status: 409,
    de: 'Es sind schon {taken} Plätze vergeben; weniger geht nicht.',
    en: '{taken} seats are taken already; fewer is not possible.',
  },
  'enrolment-not-open-yet': {
    status: 409,
    de: 'Die Anmeldung ist noch nicht offen.',
    en: 'Enrolment is not open yet.',
  },
  'enrolment-closed': { status: 409, de: 'Die Anmeldung ist geschlossen.', en: 'Enrolment is closed.' },
  'not-invited': {
    status: 403,
    de: 'Diese Kohorte ist nur für Eingeladene.',
    en: 'This cohort is by invitation only.',
  },
  'already-enrolled': { status: 409, de: 'Du bist schon dabei.', en: 'You are in already.' },
  'not-enrolled': {
    status: 409,
    de: 'Du bist in dieser Kohorte nicht angemeldet.',
    en: 'You are not enrolled in this cohort.',
  },
  'no-seat-offered': {
    status: 409,
    de: 'Für dich ist gerade kein Platz reserviert.',
    en: 'No seat is held for you at the moment.',
  },
  'not-requested': { status: 409, de: 'Hier steht keine Anfrage aus.', en: 'There is no request to approve.' },
  'enrolment-completed': {
    status: 409,
    de: 'Wer abgeschlossen hat, bleibt dabei.',
    en: 'Whoever has completed stays in.',
  },

  'site-unknown': { status: 400, de: 'Diesen Ort gibt es nicht.', en: 'There is no such site.' },
  'site-in-use': {
    status: 409,
    de: 'An diesem Ort hängen noch Räume ({rooms}) und Personen ({people}). Gib ihnen zuerst einen anderen.',
    en: 'Rooms ({rooms}) and people ({people}) still belong to this site. Give them another one first.',
  },
  'name-taken': { status: 409, de: 'Diesen Namen gibt es schon.', en: 'This name is taken.' },

  'module-not-open': { status: 403, de: 'Dieses Modul öffnet am {opensAt}.', en: 'This module opens on {opensAt}.' },
  'cannot-be-done': {
    status: 409,
    de: 'Dieses Element lässt sich noch nicht abhaken.',
    en: 'This item cannot be marked as done yet.',
  },
  'figures-not-crossed': {
    status: 403,
    de: 'Zahlen nach Kohorte und nach Abteilung zugleich würden zu kleine Gruppen zeigen. Nimm einen der Filter weg.',
    en: 'Figures by cohort and by department at once would show groups that are too small. Take one of the filters away.',
  },
  'own-pace-no-sessions': {
    status: 409,
    de: 'In einer Kohorte, in der alle von ihrem eigenen Start ausgehen, gibt es keine gemeinsamen Termine.',
    en: 'In a cohort in which everybody goes by their own start there are no common sessions.',
  },
  'no-sessions-asked': {
    status: 409,
    de: 'Keiner dieser Kurse hat Live-Termine, die sagen, was sie brauchen. Ergänze sie zuerst im Kurs.',
    en: 'None of these courses has live sessions that say what they need. Add them to the course first.',
  },
  'assembly-not-done': {
    status: 409,
    de: 'Dieser Vorschlag ist noch in Arbeit oder nicht zustande gekommen.',
    en: 'This proposal is still being worked on, or did not come about.',
  },
  'assembly-published': {
    status: 409,
    de: 'Dieser Vorschlag ist schon veröffentlicht. Stelle einen neuen zusammen, der darauf aufbaut.',
    en: 'This proposal is published already. Assemble a new one that builds on it.',
  },
  'changed-meanwhile': {
    status: 409,
    de: 'Jemand hat das inzwischen geändert. Sieh dir den neuen Stand an und versuch es noch einmal.',
    en: 'Somebody has changed this meanwhile. Look at it as it is now and try again.',
  },
  'place-clashes': {
    status: 409,
    de: 'Dieser Platz geht nicht: Er überschneidet sich mit etwas anderem oder verletzt eine Vorgabe.',
    en: 'This place is not possible: it overlaps with something else, or breaks a requirement.',
  },
  'session-left-out': {
    status: 409,
    de: 'Dieser Termin ist ausgenommen. Nimm ihn zuerst wieder auf.',
    en: 'This session is left out. Take it in again first.',
  },
  'schedule-outdated': {
    status: 409,
    de: 'Seit dem Zusammenstellen hat sich etwas geändert; {count} Termine passen nicht mehr. Stelle neu zusammen.',
    en: 'Something has changed since it was assembled; {count} sessions no longer fit. Assemble again.',
  },
  'schedule-taken': {
    status: 409,
    de: 'Jemand hat gerade einen anderen Plan veröffentlicht, der dieselben Räume, Trainer:innen oder Gruppen braucht. Es wurde nichts geändert; stelle neu zusammen.',
    en: 'Somebody has just published another schedule that needs the same rooms, trainers or groups. Nothing was changed; assemble again.',
  },
  'session-cancelled': { status: 409, de: 'Dieser Live-Termin ist abgesagt.', en: 'This live session is cancelled.' },
  'too-late-to-answer': {
    status: 409,
    de: 'Dafür ist es zu spät. Sag bitte direkt deiner Trainerin oder deinem Trainer Bescheid.',
    en: 'It is too late for that. Please tell your trainer directly.',
  },
  'no-seat-here': {
    status: 409,
    de: 'Du hast in diesem Live-Termin keinen Platz.',
    en: 'You have no seat in this live session.',
  },
  'session-overlaps': {
    status: 409,
    de: 'Zu dieser Zeit hast du schon einen anderen Live-Termin.',
    en: 'You have another live session at that time.',
  },
  'wrong-code': {
    status: 400,
    de: 'Dieser Code stimmt nicht oder ist abgelaufen. Nimm den, der gerade angezeigt wird.',
    en: 'This code is wrong or has expired. Take the one that is shown right now.',
  },
  'not-session-time': {
    status: 409,
    de: 'Das geht erst kurz vor dem Live-Termin und bis kurz danach.',
    en: 'This is possible only from shortly before the session until shortly after it.',
  },
  'thread-locked': {
    status: 409,
    de: 'Dieses Thema ist geschlossen. Lesen geht, schreiben nicht mehr.',
    en: 'This thread is locked. It can be read, but nothing more can be written.',
  },
  'thread-gone': { status: 410, de: 'Dieses Thema gibt es nicht mehr.', en: 'This thread no longer exists.' },
  'slow-mode': {
    status: 429,
    de: 'Hier geht es gerade in Ruhe zu: Du kannst in {seconds} Sekunden wieder schreiben. Dein Text bleibt erhalten.',
    en: 'Things go slowly here just now: you can write again in {seconds} seconds. Your text is kept.',
  },
  'too-many-mentions': {
    status: 400,
    de: 'Höchstens {limit} Personen in einem Beitrag. Für alle gibt es Ankündigungen.',
    en: 'At most {limit} people in one post. Announcements are for everybody.',
  },
  'not-anonymous-here': {
    status: 409,
    de: 'In dieser Kohorte wird nicht anonym geschrieben.',
    en: 'In this cohort nobody writes anonymously.',
  },
  'file-may-tell-who': {
    status: 409,
    de: '„{name}“ könnte verraten, wer du bist, und geht deshalb nicht in einen anonymen Beitrag. Nimm die Datei heraus und lade sie neu hoch; hat sie ein Passwort, ist sie ein Archiv wie RAR oder aus einem alten Office (.doc, .xls, .ppt), speichere sie vorher in einem neueren Format und ohne Passwort.',
    en: '“{name}” could tell who you are, so it cannot go into an anonymous post. Take the file out and upload it again; if it has a password, is an archive such as RAR or from an old Office (.doc, .xls, .ppt), first save it in a newer format and without the password.',
  },
  'own-post': { status: 409, de: 'Das ist dein eigener Beitrag.', en: 'This is your own post.' },
  'post-deleted': { status: 409, de: 'Dieser Beitrag ist gelöscht.', en: 'This post is deleted.' },
  'not-a-question': { status: 409, de: 'Das ist keine Frage.', en: 'This is not a question.' },
  'cannot-merge': {
    status: 409,
    de: 'Diese beiden Themen lassen sich nicht zusammenführen.',
    en: 'These two threads cannot be merged.',
  },
  'cannot-split': {
    status: 409,
    de: 'So lässt sich das Thema nicht teilen: Der erste Beitrag bleibt, und alle müssen aus diesem Thema sein.',
    en: 'The thread cannot be split like this: its first post stays, and all must be from this thread.',
  },
  'group-overlaps': {
    status: 409,
    de: 'Jemand steht in zwei Lerngruppen, oder eine dieser Personen ist nicht in der Kohorte.',
    en: 'Somebody is in two learning groups, or one of these people is not in the cohort.',
  },
  'already-announced': { status: 409, de: 'Das ist schon angekündigt.', en: 'This has been announced already.' },
  'push-not-set-up': {
    status: 409,
    de: 'Push-Mitteilungen sind hier nicht eingerichtet.',
    en: 'Push messages are not set up here.',
  },
  'push-address-refused': {
    status: 400,
    de: 'An diese Adresse schicken wir keine Push-Mitteilungen.',
    en: 'We send no push messages to this address.',
  },
  'answer-not-taken': {
    status: 422,
    de: 'Diese Antwort wurde nicht angenommen: Die Adresse gilt nicht oder nicht mehr, oder es ist eine automatische Antwort.',
    en: 'This answer was not taken: the address is not valid, or no longer, or it is an automatic reply.',
  },
  'not-an-assignment': {
    status: 404,
    de: 'Hier gibt es nichts abzugeben.',
    en: 'There is nothing to hand in here.',
  },
  'submission-closed': {
    status: 409,
    de: 'Die Abgabe ist seit {until} geschlossen. Dein Entwurf bleibt erhalten; sprich deine Trainerin oder deinen Trainer an.',
    en: 'Submissions have been closed since {until}. Your draft is kept; talk to your trainer.',
  },
  'submission-empty': {
    status: 409,
    de: 'Hier fehlt noch etwas: Gib ab, was die Aufgabe verlangt.',
    en: 'Something is missing: hand in what the assignment asks for.',
  },
  'already-handed-in': {
    status: 409,
    de: 'Das ist schon abgegeben. Nimm es zurück, wenn du noch etwas ändern willst.',
    en: 'This is handed in already. Take it back if you want to change something.',
  },
  'nothing-handed-in': {
    status: 409,
    de: 'Du hast noch nichts abgegeben.',
    en: 'You have not handed in anything yet.',
  },
  'too-late-to-take-back': {
    status: 409,
    de: 'Zurücknehmen geht nur bis zum Abgabetermin und solange niemand die Arbeit bewertet.',
    en: 'You can take it back only until the due date, and while nobody is reviewing it.',
  },
  'too-few-words': {
    status: 409,
    de: 'Der Text hat {words} Wörter; mindestens {least} sollen es sein.',
    en: 'The text has {words} words; at least {least} are asked for.',
  },
  'too-many-words': {
    status: 409,
    de: 'Der Text hat {words} Wörter; höchstens {most} sind erlaubt.',
    en: 'The text has {words} words; at most {most} are allowed.',
  },
  'too-many-files': {
    status: 409,
    de: 'Höchstens {limit} Dateien. Nimm zuerst eine heraus.',
    en: 'At most {limit} files. Take one out first.',
  },
  'upload-elsewhere': {
    status: 409,
    de: 'Der nächste Teil beginnt bei Byte {received}.',
    en: 'The next part begins at byte {received}.',
  },
  'file-unpacks-too-large': {
    status: 400,
    de: 'Ausgepackt wäre diese Datei zu groß. Sie wurde nicht angenommen.',
    en: 'Unpacked, this file would be too large. It was not accepted.',
  },
  'file-unreadable': {
    status: 400,
    de: 'Diese Datei ist beschädigt oder verschlüsselt, so dass sich Namen darin nicht entfernen lassen. Speichere sie neu, ohne Passwort, und versuch es noch einmal.',
    en: 'This file is damaged or encrypted, so that names in it cannot be removed. Save it anew, without a password, and try again.',
  },
  'not-reviewing-time': {
    status: 409,
    de: 'Bewertet wird von {from} bis {until}.',
    en: 'Reviews are given from {from} until {until}.',
  },
  'hand-in-first': {
    status: 409,
    de: 'Gib zuerst deine eigene Arbeit ab, dann bekommst du welche zum Bewerten.',
    en: 'Hand in your own work first, then you get some to review.',
  },
  'examples-first': {
    status: 409,
    de: 'Bewerte zuerst die Beispiele, dann die Arbeiten der anderen.',
    en: 'Review the examples first, then the work of others.',
  },
  'no-review-now': {
    status: 409,
    de: 'Gerade gibt es nichts für dich zu bewerten. Schau später noch einmal vorbei.',
    en: 'There is nothing for you to review just now. Look in again later.',
  },
  'review-incomplete': {
    status: 409,
    de: 'Zu einer ganzen Bewertung fehlt noch etwas.',
    en: 'Something is still missing for a whole review.',
  },
  'review-given': {
    status: 409,
    de: 'Diese Bewertung ist schon abgegeben.',
    en: 'This review has been given already.',
  },
  'review-kept': {
    status: 409,
    de: 'Mehr Arbeiten kannst du in dieser Runde nicht abgeben (höchstens {most}). Wenn du diese nicht bewerten kannst, melde sie: Dann entscheidet, wer den Kurs leitet.',
    en: 'You cannot let go of more work in this round (at most {most}). If you cannot review this one, report it: whoever runs the course then decides.',
  },
  'review-over': {
    status: 409,
    de: 'Diese Arbeit wird nicht mehr bewertet. Was du geschrieben hast, bleibt dir erhalten.',
    en: 'This work is no longer reviewed. What you have written is kept for you.',
  },
  'grades-not-shown': {
    status: 409,
    de: 'Die Ergebnisse sind noch nicht veröffentlicht.',
    en: 'The results have not been published yet.',
  },
  'response-over': {
    status: 409,
    de: 'Das war nur bis {until} möglich.',
    en: 'That was possible only until {until}.',
  },
  'already-appealed': {
    status: 409,
    de: 'Dein Einspruch liegt schon vor.',
    en: 'Your appeal has been received already.',
  },
  'already-decided': { status: 409, de: 'Darüber ist schon entschieden.', en: 'This has been decided already.' },
  'nothing-to-grade': {
    status: 409,
    de: 'Hier gibt es noch nichts zu benoten.',
    en: 'There is nothing to grade here yet.',
  },
  'no-consent': {
    status: 409,
    de: 'Dem haben nicht alle zugestimmt, die daran gearbeitet haben.',
    en: 'Not everybody who worked on it has agreed to that.',
  },
  'team-overlaps': {
    status: 409,
    de: 'Jemand steht in zwei Teams, oder eine dieser Personen ist nicht in der Kohorte.',
    en: 'Somebody is in two teams, or one of these people is not in the cohort.',
  },
  'team-handed-in': {
    status: 409,
    de: 'Ein Team, das schon abgegeben hat, bleibt, wie es ist.',
    en: 'A team that has handed in stays as it is.',
  },
  'deadlines-order': {
    status: 409,
    de: 'Der Abgabetermin muss vor dem Ende der Bewertungen liegen und darf nicht vor der Öffnung des Moduls liegen.',
    en: 'The due date must lie before the end of the reviews, and not before the module opens.',
  },
  'period-too-long': { status: 400, de: 'Höchstens ein Jahr auf einmal.', en: 'At most one year at once.' },
} as const satisfies Record<string, ProblemText>;

/** The code of a problem; the web's messages are exhaustive over it. */
export type ProblemCode = keyof typeof problems;

/** One field of a request that is not right. */
export interface FieldProblem {
  /** Path of the field, such as `plan.breaks.0.from`. */
  field: string;
  code: string;
  detail: string;
}

/** The body of every reply that is not a success: `application/problem+json`. */
export interface ProblemView {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail: string;
  requestId: string;
  /** What was wrong with which field. */
  errors?: FieldProblem[];
  /** Figures and instants of the case, such as `seconds` or `opensAt`. */
  params?: Record<string, string | number>;
}
