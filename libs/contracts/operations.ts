import { endpoint } from './endpoint.js';
import type { Instant } from './inputs.js';

/** How the queues stand. */
export interface JobsView {
  engine: 'redis' | 'postgres';
  queues: { name: string; waiting: number; active: number; delayed: number; failed: number; completed: number }[];
  sweeps: { job: string; everySeconds: number; nextAt: Instant | null }[];
  /** Reactions recorded and not yet done. */
  pendingReactions: number;
  /** The oldest of them. */
  oldestPendingAt: Instant | null;
}

export const operationsEndpoints = {
  'GET /health/live': endpoint<{ status: 'ok' }>()({ access: 'anyone', does: 'The process answers.' }),
  'GET /health/ready': endpoint<{ status: 'ok'; checks: Record<string, 'ok'> }>()({
    access: 'anyone',
    does: 'The process can do its work: database and queue answer.',
  }),
  'GET /openapi.json': endpoint<object>()({ access: 'anyone', does: 'This catalogue as OpenAPI 3.1.' }),
  'GET /jobs': endpoint<JobsView>()({ access: 'admins', does: 'How queues, sweeps and the outbox stand.' }),
};
