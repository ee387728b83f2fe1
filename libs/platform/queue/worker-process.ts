import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { log } from '../log.js';
import { Relay } from '../outbox/relay.js';
import type { Handlers } from './handlers.js';
import { OneAtATime } from './one-at-a-time.js';
import { Runner } from './runner.js';
import { Sweeps } from './sweeps.js';

/** What a worker does: keeps the sweeps, hands facts to the queue, and runs what is in it. */
@Injectable()
export class WorkerProcess implements BeforeApplicationShutdown {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly relay: Relay,
    private readonly runner: Runner,
    private readonly oneAtATime: OneAtATime,
  ) {}

  async start(handlers: Handlers): Promise<void> {
    await this.sweeps.start();
    this.runner.start(handlers);
    this.relay.start();
    log.info('the worker has started');
  }

  /**
   * Stops taking work and finishes or returns what runs; exit soon after, for a job that did not listen may still be
   * running here. Nest calls it before connections are closed.
   */
  async close(): Promise<void> {
    await Promise.all([this.sweeps.stop(), this.relay.stop()]);
    await this.runner.close();
    await this.oneAtATime.close();
    log.info('the worker has stopped');
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.close();
  }
}
