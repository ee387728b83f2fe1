import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { around, asBlock, asCode, asLink, atLines, type Edit, fileIn, filesIn, quoted } from './markdown.js';
import { forStoring, forWriting, nameBeing } from './mentions.js';

const done = (value: string, { from, to, text }: Edit): string => value.slice(0, from) + text + value.slice(to);
const one = '0198c0de-0000-7000-8000-000000000001';
const other = '0198c0de-0000-7000-8000-000000000002';

describe('what the buttons above a text do', () => {
  test('bold goes on and off', () => {
    const edit = around('ein Wort', 4, 8, '**', 'fett');
    const bold = done('ein Wort', edit);
    expect(bold).toBe('ein **Wort**');
    expect(bold.slice(...edit.select)).toBe('Wort');
    expect(done(bold, around(bold, 6, 10, '**', 'fett'))).toBe('ein Wort');
  });

  test('lines become a list, and no list', () => {
    const list = done('eins\nzwei', atLines('eins\nzwei', 1, 7, '- '));
    expect(list).toBe('- eins\n- zwei');
    expect(done(list, atLines(list, 0, list.length, '- '))).toBe('eins\nzwei');
  });

  test('code is fenced over several lines', () => {
    expect(done('a\nb', asCode('a\nb', 0, 3, 'Code'))).toBe('```\na\nb\n```');
    expect(done('ab', asCode('ab', 0, 2, 'Code'))).toBe('`ab`');
  });

  test('a link wants an address', () => {
    const edit = asLink('siehe hier', 6, 10, 'Text');
    expect(done('siehe hier', edit)).toBe('siehe [hier](https://)');
    expect(done('siehe hier', edit).slice(...edit.select)).toBe('https://');
  });

  test('a quotation stands on lines of its own', () => {
    const quote = quoted('Eins.\n\nZwei.', 'Jonas', '/threads/x?post=3', 3);
    expect(quote).toBe('> **Jonas** [#3](/threads/x?post=3):\n>\n> Eins.\n>\n> Zwei.\n\n');
    expect(done('Davor', asBlock('Davor', 5, quote))).toBe(`Davor\n\n${quote}`);
  });

  test('files of a text are found, each once', () => {
    const text = `${fileIn(one, 'a[1].png', 'image/png')} ${fileIn(other, 'b.pdf', 'application/pdf')} kohorte-file:${one}`;
    expect(text).toMatch(/^!\[a 1 \.png\]\(kohorte-file:.*\) \[b\.pdf\]/);
    expect(filesIn(text)).toEqual([one, other]);
  });
});

describe('mentions', () => {
  test('are written as names and stored with their people', () => {
    const stored = `Frag @[Amina Kaya](user:${one}), sie weiß es.`;
    const { text, named } = forWriting(stored);
    expect(text).toBe('Frag @Amina Kaya, sie weiß es.');
    expect(forStoring(text, named)).toBe(stored);
    expect(forStoring('Frag @Amina Kayas Team', named)).toBe('Frag @Amina Kayas Team');
  });

  test('of two with one name the second keeps its id in sight', () => {
    const stored = `@[Jan Lang](user:${one}) und @[Jan Lang](user:${other})`;
    const { text, named } = forWriting(stored);
    expect(text).toBe(`@Jan Lang und @[Jan Lang](user:${other})`);
    expect(forStoring(text, named)).toBe(stored);
  });

  test('what was written comes back as it was, whatever stands around it', () => {
    const piece = fc.oneof(
      fc.string().filter((text) => !text.includes('@') && !text.includes('[')),
      fc.constantFrom(`@[Amina Kaya](user:${one}) `, `@[Jo](user:${other}) `),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const stored = pieces.join(' ');
        const { text, named } = forWriting(stored);
        expect(forStoring(text, named)).toBe(stored);
      }),
    );
  });

  test('a name that is being typed is found', () => {
    expect(nameBeing('Hallo @Am', 9)).toEqual({ from: 6, words: 'Am' });
    expect(nameBeing('Hallo @Amina K', 14)).toEqual({ from: 6, words: 'Amina K' });
    expect(nameBeing('mail@example', 12)).toBeNull();
    expect(nameBeing('Hallo @', 7)).toBeNull();
  });
});
