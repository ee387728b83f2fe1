import type { JobName, Jobs } from '@kohorte/contracts';

/** What a handler is given besides its payload. */
export interface JobContext {
  /** The fact that caused this job; `null` for a sweep. */
  factId: string | null;
  /** Aborted when the process is told to stop and its patience is over: finish or throw soon. */
  signal: AbortSignal;
  /** Tells those who watch how far it is. */
  progress: (done: number, total: number) => Promise<void>;
}

/**
 * One function per job. May run twice, late, or be cut off anywhere: guard by state or by a unique key. Never runs
 * twice at the same time for the same cause.
 */
export type Handlers = { [J in JobName]: (payload: Jobs[J], context: JobContext) => Promise<void> };

/** What stands in the queue. */
export interface JobData {
  factId: string | null;
  payload: Record<string, string>;
}

/** The id of a job that a fact has caused: the same each time it is handed over, so that it stands in the queue once. */
export function jobId(factId: string, job: string): string {
  return `${factId}-${job}`;
}

/**
 * The handler of a job.
 * @throws where there is none; the job is then tried again for a while, for a newer worker may know it
 */
export function handlerOf(
  handlers: Handlers,
  job: string,
): (payload: Record<string, string>, context: JobContext) => Promise<void> {
  if (!Object.hasOwn(handlers, job))
    throw new Error(`This worker knows no job "${job}". Was it renamed, or recorded by a newer release?`);
  return handlers[job as JobName] as (payload: Record<string, string>, context: JobContext) => Promise<void>;
}
