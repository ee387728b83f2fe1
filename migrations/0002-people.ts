import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Org units as a tree, people, their sessions and one-time links. */
export class People1780000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table org_unit (
        id uuid not null,
        parent_id uuid,
        name text not null,
        path ltree not null,
        manager_id uuid,
        constraint org_unit_pkey primary key (id),
        constraint org_unit_parent foreign key (parent_id) references org_unit (id),
        constraint org_unit_path unique (path)
      )`);
    await runner.query(`create index org_unit_below on org_unit using gist (path)`);
    await runner.query(`
      create table app_user (
        id uuid not null,
        email citext not null,
        given_name text not null,
        family_name text not null,
        job_title text,
        org_unit_id uuid,
        language text not null default 'de',
        time_zone text not null default 'Europe/Berlin',
        roles text[] not null default '{}',
        password_hash text,
        created_at timestamptz not null,
        deactivated_at timestamptz,
        constraint app_user_pkey primary key (id),
        constraint app_user_email unique (email),
        constraint app_user_unit foreign key (org_unit_id) references org_unit (id),
        constraint app_user_language check (language in ('de', 'en')),
        constraint app_user_roles check (roles <@ array['trainer', 'admin'])
      )`);
    await runner.query(`create index app_user_of_unit on app_user (org_unit_id)`);
    await runner.query(`create index app_user_by_name on app_user (family_name, given_name, id)`);
    await runner.query(
      `create index app_user_admins on app_user (id) where 'admin' = any(roles) and deactivated_at is null`,
    );
    // Immutable, so that an index can hold it; for that the dictionary and the schema are named.
    await runner.query(`
      create function searchable(words text) returns text
        language plpgsql immutable strict parallel safe
        as $$ begin return lower(public.unaccent('public.unaccent', words)); end $$`);
    await runner.query(`
      create index app_user_search on app_user
        using gin (searchable(given_name || ' ' || family_name || ' ' || email::text) gin_trgm_ops)`);
    await runner.query(`
      alter table org_unit add constraint org_unit_manager
        foreign key (manager_id) references app_user (id) on delete set null`);
    await runner.query(`create index org_unit_of_manager on org_unit (manager_id)`);
    await runner.query(`
      create table user_session (
        id uuid not null,
        secret_hash bytea not null,
        user_id uuid not null,
        agent text not null,
        created_at timestamptz not null,
        seen_at timestamptz not null,
        expires_at timestamptz not null,
        constraint user_session_pkey primary key (id),
        constraint user_session_secret unique (secret_hash),
        constraint user_session_user foreign key (user_id) references app_user (id) on delete cascade
      )`);
    await runner.query(`create index user_session_of_user on user_session (user_id)`);
    await runner.query(`create index user_session_expiry on user_session (expires_at)`);
    await runner.query(`
      create table one_time_link (
        id uuid not null,
        secret_hash bytea not null,
        purpose text not null,
        user_id uuid,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        constraint one_time_link_pkey primary key (id),
        constraint one_time_link_secret unique (secret_hash),
        constraint one_time_link_user foreign key (user_id) references app_user (id) on delete cascade,
        constraint one_time_link_purpose check (purpose in ('first-admin', 'set-password')),
        constraint one_time_link_names_user check ((purpose = 'set-password') = (user_id is not null))
      )`);
    await runner.query(`
      create table failed_sign_in (
        id uuid not null,
        account_hash bytea not null,
        failed_at timestamptz not null,
        constraint failed_sign_in_pkey primary key (id)
      )`);
    await runner.query(`create index failed_sign_in_recent on failed_sign_in (account_hash, failed_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table org_unit drop constraint org_unit_manager`);
    await runner.query(`drop table failed_sign_in, one_time_link, user_session, app_user, org_unit`);
    await runner.query(`drop function searchable`);
  }
}
