/** A title, and the time that was told in it. */
export interface TitleWithMinutes {
  /** Without the time, where that leaves a title. */
  title: string;
  /** Whole minutes, rounded up; `null` where none is told. */
  minutes: number | null;
}

const number = String.raw`(\d{1,3}(?:[.,]\d{1,2})?)`;
const hourUnit = String.raw`(?:h|hrs?|hours?|std|stdn?|stunden?)\.?`;
const minuteUnit = String.raw`(?:m|min|mins|minutes?|minuten?|′|')\.?`;
const secondUnit = String.raw`(?:s|secs?|seconds?|sek|sekunden?|″|"|'')\.?`;

/** `1 h 20 min`, `1h20`, `90 min`, `12m 31s`, `45 sec`: hours, minutes and seconds, each one or not. */
const inUnits = new RegExp(
  `^(?:${number}\\s*${hourUnit}\\s*(?:${number}(?:\\s*${minuteUnit})?)?|(?:${number}\\s*${minuteUnit})?\\s*(?:${number}\\s*${secondUnit})?)$`,
  'iu',
);
/** `1:02:03`, `12:31`, `12:31 min`: seconds always with two digits, or it is a chapter and verse. */
const asClock = new RegExp(`^(?:(\\d{1,2}):([0-5]\\d)|(\\d{1,3})):([0-5]\\d)(?:\\s*${minuteUnit})?$`, 'iu');
/** `1:30 h`: here the second part is minutes. */
const asClockOfHours = new RegExp(`^(\\d{1,2}):([0-5]\\d)\\s*${hourUnit}$`, 'iu');
const leadIn =
  /^(?:(?:ca|circa|approx|approximately|about|around|etwa|rund|dauer|duration|länge|length|time|zeit)\b[.:]?|[~≈])\s*/iu;
/** Words, not mere letters, so that "5 m" and `5'` outside of brackets are not taken for times. */
const spelledOut = /\d\s*-?\s*(?:min|std|stunde|hour|hrs?\b|sec|sek)/iu;

/** More than a day is no item's time. */
const longest = 24 * 60;

/**
 * Reads a duration out of a title: "Video: Intro (12:31)" takes 13 minutes and is called "Video: Intro". Understood are
 * times in brackets such as `(1:02:03)`, `[7:15]`, `(5 min)`, `(ca. 1,5 Std.)`, and those spelled out at the end of the
 * title or before its first colon or dash, such as `Check-in – 10 Minuten`. A bare `3:16` without brackets stays what
 * it is: it may be a verse, a score or a time of day.
 */
export function minutesFromTitle(title: string): TitleWithMinutes {
  const plain = title.trim();

  const brackets = [...plain.matchAll(/[([（]([^()[\]（）]{1,40})[)\]）]/gu)];
  for (const bracket of brackets.reverse()) {
    const minutes = minutesIn(bracket[1]!);
    if (minutes === null) continue;
    const without = `${plain.slice(0, bracket.index)} ${plain.slice(bracket.index + bracket[0].length)}`;
    return { title: tidy(without) || plain, minutes };
  }

  const parts = plain.split(/(\s+[-–—|·•]\s+|\s*[,:;|]\s+)/u);
  for (const [part, rest] of [
    [parts.at(-1)!, parts.slice(0, -2)],
    [parts[0]!, parts.slice(2)],
  ] as const) {
    const minutes = spelledOut.test(part) ? minutesIn(part) : null;
    if (minutes !== null) return { title: tidy(rest.join('')) || plain, minutes };
  }

  const [ending] = /(?<![\d.,:/-])\d{1,3}\s*(?:min|mins|minutes|minuten)\.?$/iu.exec(plain) ?? [];
  // Within a sentence the time belongs to it: "Feedback geben in 10 Minuten" keeps its words.
  return { title: plain, minutes: ending ? minutesIn(ending) : null };
}

function minutesIn(text: string): number | null {
  const told = text.trim().replace(leadIn, '');
  const seconds = secondsOfClock(told) ?? secondsOfUnits(told);
  if (seconds === null || seconds <= 0) return null;
  const minutes = Math.ceil(seconds / 60);
  return minutes <= longest ? minutes : null;
}

function secondsOfClock(told: string): number | null {
  const hours = asClockOfHours.exec(told);
  if (hours) return 3600 * Number(hours[1]) + 60 * Number(hours[2]);
  const clock = asClock.exec(told);
  if (!clock) return null;
  const [, hour = '0', minuteOfHour, minute, second] = clock;
  return 3600 * Number(hour) + 60 * Number(minuteOfHour ?? minute) + Number(second);
}

function secondsOfUnits(told: string): number | null {
  const units = told === '' ? null : inUnits.exec(told);
  if (!units) return null;
  const [hours, minutesAfterHours, minutes, seconds] = units
    .slice(1)
    .map((part) => Number((part ?? '0').replace(',', '.')));
  // Rounded, as 0.1 hours are not quite 360 seconds in floating point.
  return Math.round(3600 * hours! + 60 * (minutesAfterHours! + minutes!) + seconds!);
}

const tidy = (title: string): string =>
  title
    .replace(/\s+/gu, ' ')
    .replace(/\s+([,:;.!?])/gu, '$1')
    .replace(/^[\s\-–—|·•,:;]+|[\s\-–—|·•,:;]+$/gu, '');

const wordsPerMinute = 200;

/** Whole minutes to read a plain text at 200 words a minute, rounded up, at least one. */
export function readingMinutes(text: string): number {
  const words = text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  return Math.max(1, Math.ceil(words / wordsPerMinute));
}
