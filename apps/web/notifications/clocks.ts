import { useTranslation } from 'react-i18next';

const two = (number: number): string => String(number).padStart(2, '0');

/** `00:00`, `01:00` … */
export const hours = Array.from({ length: 24 }, (_, hour) => `${two(hour)}:00`);

/** Every half hour, and whatever else stands there already. */
export function halfHours(chosen: string): string[] {
  const all = hours.flatMap((hour) => [hour, hour.replace(':00', ':30')]);
  return all.includes(chosen) ? all : [...all, chosen].sort();
}

/** Monday is 1. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** Names of weekdays in the reader's language. */
export function useWeekdays(length: 'long' | 'short'): (weekday: number) => string {
  const { i18n } = useTranslation();
  const names = new Intl.DateTimeFormat(i18n.language, { weekday: length, timeZone: 'UTC' });
  // The first of January 2024 was a Monday.
  return (weekday) => names.format(Date.UTC(2024, 0, weekday)).replace('.', '');
}
