import type { Element, ElementContent, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { eachElement, elementOf, mapTree, textIn } from './html-tree.js';
import { isTooTangled, withPlainFormatting } from './tangled-html.js';
import { pageSchema } from './page-schema.js';
import { oneLine } from './text.js';

export interface CleanPage {
  html: string;
  /** Neither words nor pictures. */
  isEmpty: boolean;
}

/** Where an address inside the cartridge is to lead instead; `null`: nowhere any more. */
export type Redirect = (address: string) => Promise<string | null>;

const parsing = unified().use(rehypeParse, { fragment: true }).freeze();
const sanitising = unified().use(rehypeSanitize, pageSchema).freeze();
const writing = unified().use(rehypeStringify).freeze();

/**
 * HTML of a stranger as a page that is safe to show: what runs is gone, what was embedded is a link, and what lies in
 * the cartridge is redirected. `null` if it is made to choke on, not to read.
 */
export async function cleanPage(html: string, redirect: Redirect): Promise<CleanPage | null> {
  if (isTooTangled(html)) return null;
  try {
    const parsed = parsing.parse(withPlainFormatting(html));
    const tree = sanitising.runSync(embedsAsLinks(parsed));
    const local = new Map<string, string | null>();
    for (const address of localAddresses(tree)) local.set(address, await redirect(address));
    const page = redirected(tree, local);
    return { html: writing.stringify(page).trim(), isEmpty: !hasContent(page) };
  } catch (error) {
    // Too deep for a recursive walk, in a way that was not seen coming.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Plain text as a page: a paragraph for each block of lines. */
export function pageOfText(text: string): string {
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((block) => oneLine(block, Infinity))
    .filter((block) => block !== '');
  return writing.stringify({
    type: 'root',
    children: paragraphs.map((block) => elementOf('p', {}, [{ type: 'text', value: block }])),
  });
}

/** A few words as HTML. */
export function inlineText(text: string): string {
  return writing.stringify({ type: 'root', children: [{ type: 'text', value: oneLine(text, 300) }] });
}

/** The words of an HTML text, without what it is made to choke on; of a plain text, itself. */
export function wordsOf(html: string): string {
  if (!/<[a-z!/]|&#?\w+;/i.test(html)) return html;
  if (isTooTangled(html)) return '';
  try {
    return textIn(sanitising.runSync(parsing.parse(withPlainFormatting(html))));
  } catch (error) {
    if (error instanceof RangeError) return '';
    throw error;
  }
}

/** Frames and players of other sites run their code and see the reader: a link leaves the choice to the reader. */
function embedsAsLinks(tree: Root): Root {
  return mapTree(tree, (element) => {
    if (!['iframe', 'video', 'audio', 'embed', 'object'].includes(element.tagName)) return [element];
    const address = addressOfEmbed(element);
    // What an object shows where it cannot be shown is often the text to read.
    if (!address) return element.tagName === 'object' ? element.children : [];
    if (isElsewhere(address) && !/^(https?:)?\/\//i.test(address)) return [];
    const label = [element.properties['title'], element.properties['ariaLabel'], nameIn(address)].find(Boolean);
    return [elementOf('p', {}, [elementOf('a', { href: address }, [{ type: 'text', value: String(label) }])])];
  });
}

function addressOfEmbed({ properties, children }: Element): string | null {
  const own = properties['src'] ?? properties['data'];
  if (typeof own === 'string' && own !== '') return own;
  const source = children.find((child) => child.type === 'element' && child.tagName === 'source');
  const address = source?.type === 'element' ? source.properties['src'] : null;
  return typeof address === 'string' && address !== '' ? address : null;
}

/** What to call an embed that has no title: its site, or its file. */
function nameIn(address: string): string {
  const absolute = address.startsWith('//') ? `https:${address}` : address;
  if (URL.canParse(absolute)) return new URL(absolute).hostname;
  return oneLine(address.split('?')[0]!.split('/').at(-1) ?? address, 100) || address;
}

function localAddresses(tree: Root): Set<string> {
  const addresses = new Set<string>();
  eachElement(tree, (element) => {
    const address = addressOf(element);
    if (address !== null && !isElsewhere(address)) addresses.add(address);
  });
  return addresses;
}

function redirected(tree: Root, local: Map<string, string | null>): Root {
  return mapTree(tree, (element) => {
    const address = addressOf(element);
    if (element.tagName !== 'img' && element.tagName !== 'a') return [element];
    const target = address !== null && isElsewhere(address) ? withScheme(address) : local.get(address ?? '');
    if (!target) return element.tagName === 'img' ? altOf(element) : element.children;
    element.properties[element.tagName === 'img' ? 'src' : 'href'] = target;
    return [element];
  });
}

/** A picture that cannot be shown still says what it showed; Canvas writes its formulas so. */
function altOf(image: Element): ElementContent[] {
  const alt = image.properties['alt'];
  return typeof alt === 'string' && alt !== '' ? [{ type: 'text', value: alt }] : [];
}

const withScheme = (address: string): string => address.replace(/^\/\//, 'https://');

const isElsewhere = (address: string): boolean => /^([a-z][a-z\d+.-]*:|\/\/)/i.test(address);

function addressOf({ tagName, properties }: Element): string | null {
  const address = tagName === 'a' ? properties['href'] : tagName === 'img' ? properties['src'] : null;
  return typeof address === 'string' ? address : null;
}

function hasContent(tree: Root): boolean {
  let hasImage = false;
  eachElement(tree, ({ tagName }) => (hasImage ||= tagName === 'img'));
  return hasImage || /\S/.test(textIn(tree));
}
