import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Extensions, the trail of facts, and what they cause. */
export class Ground1780000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create extension if not exists ltree`);
    await runner.query(`create extension if not exists citext`);
    await runner.query(`create extension if not exists pg_trgm`);
    await runner.query(`create extension if not exists unaccent`);
    await runner.query(`create extension if not exists btree_gist`);

    await runner.query(`
      create table fact (
        id uuid not null,
        name text not null,
        payload jsonb not null,
        recorded_at timestamptz not null,
        actor_id uuid,
        constraint fact_pkey primary key (id)
      )`);
    await runner.query(`create index fact_by_name on fact (name)`);
    await runner.query(`
      create table reaction (
        fact_id uuid not null,
        job text not null,
        due_at timestamptz not null,
        done_at timestamptz,
        handed int not null default 0,
        error text,
        constraint reaction_pkey primary key (fact_id, job),
        constraint reaction_fact foreign key (fact_id) references fact (id) on delete cascade
      )`);
    await runner.query(`create index reaction_pending on reaction (due_at) where done_at is null`);
    await runner.query(`
      create table stored_file (
        id uuid not null,
        name text not null,
        media_type text not null,
        bytes bigint not null,
        sha256 bytea not null,
        path text not null,
        created_at timestamptz not null,
        constraint stored_file_pkey primary key (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table stored_file, reaction, fact`);
  }
}
