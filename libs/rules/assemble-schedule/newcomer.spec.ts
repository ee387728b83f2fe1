import { expect, test } from '@jest/globals';
import { groupForNewcomer, type OpenGroup } from './newcomer.js';

const group = (number: number, siteId: string | null, people: number, most = 10): OpenGroup => ({
  groupId: `g${number}`,
  number,
  siteId,
  people,
  most,
});

test.each([
  ['the smallest at the own site', 'a', [group(1, 'a', 8), group(2, 'a', 6), group(3, 'b', 1)], 'g2'],
  ['the first of equal ones', 'a', [group(2, 'a', 6), group(1, 'a', 6)], 'g1'],
  ['another site where the own is full', 'a', [group(1, 'a', 10), group(2, 'b', 4)], 'g2'],
  ['any where the site is not known', null, [group(1, 'a', 3)], 'g1'],
  ['none where all are full', 'a', [group(1, 'a', 10), group(2, 'b', 10)], undefined],
  ['none where there is none', 'a', [], undefined],
])('somebody new joins %s', (_which, siteId, groups, expected) => {
  expect(groupForNewcomer(siteId, groups)?.groupId).toBe(expected);
});
