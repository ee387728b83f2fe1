import type { FieldProblem, Language } from '@kohorte/contracts';
import type { ValidationError } from 'class-validator';

/** What each constraint asks, said to the person. `{1}` is the figure in the validator's own message. */
const says: Record<string, Record<Language, string>> = {
  isNotEmpty: { de: 'Das darf nicht leer sein.', en: 'This must not be empty.' },
  isEmail: { de: 'Das ist keine E-Mail-Adresse.', en: 'This is not an e-mail address.' },
  isString: { de: 'Hier gehört Text hin.', en: 'This must be text.' },
  isInt: { de: 'Hier gehört eine ganze Zahl hin.', en: 'This must be a whole number.' },
  isBoolean: { de: 'Hier gehört ja oder nein hin.', en: 'This must be yes or no.' },
  isObject: { de: 'Hier fehlen die Angaben.', en: 'This must be filled in.' },
  isArray: { de: 'Hier gehört eine Liste hin.', en: 'This must be a list.' },
  isIn: { de: 'Dieser Wert ist nicht vorgesehen.', en: 'This value is not one of the choices.' },
  isUuid: { de: 'Das ist keine gültige Kennung.', en: 'This is not a valid id.' },
  isUrl: { de: 'Das ist keine Internetadresse (https://…).', en: 'This is not a web address (https://…).' },
  isTimeZone: { de: 'Diese Zeitzone gibt es nicht.', en: 'There is no such time zone.' },
  isIso8601: { de: 'Das ist kein gültiger Zeitpunkt.', en: 'This is not a valid point in time.' },
  isCalendarDate: { de: 'Das ist kein Datum (JJJJ-MM-TT).', en: 'This is not a date (YYYY-MM-DD).' },
  isWallClockTime: { de: 'Das ist keine Uhrzeit (HH:MM).', en: 'This is not a time (HH:MM).' },
  minLength: { de: 'Mindestens {1} Zeichen.', en: 'At least {1} characters.' },
  maxLength: { de: 'Höchstens {1} Zeichen.', en: 'At most {1} characters.' },
  min: { de: 'Mindestens {1}.', en: 'At least {1}.' },
  max: { de: 'Höchstens {1}.', en: 'At most {1}.' },
  arrayMinSize: { de: 'Mindestens {1} Einträge.', en: 'At least {1} entries.' },
  arrayMaxSize: { de: 'Höchstens {1} Einträge.', en: 'At most {1} entries.' },
  arrayUnique: { de: 'Jeder Eintrag nur einmal.', en: 'Each entry only once.' },
  whitelistValidation: { de: 'Dieses Feld gibt es nicht.', en: 'There is no such field.' },
  'unknown-choice': { de: 'Dieser Wert ist nicht vorgesehen.', en: 'This value is not one of the choices.' },
  'not-a-date': { de: 'Dieses Datum gibt es nicht.', en: 'There is no such date.' },
  'not-a-time': { de: 'Das ist keine Uhrzeit (HH:MM).', en: 'This is not a time (HH:MM).' },
  'zone-unknown': { de: 'Diese Zeitzone gibt es nicht.', en: 'There is no such time zone.' },
  'region-unknown': { de: 'Diese Feiertagsregion gibt es nicht.', en: 'There is no such holiday region.' },
  'out-of-range': { de: 'Das liegt außerhalb des Möglichen.', en: 'This is out of range.' },
  'too-long': { de: 'Das ist zu lang.', en: 'This is too long.' },
  'ends-before-it-starts': { de: 'Das Ende liegt vor dem Anfang.', en: 'The end lies before the start.' },
  overlaps: { de: 'Das überschneidet sich mit einer anderen Zeit.', en: 'This overlaps with another time.' },
  'longer-than-a-year': { de: 'Höchstens ein Jahr.', en: 'At most one year.' },
  'site-unknown': { de: 'Diesen Ort gibt es nicht.', en: 'There is no such site.' },
  'name-taken': { de: 'Diesen Namen gibt es schon.', en: 'This name is taken.' },
  'only-for-assignments': { de: 'Das gehört nur zu Aufgaben.', en: 'This belongs to assignments only.' },
  'needs-due': {
    de: 'Wo etwas abgegeben wird, braucht es eine Frist.',
    en: 'Where something is handed in, there has to be a due date.',
  },
  'nothing-to-hand-in': {
    de: 'Wähle mindestens eines, das abgegeben werden kann.',
    en: 'Choose at least one thing that can be handed in.',
  },
  'levels-alike': {
    de: 'Jede Stufe braucht eine eigene Punktzahl.',
    en: 'Each level needs points of its own.',
  },
  'same-id': { de: 'Das kommt doppelt vor.', en: 'This is there twice.' },
  'criterion-unknown': {
    de: 'Dieses Kriterium gibt es im Bewertungsraster nicht.',
    en: 'This criterion is not in the rubric.',
  },
  'level-unknown': { de: 'Diese Stufe gibt es nicht.', en: 'There is no such level.' },
  'not-answered': {
    de: 'Hier fehlt noch mindestens ein Kriterium.',
    en: 'At least one criterion is still missing here.',
  },
  'not-asked': { de: 'Das verlangt diese Aufgabe nicht.', en: 'This assignment does not ask for this.' },
  'text-too-short': { de: 'Mindestens {1} Wörter.', en: 'At least {1} words.' },
  'text-too-long': { de: 'Höchstens {1} Wörter.', en: 'At most {1} words.' },
  'file-type-not-allowed': {
    de: 'Dateien dieser Art werden nicht angenommen.',
    en: 'Files of this type are not accepted.',
  },
  'file-may-tell-who': {
    de: 'Eine dieser Dateien könnte verraten, wer du bist.',
    en: 'One of these files could tell who you are.',
  },
  'only-for-sessions': { de: 'Das gehört nur zu Live-Terminen.', en: 'This belongs to live sessions only.' },
  'over-already': { de: 'So wäre schon alles vorbei.', en: 'Like this, all of it would be over already.' },
  'in-the-past': { de: 'Das liegt in der Vergangenheit.', en: 'This lies in the past.' },
  'before-due': {
    de: 'Das muss nach dem Abgabetermin liegen, der für alle gilt.',
    en: 'This must lie after the due date that all others have.',
  },
  'alone-here': {
    de: 'Diese Aufgabe macht jede Person für sich.',
    en: 'This assignment is done by each on their own.',
  },
  'person-unknown': { de: 'Mindestens eine Person gibt es nicht.', en: 'At least one person does not exist.' },
  'unit-unknown': { de: 'Diese Organisationseinheit gibt es nicht.', en: 'There is no such org unit.' },
  'not-a-trainer': {
    de: 'Mindestens eine dieser Personen hat nicht die Rolle Trainer.',
    en: 'At least one of these people does not have the role of a trainer.',
  },
  'level-missing': { de: 'Wähl hier noch eine Stufe aus.', en: 'Choose a level here.' },
  'comment-missing': { de: 'Sag hier noch in ein, zwei Sätzen, warum.', en: 'Say here why, in a sentence or two.' },
  'comment-repeated': {
    de: 'Überall steht dasselbe. Sag zu jedem Punkt etwas Eigenes, dann hilft es am meisten.',
    en: 'The same is said everywhere. Say something of its own to each point; that helps most.',
  },
  'too-few-words': {
    de: 'Ein bisschen mehr noch: mindestens {1} Wörter über alles, was du schreibst.',
    en: 'A little more: at least {1} words over everything that you write.',
  },
  'quiet-all-day': { de: 'So wäre den ganzen Tag Ruhe.', en: 'Like this, all day would be quiet.' },
  invalid: { de: 'Das passt so nicht.', en: 'This does not fit.' },
};

/** The validator's errors as one problem a field, in the reader's language, with the path of the field. */
export function fieldProblems(errors: ValidationError[], language: Language, path = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const field = path ? `${path}.${error.property}` : error.property;
    const below = error.children?.length ? fieldProblems(error.children, language, field) : [];
    const [first] = Object.entries(error.constraints ?? {});
    return first ? [fieldProblem(field, codeOf(first), language, figureIn(first[1])), ...below] : below;
  });
}

/** One problem with one field, for what services find out themselves. */
export function fieldProblem(field: string, code: string, language: Language, figure?: string): FieldProblem {
  const text = (says[code] ?? says['invalid']!)[language].replace('{1}', figure ?? '');
  return { field, code, detail: text };
}

/** Our own constraints are told apart by their message, since `Matches` serves several. */
function codeOf([constraint, message]: [string, string]): string {
  return message in says ? message : constraint;
}

function figureIn(message: string): string {
  return /(\d+)/.exec(message)?.[1] ?? '';
}
