import type { FastifyRequest } from 'fastify';
import { Problem } from '../problem.js';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses requests that another site makes in a person's name: whatever changes something must come from our
 * own origin (OWASP, Cross-Site Request Forgery Prevention, "verifying origin"). Browsers always send `Origin`
 * or `Sec-Fetch-Site` with such requests; a client that sends neither is no browser and carries no foreign cookie.
 * @throws {Problem} `foreign-origin`
 */
export function refuseForeignOrigin(request: FastifyRequest, ownOrigin: string): void {
  if (reading.has(request.method)) return;
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Problem('foreign-origin');
  if (origin === undefined || origin === ownOrigin) return;
  // The address the browser itself used is as good as the configured one: it, too, is this very server.
  if (URL.canParse(origin) && new URL(origin).host === request.host) return;
  throw new Problem('foreign-origin');
}
