import type { Endpoint, EndpointKey, FieldProblem, Language } from '@kohorte/contracts';
import { endpoints } from '@kohorte/contracts';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '../ids.js';
import { Problem } from '../problem.js';
import type { Call, SignedIn, Upload } from './call.js';
import { fieldProblems } from './field-problems.js';
import { cookieOptions, hintCookie, sessionCookie } from './session-cookie.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard. */
    signedIn?: SignedIn | null;
    endpointKey?: EndpointKey;
    language?: Language;
  }
}

/** Puts a checked `Call` together from a request. */
export const Handed = createParamDecorator(async (_data: unknown, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const reply = context.switchToHttp().getResponse<FastifyReply>();
  const key = request.endpointKey!;
  const declared: Endpoint = endpoints[key];
  const language = request.language ?? 'de';
  const params = checkedIds(request.params as Record<string, string>);
  const upload = declared.upload ? await uploadOf(request) : undefined;
  return {
    actor: request.signedIn ?? null,
    params,
    query: declared.query ? await checked(declared.query, request.query, language) : {},
    body: declared.body ? await checked(declared.body, request.body, language) : {},
    upload,
    language,
    client: { address: request.ip, agent: (request.headers['user-agent'] ?? '').slice(0, 300) },
    range: request.headers.range ?? null,
    lastEventId: (request.headers['last-event-id'] as string | undefined) ?? null,
    authorization: request.headers.authorization ?? null,
    accept: request.headers.accept ?? '',
    reply: {
      setSession: (secret, expires) => {
        void reply
          .setCookie(sessionCookie, secret, { ...cookieOptions(), expires })
          .setCookie(hintCookie, '1', { ...cookieOptions(), httpOnly: false, expires });
      },
      clearSession: () => {
        void reply
          .clearCookie(sessionCookie, cookieOptions())
          .clearCookie(hintCookie, { ...cookieOptions(), httpOnly: false });
      },
      header: (name, value) => void reply.header(name, value),
    },
  } as Call<EndpointKey>;
});

/** Ids in a path: what cannot be an id names nothing. */
function checkedIds(params: Record<string, string>): Record<string, string> {
  for (const [name, value] of Object.entries(params))
    if (name.endsWith('Id') && !isId(value)) throw new Problem('not-found');
  return params;
}

async function checked(shape: new () => object, given: unknown, language: Language): Promise<object> {
  if (given === null || typeof given !== 'object' || Array.isArray(given))
    throw new Problem('invalid-input', { errors: [] as FieldProblem[] });
  const instance = plainToInstance(shape, given, { exposeDefaultValues: true });
  const errors = await validate(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
  });
  if (errors.length > 0) throw new Problem('invalid-input', { errors: fieldProblems(errors, language) });
  return instance;
}

async function uploadOf(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new Problem('file-missing');
  const file = await request.file();
  if (!file) throw new Problem('file-missing');
  return { name: file.filename.slice(0, 300), stream: file.file };
}
