import type { InboundMail, ReplyOf } from '@kohorte/contracts';
import { Problem } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Answers by mail, which become posts. */
@Injectable()
export class InboundMails {
  async take(_authorization: string | null, _mail: InboundMail): Promise<ReplyOf<'POST /inbound-mail'>> {
    throw new Problem('not-found');
  }
}
