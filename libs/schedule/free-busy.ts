import { Worker } from 'node:worker_threads';
import type { FreeBusyProblem } from '@kohorte/contracts';
import {
  Clock,
  Database,
  days,
  later,
  log,
  minutes,
  Outgoing,
  OutgoingProblem,
  threadFile,
  Work,
} from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import type { BusyTask, BusyWord } from './busy-thread.js';
import type { BusySpan } from './busy-times.js';

/** How many addresses are taken at once, and how many of them are read side by side. */
const batch = 50;
const atATime = 4;
/** Hours after which an address is read again. */
const hoursBetween = 6;
/** A sweep takes no longer; what is left is due at the next. */
const longestSweep = minutes(20);
/** How far ahead busy times are known. */
const daysAhead = 366;
const largestCalendar = 5_000_000;
const calendarTypes = [
  'text/calendar',
  'text/x-vcalendar',
  'application/ics',
  'application/x-ical',
  'text/ics',
  'text/plain',
];
/** For understanding a calendar, in milliseconds and megabytes: rules for repeating can be made to never end. */
const longestThought = 5_000;
const mostMemory = 256;

interface Due {
  userId: string;
  url: string;
  timeZone: string;
}

class Unreadable extends Error {
  constructor(readonly code: FreeBusyProblem) {
    super(code);
  }
}

/** Reads the addresses at which people's own calendars say when they are busy. */
@Injectable()
export class FreeBusy {
  constructor(
    private readonly database: Database,
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly outgoing: Outgoing,
  ) {}

  /** Reads every address that is due; one that was read is not due for some hours, however it went. */
  async readDue(signal?: AbortSignal): Promise<void> {
    const until = later(this.clock.now(), longestSweep);
    while (this.clock.now() < until && !signal?.aborted) {
      const due = await this.database.query<Due>(
        `select w.user_id as "userId", w.free_busy_url as url, u.time_zone as "timeZone"
         from work_pattern w join app_user u on u.id = w.user_id
         where w.free_busy_url is not null and u.deactivated_at is null
           and (w.free_busy_read_at is null or w.free_busy_read_at < $1::timestamptz - make_interval(hours => $2))
         order by w.free_busy_read_at nulls first, w.user_id limit $3`,
        [this.clock.now(), hoursBetween, batch],
      );
      const readOn = async (): Promise<void> => {
        for (let one; !signal?.aborted && (one = due.shift());) await this.read(one);
      };
      const isLast = due.length < batch;
      await Promise.all(Array.from({ length: atATime }, readOn));
      if (isLast) return;
    }
  }

  /** Reads the address that somebody has just entered. */
  async readOf(userId: string): Promise<void> {
    const due = await this.database.one<Due & Record<string, unknown>>(
      `select w.user_id as "userId", w.free_busy_url as url, u.time_zone as "timeZone"
       from work_pattern w join app_user u on u.id = w.user_id
       where w.user_id = $1 and w.free_busy_url is not null and w.free_busy_read_at is null`,
      [userId],
    );
    if (due) await this.read(due);
  }

  /** Keeps what an address says; where it says nothing, the reason, and what was known before. */
  private async read(due: Due): Promise<void> {
    const now = this.clock.now();
    try {
      const text = await this.outgoing.read(due.url, { types: calendarTypes, mostBytes: largestCalendar });
      const looked = { from: now.getTime(), to: later(now, days(daysAhead)).getTime(), timeZone: due.timeZone };
      await this.keep(due, await understand({ text, looked }));
    } catch (error) {
      const code = codeOf(error);
      if (code === null) throw error;
      log.info({ userId: due.userId, code }, 'a free/busy address could not be read');
      await this.note(due, code);
    }
  }

  private async keep(due: Due, spans: readonly BusySpan[]): Promise<void> {
    await this.work.run(async (unit) => {
      // Whoever has taken the address away meanwhile, or entered another, is not told of this one.
      const same = await unit.query(
        `update work_pattern set free_busy_read_at = $3, free_busy_problem = null
         where user_id = $1 and free_busy_url = $2 returning user_id`,
        [due.userId, due.url, unit.now],
      );
      if (same.length === 0) return;
      await unit.query(`delete from busy_time where user_id = $1 and source = 'calendar'`, [due.userId]);
      await unit.query(
        `insert into busy_time (id, user_id, starts_at, ends_at, source)
         select s.id, $1, to_timestamp(s.from_ms / 1000.0), to_timestamp(s.to_ms / 1000.0), 'calendar'
         from unnest($2::uuid[], $3::float8[], $4::float8[]) as s (id, from_ms, to_ms)`,
        [due.userId, spans.map(() => unit.ids.next()), spans.map(({ from }) => from), spans.map(({ to }) => to)],
      );
    });
  }

  private async note({ userId, url }: Due, code: FreeBusyProblem): Promise<void> {
    await this.work.run(async (unit) => {
      await unit.query(
        `update work_pattern set free_busy_read_at = $3, free_busy_problem = $4
         where user_id = $1 and free_busy_url = $2`,
        [userId, url, unit.now, code],
      );
    });
  }
}

/** What a person can be told of it; `null` for what is our own fault. */
function codeOf(error: unknown): FreeBusyProblem | null {
  if (error instanceof Unreadable) return error.code;
  if (!(error instanceof OutgoingProblem)) return null;
  return error.code === 'unexpected-type' ? 'not-a-calendar' : error.code;
}

/** Finds the busy times on a thread of its own, which is ended when it thinks too long or needs too much. */
function understand(task: BusyTask): Promise<BusySpan[]> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(threadFile(import.meta.url, 'busy-thread.js'), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: mostMemory },
    });
    const end = (code: FreeBusyProblem): void => {
      clearTimeout(timer);
      reject(new Unreadable(code));
    };
    const timer = setTimeout(() => {
      end('took-too-long');
      void thread.terminate();
    }, longestThought);
    thread.once('message', (spans: BusyWord) => {
      clearTimeout(timer);
      if (spans) resolve(spans);
      else end('not-a-calendar');
    });
    thread.once('error', () => end('too-large'));
    thread.once('exit', () => end('not-a-calendar'));
  });
}
