import { Injectable } from '@nestjs/common';

/** Asks which phases of assignments are due and acts on them, each once. */
@Injectable()
export class PhaseSweep {
  async advance(_signal: AbortSignal): Promise<void> {}
}
