import { describe, expect, test } from '@jest/globals';
import { continueWhere } from './continue-where.js';

const cohort = (name: string, nextDueAt: string | null, openedAt: string | null, next: string | null = 'item') => ({
  name,
  next,
  nextDueAt: nextDueAt ? new Date(nextDueAt) : null,
  openedAt: openedAt ? new Date(openedAt) : null,
});

describe('where to continue', () => {
  test('where something is due first', () => {
    const chosen = continueWhere([
      cohort('later', '2026-03-20', '2026-03-09'),
      cohort('first', '2026-03-13', '2026-03-02'),
      cohort('never', null, '2026-03-10'),
    ]);
    expect(chosen?.name).toBe('first');
  });

  test('else where a module opened last', () => {
    const chosen = continueWhere([cohort('old', null, '2026-01-05'), cohort('fresh', null, '2026-03-09')]);
    expect(chosen?.name).toBe('fresh');
  });

  test('nowhere that there is nothing to do', () => {
    expect(continueWhere([cohort('done', '2026-03-13', '2026-03-09', null)])).toBeNull();
    expect(continueWhere([])).toBeNull();
  });

  test('leaves what it was given as it was', () => {
    const cohorts = Object.freeze([cohort('b', null, '2026-01-05'), cohort('a', null, '2026-03-09')]);
    expect(continueWhere(cohorts)?.name).toBe('a');
  });
});
