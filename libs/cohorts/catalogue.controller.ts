import { type Answer, type Call, Serve } from '@kohorte/platform';
import { Controller } from '@nestjs/common';
import { Catalogue } from './catalogue.js';
import { ReadableFiles } from './readable-files.js';

/** What anybody finds and reads. */
@Controller()
export class CatalogueController {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly files: ReadableFiles,
  ) {}

  @Serve('GET /catalogue')
  async list({ actor, query }: Call<'GET /catalogue'>): Answer<'GET /catalogue'> {
    return this.catalogue.list(actor, query);
  }

  @Serve('GET /catalogue/:courseId')
  async course({ actor, params }: Call<'GET /catalogue/:courseId'>): Answer<'GET /catalogue/:courseId'> {
    return this.catalogue.course(actor, params.courseId);
  }

  @Serve('GET /files/:fileId')
  async file({ actor, params, range }: Call<'GET /files/:fileId'>): Answer<'GET /files/:fileId'> {
    return this.files.read(actor, params.fileId, range);
  }
}
