import { createHmac, timingSafeEqual } from 'node:crypto';

/** A code lasts so long; the one before it is still taken, for those who type slowly. */
const period = 30_000;

/** The six digits of a moment, made from the session's own secret (RFC 4226's truncation, RFC 6238's counter). */
export function attendanceCode(secret: Buffer, now: Date): { code: string; validUntil: Date } {
  const counter = Math.floor(now.getTime() / period);
  return { code: codeAt(secret, counter), validUntil: new Date((counter + 1) * period) };
}

export function isAttendanceCode(secret: Buffer, now: Date, code: string): boolean {
  const counter = Math.floor(now.getTime() / period);
  return [counter, counter - 1].some((one) => timingSafeEqual(Buffer.from(codeAt(secret, one)), Buffer.from(code.padEnd(6).slice(0, 6)))); // prettier-ignore
}

function codeAt(secret: Buffer, counter: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(counter));
  const digest = createHmac('sha256', secret).update('attendance').update(bytes).digest();
  const offset = digest.at(-1)! & 0x0f;
  return String((digest.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}
