import type { LoggerService } from '@nestjs/common';
import { log } from './log.js';

/** Nest's own messages, as log lines like all others. */
export class NestLog implements LoggerService {
  log(message: unknown, ...rest: unknown[]): void {
    log.debug({ context: rest.at(-1) }, String(message));
  }
  warn(message: unknown, ...rest: unknown[]): void {
    log.warn({ context: rest.at(-1) }, String(message));
  }
  error(message: unknown, ...rest: unknown[]): void {
    log.error({ rest }, String(message));
  }
  debug(): void {}
  verbose(): void {}
}
