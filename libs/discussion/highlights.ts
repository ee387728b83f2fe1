/** Stand around what was found until all else is escaped; they are taken out of every text before. */
const opening = '\uE000';
const closing = '\uE001';

/** How Postgres puts them around words, and cuts a text to what is around these. */
export const headlineOptions = `StartSel=${opening}, StopSel=${closing}, MaxFragments=2, MaxWords=24, MinWords=10, FragmentDelimiter=" … "`;

/** A text without the signs that stand around what was found. */
export const withoutMarks = (text: string): string => text.replace(/[\uE000\uE001]/g, '');

/** HTML of what Postgres gives: everything is escaped but the marks. */
export function markedHtml(headline: string): string {
  return escaped(headline).replaceAll(opening, '<mark>').replaceAll(closing, '</mark>');
}

/** Whether anything in it was found. */
export const isMarked = (headline: string): boolean => headline.includes(opening);

/** The text around the first of `parts` in it, with all of them marked, wherever they stand in a word. */
export function markParts(text: string, parts: readonly string[]): string {
  const plain = folded(text);
  const wanted = parts.map(folded).filter((part) => part !== '');
  const places = wanted.map((part) => plain.indexOf(part)).filter((at) => at >= 0);
  const [start, end] = around(text, places.length > 0 ? Math.min(...places) : 0);
  let marked = '';
  for (let at = start; at < end;) {
    const part = wanted.find((one) => plain.startsWith(one, at));
    marked += part ? `${opening}${text.slice(at, at + part.length)}${closing}` : text[at]!;
    at += part?.length ?? 1;
  }
  return markedHtml(`${start > 0 ? '… ' : ''}${marked}${end < text.length ? ' …' : ''}`);
}

/** Some 200 signs, from a word's beginning to a word's end. */
function around(text: string, at: number): [start: number, end: number] {
  const before = text.lastIndexOf(' ', Math.max(0, at - 60));
  const start = at <= 60 ? 0 : Math.max(before + 1, at - 120, 0);
  const after = text.indexOf(' ', start + 200);
  return [start, after < 0 ? text.length : Math.min(after, start + 400)];
}

/** Without case and accents, sign by sign, so that places stay what they are. */
function folded(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const sign = text[at]!.normalize('NFD')[0]!.toLowerCase();
    return sign.length === 1 ? sign : text[at]!;
  }).join('');
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
