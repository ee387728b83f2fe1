import { type Answer, type Call, RawReply, Serve } from '@kohorte/platform';
import { Controller } from '@nestjs/common';
import { Completion } from './completion.js';
import { completionCsv } from './completion-csv.js';

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
    return new RawReply(completionCsv(await this.completion.table(actor, query), actor.language), {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="kohorte-${query.by}.csv"`,
    });
  }
}
