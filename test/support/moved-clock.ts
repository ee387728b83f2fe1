import { Clock } from '@kohorte/platform';

/** A clock moved by hand. */
export class MovedClock extends Clock {
  constructor(private at: Date) {
    super();
  }

  now(): Date {
    return new Date(this.at);
  }

  /** To an instant: `clock.to('2026-03-09T08:00:00Z')`. */
  to(instant: string): void {
    this.at = new Date(instant);
  }

  /** Forward: `clock.by({ days: 7 })`. */
  by({ days = 0, hours = 0, minutes = 0, seconds = 0 }: Record<string, number>): void {
    this.at = new Date(this.at.getTime() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000);
  }
}
