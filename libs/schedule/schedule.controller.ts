import { type Answer, type Call, Serve } from '@kohorte/platform';
import { Controller } from '@nestjs/common';
import { CalendarFeed } from './calendar-feed.js';
import { Timetable } from './timetable.js';

@Controller()
export class ScheduleController {
  constructor(
    private readonly timetable: Timetable,
    private readonly feed: CalendarFeed,
  ) {}

  @Serve('GET /timetable')
  async show({ actor, query }: Call<'GET /timetable'>): Answer<'GET /timetable'> {
    return this.timetable.view(actor, query);
  }

  @Serve('GET /calendar-feed')
  async showFeed({ actor }: Call<'GET /calendar-feed'>): Answer<'GET /calendar-feed'> {
    return this.feed.view(actor);
  }

  @Serve('POST /calendar-feed')
  async makeFeed({ actor }: Call<'POST /calendar-feed'>): Answer<'POST /calendar-feed'> {
    return this.feed.make(actor);
  }

  @Serve('DELETE /calendar-feed')
  async revokeFeed({ actor }: Call<'DELETE /calendar-feed'>): Answer<'DELETE /calendar-feed'> {
    return this.feed.revoke(actor);
  }

  @Serve('GET /calendar/:token')
  async readFeed({ params }: Call<'GET /calendar/:token'>): Answer<'GET /calendar/:token'> {
    return this.feed.read(params.token);
  }
}
