import { type Answer, type Call, RawReply, Serve } from '@kohorte/platform';
import { Controller } from '@nestjs/common';
import { Completion } from './completion.js';

/** Completion figures. */
@Controller()
export class ReportingController {
  constructor(private readonly completion: Completion) {}

  @Serve('GET /reports/completion')
  async table({ actor, query }: Call<'GET /reports/completion'>): Answer<'GET /reports/completion'> {
    return this.completion.table(actor, query);
  }

  @Serve('GET /reports/completion.csv')
  async csv({ actor, query }: Call<'GET /reports/completion.csv'>): Answer<'GET /reports/completion.csv'> {
    return new RawReply(await this.completion.csv(actor, query), {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="kohorte-${query.by}.csv"`,
    });
  }
}
