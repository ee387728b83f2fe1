/** What has to be left of a password once everything guessable is taken out of it. */
const leastRest = 5;

/** Names shorter than this stand in too many good passwords by chance. */
const shortestOwnWord = 4;

/** Rows of keys and letters that fingers and heads run along, in both directions. */
const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertzuiop',
  'qwertyuiop',
  'asdfghjkl',
  'yxcvbnm',
  'zxcvbnm',
  '1q2w3e4r5t6z7u8i9o0p',
  '1q2w3e4r5t6y7u8i9o0p',
].flatMap((row) => [row, [...row].reverse().join('')]);

/** What the lists of leaked passwords begin with, in both languages, written plainly; longer words first. */
const common = `
  password passwort passwd kennwort geheim secret login letmein changeme default administrator admin benutzer
  willkommen welcome hallo hello servus master test iloveyou ichliebedich schatz liebling princess prinzessin
  sunshine sonnenschein football fussball baseball superman batman pokemon starwars dragon monkey shadow
  computer internet trustno whatever michael jordan flower freedom killer ficken sommer summer winter herbst
  autumn fruhling fruehling spring montag monday freitag friday sonntag sunday januar january dezember december
  arbeit firma company kohorte deutschland germany berlin hamburg bayern schalke dortmund
`
  .trim()
  .split(/\s+/)
  .sort((x, y) => y.length - x.length);

const leet: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' }; // prettier-ignore

/**
 * Whether somebody who knows the person, or the lists of leaked passwords, would try this password early.
 * @param own what belongs to the person: names, e-mail address
 */
export function isGuessable(password: string, own: readonly string[]): boolean {
  const plain = plainly(password);
  if (new Set(plain).size < leastRest || isRepeated(plain)) return true;
  const ownWords = own.flatMap((text) => plainly(text).split(/[^\p{L}]+/u)).filter((w) => w.length >= shortestOwnWord);
  if ([plain, decoded(plain)].some((text) => ownWords.some((word) => text.includes(word)))) return true;
  const rest = withoutRuns(plain).replace(/(19|20)\d\d/g, '');
  return [rest, decoded(rest)].some((text) => [...withoutCommon(text)].length < leastRest);
}

/** In small letters without accents: "Jürgen" and "JURGEN" are one guess. */
function plainly(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** "p4$$w0rd" read as it is meant. */
function decoded(plain: string): string {
  return plain.replace(/[013457@$!]/g, (sign) => leet[sign]!);
}

function isRepeated(plain: string): boolean {
  const [, part] = /^(.+?)\1+$/.exec(plain) ?? [];
  return part !== undefined && part.length < 8;
}

function withoutRuns(plain: string): string {
  let rest = '';
  for (let at = 0; at < plain.length;) {
    const length = runAt(plain, at);
    if (length < 4) rest += plain[at];
    at += length < 4 ? 1 : length;
  }
  return rest;
}

/** Length of the longest run along a row that begins at `at`. */
function runAt(plain: string, at: number): number {
  let longest = 0;
  for (const row of rows) {
    let length = 1;
    while (at + length <= plain.length && row.includes(plain.slice(at, at + length))) length += 1;
    longest = Math.max(longest, length - 1);
  }
  return longest;
}

function withoutCommon(plain: string): string {
  return common.reduce((rest, word) => rest.replaceAll(word, ''), plain);
}
