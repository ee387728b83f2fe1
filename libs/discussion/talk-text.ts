import { renderLearnerText } from '@kohorte/courses';
import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { nameOf } from './mentions.js';

/** A file of ours in a text: as it is named there, or by the address under which it is handed out. */
const ownFile = /^(?:kohorte-file:|\/api\/discussion-files\/)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
const ownFiles =
  /(?:kohorte-file:|\/api\/discussion-files\/)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![0-9a-f-])/gi;
const person = /^user:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** Stand around an id until it is replaced by a name; nobody can write them, they are taken out of every text. */
const opening = '\uE000';
const closing = '\uE001';
const placeholder = new RegExp(`${opening}([0-9a-f-]{36})${closing}`, 'g');

/** Stands before what a post names, so that nothing of the page is named by one. */
const prefix = 'post-';

const schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((tag) => tag !== 'input'),
  clobberPrefix: prefix,
  protocols: {
    ...defaultSchema.protocols,
    href: ['http', 'https', 'mailto', 'kohorte-file'],
    src: ['http', 'https', 'kohorte-file'],
  },
};

const pipeline = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: '', footnoteLabelTagName: 'p' })
  .use(asWritten)
  .use(rehypeSanitize, schema)
  .use(settleIn)
  .use(rehypeStringify)
  .freeze();

/** What was rendered lately, what was asked for longest ago first; bounded by the signs of texts and results. */
const rendered = new Map<string, string>();
const mostSigns = 24_000_000;
let signs = 0;

/** A post as HTML that is safe to show; those whom it names are named as they are really called. */
export function renderTalk(text: string, names: Record<string, string> = {}): string {
  const html = isProse(text) ? proseHtml(text) : known(text);
  return html.replace(placeholder, (_, id: string) => `<span class="mention">@${escaped(nameOf(id, names))}</span>`);
}

/** The files of ours that a text shows or leads to. */
export function filesIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(ownFiles), ([, id]) => id!.toLowerCase()))];
}

function known(text: string): string {
  const before = rendered.get(text);
  if (before !== undefined) {
    rendered.delete(text);
    rendered.set(text, before);
    return before;
  }
  const html = renderWhole(text);
  rendered.set(text, html);
  signs += text.length + html.length;
  for (const [oldest, result] of rendered) {
    if (signs <= mostSigns) break;
    rendered.delete(oldest);
    signs -= oldest.length + result.length;
  }
  return html;
}

const prose = /^\p{L}[\p{L}\p{N} ,.:;!?"'„“”‚‘’–—()%€§/-]*(?:\n{1,2}\p{L}[\p{L}\p{N} ,.:;!?"'„“”‚‘’–—()%€§/-]*)*$/u;

/** As `renderTalk`, without looking for what was rendered before, or for a short way; ids stand where names will. */
export function renderWhole(text: string): string {
  return renderLearnerText(text.replace(/[\uE000\uE001]/g, ''), (clean) => String(pipeline.processSync(clean)));
}

/**
 * Whether a text is plain sentences, in which no sign means anything. Most posts are, and are rendered a hundred times as
 * fast so; the result is the same.
 */
export function isProse(text: string): boolean {
  return prose.test(text) && !/ $| \n|www\.|:\/\//im.test(text);
}

function proseHtml(text: string): string {
  return text
    .split('\n\n')
    .map((block) => `<p>${block.replaceAll('\n', '<br>\n')}</p>`)
    .join('\n');
}

/** What was written stays: HTML is shown as text, a line ends where it was ended, and those named are named. */
function asWritten() {
  return (tree: Root): void => {
    tree.children = settled(tree.children, false) as RootContent[];
  };
}

function settled(children: RootContent[], isInline: boolean): RootContent[] {
  const out: RootContent[] = [];
  for (const child of children) {
    const last = out.at(-1);
    if ((child.type as string) === 'raw') out.push(...rawAsText(child as unknown as Text, isInline));
    else if (child.type === 'text' && isInline) out.push(...lines(child, isBreak(last)));
    else if (child.type !== 'element') out.push(child);
    else if (namedIn(child) && last?.type === 'text' && last.value.endsWith('@')) {
      last.value = `${last.value.slice(0, -1)}${opening}${namedIn(child)}${closing}`;
    } else out.push(withSettledChildren(child, isInline));
  }
  return out;
}

function withSettledChildren(element: Element, isInline: boolean): Element {
  if (element.tagName === 'pre' || element.tagName === 'code') return element;
  const within = isInline || element.tagName === 'p';
  return { ...element, children: settled(element.children, within) as ElementContent[] };
}

const isBreak = (node: RootContent | undefined): boolean => node?.type === 'element' && node.tagName === 'br';

function rawAsText({ value }: Text, isInline: boolean): RootContent[] {
  if (isInline) return [{ type: 'text', value }];
  return [{ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value }] }];
}

function lines({ value }: Text, isAfterBreak: boolean): RootContent[] {
  return value.split('\n').flatMap((line, at): RootContent[] => {
    if (at === 0) return line ? [{ type: 'text', value: line }] : [];
    const text: RootContent = { type: 'text', value: `\n${line}` };
    const isThere = at === 1 && isAfterBreak && value.startsWith('\n');
    return isThere ? [text] : [{ type: 'element', tagName: 'br', properties: {}, children: [] }, text];
  });
}

function namedIn(element: Element): string | null {
  if (element.tagName !== 'a') return null;
  return person.exec(textOf(element.properties['href']))?.[1]?.toLowerCase() ?? null;
}

/** Fits a text into a page of ours: headings below the page's own, pictures from us alone, links that open elsewhere. */
function settleIn() {
  return (tree: Root): void => {
    visit(tree, (element) => {
      if (/^h[1-6]$/.test(element.tagName)) element.tagName = `h${Math.min(Number(element.tagName[1]) + 3, 6)}`;
      if (element.tagName === 'img') settleImage(element);
      if (element.tagName === 'a') settleLink(element);
    });
  };
}

/** A picture from elsewhere would tell that site who reads, so it becomes a link. */
function settleImage(element: Element): void {
  const source = textOf(element.properties['src']);
  const file = ownFile.exec(source);
  if (file) {
    element.properties = {
      src: `/api/discussion-files/${file[1]}`,
      alt: textOf(element.properties['alt']),
      loading: 'lazy',
    };
    return;
  }
  element.tagName = 'a';
  element.children = [{ type: 'text', value: textOf(element.properties['alt']) || source }];
  element.properties = source ? { href: source } : {};
  settleLink(element);
}

function settleLink(element: Element): void {
  const address = textOf(element.properties['href']);
  const file = ownFile.exec(address);
  if (file) element.properties['href'] = `/api/discussion-files/${file[1]}`;
  // Within the text, as footnotes do: what it names has the prefix by now.
  else if (address.startsWith('#')) element.properties['href'] = `#${prefix}${address.slice(1)}`;
  else if (leadsAway(address))
    element.properties = {
      ...element.properties,
      target: '_blank',
      rel: ['noopener', 'noreferrer', 'nofollow', 'ugc'],
    };
}

/** Browsers take `//host`, and backslashes, for another host too. */
function leadsAway(address: string): boolean {
  if (!URL.canParse(address, 'https://kohorte.invalid')) return true;
  const { protocol, host } = new URL(address, 'https://kohorte.invalid');
  return protocol !== 'mailto:' && host !== 'kohorte.invalid';
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function visit(node: Root | Element, see: (element: Element) => void): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    see(child);
    visit(child, see);
  }
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
