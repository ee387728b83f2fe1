import { describe, expect, it } from '@jest/globals';
import { holidayRegions, holidaysOf, isHolidayRegion } from './holidays.js';

const dates = (region: string, year = 2026): string[] =>
  holidaysOf(region, `${year}-01-01`, `${year}-12-31`, 'de').map(({ date }) => date);

describe('public holidays', () => {
  it('are those of the state', () => {
    const repentance = { date: '2026-11-18', name: 'Buß- und Bettag' };
    expect(holidaysOf('DE-SN', '2026-11-01', '2026-11-30', 'de')).toEqual([repentance]);
    expect(holidaysOf('DE-BE', '2026-11-01', '2026-11-30', 'de')).toEqual([]);
  });

  it('leave out days on which people work', () => {
    expect(dates('DE')).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-25',
      '2026-10-03',
      '2026-12-25',
      '2026-12-26',
    ]);
  });

  it('carry names in the language asked for', () => {
    const newYear = (language: 'de' | 'en'): unknown => holidaysOf('DE', '2027-01-01', '2027-01-01', language);
    expect(newYear('de')).toEqual([{ date: '2027-01-01', name: 'Neujahr' }]);
    expect(newYear('en')).toEqual([{ date: '2027-01-01', name: "New Year's Day" }]);
  });

  it('come in order, over the turn of the year, both ends included', () => {
    const found = holidaysOf('AT', '2026-12-25', '2027-01-06', 'de').map(({ date }) => date);
    expect(found).toEqual(['2026-12-25', '2026-12-26', '2027-01-01', '2027-01-06']);
  });

  it('are named on each of their days', () => {
    const newYear = holidaysOf('KR', '2026-02-16', '2026-02-20', 'en').map(({ date }) => date);
    expect(newYear.length).toBeGreaterThan(1);
    expect(new Set(dates('CH', 2027)).has('2027-03-28')).toBe(true);
  });

  it('hold for states of other countries, whatever their code looks like', () => {
    expect(dates('GB-ENG')).toContain('2026-08-31');
    expect(dates('GB-SCT')).toContain('2026-11-30');
    expect(dates('AT-9')).toContain('2026-10-26');
  });

  it('are none without a region or in one that is not known', () => {
    for (const region of ['', 'XX', 'DE-', 'DE-XX', 'de', 'DE-SN-', '-', 'constructor', 'DE-constructor']) {
      expect(isHolidayRegion(region)).toBe(false);
      expect(dates(region)).toEqual([]);
    }
  });
});

describe('the regions to choose from', () => {
  it('name countries and states in both languages', () => {
    const name = (code: string, language: 'de' | 'en'): string | undefined =>
      holidayRegions(language).find((region) => region.code === code)?.name;
    expect(name('DE', 'de')).toBe('Deutschland');
    expect(name('DE', 'en')).toBe('Germany');
    expect(name('DE-SN', 'de')).toBe('Deutschland: Sachsen');
    expect(name('AT-9', 'en')).toBe('Austria: Vienna');
    expect(name('JP', 'de')).toBe('Japan');
    expect(name('FR', 'en')).toBe('France');
  });

  it('are each known, once', () => {
    const codes = holidayRegions('de').map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !isHolidayRegion(code))).toEqual([]);
    expect(codes.filter((code) => dates(code).length === 0)).toEqual([]);
  });
});
