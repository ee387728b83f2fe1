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
    // Whoever writes a notice tells it, in the same transaction; those who listen are woken when it commits.
    await runner.query(`
      create function tell_notices() returns trigger language plpgsql as $$
      begin
        if tg_table_name = 'notice' then
          insert into live_event (tx, kind, user_id, created_at)
          select pg_current_xact_id()::text::bigint, 'notice', user_id, max(created_at) from written group by user_id;
        else
          insert into live_event (tx, kind, cohort_id, created_at)
          select pg_current_xact_id()::text::bigint, 'notice', cohort_id, max(created_at) from written group by cohort_id;
        end if;
        if found then perform pg_notify('kohorte_live', ''); end if;
        return null;
      end $$`);
    for (const table of ['notice', 'broadcast'])
      await runner.query(`
        create trigger ${table}_live after insert on ${table} referencing new table as written
        for each statement execute function tell_notices()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['notice', 'broadcast']) await runner.query(`drop trigger ${table}_live on ${table}`);
    await runner.query(`drop function tell_notices`);
    await runner.query(`drop table live_event`);
  }
}
