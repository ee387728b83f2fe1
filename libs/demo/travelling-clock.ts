import { Clock } from '@kohorte/platform';

/** A clock that the demo moves through the weeks that lie behind it. */
export class TravellingClock extends Clock {
  constructor(private at: Date) {
    super();
  }

  now(): Date {
    return new Date(this.at);
  }

  to(instant: Date): void {
    this.at = instant;
  }
}
