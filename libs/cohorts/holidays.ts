import type { Language } from '@kohorte/contracts';
import type { Holiday } from '@kohorte/rules';
import Holidays from 'date-holidays';

/** A country or a part of one whose public holidays are known. */
export interface HolidayRegion {
  /** `DE`, or with the state `DE-SN`. */
  code: string;
  name: string;
}

/** Countries whose states are offered one by one; the others are offered as a whole. */
const countriesByState = ['DE', 'AT', 'CH', 'GB'];

const daysOfYear = new Map<string, readonly Holiday[]>();
/** Far more than one company uses; keeps a caller who walks through years from filling the memory. */
const rememberedYears = 1_000;

/**
 * The public holidays of a region from one date to another, both included, as `2026-12-24`; none for the empty region
 * or one that is not known. One that lasts several days is named on each of them. Names in the language asked for where
 * there is one, else in the country's own.
 */
export function holidaysOf(region: string, from: string, to: string, language: Language): Holiday[] {
  if (!isHolidayRegion(region)) return [];
  const found: Holiday[] = [];
  // From the year before, as a holiday of several days may begin in one year and end in the next.
  for (let year = Number(from.slice(0, 4)) - 1; year <= Number(to.slice(0, 4)); year++) {
    found.push(...holidaysOfYear(region, year, language).filter(({ date }) => from <= date && date <= to));
  }
  return found.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** Whether public holidays of this region are known; so for every code of `holidayRegions`. */
export function isHolidayRegion(code: string): boolean {
  const [country = '', state] = code.split('-');
  const known = new Holidays();
  if (!Object.hasOwn(known.getCountries(), country)) return false;
  return state === undefined ? code === country : Object.hasOwn(known.getStates(country) ?? {}, code.slice(3));
}

/** All regions for a list to choose from: each country by name, its states below it where they are offered. */
export function holidayRegions(language: Language): HolidayRegion[] {
  const known = new Holidays();
  const countryNames = new Intl.DisplayNames(language, { type: 'region' });
  const byName = (a: HolidayRegion, b: HolidayRegion): number => a.name.localeCompare(b.name, language);
  return Object.keys(known.getCountries())
    .map((code) => ({ code, name: countryNames.of(code) ?? code }))
    .sort(byName)
    .flatMap((country) => {
      if (!countriesByState.includes(country.code)) return [country];
      const states = Object.entries(known.getStates(country.code, language)).map(([state, name]) => ({
        code: `${country.code}-${state}`,
        name: `${country.name}: ${name}`,
      }));
      return [country, ...states.sort(byName)];
    });
}

function holidaysOfYear(region: string, year: number, language: Language): readonly Holiday[] {
  const key = `${region} ${year} ${language}`;
  const remembered = daysOfYear.get(key);
  if (remembered) return remembered;

  const state = region.slice(3);
  const options = { types: ['public' as const] };
  const known = state ? new Holidays(region.slice(0, 2), state, options) : new Holidays(region, options);
  const days = known.getHolidays(year, language).flatMap(({ date, start, end, name }) => {
    // An Easter Sunday of 23 hours is a day, too; a holiday that begins at noon is one that day.
    const lasts = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
    return Array.from({ length: lasts }, (_, day) => ({ date: daysAfter(date.slice(0, 10), day), name }));
  });

  if (daysOfYear.size >= rememberedYears) daysOfYear.clear();
  daysOfYear.set(key, days);
  return days;
}

function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}
