import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How and when people hear of what: by topic, at once or in a digest; push; answers by mail. */
export class Notifications1780000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notification_preference (
        user_id uuid not null,
        topic text not null,
        mail text not null,
        push boolean not null,
        constraint notification_preference_pkey primary key (user_id, topic),
        constraint notification_preference_user foreign key (user_id) references app_user (id) on delete cascade,
        constraint notification_preference_mail check (mail in ('at-once', 'digest', 'none'))
      )`);
    // What people had switched off stays off; of two switches that have become one topic, one alone makes it rarer.
    await runner.query(`
      insert into notification_preference (user_id, topic, mail, push)
      select user_id, t.topic, t.mail, false
      from notification_setting s, lateral (values
        ('course', case when not s.release_mails then 'none' end),
        ('enrolment', case when not s.enrolment_mails then 'none' end),
        ('reviews', case when not s.review_mails then 'none' end),
        ('trainer-tasks', case when not s.review_mails and not s.enrolment_mails then 'none'
                               when not s.review_mails or not s.enrolment_mails then 'digest' end)) t (topic, mail)
      where t.mail is not null`);
    await runner.query(`
      alter table notification_setting
        drop column release_mails,
        drop column enrolment_mails,
        drop column review_mails,
        add column digest text not null default 'daily',
        add column digest_hour int not null default 8,
        add column digest_weekday int not null default 1,
        add column quiet_from text default '20:00',
        add column quiet_until text default '07:00',
        add column working_days int[] not null default '{1,2,3,4,5}',
        add column mails_a_day int not null default 5,
        add constraint notification_setting_digest check (digest in ('daily', 'weekly', 'none')),
        add constraint notification_setting_hour check (digest_hour between 0 and 23),
        add constraint notification_setting_weekday check (digest_weekday between 1 and 7),
        add constraint notification_setting_quiet check (num_nulls(quiet_from, quiet_until) <> 1),
        add constraint notification_setting_days check (cardinality(working_days) > 0),
        add constraint notification_setting_budget check (mails_a_day between 0 and 50)`);

    await runner.query(`alter table notice add column after_number int, add column read_at timestamptz`);
    await runner.query(`
      create table broadcast_read (
        user_id uuid not null,
        broadcast_id uuid not null,
        read_at timestamptz not null,
        constraint broadcast_read_pkey primary key (user_id, broadcast_id),
        constraint broadcast_read_user foreign key (user_id) references app_user (id) on delete cascade,
        constraint broadcast_read_broadcast foreign key (broadcast_id) references broadcast (id) on delete cascade
      )`);
    await runner.query(`create index broadcast_read_of_broadcast on broadcast_read (broadcast_id)`);

    // How many mails somebody got since yesterday is asked before each.
    await runner.query(`drop index mail_of_user`);
    await runner.query(`create index mail_of_user on mail (user_id, created_at)`);
    // One for a person and a day of theirs: its id is made of both, so that whoever lays it again lays the same.
    await runner.query(`
      create table digest (
        id uuid not null,
        user_id uuid not null,
        period_on date not null,
        since timestamptz not null,
        laid_at timestamptz not null,
        constraint digest_pkey primary key (id),
        constraint digest_user foreign key (user_id) references app_user (id) on delete cascade
      )`);
    await runner.query(`create index digest_of_user on digest (user_id, laid_at)`);

    // What links in mails are signed with. Two random ids make 244 bits.
    await runner.query(`
      create table signing_key (
        name text not null,
        secret bytea not null,
        constraint signing_key_pkey primary key (name)
      )`);
    await runner.query(`
      insert into signing_key (name, secret)
      values ('mail-links', sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea))`);

    await runner.query(`
      create table push_subscription (
        id uuid not null,
        user_id uuid not null,
        endpoint text not null,
        p256dh text not null,
        auth text not null,
        created_at timestamptz not null,
        constraint push_subscription_pkey primary key (id),
        constraint push_subscription_endpoint unique (endpoint),
        constraint push_subscription_user foreign key (user_id) references app_user (id) on delete cascade
      )`);
    await runner.query(`create index push_subscription_of_user on push_subscription (user_id)`);
    await runner.query(`
      create table push_message (
        id uuid not null,
        user_id uuid not null,
        kind text not null,
        subject_id uuid not null,
        once_key uuid not null,
        created_at timestamptz not null,
        due_at timestamptz not null,
        done_at timestamptz,
        attempts int not null default 0,
        constraint push_message_pkey primary key (id),
        constraint push_message_once unique (kind, once_key, user_id),
        constraint push_message_user foreign key (user_id) references app_user (id) on delete cascade
      )`);
    await runner.query(`create index push_message_due on push_message (due_at) where done_at is null`);
    await runner.query(`create index push_message_of_user on push_message (user_id)`);

    await runner.query(`
      create table inbound_answer (
        user_id uuid not null,
        message_id text not null,
        post_id uuid,
        received_at timestamptz not null,
        constraint inbound_answer_pkey primary key (user_id, message_id),
        constraint inbound_answer_user foreign key (user_id) references app_user (id) on delete cascade,
        constraint inbound_answer_post foreign key (post_id) references post (id) on delete set null
      )`);
    await runner.query(`create index inbound_answer_of_post on inbound_answer (post_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table inbound_answer, push_message, push_subscription, signing_key, digest, broadcast_read`,
    );
    await runner.query(`drop index mail_of_user`);
    await runner.query(`create index mail_of_user on mail (user_id)`);
    await runner.query(`alter table notice drop column after_number, drop column read_at`);
    await runner.query(`
      alter table notification_setting
        drop column digest,
        drop column digest_hour,
        drop column digest_weekday,
        drop column quiet_from,
        drop column quiet_until,
        drop column working_days,
        drop column mails_a_day,
        add column release_mails boolean not null default true,
        add column enrolment_mails boolean not null default true,
        add column review_mails boolean not null default true`);
    await runner.query(`
      update notification_setting s set
        release_mails = coalesce((select mail <> 'none' from notification_preference p where p.user_id = s.user_id and p.topic = 'course'), true),
        enrolment_mails = coalesce((select mail <> 'none' from notification_preference p where p.user_id = s.user_id and p.topic = 'enrolment'), true),
        review_mails = coalesce((select mail <> 'none' from notification_preference p where p.user_id = s.user_id and p.topic = 'reviews'), true)`);
    await runner.query(`drop table notification_preference`);
  }
}
