import type { OutgoingHttpHeaders } from 'node:http';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { statementsSoFar } from '../request-context.js';
import { OpenReply, RawReply } from './call.js';

/** Sends raw replies with their headers, and hands over those that go on. */
@Injectable()
export class Replies implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((answer: unknown) => {
        if (answer instanceof OpenReply) return handOver(answer, reply);
        if (!(answer instanceof RawReply)) return answer;
        void reply.headers(answer.headers);
        if (answer.status) void reply.status(answer.status);
        return answer.content;
      }),
    );
  }
}

/**
 * Takes the response out of Fastify's and Nest's hands: as a stream between them it would cost ten times as much memory,
 * for as long as it is open.
 */
function handOver({ headers, take }: OpenReply, reply: FastifyReply): void {
  reply
    .headers(headers)
    .header('x-request-id', reply.request.id)
    .header('server-timing', `statements;desc="${statementsSoFar()}"`)
    .hijack();
  reply.raw.writeHead(200, reply.getHeaders() as OutgoingHttpHeaders);
  take(reply.raw);
}
