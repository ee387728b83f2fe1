import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { markedHtml, markParts, withoutMarks } from './highlights.js';

describe('what was found', () => {
  test('is marked within words, case and accents aside', () => {
    expect(markParts('Die Feedbackgespräche <hier>', ['GESPRACH'])).toBe(
      'Die Feedback<mark>gespräch</mark>e &#60;hier&#62;',
    );
    expect(markParts('Nichts davon', ['gespräch'])).toBe('Nichts davon');
    expect(markParts('', ['gespräch'])).toBe('');
  });

  test('stands in what is around it', () => {
    const html = markParts(`${'vorher '.repeat(100)}Rückmeldungen${' nachher'.repeat(100)}`, ['meldung']);
    expect(html).toContain('Rück<mark>meldung</mark>en');
    expect(html.startsWith('… vorher')).toBe(true);
    expect(html.endsWith('nachher …')).toBe(true);
    expect(html.length).toBeLessThan(500);
  });

  test('never brings along anything but marks that are closed again', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 400 });
    fc.assert(
      fc.property(
        texts,
        fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }), { maxLength: 3 }),
        (given, parts) => {
          for (const html of [
            markParts(withoutMarks(given), parts.map(withoutMarks)),
            markedHtml(withoutMarks(given)),
          ]) {
            const rest = html.replace(/<mark>[^<>]*<\/mark>/g, '');
            expect(rest).not.toMatch(/[<>"']/);
            expect(rest).not.toMatch(/&(?!#\d+;)/);
          }
        },
      ),
    );
  });
});
