import { jest } from '@jest/globals';
import { log } from '@kohorte/platform';
import { setTimeout as sleep } from 'node:timers/promises';

/** How many statements the API sent to Postgres for one call, the session's own included: as it logs them. */
export async function statementsOf(call: () => Promise<unknown>): Promise<number> {
  const info = jest.spyOn(log, 'info');
  try {
    await call();
    for (;;) {
      const [said] = info.mock.calls.find(([, message]) => (message as unknown) === 'request') ?? [];
      if (said) return (said as unknown as { statements: number }).statements;
      // The line is written once the reply has left.
      await sleep(1);
    }
  } finally {
    info.mockRestore();
  }
}
