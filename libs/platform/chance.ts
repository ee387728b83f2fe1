import { createHash, randomBytes, randomInt } from 'node:crypto';

/** Chance, handed in: seeds for whatever is drawn (stored with the result), and secrets. */
export abstract class Chance {
  /** A seed for a reproducible draw, 0 to 2³¹ − 1. */
  abstract seed(): number;
  /** A secret for links and cookies: 256 bits, URL-safe. */
  abstract secret(): string;
}

/** The operating system's source of chance. */
export class SystemChance extends Chance {
  seed(): number {
    return randomInt(2 ** 31);
  }

  secret(): string {
    return randomBytes(32).toString('base64url');
  }
}

/** What is stored of a secret: its SHA-256. A secret of 256 bits needs no salt and no slow hash. */
export function fingerprint(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
