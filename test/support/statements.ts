import type { Response } from 'supertest';

/** How many statements the API sent to Postgres for a call, the session's own included: as its reply says. */
export async function statementsOf(call: () => PromiseLike<Response>): Promise<number> {
  const { headers } = await call();
  return Number(/statements;desc="(\d+)"/.exec(headers['server-timing'] as string)?.[1]);
}
