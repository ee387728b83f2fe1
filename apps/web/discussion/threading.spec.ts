import { describe, expect, test } from '@jest/globals';
import type { PostView } from '@kohorte/contracts';
import fc from 'fast-check';
import { branchesOf, readTo } from './threading.js';

const post = (number: number, parent: number | null = null): PostView =>
  ({ number, postId: `p${number}`, parentId: parent === null ? null : `p${parent}` }) as PostView;

describe('branchesOf', () => {
  test('puts replies below what they reply to', () => {
    const branches = branchesOf([post(4, 2), post(1), post(2), post(3)]);
    expect(branches.map(({ post: { number }, replies }) => [number, replies.map((one) => one.number)])).toEqual([
      [1, []],
      [2, [4]],
      [3, []],
    ]);
  });

  test('leaves a reply in its place where its post is not there', () => {
    expect(branchesOf([post(7, 2), post(8)]).map(({ post: { number } }) => number)).toEqual([7, 8]);
  });
});

describe('readTo', () => {
  test('goes to before the first that was not seen', () => {
    expect(readTo(2, [1, 2, 3, 4, 5], new Set([3, 5]))).toBe(3);
  });

  test('goes nowhere where something before was not loaded', () => {
    expect(readTo(2, [9, 10], new Set([9, 10]))).toBe(2);
  });

  test('skips numbers that are not there', () => {
    expect(readTo(1, [1, 2, 5], new Set([2, 5]))).toBe(5);
  });

  test('never goes back, and not past what was seen', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 }));
    fc.assert(
      fc.property(fc.nat(60), numbers, numbers, (marker, loaded, seen) => {
        const read = readTo(marker, loaded, new Set(seen));
        expect(read).toBeGreaterThanOrEqual(marker);
        if (read > marker) expect(seen).toContain(read);
      }),
    );
  });
});
