import { type EndpointKey, endpoints, type Endpoint } from '@kohorte/contracts';
import { mayEver, type SentenceName } from '@kohorte/rules';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problem.js';
import type { SignedIn } from './call.js';
import { languageOf } from './language.js';
import { Limits } from './limits.js';
import { endpointOf } from './serve.js';
import { sessionCookie } from './session-cookie.js';

/** Tells who stands behind a session's secret; the rung that owns people provides it. */
export abstract class WhoIs {
  abstract signedInBy(secret: string): Promise<SignedIn | null>;
}

/** Many people of a company share one address, so that it is a person's rate wherever there is one. */
const generalRate = { points: 3_000, seconds: 60 };

/**
 * Stands before every endpoint: finds out who asks, keeps the rate, and asks the endpoint's sentence what can
 * be asked before anything is loaded. What depends on the thing itself is asked by the service.
 */
@Injectable()
export class Gate implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly whoIs: WhoIs,
    private readonly limits: Limits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const key = this.reflector.get<EndpointKey | undefined>(endpointOf, context.getHandler());
    // A route that is not in the catalogue is nobody's.
    if (!key) throw new Problem('not-found');
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    request.endpointKey = key;
    request.language = languageOf(request.headers['accept-language']);
    const { access, rate }: Endpoint = endpoints[key];
    const secret = request.cookies[sessionCookie];
    const isOpen = access === 'anyone' || access === 'holds-the-link';
    const signedIn = secret && !isOpen ? await this.whoIs.signedInBy(secret) : null;
    request.signedIn = signedIn;
    const who = signedIn?.userId ?? request.ip;
    await this.limits.take('any', who, generalRate);
    if (rate) await this.limits.take(key, who, rate);
    if (mayEver(access, signedIn)) return true;
    throw new Problem(signedIn ? 'not-allowed' : 'not-signed-in');
  }
}

/** Asks a sentence of whoever is behind a request that is not one of the catalogue's. */
export function asks(sentence: SentenceName, whoIs: WhoIs): (request: FastifyRequest) => Promise<boolean> {
  return async ({ cookies }) => {
    const secret = cookies[sessionCookie];
    return mayEver(sentence, secret ? await whoIs.signedInBy(secret) : null);
  };
}
