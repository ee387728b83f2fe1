const mention = /@\[([^\]\n]{0,300})\]\(user:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)/gi;

/** Those named in a text, by the names under which they stand in it. */
export type Named = ReadonlyMap<string, string>;

/** A text as it is written: `@Jonas Weber` instead of `@[Jonas Weber](user:…)`. Of two with one name the second stays. */
export function forWriting(stored: string, known: Named = new Map()): { text: string; named: Named } {
  const named = new Map(known);
  const text = stored.replace(mention, (whole, name: string, id: string) => {
    const before = named.get(name);
    if (before !== undefined && before !== id) return whole;
    named.set(name, id);
    return `@${name}`;
  });
  return { text, named };
}

/** The same text as it is stored; a name that was changed names nobody any more. */
export function forStoring(text: string, named: Named): string {
  const names = [...named.keys()].filter(Boolean).sort((one, other) => other.length - one.length);
  if (names.length === 0) return text;
  const pattern = new RegExp(`@(${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?![\\p{L}\\p{N}])`, 'gu'); // prettier-ignore
  return text.replace(pattern, (_, name: string) => `@[${name}](user:${named.get(name)})`);
}

/** What is being typed of a name before the caret: `@Jon`. */
export function nameBeing(text: string, caret: number): { from: number; words: string } | null {
  const found = /(?:^|[\s([{"„»])@([\p{L}][\p{L}\p{N}.'’-]{0,40}(?: [\p{L}\p{N}.'’-]{0,40})?)$/u.exec(
    text.slice(0, caret),
  );
  const words = found?.[1];
  return words === undefined ? null : { from: caret - words.length - 1, words };
}

/** A name without the signs that would end it. */
export const nameIn = (name: string): string => name.replace(/[[\]\n]/g, '');
