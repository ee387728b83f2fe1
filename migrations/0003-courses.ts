import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Courses, their versions with modules and items, and imports. */
export class Courses1780000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table course (
        id uuid not null,
        created_by uuid,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        constraint course_pkey primary key (id),
        constraint course_creator foreign key (created_by) references app_user (id) on delete set null
      )`);
    await runner.query(`
      create table course_author (
        course_id uuid not null,
        user_id uuid not null,
        constraint course_author_pkey primary key (course_id, user_id),
        constraint course_author_course foreign key (course_id) references course (id) on delete cascade,
        constraint course_author_user foreign key (user_id) references app_user (id) on delete cascade
      )`);
    await runner.query(`create index course_author_of_user on course_author (user_id)`);
    await runner.query(`
      create table course_version (
        id uuid not null,
        course_id uuid not null,
        number int not null,
        title text not null,
        summary text,
        audience text,
        language text not null,
        created_at timestamptz not null,
        published_at timestamptz,
        constraint course_version_pkey primary key (id),
        constraint course_version_number unique (course_id, number),
        constraint course_version_course foreign key (course_id) references course (id) on delete cascade,
        constraint course_version_language check (language in ('de', 'en'))
      )`);
    // One draft a course, whatever two authors do at once.
    await runner.query(
      `create unique index course_version_draft on course_version (course_id) where published_at is null`,
    );
    await runner.query(`create index course_version_title on course_version using gin (title gin_trgm_ops)`);
    await runner.query(`
      create table module (
        id uuid not null,
        version_id uuid not null,
        position int not null,
        title text not null,
        summary text,
        objectives text[] not null default '{}',
        highlights text,
        constraint module_pkey primary key (id),
        constraint module_version foreign key (version_id) references course_version (id) on delete cascade,
        constraint module_position unique (version_id, position) deferrable initially deferred
      )`);
    await runner.query(`
      create table item (
        id uuid not null,
        module_id uuid not null,
        position int not null,
        kind text not null,
        title text not null,
        minutes int not null default 0,
        required boolean not null default true,
        due_after_days int,
        body text,
        body_format text not null default 'markdown',
        url text,
        file_id uuid,
        constraint item_pkey primary key (id),
        constraint item_module foreign key (module_id) references module (id) on delete cascade,
        constraint item_file foreign key (file_id) references stored_file (id),
        constraint item_position unique (module_id, position) deferrable initially deferred,
        constraint item_kind check (kind in ('page', 'video', 'link', 'file', 'assignment', 'discussion', 'session')),
        constraint item_body_format check (body_format in ('markdown', 'html')),
        constraint item_minutes check (minutes between 0 and 10000),
        constraint item_link check (kind <> 'link' or url is not null)
      )`);
    await runner.query(`create index item_of_file on item (file_id) where file_id is not null`);
    // Files that a course may use in its pages, besides those that are items themselves.
    await runner.query(`
      create table course_file (
        course_id uuid not null,
        file_id uuid not null,
        constraint course_file_pkey primary key (course_id, file_id),
        constraint course_file_course foreign key (course_id) references course (id) on delete cascade,
        constraint course_file_file foreign key (file_id) references stored_file (id)
      )`);
    await runner.query(`create index course_file_of_file on course_file (file_id)`);
    await runner.query(`
      create table course_import (
        id uuid not null,
        file_name text not null,
        parked_at text,
        started_by uuid,
        course_id uuid,
        created_at timestamptz not null,
        begun_at timestamptz,
        finished_at timestamptz,
        done int not null default 0,
        total int not null default 0,
        problem_code text,
        report jsonb,
        constraint course_import_pkey primary key (id),
        constraint course_import_starter foreign key (started_by) references app_user (id) on delete cascade,
        constraint course_import_course foreign key (course_id) references course (id) on delete set null
      )`);
    await runner.query(`create index course_import_of_starter on course_import (started_by, created_at)`);

    // A published version stays as it is: cohorts run on it. What is its own (published_at) is left to the service.
    await runner.query(`
      create function refuse_published_module() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from course_version v
                   where v.id in (case when tg_op <> 'INSERT' then old.version_id end,
                                  case when tg_op <> 'DELETE' then new.version_id end)
                     and v.published_at is not null) then
          raise exception 'version is published' using errcode = 'KH001';
        end if;
        return coalesce(new, old);
      end $$`);
    await runner.query(`
      create function refuse_published_item() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from module m join course_version v on v.id = m.version_id
                   where m.id in (case when tg_op <> 'INSERT' then old.module_id end,
                                  case when tg_op <> 'DELETE' then new.module_id end)
                     and v.published_at is not null) then
          raise exception 'version is published' using errcode = 'KH001';
        end if;
        return coalesce(new, old);
      end $$`);
    await runner.query(`
      create trigger module_of_published before insert or update or delete on module
      for each row execute function refuse_published_module()`);
    await runner.query(`
      create trigger item_of_published before insert or update or delete on item
      for each row execute function refuse_published_item()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table course_import, course_file, item, module, course_version, course_author, course`);
    await runner.query(`drop function refuse_published_item, refuse_published_module`);
  }
}
