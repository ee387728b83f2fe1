/** A change of a text: what stands from `from` to `to` becomes `text`; then this is selected. */
export interface Edit {
  from: number;
  to: number;
  text: string;
  select: [number, number];
}

/** Puts signs around what is selected, or takes them away where they stand there already. */
export function around(value: string, start: number, end: number, sign: string, placeholder: string): Edit {
  const selected = value.slice(start, end);
  const isThere = value.slice(start - sign.length, start) === sign && value.slice(end, end + sign.length) === sign;
  if (selected && isThere) {
    const from = start - sign.length;
    return { from, to: end + sign.length, text: selected, select: [from, from + selected.length] };
  }
  const inner = selected || placeholder;
  const begin = start + sign.length;
  return { from: start, to: end, text: sign + inner + sign, select: [begin, begin + inner.length] };
}

/** Begins each selected line with this, or no longer, where all of them do. */
export function atLines(value: string, start: number, end: number, prefix: string): Edit {
  const from = value.lastIndexOf('\n', start - 1) + 1;
  const after = value.indexOf('\n', end);
  const to = after === -1 ? value.length : after;
  const lines = value.slice(from, to).split('\n');
  const isThere = lines.every((line) => line.startsWith(prefix)) && lines.some((line) => line !== '');
  const text = lines.map((line) => (isThere ? line.slice(prefix.length) : prefix + line)).join('\n');
  const isOneLine = lines.length === 1;
  return { from, to, text, select: isOneLine ? [from + text.length, from + text.length] : [from, from + text.length] };
}

/** Code: between signs within a line, fenced over several. */
export function asCode(value: string, start: number, end: number, placeholder: string): Edit {
  const selected = value.slice(start, end);
  if (!selected.includes('\n')) return around(value, start, end, '`', placeholder);
  const text = `\`\`\`\n${selected}\n\`\`\``;
  return { from: start, to: end, text, select: [start + 4, start + 4 + selected.length] };
}

/** A link around what is selected; the address is selected where it is still to be written. */
export function asLink(value: string, start: number, end: number, placeholder: string, address = ''): Edit {
  const label = value.slice(start, end) || placeholder;
  const shown = address || 'https://';
  const text = `[${label}](${shown})`;
  const begin = start + label.length + 3;
  return address
    ? { from: start, to: end, text, select: [start + text.length, start + text.length] }
    : { from: start, to: end, text, select: [begin, begin + shown.length] };
}

/** What somebody said, as a quotation above what is written about it. */
export function quoted(text: string, name: string, address: string, number: number): string {
  const lines = text.trim().split('\n');
  return (
    [`**${name}** [#${number}](${address}):`, '', ...lines].map((line) => `> ${line}`.trimEnd()).join('\n') + '\n\n'
  );
}

/** Puts a block on lines of its own at the caret. */
export function asBlock(value: string, at: number, block: string): Edit {
  const before = value.slice(0, at);
  const gap = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const text = gap + block;
  return { from: at, to: at, text, select: [at + text.length, at + text.length] };
}

/** The files of ours that a text shows or leads to. */
export function filesIn(text: string): string[] {
  const found = text.matchAll(/kohorte-file:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/gi);
  return [...new Set(Array.from(found, ([, id]) => id!.toLowerCase()))];
}

/** How a file stands in a text: a picture is shown, anything else can be opened. */
export function fileIn(fileId: string, name: string, mediaType: string): string {
  const label = name.replace(/[[\]\n]/g, ' ');
  return `${mediaType.startsWith('image/') ? '!' : ''}[${label}](kohorte-file:${fileId})`;
}
