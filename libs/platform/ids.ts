import { randomBytes, randomUUID } from 'node:crypto';
import { Clock } from './clock.js';

/** Makes ids. Rows made by one statement for many take theirs from Postgres' own `uuidv7()`. */
export abstract class Ids {
  abstract next(): string;

  /** For what is shown to people who must not learn when, and so by whom, it was made: UUID version 4, chance alone. */
  untimed(): string {
    return randomUUID();
  }
}

/** UUID version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, then chance; sorts by time of making. */
export class TimeOrderedIds extends Ids {
  constructor(private readonly clock: Clock) {
    super();
  }

  next(): string {
    const bytes = randomBytes(16);
    bytes.writeUIntBE(this.clock.now().getTime(), 0, 6);
    bytes[6] = (bytes[6]! & 0x0f) | 0x70;
    bytes[8] = (bytes[8]! & 0x3f) | 0x80;
    const hex = bytes.toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  }
}

/** Whether a text has the form of an id; anything else in a path is simply not found. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}
