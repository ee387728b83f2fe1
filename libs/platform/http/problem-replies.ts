import { randomUUID } from 'node:crypto';
import { type Language, type ProblemCode, problems, type ProblemView } from '@kohorte/contracts';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { log } from '../log.js';
import { Problem } from '../problem.js';
import { currentRequestId } from '../request-context.js';
import { languageOf } from './language.js';

/** Answers everything that was thrown with problem details (RFC 9457) in the reader's language. */
@Catch()
export class ProblemReplies implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    sendProblem(error, request, reply);
  }
}

/** Sends `error` as problem details; what is nobody's fault but ours is logged and said without its inside. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = asProblem(error);
  if (problem.code === 'unexpected')
    log.error({ err: error, method: request.method, path: pathOf(request) }, 'unexpected');
  const view = problemView(problem, request.language ?? languageOf(request.headers['accept-language']));
  if (problem.given.params?.['seconds']) void reply.header('retry-after', String(problem.given.params['seconds']));
  void reply
    .status(view.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(view));
}

function pathOf(request: FastifyRequest): string {
  return request.routeOptions?.url ?? 'unknown';
}

/** The problem's words, in `language`. */
export function problemView(problem: Problem, language: Language): ProblemView {
  const requestId = currentRequestId() ?? randomUUID();
  const { status, [language]: text } = problems[problem.code];
  const params: Record<string, string | number> = { requestId, ...problem.given.params };
  const detail = text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  return {
    type: `urn:kohorte:problem:${problem.code}`,
    title: detail,
    status,
    code: problem.code,
    detail,
    requestId,
    ...(problem.given.errors ? { errors: problem.given.errors } : {}),
    ...(problem.given.params ? { params: problem.given.params } : {}),
  };
}

const byStatus: Record<number, ProblemCode> = {
  400: 'malformed-request',
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  405: 'not-found',
  413: 'too-large',
  414: 'too-large',
  415: 'malformed-request',
  429: 'too-many-requests',
  503: 'not-ready',
};

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number } | null)?.statusCode;
  const code = status === undefined ? undefined : byStatus[status];
  if (!code) return isInvalidText(error) ? new Problem('malformed-request') : new Problem('unexpected');
  return new Problem(code, code === 'too-large' ? { params: { limit: limitSaid(error) } } : {});
}

function limitSaid(error: unknown): string {
  return (error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE' ? '512 MB' : '1 MB';
}

/**
 * Postgres refuses NUL in text (22021), ill-formed literals (22P02) and instants that are none (22007, 22008), validators
 * half a character: the input's fault.
 */
function isInvalidText(error: unknown): boolean {
  const { code, name } = (error ?? {}) as { code?: string; name?: string };
  return ['22007', '22008', '22021', '22P02', '22P05'].includes(code ?? '') || name === 'URIError';
}
