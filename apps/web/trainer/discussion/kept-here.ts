import { useState } from 'react';

const placeOf = (name: string): string => `kohorte.kept.${name}`;

/** Whether something is kept under this name. */
export const isKeptHere = (name: string): boolean => localStorage.getItem(placeOf(name)) !== null;

/** What is being written, kept on this device until it is sent, so that closing the page loses nothing. */
export function useKeptHere<T extends Record<string, string>>(name: string, blank: T) {
  const place = placeOf(name);
  const [values, setValues] = useState<T>(() => ({
    ...blank,
    ...(JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<T>),
  }));
  return {
    values,
    hasBegun: Object.keys(blank).some((key) => values[key] !== blank[key]),
    change: (changes: Partial<T>): void => {
      const next = { ...values, ...changes };
      setValues(next);
      localStorage.setItem(place, JSON.stringify(next));
    },
    clear: (): void => {
      setValues(blank);
      localStorage.removeItem(place);
    },
  };
}
