import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are told: once for a whole cohort, or personally; and mails on their way. */
export class Notifications1780000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table broadcast (
        id uuid not null,
        cohort_id uuid not null,
        kind text not null,
        subject_id uuid not null,
        once_key uuid not null,
        created_at timestamptz not null,
        constraint broadcast_pkey primary key (id),
        constraint broadcast_once unique (kind, once_key),
        constraint broadcast_cohort foreign key (cohort_id) references cohort (id) on delete cascade
      )`);
    await runner.query(`create index broadcast_of_cohort on broadcast (cohort_id, created_at)`);
    await runner.query(`
      create table notice (
        id uuid not null,
        user_id uuid not null,
        kind text not null,
        subject_id uuid not null,
        once_key uuid not null,
        created_at timestamptz not null,
        constraint notice_pkey primary key (id),
        constraint notice_once unique (user_id, kind, once_key),
        constraint notice_user foreign key (user_id) references app_user (id) on delete cascade
      )`);
    await runner.query(`create index notice_of_user on notice (user_id, created_at)`);
    await runner.query(`
      create table mail (
        id uuid not null,
        user_id uuid not null,
        kind text not null,
        subject_id uuid not null,
        once_key uuid not null,
        urgent boolean not null,
        created_at timestamptz not null,
        due_at timestamptz not null,
        sent_at timestamptz,
        kept_at timestamptz,
        failed_at timestamptz,
        attempts int not null default 0,
        error text,
        constraint mail_pkey primary key (id),
        constraint mail_once unique (kind, once_key, user_id),
        constraint mail_user foreign key (user_id) references app_user (id) on delete cascade
      )`);
    await runner.query(
      `create index mail_due on mail (urgent, due_at) where sent_at is null and kept_at is null and failed_at is null`,
    );
    await runner.query(`create index mail_newest on mail (created_at, id)`);
    await runner.query(`create index mail_of_user on mail (user_id)`);
    await runner.query(`
      create table notification_setting (
        user_id uuid not null,
        release_mails boolean not null default true,
        enrolment_mails boolean not null default true,
        read_up_to timestamptz,
        constraint notification_setting_pkey primary key (user_id),
        constraint notification_setting_user foreign key (user_id) references app_user (id) on delete cascade
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table notification_setting, mail, notice, broadcast`);
  }
}
