/**
 * How a German word may be spelt, accents aside: as it is, with `ae` for `ä`, and the other way round. What is searched
 * stays as it was written, since `ae` is often no umlaut in it: a `Metaebene` has an `ebene`, and no `metabene`.
 */
export function spellingsOf(word: string): string[] {
  const small = word.toLowerCase();
  const writtenOut = small.replace(/[äöü]/g, (umlaut) => `${umlaut.normalize('NFD')[0]}e`);
  // After a vowel it is none: who looks for `feuer` means no `chauffeur`.
  const shortened = small.replace(/(?<![aeiouq])([aou])e/g, '$1');
  return [...new Set([small, writtenOut, shortened])];
}
