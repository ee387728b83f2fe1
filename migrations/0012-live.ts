import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was told live in the last hour, for those whose stream broke off. */
export class Live1780000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // `tx` says in which transaction a row was written. Ids are taken in another order than transactions end; but what
    // is older than every transaction under way is all there, and a reader never has to look at it again.
    await runner.query(`
      create table live_event (
        id bigint generated always as identity,
        tx bigint not null,
        kind text not null,
        cohort_id uuid,
        thread_id uuid,
        group_id uuid,
        user_id uuid,
        fact_id uuid,
        payload jsonb not null default '{}',
        created_at timestamptz not null,
        constraint live_event_pkey primary key (id),
        constraint live_event_once unique (fact_id, thread_id),
        constraint live_event_small check (octet_length(payload::text) <= 1024)
      )`);
    await runner.query(`create index live_event_tx on live_event (tx)`);
    await runner.query(`create index live_event_created on live_event (created_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table live_event`);
  }
}
