import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { filesIn, isProse, renderTalk, renderWhole } from './talk-text.js';

const id = '0190a0a0-0000-7000-8000-000000000000';

describe('a post', () => {
  test('keeps the ends of its lines, its code and its HTML as they were written', () => {
    expect(renderTalk('Eins\nzwei  \ndrei')).toBe('<p>Eins<br>\nzwei<br>\ndrei</p>');
    expect(renderTalk('Nimm <b>fett</b>.')).toBe('<p>Nimm &#x3C;b>fett&#x3C;/b>.</p>');
    expect(renderTalk('```js\nif (a < b) {\n}\n```')).toBe(
      '<pre><code class="language-js">if (a &#x3C; b) {\n}\n</code></pre>',
    );
    expect(renderTalk('# Groß')).toBe('<h4>Groß</h4>');
  });

  test('has footnotes that lead to each other, and links that stay within it', () => {
    const html = renderTalk('Eins[^1], zwei[^ü], eins[^1].\n\n[^1]: Quelle A\n[^ü]: Quelle B\n\n[hin](#fn-1)');
    const ids = Array.from(html.matchAll(/ id="([^"]+)"/g), ([, name]) => name);
    const leads = Array.from(html.matchAll(/ href="#([^"]+)"/g), ([, name]) => name);
    expect(ids.length).toBeGreaterThan(4);
    expect(ids.every((name) => name!.startsWith('post-'))).toBe(true);
    expect(ids).toEqual(expect.arrayContaining(leads));
    expect(html).toContain('<a href="#post-fn-1">hin</a>');
  });

  test('names people as they are called, in lists and quotes too, but not in code', () => {
    const names = { [id]: 'Bo <b>' };
    const bo = '<span class="mention">@Bo &#60;b&#62;</span>';
    expect(renderTalk(`Hallo @[X](user:${id}), na?`, names)).toBe(`<p>Hallo ${bo}, na?</p>`);
    expect(renderTalk(`- @[X](user:${id.toUpperCase()})`, names)).toContain(bo);
    expect(renderTalk(`\`@[X](user:${id})\``, names)).not.toContain('mention');
    expect(renderTalk(`[X](user:${id})`, names)).toBe('<p><a>X</a></p>');
  });

  test('of plain sentences looks the same, rendered the short way or the long one', () => {
    const signs = fc.constantFrom(...'aZäß ,.:;!?"\'„“()%€§/-–\n1');
    fc.assert(
      fc.property(fc.array(signs, { minLength: 1, maxLength: 60 }), (chosen) => {
        const text = `A${chosen.join('')}`;
        if (isProse(text)) expect(renderTalk(text)).toBe(renderWhole(text));
      }),
      { numRuns: 2_000 },
    );
    expect(isProse('Das ist ein Satz: mit (fast) allem.\nUnd noch einer!')).toBe(true);
    for (const text of [
      '1. Eins',
      '- Eins',
      'a *b*',
      'a@b.de',
      'www.a.de',
      'http://a.de',
      'a\n---',
      'a  \nb',
      'Ein &amp;',
    ])
      expect(isProse(text)).toBe(false);
  });

  test('says which files of ours it shows', () => {
    const other = id.replace('0190', '0191');
    expect(filesIn(`![a](kohorte-file:${id}) [b](/api/discussion-files/${other}) ${id}`)).toEqual([id, other]);
  });
});
