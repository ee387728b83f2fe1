import { describe, expect, test } from '@jest/globals';
import { instantOfWall, mondayOf, packed, shifted, wallOf } from './week.js';

describe('weeks of the planner', () => {
  test('begin on Monday', () => {
    expect(['2026-11-30', '2026-12-02', '2026-12-06'].map(mondayOf)).toEqual(Array(3).fill('2026-11-30'));
  });

  test('show an instant on the clocks of a zone, and find it again', () => {
    expect(wallOf('2026-12-02T08:30:00.000Z', 'Europe/Berlin')).toEqual({ date: '2026-12-02', minutes: 570 });
    expect(wallOf('2026-12-02T23:30:00.000Z', 'Europe/Berlin')).toEqual({ date: '2026-12-03', minutes: 30 });
    expect(instantOfWall({ date: '2026-12-02', minutes: 570 }, 'Europe/London')).toBe('2026-12-02T09:30:00.000Z');
  });

  test('keep the hour when a session moves over the change of clocks', () => {
    expect(shifted('2027-03-27T08:00:00.000Z', { days: 1 }, 'Europe/Berlin')).toBe('2027-03-28T07:00:00.000Z');
    expect(shifted('2027-03-26T22:30:00.000Z', { minutes: 60 }, 'Europe/Berlin')).toBe('2027-03-26T22:30:00.000Z');
  });

  test('lay overlapping sessions beside each other, and give the others all the room', () => {
    const spans = [
      { from: 0, to: 60 },
      { from: 30, to: 90 },
      { from: 60, to: 120 },
      { from: 200, to: 260 },
    ];
    expect(packed(spans)).toEqual([
      { row: 0, rows: 2 },
      { row: 1, rows: 2 },
      { row: 0, rows: 2 },
      { row: 0, rows: 1 },
    ]);
  });
});
