import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Texts as they will look. */
@Injectable()
export class Previews {
  async of(_actor: SignedIn, _text: BodyOf<'POST /text-previews'>['text']): Promise<ReplyOf<'POST /text-previews'>> {
    throw new Problem('not-found');
  }
}
