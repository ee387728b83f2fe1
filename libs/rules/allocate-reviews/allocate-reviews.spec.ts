import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { allocateAll, askForMore, nextReview, type Allocated, type ReviewPool } from './index.js';

const pools: fc.Arbitrary<ReviewPool> = fc
  .record({
    seed: fc.nat(10_000),
    need: fc.integer({ min: 1, max: 4 }),
    teams: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 14 }),
    conflicts: fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 6 }),
  })
  .map(({ seed, need, teams, conflicts }) => ({
    seed,
    need,
    give: need,
    submissions: teams.map((size, n) => ({
      submissionId: `s${n}`,
      authorIds: Array.from({ length: size }, (_, k) => `p${n}.${k}`),
    })),
    allocated: [],
    conflicts: conflicts.map(([a, b]) => ({ reviewerId: `p${a}.0`, authorId: `p${b}.0` })),
  }));

const alone = (count: number, more: Partial<ReviewPool> = {}): ReviewPool => ({
  seed: 7,
  need: 3,
  give: 3,
  submissions: Array.from({ length: count }, (_, n) => ({ submissionId: `s${n}`, authorIds: [`p${n}`] })),
  allocated: [],
  conflicts: [],
  ...more,
});

const tally = (keys: string[]): number[] => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts.values()];
};

function check(pool: ReviewPool, pairs: { reviewerId: string; submissionId: string }[]): void {
  const of = new Map(pool.submissions.map((one) => [one.submissionId, one.authorIds]));
  const apart = new Set(pool.conflicts.map(({ reviewerId, authorId }) => `${reviewerId} ${authorId}`));
  expect(new Set(pairs.map(({ reviewerId, submissionId }) => `${reviewerId} ${submissionId}`)).size).toBe(pairs.length);
  for (const { reviewerId, submissionId } of pairs) {
    expect(of.get(submissionId)).not.toContain(reviewerId);
    expect(of.get(submissionId)!.some((authorId) => apart.has(`${reviewerId} ${authorId}`))).toBe(false);
  }
}

describe('all at once', () => {
  test('own work never, nothing twice, nobody one must not meet; never throws', () => {
    fc.assert(fc.property(pools, (pool) => check(pool, allocateAll(pool))));
  });

  test('everybody gives as many, and every submission gets as many', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 60 }), fc.nat(1_000), (count, seed) => {
        const pairs = allocateAll(alone(count, { seed }));
        expect(pairs).toHaveLength(3 * count);
        expect(new Set(tally(pairs.map(({ reviewerId }) => reviewerId)))).toEqual(new Set([3]));
        expect(new Set(tally(pairs.map(({ submissionId }) => submissionId)))).toEqual(new Set([3]));
      }),
    );
  });

  test('two people review each other only where it cannot be helped', () => {
    const pairs = allocateAll(alone(40));
    const who = new Set(pairs.map(({ reviewerId, submissionId }) => `${reviewerId.slice(1)}>${submissionId.slice(1)}`));
    const mutual = [...who].filter((pair) => who.has(pair.split('>').reverse().join('>')));
    expect(mutual).toEqual([]);
  });

  test('the order in which things are named is nobody’s', () => {
    fc.assert(
      fc.property(pools, (pool) => {
        const turned = { ...pool, submissions: pool.submissions.toReversed(), conflicts: pool.conflicts.toReversed() };
        expect(allocateAll(turned)).toEqual(allocateAll(pool));
      }),
    );
  });

  test.each([0, 1, 2])('with %i people there is what there is', (count) => {
    expect(allocateAll(alone(count))).toHaveLength(count === 2 ? 2 : 0);
  });
});

describe('the next review', () => {
  test('own work never, nothing twice, whatever has happened; and it can be replayed', () => {
    fc.assert(
      fc.property(pools, fc.array(fc.nat(40), { maxLength: 40 }), (pool, turns) => {
        const people = pool.submissions.flatMap(({ authorIds }) => authorIds);
        const allocated: Allocated[] = [];
        for (const turn of turns) {
          const reviewerId = people[turn % Math.max(people.length, 1)] ?? 'nobody';
          const asked = { ...pool, allocated: [...allocated] };
          const next = nextReview(asked, reviewerId);
          expect(nextReview({ ...asked, submissions: asked.submissions.toReversed() }, reviewerId)).toEqual(next);
          if (next) allocated.push({ reviewerId, submissionId: next.submissionId, state: turn % 5 === 0 ? 'lapsed' : 'done' }); // prettier-ignore
        }
        check(pool, allocated);
      }),
    );
  });

  test('goes to what nobody has reviewed, then to those who review themselves', () => {
    const done = (reviewerId: string, submissionId: string): Allocated => ({ reviewerId, submissionId, state: 'done' });
    // p0 has given two; p1 none. Both have one review.
    const pool = alone(5, { allocated: [done('p0', 's3'), done('p0', 's4'), done('p2', 's0'), done('p3', 's1'), done('p4', 's2')] }); // prettier-ignore
    const next = nextReview(pool, 'p3')!;
    expect(next.submissionId).not.toBe('s1');
    expect(next.reason).toMatchObject({ served: 1, extra: false });
    const untouched = nextReview(alone(5, { allocated: [done('p0', 's1'), done('p1', 's2')] }), 'p2')!;
    expect(untouched.reason.served).toBe(0);
  });

  test('beyond what one owes one gets only what is short of what it has earned', () => {
    const done = (reviewerId: string, submissionId: string): Allocated => ({ reviewerId, submissionId, state: 'done' });
    const allocated = [done('p0', 's1'), done('p0', 's2'), done('p0', 's3'), done('p1', 's4')];
    expect(nextReview(alone(5, { allocated }), 'p0')).toBeNull();
    const more = nextReview(alone(6, { allocated }), 'p0')!;
    expect([more.submissionId, more.reason.extra]).toEqual(['s5', true]);
    expect(askForMore(alone(6, { allocated })).map(({ reviewerId }) => reviewerId)).toEqual(['p0']);
  });
});
