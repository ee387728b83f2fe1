import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** What Prometheus reads. */
export const metrics = new Registry();

collectDefaultMetrics({ register: metrics });

const requestSeconds = new Histogram({
  name: 'kohorte_http_request_seconds',
  help: 'How long requests took, by route and status.',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [metrics],
});

/** Notes one answered request. */
export function observeRequest(method: string, route: string, status: number, milliseconds: number): void {
  requestSeconds.observe({ method, route, status: String(status) }, milliseconds / 1_000);
}

/** Mails by outcome: sent, kept (no mail server), failed. */
export const mailsTotal = new Counter({
  name: 'kohorte_mails_total',
  help: 'Mails by outcome.',
  labelNames: ['outcome'] as const,
  registers: [metrics],
});
