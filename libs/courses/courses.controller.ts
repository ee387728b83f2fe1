import { type Answer, type Call, Serve } from '@kohorte/platform';
import { Controller } from '@nestjs/common';
import { CourseFiles } from './course-files.js';
import { Courses } from './courses.js';
import { Imports } from './imports.js';
import { Outline } from './outline.js';

/** Courses and their versions. */
@Controller()
export class CoursesController {
  constructor(
    private readonly courses: Courses,
    private readonly files: CourseFiles,
  ) {}

  @Serve('GET /courses')
  async list({ actor, query }: Call<'GET /courses'>): Answer<'GET /courses'> {
    return this.courses.list(actor, query);
  }

  @Serve('POST /courses')
  async add({ actor, body }: Call<'POST /courses'>): Answer<'POST /courses'> {
    return this.courses.add(actor, body);
  }

  @Serve('GET /courses/:courseId')
  async view({ actor, params, query }: Call<'GET /courses/:courseId'>): Answer<'GET /courses/:courseId'> {
    return this.courses.view(actor, params.courseId, query.versionId);
  }

  @Serve('POST /courses/:courseId/draft')
  async draft({ actor, params }: Call<'POST /courses/:courseId/draft'>): Answer<'POST /courses/:courseId/draft'> {
    return this.courses.draft(actor, params.courseId);
  }

  @Serve('DELETE /courses/:courseId/draft')
  async discard({ actor, params }: Call<'DELETE /courses/:courseId/draft'>): Answer<'DELETE /courses/:courseId/draft'> {
    return this.courses.discardDraft(actor, params.courseId);
  }

  @Serve('PATCH /versions/:versionId')
  async change({ actor, params, body }: Call<'PATCH /versions/:versionId'>): Answer<'PATCH /versions/:versionId'> {
    return this.courses.change(actor, params.versionId, body);
  }

  @Serve('POST /versions/:versionId/publication')
  async publish({
    actor,
    params,
  }: Call<'POST /versions/:versionId/publication'>): Answer<'POST /versions/:versionId/publication'> {
    return this.courses.publish(actor, params.versionId);
  }

  @Serve('POST /courses/:courseId/files')
  async upload({
    actor,
    params,
    upload,
  }: Call<'POST /courses/:courseId/files'>): Answer<'POST /courses/:courseId/files'> {
    return this.files.upload(actor, params.courseId, upload);
  }

  @Serve('GET /items/:itemId/preview')
  async preview({ actor, params }: Call<'GET /items/:itemId/preview'>): Answer<'GET /items/:itemId/preview'> {
    return this.files.preview(actor, params.itemId);
  }
}

/** Modules and items of a draft. */
@Controller()
export class OutlineController {
  constructor(private readonly outline: Outline) {}

  @Serve('PUT /versions/:versionId/order')
  async order({
    actor,
    params,
    body,
  }: Call<'PUT /versions/:versionId/order'>): Answer<'PUT /versions/:versionId/order'> {
    return this.outline.order(actor, params.versionId, body);
  }

  @Serve('POST /versions/:versionId/modules')
  async addModule({
    actor,
    params,
    body,
  }: Call<'POST /versions/:versionId/modules'>): Answer<'POST /versions/:versionId/modules'> {
    return this.outline.addModule(actor, params.versionId, body);
  }

  @Serve('PATCH /modules/:moduleId')
  async changeModule({ actor, params, body }: Call<'PATCH /modules/:moduleId'>): Answer<'PATCH /modules/:moduleId'> {
    return this.outline.changeModule(actor, params.moduleId, body);
  }

  @Serve('DELETE /modules/:moduleId')
  async removeModule({ actor, params }: Call<'DELETE /modules/:moduleId'>): Answer<'DELETE /modules/:moduleId'> {
    return this.outline.removeModule(actor, params.moduleId);
  }

  @Serve('POST /modules/:moduleId/items')
  async addItem({
    actor,
    params,
    body,
  }: Call<'POST /modules/:moduleId/items'>): Answer<'POST /modules/:moduleId/items'> {
    return this.outline.addItem(actor, params.moduleId, body);
  }

  @Serve('PATCH /items/:itemId')
  async changeItem({ actor, params, body }: Call<'PATCH /items/:itemId'>): Answer<'PATCH /items/:itemId'> {
    return this.outline.changeItem(actor, params.itemId, body);
  }

  @Serve('DELETE /items/:itemId')
  async removeItem({ actor, params }: Call<'DELETE /items/:itemId'>): Answer<'DELETE /items/:itemId'> {
    return this.outline.removeItem(actor, params.itemId);
  }
}

/** Imports of cartridges. */
@Controller()
export class ImportsController {
  constructor(private readonly imports: Imports) {}

  @Serve('POST /imports')
  async request({ actor, upload }: Call<'POST /imports'>): Answer<'POST /imports'> {
    return this.imports.request(actor, upload);
  }

  @Serve('GET /imports')
  async list({ actor, query }: Call<'GET /imports'>): Answer<'GET /imports'> {
    return this.imports.list(actor, query);
  }

  @Serve('GET /imports/:importId')
  async view({ actor, params }: Call<'GET /imports/:importId'>): Answer<'GET /imports/:importId'> {
    return this.imports.view(actor, params.importId);
  }
}
