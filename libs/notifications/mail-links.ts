import { createHmac, timingSafeEqual } from 'node:crypto';
import { type NoticeTopic, noticeTopics } from '@kohorte/contracts';

/** Out of what a link in a mail takes somebody. */
export interface UnsubscribeLink {
  userId: string;
  topic: NoticeTopic | 'digest';
}

/** Their place in the list stands in links that have been sent: new ones come at the end. */
const topics: readonly UnsubscribeLink['topic'][] = ['digest', ...noticeTopics];

/** The signed part of the link by which somebody ends the mails of a topic, without signing in. */
export function unsubscribeToken({ userId, topic }: UnsubscribeLink, secret: Buffer): string {
  const named = Buffer.concat([Buffer.from([topics.indexOf(topic)]), bytesOf(userId)]);
  return Buffer.concat([named, signature('unsubscribe', named, secret)]).toString('base64url');
}

/** What a link is for; `null` for what was not signed by this secret. */
export function readUnsubscribeToken(token: string, secret: Buffer): UnsubscribeLink | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 49 || bytes.toString('base64url') !== token) return null;
  const named = bytes.subarray(0, 17);
  if (!timingSafeEqual(bytes.subarray(17), signature('unsubscribe', named, secret))) return null;
  const topic = topics[named[0]!];
  return topic ? { topic, userId: uuidOf(named.subarray(1)) } : null;
}

/** Half a signature: an address holds at most 64 signs before its `@`, and 128 bits are not guessed either. */
const shortSignature = 16;

/**
 * The signed part of the address to which somebody answers a mail: the mail's id, which says who and what about. In
 * letters and digits that survive a mail program which writes addresses small.
 */
export function replyToken(mailId: string, secret: Buffer): string {
  const id = bytesOf(mailId);
  return base32(Buffer.concat([id, signature('reply', id, secret).subarray(0, shortSignature)]));
}

/** Which mail was answered; `null` for what was not signed by this secret. */
export function readReplyToken(token: string, secret: Buffer): string | null {
  const bytes = fromBase32(token.toLowerCase());
  if (bytes?.length !== 16 + shortSignature) return null;
  const id = bytes.subarray(0, 16);
  const isSigned = timingSafeEqual(bytes.subarray(16), signature('reply', id, secret).subarray(0, shortSignature));
  return isSigned ? uuidOf(id) : null;
}

const signature = (what: string, named: Buffer, secret: Buffer): Buffer => createHmac('sha256', secret).update(what).update(named).digest(); // prettier-ignore
const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');

function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** RFC 4648, in small letters and without padding. */
const digits = 'abcdefghijklmnopqrstuvwxyz234567';

function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => digits[parseInt(five.padEnd(5, '0'), 2)]).join('');
}

function fromBase32(text: string): Buffer | null {
  if (!/^[a-z2-7]*$/.test(text)) return null;
  const bits = [...text].map((digit) => digits.indexOf(digit).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}
