import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { minutesFromTitle, readingMinutes } from './minutes.js';

describe('a title that tells its time', () => {
  it.each([
    ['Video: Intro (12:31)', 'Video: Intro', 13],
    ['Video: Visualization - Gmane (Email) Part 3 (6:59)', 'Video: Visualization - Gmane (Email) Part 3', 7],
    ['Lecture (1:02:03)', 'Lecture', 63],
    ['Lecture (12:00)', 'Lecture', 12],
    ['Teaser (0:30)', 'Teaser', 1],
    ['Keynote (75:10)', 'Keynote', 76],
    ['Intro [7:15]', 'Intro', 8],
    ['Intro（7:15）', 'Intro', 8],
    ['Warm-up (5 min)', 'Warm-up', 5],
    ['Warm-up (5 min.)', 'Warm-up', 5],
    ['Warm-up (5min) ', 'Warm-up', 5],
    ['Warm-up (~5 mins)', 'Warm-up', 5],
    ['Übung (ca. 15 Minuten)', 'Übung', 15],
    ['Übung (Dauer: 15 Min.)', 'Übung', 15],
    ['Film (1,5 Std.)', 'Film', 90],
    ['Film (1 Stunde)', 'Film', 60],
    ['Film (1 h 20 min)', 'Film', 80],
    ['Film (1h20)', 'Film', 80],
    ['Film (1:30 h)', 'Film', 90],
    ['Clip (12m 31s)', 'Clip', 13],
    ['Clip (45 sec)', 'Clip', 1],
    ['Clip (12\'31")', 'Clip', 13],
    ['Clip (12:31 min)', 'Clip', 13],
    ['Intro (5 min) – Teil 1', 'Intro – Teil 1', 5],
    ['Intro (5 min): Teil 1', 'Intro: Teil 1', 5],
    ['Intro - (12:31)', 'Intro', 13],
    ['Teil (2) (3:04)', 'Teil (2)', 4],
    ['Teil (3:04) (2)', 'Teil (2)', 4],
    ['Check-in – 10 Minuten', 'Check-in', 10],
    ['Check-in, 10 min', 'Check-in', 10],
    ['Check-in | 1 hour', 'Check-in', 60],
    ['10 Minuten: Ankommen', 'Ankommen', 10],
    ['10 min - Ankommen: der Anfang', 'Ankommen: der Anfang', 10],
    ['10 Minuten', '10 Minuten', 10],
    ['(12:31)', '(12:31)', 13],
    ['Feedback geben in 10 Minuten', 'Feedback geben in 10 Minuten', 10],
  ])('%s', (title, cleaned, minutes) => expect(minutesFromTitle(title)).toEqual({ title: cleaned, minutes }));
});

describe('a title that tells none', () => {
  it.each([
    'Chapter 3:16',
    'Reading: Genesis 1:01',
    'Standup at 12:30',
    'Nonsense (2:3)',
    'Nonsense (2:60)',
    'Nonsense (1:2:03)',
    'Nonsense (0:00)',
    'Nonsense (0 min)',
    'Nonsense (99:59:59)',
    'Nonsense ()',
    'Call (14:00-15:00)',
    'Call (10:00 Uhr)',
    'Call (9:00 AM)',
    'Part (1)',
    'Part (5)',
    'The 5-minute rule',
    '90 minutes to change',
    'Width: 5 m',
    'Mindset: 12 minds',
    'Version 2.10 minor',
    '',
  ])('%s', (title) => expect(minutesFromTitle(title)).toEqual({ title, minutes: null }));
});

describe('any title', () => {
  it('gives whole minutes from 1 to a day, and keeps a title', () => {
    const told = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...'0123456789:.,()[]- hminsecd\'"') }),
      fc
        .tuple(fc.string(), fc.nat(200), fc.nat(99))
        .map(([text, m, s]) => `${text} (${m}:${String(s).padStart(2, '0')})`),
    );
    fc.assert(
      fc.property(told, (title) => {
        const read = minutesFromTitle(title);
        if (title.trim() !== '') expect(read.title).not.toBe('');
        if (read.minutes === null) expect(read.title).toBe(title.trim());
        else expect(Number.isInteger(read.minutes) && read.minutes >= 1 && read.minutes <= 1440).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('is read for every time that it may tell', () => {
    const words = fc.constantFrom('Intro', 'Video: Lists - Part 1', 'Übung (Email) 3');
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 23 * 3600 }), (words, seconds) => {
        const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
        const pad = (part: number): string => String(part).padStart(2, '0');
        const clock = h > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${m}:${pad(s)}`;
        expect(minutesFromTitle(`${words} (${clock})`)).toEqual({ title: words, minutes: Math.ceil(seconds / 60) });
      }),
    );
  });

  it('is read at once, however long and hostile', () => {
    const startedAt = performance.now();
    for (const part of ['(', '(1', '1 ', ' - ', '1:', 'min ', '(5 min) ', ', ']) minutesFromTitle(part.repeat(20_000));
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});

describe('time to read', () => {
  it('goes by words, at least a minute', () => {
    expect(readingMinutes('')).toBe(1);
    expect(readingMinutes('one two')).toBe(1);
    expect(readingMinutes('wort '.repeat(200))).toBe(1);
    expect(readingMinutes('wort '.repeat(201))).toBe(2);
    expect(readingMinutes("don't – Check-in ".repeat(200))).toBe(2);
  });
});
