import { expect, test } from '@jest/globals';
import { spellingsOf } from './spellings.js';

test('a word is looked for with its umlauts and with what is written for them', () => {
  expect(spellingsOf('Gespräch')).toEqual(['gespräch', 'gespraech']);
  expect(spellingsOf('GESPRAECH')).toEqual(['gespraech', 'gesprach']);
  expect(spellingsOf('Übungsgespraech')).toEqual(['übungsgespraech', 'uebungsgespraech', 'übungsgesprach']);
});

test('a word without any is looked for as it is', () => {
  for (const word of ['satz', 'feuer', 'quelle', 'neue']) expect(spellingsOf(word)).toEqual([word]);
});
