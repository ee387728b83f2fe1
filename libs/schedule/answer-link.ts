import { createHmac, timingSafeEqual } from 'node:crypto';

/** Which seat a link answers for. */
export interface AnswerLink {
  sessionId: string;
  enrolmentId: string;
}

/**
 * The signed part of the link by which somebody answers an invitation without signing in: both ids and a signature by
 * the session's own secret, as one URL-safe text.
 */
export function answerToken({ sessionId, enrolmentId }: AnswerLink, secret: Buffer): string {
  const ids = Buffer.concat([bytesOf(sessionId), bytesOf(enrolmentId)]);
  return Buffer.concat([ids, signature(ids, secret)]).toString('base64url');
}

/** The ids in a link, not yet known to be signed; `null` for what is no link. */
export function readAnswerToken(token: string): AnswerLink | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 64 || bytes.toString('base64url') !== token) return null;
  return { sessionId: uuidOf(bytes.subarray(0, 16)), enrolmentId: uuidOf(bytes.subarray(16, 32)) };
}

/** Whether a link was signed by this secret. */
export function isSigned(token: string, secret: Buffer): boolean {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 64) return false;
  return timingSafeEqual(bytes.subarray(32), signature(bytes.subarray(0, 32), secret));
}

const signature = (ids: Buffer, secret: Buffer): Buffer => createHmac('sha256', secret).update('answer').update(ids).digest(); // prettier-ignore
const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');

function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
