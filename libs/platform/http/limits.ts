import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '../problem.js';

interface Rate {
  points: number;
  seconds: number;
}

/**
 * Keeps rates, per process. Attempts on one account are counted in Postgres by the rung that owns people, so
 * that several processes and a restart do not add up to more tries.
 */
@Injectable()
export class Limits {
  private readonly limiters = new Map<string, RateLimiterMemory>();
  private readonly factor: number;

  constructor() {
    // Load tests and benchmarks come from one address; the factor widens every limit alike.
    this.factor = Number(process.env['RATE_LIMIT_FACTOR'] || 1);
  }

  /** @throws {Problem} `too-many-requests`, with the seconds to wait */
  async take(name: string, who: string, { points, seconds }: Rate): Promise<void> {
    let limiter = this.limiters.get(name);
    if (!limiter) {
      limiter = new RateLimiterMemory({ keyPrefix: name, points: points * this.factor, duration: seconds });
      this.limiters.set(name, limiter);
    }
    try {
      await limiter.consume(who);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new Problem('too-many-requests', { params: { seconds: Math.ceil(refused.msBeforeNext / 1000) } });
    }
  }
}
