import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sites, rooms, when people can come, what courses ask of sessions, assemblies, and the sessions themselves. */
export class Sessions1780000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // What a course asks for its live session; checked by its contract before it comes here.
    await runner.query(`alter table item add column session jsonb`);
    await runner.query(`alter table item add constraint item_session check (session is null or kind = 'session')`);

    await runner.query(`
      create table site (
        id uuid not null,
        name text not null,
        time_zone text not null,
        holiday_region text,
        created_at timestamptz not null,
        constraint site_pkey primary key (id),
        constraint site_name unique (name)
      )`);
    await runner.query(`
      create table room (
        id uuid not null,
        site_id uuid not null,
        name text not null,
        seats int not null,
        equipment text[] not null default '{}',
        hours jsonb not null,
        created_at timestamptz not null,
        closed_at timestamptz,
        constraint room_pkey primary key (id),
        constraint room_site foreign key (site_id) references site (id),
        constraint room_name unique (site_id, name),
        constraint room_seats check (seats between 1 and 100000)
      )`);
    await runner.query(`
      create table room_block (
        id uuid not null,
        room_id uuid not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        note text,
        constraint room_block_pkey primary key (id),
        constraint room_block_room foreign key (room_id) references room (id) on delete cascade,
        constraint room_block_order check (ends_at > starts_at)
      )`);
    await runner.query(`create index room_block_of_room on room_block (room_id, ends_at)`);

    // Where and when people work; whoever has no row works by the company's usual hours.
    await runner.query(`
      create table work_pattern (
        user_id uuid not null,
        site_id uuid,
        hours jsonb,
        free_busy_url text,
        free_busy_read_at timestamptz,
        free_busy_problem text,
        constraint work_pattern_pkey primary key (user_id),
        constraint work_pattern_user foreign key (user_id) references app_user (id) on delete cascade,
        constraint work_pattern_site foreign key (site_id) references site (id) on delete set null
      )`);
    await runner.query(`create index work_pattern_of_site on work_pattern (site_id)`);
    // An absence entered by hand, or a time that the person's own calendar calls busy.
    await runner.query(`
      create table busy_time (
        id uuid not null,
        user_id uuid not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        source text not null,
        note text,
        constraint busy_time_pkey primary key (id),
        constraint busy_time_user foreign key (user_id) references app_user (id) on delete cascade,
        constraint busy_time_order check (ends_at > starts_at),
        constraint busy_time_source check (source in ('absence', 'calendar'))
      )`);
    await runner.query(`create index busy_time_of_user on busy_time (user_id, ends_at)`);
    await runner.query(`
      create table trainer_profile (
        user_id uuid not null,
        qualifications text[] not null default '{}',
        most_per_day int,
        most_per_week int,
        travels_to uuid[] not null default '{}',
        constraint trainer_profile_pkey primary key (user_id),
        constraint trainer_profile_user foreign key (user_id) references app_user (id) on delete cascade,
        constraint trainer_profile_limits check (most_per_day >= 1 and most_per_week >= 1)
      )`);

    // A proposal as it is made, looked at, changed by hand, and published.
    await runner.query(`
      create table assembly (
        id uuid not null,
        cohort_ids uuid[] not null,
        created_by uuid,
        created_at timestamptz not null,
        seed int not null,
        settings jsonb not null,
        begun_at timestamptz,
        finished_at timestamptz,
        cancelled_at timestamptz,
        published_at timestamptz,
        problem_code text,
        steps_done bigint not null default 0,
        steps bigint not null default 0,
        best_cost int,
        best_unplaced int,
        proposal jsonb,
        revision int not null default 0,
        constraint assembly_pkey primary key (id),
        constraint assembly_creator foreign key (created_by) references app_user (id) on delete set null
      )`);
    await runner.query(`create index assembly_newest on assembly (created_at, id)`);

    await runner.query(`
      create table cohort_group (
        id uuid not null,
        cohort_id uuid not null,
        number int not null,
        site_id uuid,
        constraint cohort_group_pkey primary key (id),
        constraint cohort_group_cohort foreign key (cohort_id) references cohort (id) on delete cascade,
        constraint cohort_group_site foreign key (site_id) references site (id) on delete set null,
        constraint cohort_group_number unique (cohort_id, number)
      )`);
    await runner.query(`
      create table group_member (
        enrolment_id uuid not null,
        group_id uuid not null,
        user_id uuid not null,
        constraint group_member_pkey primary key (enrolment_id),
        constraint group_member_enrolment foreign key (enrolment_id) references enrolment (id) on delete cascade,
        constraint group_member_group foreign key (group_id) references cohort_group (id) on delete cascade,
        constraint group_member_user foreign key (user_id) references app_user (id) on delete cascade
      )`);
    await runner.query(`create index group_member_of_group on group_member (group_id)`);
    await runner.query(`create index group_member_of_user on group_member (user_id)`);

    // No room and no trainer is in two sessions at a time, whoever publishes; asked at the commit, so that two may swap.
    await runner.query(`
      create table session (
        id uuid not null,
        cohort_id uuid not null,
        item_id uuid not null,
        group_id uuid not null,
        mode text not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        room_id uuid,
        seats int,
        join_url text,
        sequence int not null default 0,
        published_at timestamptz not null,
        changed_at timestamptz not null,
        cancelled_at timestamptz,
        go_decided_at timestamptz,
        code_secret bytea not null,
        constraint session_pkey primary key (id),
        constraint session_cohort foreign key (cohort_id) references cohort (id) on delete cascade,
        constraint session_item foreign key (item_id) references item (id),
        constraint session_group foreign key (group_id) references cohort_group (id) on delete cascade,
        constraint session_room foreign key (room_id) references room (id),
        constraint session_mode check (mode in ('on-site', 'online', 'hybrid')),
        constraint session_order check (ends_at > starts_at),
        constraint session_time unique (id, starts_at, ends_at),
        constraint session_room_once exclude using gist
          (room_id with =, tstzrange(starts_at, ends_at) with &&) where (cancelled_at is null)
          deferrable initially deferred
      )`);
    await runner.query(
      `create unique index session_of_group on session (group_id, item_id) where cancelled_at is null`,
    );
    await runner.query(`create index session_of_cohort on session (cohort_id, starts_at)`);
    await runner.query(`create index session_by_time on session (starts_at) where cancelled_at is null`);
    await runner.query(`
      create table session_trainer (
        session_id uuid not null,
        user_id uuid not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        joined_at timestamptz not null,
        left_at timestamptz,
        constraint session_trainer_pkey primary key (session_id, user_id),
        constraint session_trainer_session foreign key (session_id, starts_at, ends_at)
          references session (id, starts_at, ends_at) on update cascade on delete cascade,
        constraint session_trainer_user foreign key (user_id) references app_user (id) on delete cascade,
        constraint session_trainer_once exclude using gist
          (user_id with =, tstzrange(starts_at, ends_at) with &&) where (left_at is null) deferrable initially deferred
      )`);
    await runner.query(`create index session_trainer_of_user on session_trainer (user_id, starts_at)`);

    await runner.query(`
      create table session_seat (
        session_id uuid not null,
        enrolment_id uuid not null,
        user_id uuid not null,
        seated_at timestamptz not null,
        waits_since timestamptz,
        left_at timestamptz,
        chosen_at timestamptz,
        answer text,
        answered_at timestamptz,
        constraint session_seat_pkey primary key (session_id, enrolment_id),
        constraint session_seat_session foreign key (session_id) references session (id) on delete cascade,
        constraint session_seat_enrolment foreign key (enrolment_id) references enrolment (id) on delete cascade,
        constraint session_seat_user foreign key (user_id) references app_user (id) on delete cascade,
        constraint session_seat_answer check (answer in ('yes', 'no', 'maybe')),
        constraint session_seat_answered check ((answer is null) = (answered_at is null))
      )`);
    await runner.query(`create index session_seat_of_user on session_seat (user_id)`);
    await runner.query(`create index session_seat_of_enrolment on session_seat (enrolment_id)`);
    // Attendance as it was marked, each correction a row more: the newest counts.
    await runner.query(`
      create table attendance_mark (
        id uuid not null,
        session_id uuid not null,
        enrolment_id uuid not null,
        mark text not null,
        way text not null,
        marked_by uuid,
        marked_at timestamptz not null,
        constraint attendance_mark_pkey primary key (id),
        constraint attendance_mark_seat foreign key (session_id, enrolment_id)
          references session_seat (session_id, enrolment_id) on delete cascade,
        constraint attendance_mark_by foreign key (marked_by) references app_user (id) on delete set null,
        constraint attendance_mark_mark check (mark in ('present', 'late', 'excused', 'absent')),
        constraint attendance_mark_way check (way in ('roster', 'code'))
      )`);
    await runner.query(`create index attendance_mark_newest on attendance_mark (session_id, enrolment_id, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table attendance_mark, session_seat, session_trainer, session, group_member, cohort_group, assembly,
        trainer_profile, busy_time, work_pattern, room_block, room, site`);
    await runner.query(`alter table item drop column session`);
  }
}
