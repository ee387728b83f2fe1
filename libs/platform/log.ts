import pino from 'pino';
import { currentRequestId } from './request-context.js';

/** One JSON line an event, tied together by request id. Secrets and what people write are never logged. */
export const log = pino({
  level: process.env['LOG_LEVEL'] || (process.env['NODE_ENV'] === 'test' ? 'silent' : 'info'),
  base: null,
  redact: ['req.headers.cookie', 'req.headers.authorization', '*.password', '*.token', '*.secret'],
  mixin: () => {
    const requestId = currentRequestId();
    return requestId ? { requestId } : {};
  },
});
