import { damaged } from './unreadable.js';

/** Elements that name a person or their company, whatever their prefix, in office formats and OpenDocument. */
const naming = [
  'creator', // dc, text
  'lastModifiedBy', // core.xml
  'initial-creator|printed-by|creator-initials|sender-initials|author-name|author-initials', // OpenDocument
  'sender-[a-z-]+', // fields of OpenDocument that the own address fills
  'author', // comments of spreadsheets
].join('|');
/** The same, only in parts that hold the properties of a document: elsewhere they may be content. */
const properties = [
  'title|subject|description|keywords?|category|identifier|contentStatus|user-defined',
  'Company|Manager|HyperlinkBase|Template',
].join('|');
const holdsProperties = /\/metadata\/core-properties|\/extended-properties|<(?:[\w.-]+:)?document-meta[\s>]/;
/** Where SharePoint notes who wrote, and what Office keeps of people: nothing of it is left. */
const peopleParts = /(^|\/)(people|person|custom)\.xml$/i;

/** A document's own tags, besides comments, CDATA and instructions, in which nothing is looked for. */
const tags =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<([A-Za-z_][\w.-]*(?::[\w.-]+)?)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g;
const attributes = /(\s(?:[\w.-]+:)?([\w.-]+)\s*=\s*)("[^"]*"|'[^']*')/g;

/** What an attribute becomes, by its name and the element's, both without prefix; `null`: it stays. */
function attributeOf(element: string, name: string, value: string): string | null {
  switch (name) {
    case 'author':
      return 'Author';
    case 'initials':
      return 'A';
    case 'userName':
    case 'userId':
    case 'providerId':
    case 'export-filename':
    case 'docname':
      return '';
    case 'name':
      return /^(cmAuthor|author|chgData|userInfo|customWorkbookView)$/.test(element) ? 'Author' : null;
    case 'displayName':
      return element === 'person' ? 'Author' : null;
    case 'url':
      return element === 'absPath' ? '' : null;
    case 'Target':
      // Where a template or a linked file lies tells the name of the account.
      return /^(file:|[a-z]:[\\/]|\\\\)/i.test(value) ? 'file:///' : null;
    case 'href':
      return element === 'template' ? '' : null;
    default:
      return null;
  }
}

/**
 * An XML part of a document without the names of people in it; everything else stays byte by byte. What people wrote is
 * left alone, except that a comment in a spreadsheet begins with its author's name.
 * @param part its path in the document
 */
export function cleanXml(bytes: Buffer, part: string): Buffer {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const before = isWide ? wideText(bytes) : bytes.toString('latin1');
  if (before.includes('<!ENTITY')) throw damaged(`entities in ${part}`);
  const names = new Set<string>();
  let text = before;
  if (peopleParts.test(part)) text = withoutChildren(text);
  text = blanked(text, naming, names);
  if (holdsProperties.test(text)) text = blanked(text, properties, new Set());
  if (/UserInfo/.test(text)) text = blanked(text, 'DisplayName|AccountId', names);
  text = text.replace(tags, (tag: string, element: string | undefined, given: string | undefined) => {
    if (tag.startsWith('<!--')) return '';
    if (!element || !given) return tag;
    const local = localOf(element);
    const cleaned = given.replace(attributes, (whole: string, head: string, name: string, quoted: string) => {
      const next = attributeOf(local, name, quoted.slice(1, -1));
      return next === null ? whole : `${head}"${next}"`;
    });
    return `<${element}${cleaned}>`;
  });
  if (/comments/i.test(part)) for (const name of names) text = text.replaceAll(name, 'Author');
  if (text === before) return bytes;
  return isWide
    ? Buffer.from(text.replace(/(<\?xml[^>]*encoding=["'])utf-16(?:le|be)?/i, '$1UTF-8'), 'utf8')
    : Buffer.from(text, 'latin1');
}

/** Empties elements, also those that hold further ones, and notes the texts that stood in them. */
function blanked(text: string, localNames: string, names: Set<string>): string {
  const elements = new RegExp(`<((?:[\\w.-]+:)?(?:${localNames}))(\\s[^<>]*)?(?<!/)>([\\s\\S]*?)</\\1\\s*>`, 'g');
  return text.replace(elements, (_whole, name: string, given: string | undefined, content: string) => {
    const plain = content.replace(/<[^>]*>/g, '').trim();
    if (plain.length > 2) names.add(plain);
    return `<${name}${given ?? ''}></${name}>`;
  });
}

/** The root element with nothing in it. */
function withoutChildren(text: string): string {
  return text.replace(
    /<((?!\?)(?!!)[^\s<>/]+)((?:[^<>"']|"[^"]*"|'[^']*')*)(?<!\/)>[\s\S]*<\/\1\s*>/,
    (_whole, name: string, given: string) => `<${name}${given}></${name}>`,
  );
}

function wideText(bytes: Buffer): string {
  const isLittle = bytes[0] === 0xff;
  const even = bytes.subarray(2, bytes.length - (bytes.length % 2));
  return (isLittle ? even : Buffer.from(even).swap16()).toString('utf16le');
}

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);
