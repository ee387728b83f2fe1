import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What learners have marked as done. */
export class Progress1780000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table done_mark (
        enrolment_id uuid not null,
        item_id uuid not null,
        done_at timestamptz not null,
        constraint done_mark_pkey primary key (enrolment_id, item_id),
        constraint done_mark_enrolment foreign key (enrolment_id) references enrolment (id) on delete cascade,
        constraint done_mark_item foreign key (item_id) references item (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table done_mark`);
  }
}
