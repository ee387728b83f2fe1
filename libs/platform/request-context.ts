import { AsyncLocalStorage } from 'node:async_hooks';

/** What belongs to one request or one job run, for logs and counting only: no decision reads it. */
interface RequestContext {
  requestId: string;
  statements: number;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs `body` with a context of its own. */
export function inContext<T>(requestId: string, body: () => T): T {
  return storage.run({ requestId, statements: 0 }, body);
}

/** The id that ties the log lines of one request together. */
export function currentRequestId(): string | null {
  return storage.getStore()?.requestId ?? null;
}

/** Counts one statement sent to Postgres on behalf of the current request. */
export function countStatement(): void {
  const context = storage.getStore();
  if (context) context.statements += 1;
}

/** Statements sent so far on behalf of the current request. */
export function statementsSoFar(): number {
  return storage.getStore()?.statements ?? 0;
}
