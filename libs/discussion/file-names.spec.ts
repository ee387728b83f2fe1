import { expect, test } from '@jest/globals';
import { withPlainNames } from './file-names.js';

const one = '0190a0a0-0000-7000-8000-000000000001';
const other = '0190a0a0-0000-7000-8000-000000000002';
const files = [
  { fileId: one, name: 'Ada [Lovelace]_2026.PNG' },
  { fileId: other, name: 'Lebenslauf Böhm.pdf'.normalize('NFD') },
];

test('files are called in a text as they are in the list', () => {
  const text = `![Ada  Lovelace _2026.PNG](kohorte-file:${one}) und [Lebenslauf Böhm.pdf](/api/discussion-files/${other.toUpperCase()})`;
  expect(withPlainNames(text, files, 'de')).toBe(
    `![Datei 1.png](kohorte-file:${one}) und [Datei 2.pdf](/api/discussion-files/${other.toUpperCase()})`,
  );
  expect(withPlainNames(text, files, 'en')).toContain('![File 1.png]');
});

test('what somebody has written of them stays, as do files of others', () => {
  const text = `![Die Kurve](kohorte-file:${one}) [Lebenslauf Böhm.pdf](https://firma.example) [x](kohorte-file:${other})`;
  expect(withPlainNames(text, files, 'de')).toBe(text);
  expect(withPlainNames(`[Lebenslauf Böhm.pdf](kohorte-file:${other})`, files.slice(0, 1), 'de')).toContain('Böhm');
});
