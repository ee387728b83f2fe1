/** Bytes as text: by their mark, else as UTF-8, else by the encoding they claim; `null` where neither fits. */
export function decodeText(bytes: Buffer, claimed?: string): string | null {
  const [first, second] = bytes;
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  for (const encoding of marked ? [marked] : ['utf-8', claimed]) {
    try {
      if (encoding) return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not in this encoding, or there is none of that name.
    }
  }
  return null;
}

/** One line of plain text, without characters that no title has, and no longer than `most`. */
export function oneLine(text: string, most: number): string {
  const line = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .trim();
  return line.length <= most ? whole(line) : `${whole(line.slice(0, most - 1)).trimEnd()}…`;
}

/** Without halves of characters, which a cut or a forged entity leaves, and which databases refuse. */
export function whole(text: string): string {
  return text.replace(/[\p{Cs}\0]/gu, '');
}
