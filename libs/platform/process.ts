import { ConfigError } from './config.js';
import { log } from './log.js';

/**
 * Runs a process until it is told to stop (SIGTERM, SIGINT), then stops it in good order. What goes wrong at
 * start is said in one line and ends the process with 1.
 * @param start brings the process up and gives what brings it down
 */
export async function runUntilStopped(name: string, start: () => Promise<() => Promise<void>>): Promise<void> {
  let stop: () => Promise<void>;
  try {
    stop = await start();
  } catch (error) {
    const isPlain = error instanceof ConfigError || (error as { code?: string }).code === 'EADDRINUSE';
    log.fatal(isPlain ? { reason: (error as Error).message } : { err: error }, `${name} did not start`);
    process.stderr.write(`${name} did not start: ${(error as Error).message}\n`);
    process.exit(1);
  }
  let isStopping = false;
  const end = (signal: string): void => {
    if (isStopping) return;
    isStopping = true;
    log.info({ signal }, `${name} is stopping`);
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, `${name} did not stop in good order`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}
