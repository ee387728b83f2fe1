import { Clock, Database, fileReply, FileStore, found, type RawReply } from '@kohorte/platform';
import type { Actor } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';

interface FileRow {
  name: string;
  media_type: string;
  bytes: number;
  path: string;
}

/**
 * The file `$1` for the person `$2` at `$3` (`$4`: is an L&D admin). Its authors and those who train a cohort on its
 * course read it any time; a member of a cohort once a module is open that has it as an item or names it in a page.
 */
const readable = `
  with used as (
    select course_id from course_file where file_id = $1
    union
    select v.course_id from item i join module m on m.id = i.module_id join course_version v on v.id = m.version_id
    where i.file_id = $1)
  select f.name, f.media_type, f.bytes::float8 as bytes, f.path from stored_file f
  where f.id = $1 and (
    ($4::boolean and exists (select 1 from used))
    or exists (select 1 from used join course_author a using (course_id) where a.user_id = $2)
    or exists (select 1 from used join cohort c using (course_id) join cohort_trainer t on t.cohort_id = c.id
               where t.user_id = $2)
    or exists (
      select 1 from enrolment e
      join cohort c on c.id = e.cohort_id and c.course_id in (select course_id from used)
      join release r on r.cohort_id = c.id and (r.enrolment_id is null or r.enrolment_id = e.id) and r.opens_at <= $3
      join item i on i.module_id = r.module_id
      where e.user_id = $2 and e.status in ('active', 'completed')
        and (i.file_id = $1 or strpos(i.body, $1::text) > 0)))`;

/** Hands out the files of courses to those who may read them. */
@Injectable()
export class ReadableFiles {
  constructor(
    private readonly database: Database,
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {}

  /**
   * The file, or the part of it that a player asks for.
   * @throws {Problem} `not-found` also where there is a file that is not for this reader
   */
  async read(actor: Actor, fileId: string, asked: string | null): Promise<RawReply> {
    const { name, media_type, bytes, path } = found(
      await this.database.one<FileRow>(readable, [
        fileId,
        actor.userId,
        this.clock.now(),
        actor.roles.includes('admin'),
      ]),
    );
    return fileReply({ name, mediaType: media_type, bytes }, asked, (range) => this.store.read(path, range));
  }
}
