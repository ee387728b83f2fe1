import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cohorts, their trainers, releases, enrolments and invitations. */
export class Cohorts1780000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table cohort (
        id uuid not null,
        course_id uuid not null,
        version_id uuid not null,
        name text not null,
        pacing text not null,
        start_on date not null,
        ends_on date not null,
        ends_at timestamptz,
        time_zone text not null,
        weekday int not null,
        release_time text not null,
        modules_per_step int not null,
        weeks_per_step int not null,
        on_holiday text not null,
        holiday_region text not null,
        breaks jsonb not null default '[]',
        admission text not null,
        capacity int,
        seats_taken int not null default 0,
        waiting int not null default 0,
        enrolment_opens_at timestamptz,
        enrolment_closes_at timestamptz,
        offer_hours int not null default 48,
        created_by uuid,
        created_at timestamptz not null,
        cancelled_at timestamptz,
        constraint cohort_pkey primary key (id),
        constraint cohort_course foreign key (course_id) references course (id),
        constraint cohort_version foreign key (version_id) references course_version (id),
        constraint cohort_creator foreign key (created_by) references app_user (id) on delete set null,
        constraint cohort_pacing check (pacing in ('weekly', 'relative', 'all-at-once')),
        constraint cohort_weekday check (weekday between 1 and 7),
        constraint cohort_on_holiday check (on_holiday in ('keep', 'next-working-day', 'skip-week')),
        constraint cohort_admission check (admission in ('open', 'approval', 'invitation')),
        constraint cohort_seats check (seats_taken >= 0 and waiting >= 0 and (capacity is null or seats_taken <= capacity))
      )`);
    await runner.query(`create index cohort_of_course on cohort (course_id, start_on)`);
    await runner.query(`create index cohort_of_version on cohort (version_id)`);
    await runner.query(`create index cohort_by_start on cohort (start_on, id)`);
    await runner.query(`
      create table cohort_trainer (
        cohort_id uuid not null,
        user_id uuid not null,
        constraint cohort_trainer_pkey primary key (cohort_id, user_id),
        constraint cohort_trainer_cohort foreign key (cohort_id) references cohort (id) on delete cascade,
        constraint cohort_trainer_user foreign key (user_id) references app_user (id) on delete cascade
      )`);
    await runner.query(`create index cohort_trainer_of_user on cohort_trainer (user_id)`);
    await runner.query(`create sequence enrolment_queue_number`);
    await runner.query(`
      create table enrolment (
        id uuid not null,
        cohort_id uuid not null,
        user_id uuid not null,
        status text not null,
        queue_number bigint,
        requested_at timestamptz,
        queued_at timestamptz,
        offer_ends_at timestamptz,
        offers_lapsed int not null default 0,
        active_at timestamptz,
        completed_at timestamptz,
        withdrawn_at timestamptz,
        batch_id uuid,
        constraint enrolment_pkey primary key (id),
        constraint enrolment_once unique (cohort_id, user_id),
        constraint enrolment_cohort foreign key (cohort_id) references cohort (id) on delete cascade,
        constraint enrolment_user foreign key (user_id) references app_user (id) on delete cascade,
        constraint enrolment_status check (status in ('requested', 'waitlisted', 'active', 'completed', 'withdrawn')),
        constraint enrolment_requested check (status <> 'requested' or requested_at is not null),
        constraint enrolment_queued check (status <> 'waitlisted' or (queued_at is not null and queue_number is not null)),
        constraint enrolment_active check (status not in ('active', 'completed') or active_at is not null),
        constraint enrolment_completed check ((status = 'completed') = (completed_at is not null)),
        constraint enrolment_withdrawn check ((status = 'withdrawn') = (withdrawn_at is not null)),
        constraint enrolment_offer check (offer_ends_at is null or status = 'waitlisted')
      )`);
    await runner.query(`create index enrolment_of_user on enrolment (user_id) where status <> 'withdrawn'`);
    await runner.query(
      `create index enrolment_queue on enrolment (cohort_id, queue_number) where status = 'waitlisted'`,
    );
    await runner.query(`create index enrolment_offers on enrolment (offer_ends_at) where offer_ends_at is not null`);
    await runner.query(`create index enrolment_batch on enrolment (batch_id) where batch_id is not null`);

    // The counters follow the rows, whoever writes them; the check on cohort then keeps the seats.
    await runner.query(`
      create function seats_of(status text, offer_ends_at timestamptz) returns int immutable language sql
      return (status in ('active', 'completed') or (status = 'waitlisted' and offer_ends_at is not null))::int`);
    await runner.query(`
      create function waits(status text, offer_ends_at timestamptz) returns int immutable language sql
      return (status = 'waitlisted' and offer_ends_at is null)::int`);
    await runner.query(`
      create function count_seats() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          update cohort c set seats_taken = c.seats_taken + d.seats, waiting = c.waiting + d.waiting
          from (select cohort_id, sum(seats_of(status, offer_ends_at)) as seats, sum(waits(status, offer_ends_at)) as waiting
                from after_rows group by cohort_id) d
          where c.id = d.cohort_id and (d.seats <> 0 or d.waiting <> 0);
        elsif tg_op = 'DELETE' then
          update cohort c set seats_taken = c.seats_taken - d.seats, waiting = c.waiting - d.waiting
          from (select cohort_id, sum(seats_of(status, offer_ends_at)) as seats, sum(waits(status, offer_ends_at)) as waiting
                from before_rows group by cohort_id) d
          where c.id = d.cohort_id and (d.seats <> 0 or d.waiting <> 0);
        else
          update cohort c set seats_taken = c.seats_taken + d.seats, waiting = c.waiting + d.waiting
          from (select cohort_id, sum(seats) as seats, sum(waiting) as waiting from (
                  select cohort_id, seats_of(status, offer_ends_at) as seats, waits(status, offer_ends_at) as waiting
                  from after_rows
                  union all
                  select cohort_id, -seats_of(status, offer_ends_at), -waits(status, offer_ends_at)
                  from before_rows) s
                group by cohort_id) d
          where c.id = d.cohort_id and (d.seats <> 0 or d.waiting <> 0);
        end if;
        return null;
      end $$`);
    await runner.query(`
      create trigger enrolment_counted_in after insert on enrolment
      referencing new table as after_rows for each statement execute function count_seats()`);
    await runner.query(`
      create trigger enrolment_counted_on after update on enrolment
      referencing old table as before_rows new table as after_rows for each statement execute function count_seats()`);
    await runner.query(`
      create trigger enrolment_counted_out after delete on enrolment
      referencing old table as before_rows for each statement execute function count_seats()`);

    await runner.query(`
      create table release (
        id uuid not null,
        cohort_id uuid not null,
        module_id uuid not null,
        enrolment_id uuid,
        step int not null,
        opens_at timestamptz not null,
        planned_on date not null,
        moved_by text,
        holiday text,
        released_at timestamptz,
        changed_at timestamptz not null,
        sequence int not null default 0,
        constraint release_pkey primary key (id),
        constraint release_once unique nulls not distinct (cohort_id, module_id, enrolment_id),
        constraint release_cohort foreign key (cohort_id) references cohort (id) on delete cascade,
        constraint release_module foreign key (module_id) references module (id),
        constraint release_enrolment foreign key (enrolment_id) references enrolment (id) on delete cascade,
        constraint release_moved_by check (moved_by in ('holiday', 'break', 'hand'))
      )`);
    await runner.query(`create index release_due on release (opens_at) where released_at is null`);
    await runner.query(`create index release_of_enrolment on release (enrolment_id) where enrolment_id is not null`);
    await runner.query(`
      create table invitation (
        cohort_id uuid not null,
        user_id uuid not null,
        batch_id uuid not null,
        invited_by uuid,
        invited_at timestamptz not null,
        constraint invitation_pkey primary key (cohort_id, user_id),
        constraint invitation_cohort foreign key (cohort_id) references cohort (id) on delete cascade,
        constraint invitation_user foreign key (user_id) references app_user (id) on delete cascade,
        constraint invitation_inviter foreign key (invited_by) references app_user (id) on delete set null
      )`);
    await runner.query(`create index invitation_of_user on invitation (user_id)`);
    await runner.query(`create index invitation_batch on invitation (batch_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table invitation, release, enrolment, cohort_trainer, cohort`);
    await runner.query(`drop function count_seats, seats_of, waits`);
    await runner.query(`drop sequence enrolment_queue_number`);
  }
}
