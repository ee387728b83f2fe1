import { type JobName, jobs } from '@kohorte/contracts';
import type { Handlers, JobContext } from '@kohorte/platform';

/** Handlers of which each does nothing, but for those given. */
export function handlersWith(given: Partial<Handlers>): Handlers {
  const nothing = Object.keys(jobs).map((job) => [job, async () => undefined]);
  return { ...(Object.fromEntries(nothing) as Handlers), ...given };
}

/** Handlers that all call the same function. */
export function allHandlers(handle: (job: JobName, context: JobContext) => Promise<void>): Handlers {
  const entries = (Object.keys(jobs) as JobName[]).map((job) => [
    job,
    (_payload: unknown, context: JobContext) => handle(job, context),
  ]);
  return Object.fromEntries(entries) as Handlers;
}
