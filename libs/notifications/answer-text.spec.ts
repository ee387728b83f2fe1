import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addressIn, isAutomatic, ownWords } from './answer-text.js';

describe('what somebody has written themselves', () => {
  it.each([
    ['alone', 'Danke, das hilft!\n', 'Danke, das hilft!'],
    [
      'Apple Mail',
      'Ja, gern.\n\nAm 03.03.2026 um 09:12 schrieb Kohorte <kohorte@x.test>:\n\n> Hallo Ada,\n>\n> …',
      'Ja, gern.',
    ],
    ['Gmail', 'Yes.\r\n\r\nOn Tue, Mar 3, 2026 at 9:12 AM Kohorte <kohorte@x.test>\r\nwrote:\r\n\r\n> Hello', 'Yes.'],
    [
      'Outlook',
      'Passt.\n\n________________________________\nVon: Kohorte <k@x.test>\nGesendet: Dienstag\nAn: Ada',
      'Passt.',
    ],
    [
      'Outlook without a line',
      'Passt.\n\nVon: Kohorte <k@x.test>\nGesendet: Dienstag, 3. März 2026\nAn: Ada\n',
      'Passt.',
    ],
    ['an old client', 'Ok.\n\n-----Original Message-----\nFrom: Kohorte', 'Ok.'],
    ['a signature', 'Eins\n\nZwei\n\n-- \nAda Lovelace\nAbteilung', 'Eins\n\nZwei'],
    ['a telephone', 'Kurz.\n\nVon meinem iPhone gesendet\n\n> alt', 'Kurz.'],
    [
      'words below the quotation',
      'Am 3. März schrieb Kohorte:\n> Hallo\n> wie geht das?\n\nSo geht das.\n-- \nAda',
      'So geht das.',
    ],
    ['words between quotations', '> Erstens?\nJa.\n> Zweitens?\nNein.', 'Ja.\nNein.'],
    ['nothing', 'On Tue, Kohorte wrote:\n> Hello', ''],
    ['only a signature', '-- \nAda', ''],
  ])('%s', (_, mail, own) => expect(ownWords(mail)).toBe(own));

  it('is never more than the mail, never quoted, and found fast', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2_000 }), (mail) => {
        const own = ownWords(mail);
        expect(own.length).toBeLessThanOrEqual(mail.length);
        expect(own).not.toMatch(/^>/m);
        expect(ownWords(own)).toBe(own);
      }),
    );
    for (const odd of ['Am ', 'From: x\n', '_', '> \n', '-- \n', '\n']) {
      const from = performance.now();
      ownWords(odd.repeat(60_000));
      expect(performance.now() - from).toBeLessThan(2_000);
    }
  });
});

it('knows what a program has written', () => {
  expect(isAutomatic('Ada <ada@x.test>', { Subject: 'Re: Frage', 'Auto-Submitted': 'no' })).toBe(false);
  const programs: Record<string, string>[] = [
    { 'Auto-Submitted': 'auto-replied' },
    { Precedence: 'bulk' },
    { 'Content-Type': 'multipart/report; x' },
  ];
  for (const headers of programs) expect(isAutomatic('ada@x.test', headers)).toBe(true);
  for (const from of ['', '<>', 'MAILER-DAEMON@x.test', 'no-reply@x.test']) expect(isAutomatic(from, {})).toBe(true);
  expect(addressIn('Ada Lovelace <Ada@X.test>')).toBe('ada@x.test');
});
