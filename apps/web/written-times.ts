import { now } from './clock.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How this product writes dates, times and spans, in one language and one time zone. */
export class Times {
  private readonly locale: string;

  constructor(
    language: string,
    /** The reader's zone. */
    readonly zone: string,
  ) {
    // British English: the day before the month and a clock of 24 hours, as everywhere else in Europe.
    this.locale = language === 'de' ? 'de-DE' : 'en-GB';
  }

  /** `Mo 9. März` / `Mon 9 Mar`; with the year where it is another one. */
  day(instant: string | number, zone = this.zone): string {
    const date = new Date(instant);
    const year = (of: Date): string => this.format({ year: 'numeric' }, zone).format(of);
    const weekday = this.format({ weekday: 'short' }, zone).format(date).replace('.', '');
    const rest = this.format(
      {
        day: 'numeric',
        month: this.locale === 'de-DE' ? 'long' : 'short',
        year: year(date) === year(new Date(now())) ? undefined : 'numeric',
      },
      zone,
    ).format(date);
    // A date does not break over two lines.
    return `${weekday} ${rest}`.replaceAll(' ', '\u00a0');
  }

  /** `09:00` */
  time(instant: string | number, zone = this.zone): string {
    return this.format({ hour: '2-digit', minute: '2-digit' }, zone).format(new Date(instant));
  }

  /** `Mo 9. März, 09:00` */
  dayAndTime(instant: string | number, zone = this.zone): string {
    return `${this.day(instant, zone)}, ${this.time(instant, zone)}`;
  }

  /** `Mo 9. März` for a calendar date, which has no zone. */
  date(calendarDate: string): string {
    return this.day(`${calendarDate}T12:00:00Z`, 'UTC');
  }

  /** `in 3 Tagen`, `morgen`, `vor 5 Minuten`: days count by the calendar, as people count them. */
  fromNow(instant: string): string {
    const away = Date.parse(instant) - now();
    const relative = new Intl.RelativeTimeFormat(this.locale, { numeric: 'auto' });
    const days = this.daysAway(instant);
    if (Math.abs(away) < hour) return relative.format(Math.round(away / minute), 'minute');
    if (days === 0 || Math.abs(away) < 8 * hour) return relative.format(Math.round(away / hour), 'hour');
    if (Math.abs(days) < 21) return relative.format(days, 'day');
    if (Math.abs(days) < 70) return relative.format(Math.round(days / 7), 'week');
    return relative.format(Math.round(days / 30.4), 'month');
  }

  /** How many midnights of the reader's zone lie between now and then. */
  daysAway(instant: string | number): number {
    return Math.round((Date.parse(this.isoDay(instant)) - Date.parse(this.isoDay(now()))) / day);
  }

  /** The reader's calendar date of an instant, `2026-03-09`. */
  isoDay(instant: string | number): string {
    return new Intl.DateTimeFormat('en-CA', { timeZone: this.zone }).format(new Date(instant));
  }

  /** The hour of the day now, for a greeting. */
  hourNow(): number {
    return Number(new Intl.DateTimeFormat('en-GB', { timeZone: this.zone, hour: '2-digit' }).format(new Date(now())));
  }

  /** The same instant as another zone's clock shows it, or `null` where both clocks show the same. */
  elsewhere(instant: string, zone: string): { clock: string; place: string } | null {
    const there = this.dayAndTime(instant, zone);
    if (there === this.dayAndTime(instant)) return null;
    const isSameDay = this.day(instant) === this.day(instant, zone);
    return { clock: isSameDay ? this.time(instant, zone) : there, place: zoneName(zone) };
  }

  /** `48 Min.`, `1 Std. 15 Min.` */
  minutes(minutes: number): string {
    const unit = (unit: 'hour' | 'minute', value: number): string =>
      // "6 min", which British English would turn into "6 mins".
      new Intl.NumberFormat(this.locale === 'de-DE' ? 'de-DE' : 'en-US', {
        style: 'unit',
        unit,
        unitDisplay: 'short',
      }).format(value);
    const hours = Math.floor(minutes / 60);
    if (hours === 0) return unit('minute', minutes);
    return minutes % 60 === 0 ? unit('hour', hours) : `${unit('hour', hours)} ${unit('minute', minutes % 60)}`;
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.locale).format(value);
  }

  percent(percent: number): string {
    return new Intl.NumberFormat(this.locale, { style: 'percent' }).format(percent / 100);
  }

  /** `3,4 MB` */
  bytes(bytes: number): string {
    const [unit, size] =
      bytes >= 1e6 ? (['megabyte', bytes / 1e6] as const) : (['kilobyte', Math.max(1, bytes / 1e3)] as const);
    return new Intl.NumberFormat(this.locale, {
      style: 'unit',
      unit,
      maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
    }).format(size);
  }

  private format(options: Intl.DateTimeFormatOptions, timeZone: string): Intl.DateTimeFormat {
    return new Intl.DateTimeFormat(this.locale, { ...options, timeZone });
  }
}

/** `Europe/Berlin` as people say it: `Berlin`. */
export function zoneName(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
