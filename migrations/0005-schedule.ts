import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The secret subscription links of timetables. */
export class Schedule1780000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calendar_feed (
        id uuid not null,
        user_id uuid not null,
        secret_hash bytea not null,
        created_at timestamptz not null,
        last_read_at timestamptz,
        constraint calendar_feed_pkey primary key (id),
        constraint calendar_feed_of_user unique (user_id),
        constraint calendar_feed_secret unique (secret_hash),
        constraint calendar_feed_user foreign key (user_id) references app_user (id) on delete cascade
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table calendar_feed`);
  }
}
