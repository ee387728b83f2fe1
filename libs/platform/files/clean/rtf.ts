/** Groups that name people: properties, who changed what, who commented. */
const naming = /\{\s*(?:\\\*\s*)?\\(?:info|revtbl|atnauthor|atnid|userprops|company|manager|template)(?![a-z])/g;

/** A document in Rich Text Format without the groups that name people. */
export function cleanRtf(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  let cleaned = '';
  let done = 0;
  naming.lastIndex = 0;
  for (let found = naming.exec(text); found; found = naming.exec(text)) {
    cleaned += text.slice(done, found.index);
    done = endOfGroup(text, found.index);
    naming.lastIndex = done;
  }
  return Buffer.from(cleaned + text.slice(done), 'latin1');
}

function endOfGroup(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '\\') at += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}' && --depth === 0) return at + 1;
  }
  return text.length;
}
