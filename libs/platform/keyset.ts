import { Problem } from './problem.js';

/** Writes the place in a list where the next page begins. */
export function cursorAfter(...keys: (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/**
 * Reads such a place; `null` without one.
 * @throws {Problem} `malformed-request` for what is not a cursor
 */
export function readCursor(cursor: string | undefined, length: number): (string | number)[] | null {
  if (!cursor) return null;
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const isFit =
      Array.isArray(keys) &&
      keys.length === length &&
      keys.every((key) => typeof key === 'string' || (typeof key === 'number' && Number.isFinite(key)));
    if (isFit) return keys as (string | number)[];
  } catch {
    // falls through to the problem
  }
  throw new Problem('malformed-request');
}

/** Cuts `limit + 1` rows read to a page; `key` gives the sort keys of its last row. */
export function pageOf<R, V>(
  rows: R[],
  limit: number,
  key: (row: R) => (string | number)[],
  view: (row: R) => V,
): { rows: V[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown.map(view), next: rows.length > limit && last ? cursorAfter(...key(last)) : null };
}
