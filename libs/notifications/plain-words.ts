/** A post's Markdown as it reads in a mail: people and links by their names, pictures left out, cut at a word. */
export function writtenPlainly(markdown: string, most: number): string {
  const text = markdown
    .replace(/!\[[^\]\n]*\]\([^)\n]*\)/g, '')
    .replace(/@\[([^\]\n]*)\]\(user:[^)\n]*\)/g, '@$1')
    .replace(/\[([^\]\n]*)\]\((https?:[^)\s]*)\)/g, '$1 ($2)')
    .replace(/\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)([^\n]*?\S)\1/g, '$2')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most - 80))} …`;
}
