import type { Handlers } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { Imports } from './imports.js';

/** The jobs of this rung. */
@Injectable()
export class CourseJobs {
  constructor(private readonly imports: Imports) {}

  readonly handlers = {
    'courses.import-cartridge': ({ importId }) => this.imports.run(importId),
    'courses.clear-abandoned-files': () => this.imports.clearAbandonedFiles(),
  } satisfies Partial<Handlers>;
}
