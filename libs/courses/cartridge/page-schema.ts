import type { Options } from 'rehype-sanitize';

const words =
  'a abbr b bdi bdo br cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr';
const blocks =
  'address article aside blockquote details div figcaption figure footer header hr main p pre section summary';
const headings = 'h1 h2 h3 h4 h5 h6';
const lists = 'dd dl dt li ol ul';
const tables = 'caption col colgroup table tbody td tfoot th thead tr';

/** What an imported page may hold: text and its structure, tables, images, links. Nothing that runs, frames, or styles. */
export const pageSchema: Options = {
  tagNames: [words, blocks, headings, lists, tables, 'img'].join(' ').split(' '),
  attributes: {
    '*': ['lang', ['dir', 'ltr', 'rtl', 'auto']],
    a: ['href', 'title'],
    abbr: ['title'],
    col: ['span'],
    colgroup: ['span'],
    details: ['open'],
    img: ['src', 'alt', 'title', 'width', 'height'],
    ol: ['start', 'type', 'reversed'],
    pre: [['className', /^language-[\w+-]+$/]],
    td: ['colSpan', 'rowSpan', 'headers'],
    th: ['colSpan', 'rowSpan', 'headers', 'scope', 'abbr'],
    time: ['dateTime'],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
  ancestors: Object.fromEntries(
    ['tbody', 'td', 'th', 'thead', 'tfoot', 'tr', 'caption'].map((tag) => [tag, ['table']]),
  ),
  // Others are unwrapped; of these, what they hold is no text to read either.
  strip:
    'annotation annotation-xml head iframe noembed noframes noscript script select style svg template textarea title'.split(
      ' ',
    ),
};
