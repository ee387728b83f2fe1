import { expect, test } from '@jest/globals';
import { localTime } from './local-time.js';
import { instantOf } from './plan/cohort-form.js';

test.each([
  ['2026-03-09T08:00:00.000Z', 'Europe/Berlin', '2026-03-09T09:00'],
  ['2026-06-01T07:00:00.000Z', 'Europe/Berlin', '2026-06-01T09:00'],
  ['2026-12-31T23:30:00.000Z', 'Asia/Tokyo', '2027-01-01T08:30'],
  ['2026-03-09T00:00:00.000Z', 'UTC', '2026-03-09T00:00'],
])('%s in %s is %s, and back', (instant, zone, local) => {
  expect(localTime(instant, zone)).toBe(local);
  expect(instantOf(local, zone)).toBe(instant);
});

test('no instant is no time', () => {
  expect(localTime(null, 'UTC')).toBe('');
  expect(instantOf('', 'UTC')).toBeNull();
  expect(instantOf('2026-03-09T', 'UTC')).toBeNull();
});
