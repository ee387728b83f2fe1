import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isGuessable } from './password.js';

const jana = ['Jana', 'Brückner', 'jana.brueckner@nordwind.example'];

describe('a password that is easy to guess', () => {
  it.each([
    'passwort123',
    'Password2026!',
    'P@ssw0rd123456',
    'Willkommen1!',
    'Sommer2026!',
    'qwertz123456',
    '1234567890',
    '0987654321ab',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    '1q2w3e4r5t6z',
    'kohorte2026',
    'changeme!!!!',
    'adminadmin12',
  ])('is a common one: %s', (password) => {
    expect(isGuessable(password, jana)).toBe(true);
  });

  it.each(['Brueckner-ist-toll', 'BRÜCKNER fährt Rad', 'immer-nordwind-77', 'ich heiße j4na ganz gern'])(
    'holds what is known of the person: %s',
    (password) => {
      expect(isGuessable(password, jana)).toBe(true);
    },
  );
});

describe('a password that is not', () => {
  it.each([
    'lernen-im-team',
    'korrekt pferd batterie heftklammer',
    'xK7#pq2Lm!',
    'Zwölf Boxkämpfer',
    'мой пароль длинный',
  ])('%s', (password) => {
    expect(isGuessable(password, jana)).toBe(false);
  });

  it('may hold a very short name by chance', () => {
    expect(isGuessable('lila-elefanten-tanzen', ['Li', 'Ann', 'li@x.example'])).toBe(false);
  });
});

describe('whatever is typed', () => {
  it('is judged, whatever it is, quickly', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })), (p, own) => {
        expect(typeof isGuessable(p, own)).toBe('boolean');
      }),
    );
  });

  it('is no better for having the own name put into it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), fc.string({ maxLength: 50 }), (before, after) => {
        expect(isGuessable(`${before}brückner${after}`, jana)).toBe(true);
      }),
    );
  });
});
