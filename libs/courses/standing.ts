import { Database, found, permit, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

interface Place {
  courseId: string;
  versionId: string | null;
  authorsCourse: boolean;
}

/** Finds the course that a version, module or item belongs to, and whether the actor may edit it. */
@Injectable()
export class CourseStanding {
  constructor(private readonly database: Database) {}

  /** @throws {Problem} `not-found`, `not-allowed` */
  async ofCourse(actor: SignedIn, courseId: string): Promise<Place> {
    return this.judge(
      actor,
      `select c.id as course_id, null::uuid as version_id from course c where c.id = $1`,
      courseId,
    );
  }

  async ofVersion(actor: SignedIn, versionId: string): Promise<Place> {
    return this.judge(actor, `select v.course_id, v.id as version_id from course_version v where v.id = $1`, versionId);
  }

  async ofModule(actor: SignedIn, moduleId: string): Promise<Place> {
    return this.judge(
      actor,
      `select v.course_id, v.id as version_id from module m join course_version v on v.id = m.version_id where m.id = $1`,
      moduleId,
    );
  }

  async ofItem(actor: SignedIn, itemId: string): Promise<Place> {
    return this.judge(
      actor,
      `select v.course_id, v.id as version_id from item i join module m on m.id = i.module_id
       join course_version v on v.id = m.version_id where i.id = $1`,
      itemId,
    );
  }

  private async judge(actor: SignedIn, place: string, id: string): Promise<Place> {
    const row = await this.database.one<{ course_id: string; version_id: string | null; authors: boolean }>(
      `select p.course_id, p.version_id, exists (
         select 1 from course_author a where a.course_id = p.course_id and a.user_id = $2) as authors
       from (${place}) p`,
      [id, actor.userId],
    );
    const { course_id, version_id, authors } = found(row);
    permit('edits-course', actor, { authorsCourse: authors });
    return { courseId: course_id, versionId: version_id, authorsCourse: authors };
  }
}
