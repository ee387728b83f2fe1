import { Clock, Database } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** How many addresses one sweep reads. */
const batch = 50;
/** Hours after which an address is read again. */
const hoursBetween = 6;

/** Reads the addresses at which people's own calendars say when they are busy. */
@Injectable()
export class FreeBusy {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async readDue(): Promise<void> {
    await this.database.query(
      `select user_id from work_pattern where free_busy_url is not null
         and (free_busy_read_at is null or free_busy_read_at < $1::timestamptz - make_interval(hours => $2)) limit $3`,
      [this.clock.now(), hoursBetween, batch],
    );
  }
}
