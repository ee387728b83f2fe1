import 'reflect-metadata';
import { expect, it } from '@jest/globals';
import { noticeTopics } from '@kohorte/contracts';
import fc from 'fast-check';
import { readReplyToken, readUnsubscribeToken, replyToken, unsubscribeToken } from './mail-links.js';

const secret = Buffer.alloc(32, 7);
const other = Buffer.alloc(32, 8);
const topic = fc.constantFrom('digest' as const, ...noticeTopics);

it('reads back what it signed, and nothing that another secret signed or that was changed', () => {
  fc.assert(
    fc.property(fc.uuid(), topic, fc.nat(), (userId, about, at) => {
      const token = unsubscribeToken({ userId, topic: about }, secret);
      expect(readUnsubscribeToken(token, secret)).toEqual({ userId, topic: about });
      expect(readUnsubscribeToken(token, other)).toBeNull();
      const [i, sign] = [at % token.length, token[at % token.length] === 'A' ? 'B' : 'A'];
      expect(readUnsubscribeToken(token.slice(0, i) + sign + token.slice(i + 1), secret)).toBeNull();
    }),
  );
});

it('makes an address to answer to that fits before an @ and survives being written large', () => {
  fc.assert(
    fc.property(fc.uuid(), (mailId) => {
      const token = replyToken(mailId, secret);
      expect(`reply+${token}`.length).toBeLessThanOrEqual(64);
      expect(readReplyToken(token.toUpperCase(), secret)).toBe(mailId);
      expect(readReplyToken(token, other)).toBeNull();
    }),
  );
  for (const odd of ['', 'x', 'ä', '1'.repeat(52), 'a'.repeat(52)]) expect(readReplyToken(odd, secret)).toBeNull();
});

it('never throws, whatever is written into a link', () => {
  fc.assert(
    fc.property(fc.string(), (text) => void [readUnsubscribeToken(text, secret), readReplyToken(text, secret)]),
  );
});
