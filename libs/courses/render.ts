import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

/** How pages name a file of the course: `kohorte-file:<fileId>`. */
const ownFile = /^kohorte-file:([0-9a-f-]{36})$/i;

/** Stands before what a text names, so that nothing of the page is named by one. */
const prefix = 'page-';

const schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((tag) => tag !== 'input').concat('figure', 'figcaption', 'mark', 'u'),
  clobberPrefix: prefix,
  protocols: {
    ...defaultSchema.protocols,
    href: ['http', 'https', 'mailto', 'kohorte-file'],
    src: ['http', 'https', 'kohorte-file'],
  },
};

const fromMarkdown = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: '', footnoteLabelTagName: 'p' })
  .use(rehypeRaw)
  .use(rehypeSanitize, schema)
  .use(settleIn)
  .use(rehypeStringify)
  .freeze();

const fromHtml = unified()
  .use(rehypeParse, { fragment: true })
  .use(rehypeSanitize, schema)
  .use(settleIn)
  .use(rehypeStringify)
  .freeze();

/**
 * What was rendered lately, what was asked for longest ago first: one page is read by many, and a review saves itself
 * again and again beside the same work. Bounded by its signs, texts and results together.
 */
const rendered = new Map<string, string>();
const mostSigns = 8_000_000;
let signs = 0;

/** Markdown (GitHub's flavour) or HTML as an author or a cartridge gave it, as HTML that is safe to show. */
export function renderText(text: string, format: 'markdown' | 'html' = 'markdown'): string {
  const asked = `${format} ${text}`;
  const known = rendered.get(asked);
  if (known !== undefined) {
    rendered.delete(asked);
    rendered.set(asked, known);
    return known;
  }
  const html = String((format === 'html' ? fromHtml : fromMarkdown).processSync(text));
  rendered.set(asked, html);
  signs += asked.length + html.length;
  for (const [oldest, result] of rendered) {
    if (signs <= mostSigns) break;
    rendered.delete(oldest);
    signs -= oldest.length + result.length;
  }
  return html;
}

/** The words of a Markdown text, cut after a word at some `most` characters: for teasers and mails. */
export function plainText(markdown: string, most = 200): string {
  const words = renderText(markdown)
    .replace(/<(\/?)(p|li|h\d|br|tr|td)\b[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
    .replace(
      /&(lt|gt|quot|amp);/g,
      (_, name: 'lt' | 'gt' | 'quot' | 'amp') => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name],
    )
    .replace(/\s+/g, ' ')
    .trim();
  if (words.length <= most) return words;
  return `${words.slice(0, words.lastIndexOf(' ', most) > 0 ? words.lastIndexOf(' ', most) : most)}\u00a0…`;
}

/** Fits a text into a page of ours: own files, links that open elsewhere, headings below the page's own. */
function settleIn() {
  return (tree: Root): void => {
    visit(tree, (element) => {
      if (element.tagName === 'h1') element.tagName = 'h2';
      if (element.tagName === 'img') settleImage(element);
      if (element.tagName === 'a') settleLink(element);
    });
  };
}

/** Images come from the course itself; one from elsewhere would tell that site who reads, so it becomes a link. */
function settleImage(element: Element): void {
  const source = addressIn(element, 'src');
  const file = ownFile.exec(source);
  if (file) {
    element.properties = { ...element.properties, src: `/api/files/${file[1]}`, loading: 'lazy' };
    return;
  }
  const label = String(element.properties['alt'] || source || '');
  element.tagName = 'a';
  element.properties = source ? { href: source } : {};
  element.children = [{ type: 'text', value: label }];
  settleLink(element);
}

function settleLink(element: Element): void {
  const address = addressIn(element, 'href');
  const file = ownFile.exec(address);
  if (file) element.properties['href'] = `/api/files/${file[1]}`;
  // Within the text, as footnotes do: what it names has the prefix by now.
  else if (address.startsWith('#')) element.properties['href'] = `#${prefix}${address.slice(1)}`;
  else if (/^https?:/i.test(address))
    element.properties = { ...element.properties, target: '_blank', rel: ['noopener', 'noreferrer'] };
}

function addressIn(element: Element, name: 'src' | 'href'): string {
  const value = element.properties[name];
  return typeof value === 'string' ? value : '';
}

function visit(node: Root | Element, see: (element: Element) => void): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    see(child);
    visit(child, see);
  }
}
