import { Controller } from '@nestjs/common';
import { Config } from '../config.js';
import { Database } from '../database.js';
import { Problem } from '../problem.js';
import { JobsOverview } from '../queue/jobs-overview.js';
import type { Answer, Call } from './call.js';
import { openApi } from './openapi.js';
import { Serve } from './serve.js';

/** Health, documentation and the state of the queues. */
@Controller()
export class OperationsController {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly jobsOverview: JobsOverview,
  ) {}

  @Serve('GET /health/live')
  async live(_call: Call<'GET /health/live'>): Answer<'GET /health/live'> {
    return { status: 'ok' };
  }

  @Serve('GET /health/ready')
  async ready(_call: Call<'GET /health/ready'>): Answer<'GET /health/ready'> {
    try {
      await Promise.all([this.database.query('select 1 as ok'), this.jobsOverview.ping()]);
    } catch {
      throw new Problem('not-ready');
    }
    return { status: 'ok', checks: { database: 'ok', queue: 'ok' } };
  }

  @Serve('GET /openapi.json')
  async openApi(_call: Call<'GET /openapi.json'>): Answer<'GET /openapi.json'> {
    return openApi(this.config.publicUrl);
  }

  @Serve('GET /jobs')
  async jobs(_call: Call<'GET /jobs'>): Answer<'GET /jobs'> {
    return this.jobsOverview.view();
  }
}
