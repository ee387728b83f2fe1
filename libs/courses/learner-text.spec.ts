import { describe, expect, test } from '@jest/globals';
import { renderLearnerText } from './learner-text.js';
import { renderText } from './render.js';

describe('what a learner wrote', () => {
  test('is formatted, and scripts in it are gone', () => {
    const html = renderLearnerText(
      'Sehr **gut**.\n\n<script>alert(1)</script><img src=x onerror=alert(1)>\n\n[a](javascript:alert(1))',
    );
    expect(html).toContain('<strong>gut</strong>');
    expect(html).not.toMatch(/script|onerror|javascript/i);
  });

  test.each([
    ['quotes in quotes', '>'.repeat(100_000) + 'a'],
    ['elements in elements', '<div>'.repeat(50_000)],
    ['stars and lines', '_a*'.repeat(30_000)],
    ['brackets', '[a]('.repeat(60_000)],
    ['a table of a hundred thousand cells', `|a|\n|-|\n${'|b|\n'.repeat(50_000)}`],
    [
      'lists of thirty levels',
      Array.from({ length: 6_000 }, (_, line) => `${' '.repeat((line % 28) * 2)}- a`).join('\n'),
    ],
    ['numbered lists in lists', Array.from({ length: 2_000 }, () => '1. ').join('')],
    ['lists in lists', Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n')],
  ])('does not keep the server busy with %s', (_name, text) => {
    const from = performance.now();
    const html = renderLearnerText(text);
    expect(performance.now() - from).toBeLessThan(2_000);
    expect(html).not.toMatch(/<script/);
  });

  test('is shown as it was typed where it cannot be formatted, and still does nothing', () => {
    const html = renderLearnerText('>'.repeat(40) + '<script>alert("1")</script>\n& mehr\n\nEnde');
    expect(html).not.toMatch(/<script/);
    expect(html).toContain('&#60;script&#62;');
    expect(html).toContain('<p>Ende</p>');
  });
});

test('footnotes lead to each other, and to a place that a page names', () => {
  const html = renderText('Eins[^1].\n\n[^1]: Quelle\n\n<h3 id="ziel">Ziel</h3> <a href="#ziel">hin</a>');
  const ids = Array.from(html.matchAll(/ id="([^"]+)"/g), ([, name]) => name);
  const leads = Array.from(html.matchAll(/ href="#([^"]+)"/g), ([, name]) => name);
  expect(leads).toEqual(expect.arrayContaining(['page-fn-1', 'page-fnref-1', 'page-ziel']));
  expect(ids).toEqual(expect.arrayContaining(leads));
});
