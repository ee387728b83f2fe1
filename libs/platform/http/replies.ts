import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { RawReply } from './call.js';

/** Sends raw replies with their headers. */
@Injectable()
export class Replies implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((answer: unknown) => {
        if (!(answer instanceof RawReply)) return answer;
        void reply.headers(answer.headers);
        if (answer.status) void reply.status(answer.status);
        return answer.content;
      }),
    );
  }
}
