import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What assignments ask; rounds of peer review with teams, submissions, uploads, reviews, grades and appeals. */
export class PeerReview1780000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // What a course asks for its assignment; checked by its contract before it comes here.
    await runner.query(`alter table item add column assignment jsonb`);
    await runner.query(
      `alter table item add constraint item_assignment check (assignment is null or kind = 'assignment' and due_after_days is not null)`,
    );
    await runner.query(`create index item_with_assignment on item (module_id) where assignment is not null`);
    await runner.query(`alter table notification_setting add column review_mails boolean not null default true`);

    await runner.query(`
      create table review_round (
        id uuid not null,
        cohort_id uuid not null,
        item_id uuid not null,
        seed int not null,
        due_moved_to timestamptz,
        reviews_moved_to timestamptz,
        deadlines_changed_at timestamptz,
        deadlines_sequence int not null default 0,
        created_at timestamptz not null,
        reviews_opened_at timestamptz,
        closed_at timestamptz,
        allocated_at timestamptz,
        more_asked_at timestamptz,
        reviews_closed_at timestamptz,
        graded_at timestamptz,
        published_at timestamptz,
        constraint review_round_pkey primary key (id),
        constraint review_round_cohort foreign key (cohort_id) references cohort (id) on delete cascade,
        constraint review_round_item foreign key (item_id) references item (id),
        constraint review_round_once unique (cohort_id, item_id)
      )`);
    await runner.query(`create index review_round_running on review_round (id) where published_at is null`);
    await runner.query(`
      create table rubric (
        id uuid not null,
        round_id uuid not null,
        number int not null,
        criteria jsonb not null,
        created_at timestamptz not null,
        created_by uuid,
        constraint rubric_pkey primary key (id),
        constraint rubric_round foreign key (round_id) references review_round (id) on delete cascade,
        constraint rubric_creator foreign key (created_by) references app_user (id) on delete set null,
        constraint rubric_number unique (round_id, number)
      )`);
    await runner.query(`
      create table extension (
        round_id uuid not null,
        enrolment_id uuid not null,
        due_at timestamptz not null,
        reason text,
        granted_by uuid,
        granted_at timestamptz not null,
        constraint extension_pkey primary key (round_id, enrolment_id),
        constraint extension_round foreign key (round_id) references review_round (id) on delete cascade,
        constraint extension_enrolment foreign key (enrolment_id) references enrolment (id) on delete cascade,
        constraint extension_granter foreign key (granted_by) references app_user (id) on delete set null
      )`);
    await runner.query(`create index extension_of_enrolment on extension (enrolment_id)`);
    await runner.query(`
      create table team (
        id uuid not null,
        round_id uuid not null,
        name text not null,
        constraint team_pkey primary key (id),
        constraint team_round foreign key (round_id) references review_round (id) on delete cascade
      )`);
    await runner.query(`create index team_of_round on team (round_id)`);
    await runner.query(`
      create table team_member (
        round_id uuid not null,
        enrolment_id uuid not null,
        team_id uuid not null,
        constraint team_member_pkey primary key (round_id, enrolment_id),
        constraint team_member_team foreign key (team_id) references team (id) on delete cascade,
        constraint team_member_enrolment foreign key (enrolment_id) references enrolment (id) on delete cascade
      )`);
    await runner.query(`create index team_member_of_team on team_member (team_id)`);
    await runner.query(`create index team_member_of_enrolment on team_member (enrolment_id)`);

    await runner.query(`
      create table submission (
        id uuid not null,
        round_id uuid not null,
        team_id uuid,
        rubric_id uuid,
        text text,
        link text,
        video text,
        revision int not null default 0,
        changed_at timestamptz not null,
        handed_in_at timestamptz,
        handed_in_by uuid,
        late boolean not null default false,
        excluded_at timestamptz,
        excluded_why text,
        gallery_at timestamptz,
        constraint submission_pkey primary key (id),
        constraint submission_round foreign key (round_id) references review_round (id) on delete cascade,
        constraint submission_team foreign key (team_id) references team (id) on delete set null,
        constraint submission_rubric foreign key (rubric_id) references rubric (id),
        constraint submission_hander foreign key (handed_in_by) references app_user (id) on delete set null,
        constraint submission_pinned check (handed_in_at is null or rubric_id is not null)
      )`);
    await runner.query(`create unique index submission_of_team on submission (team_id) where team_id is not null`);
    await runner.query(
      `create index submission_in_pool on submission (round_id) where handed_in_at is not null and excluded_at is null`,
    );
    // Nobody hands in twice in one round, alone or in a team.
    await runner.query(`
      create table submission_author (
        round_id uuid not null,
        enrolment_id uuid not null,
        submission_id uuid not null,
        user_id uuid not null,
        gallery_consent_at timestamptz,
        constraint submission_author_pkey primary key (round_id, enrolment_id),
        constraint submission_author_submission foreign key (submission_id) references submission (id) on delete cascade,
        constraint submission_author_enrolment foreign key (enrolment_id) references enrolment (id) on delete cascade,
        constraint submission_author_user foreign key (user_id) references app_user (id) on delete cascade
      )`);
    await runner.query(`create index submission_author_of_submission on submission_author (submission_id)`);
    await runner.query(`create index submission_author_of_enrolment on submission_author (enrolment_id)`);
    await runner.query(`create index submission_author_of_user on submission_author (user_id)`);
    // Where the last author is deleted, so is what they wrote.
    await runner.query(`
      create function drop_submission_of_nobody() returns trigger language plpgsql as $$
      begin
        delete from submission s where s.id = old.submission_id
          and not exists (select from submission_author a where a.submission_id = s.id);
        return null;
      end $$`);
    await runner.query(`
      create trigger submission_of_nobody after delete on submission_author
      for each row execute function drop_submission_of_nobody()`);
    await runner.query(`
      create table submission_file (
        submission_id uuid not null,
        file_id uuid not null,
        position int not null,
        constraint submission_file_pkey primary key (submission_id, file_id),
        constraint submission_file_submission foreign key (submission_id) references submission (id) on delete cascade,
        constraint submission_file_file foreign key (file_id) references stored_file (id)
      )`);
    await runner.query(`create index submission_file_of_file on submission_file (file_id)`);
    // A file goes with the last submission that has it; a sweep takes from the disk what nothing refers to.
    await runner.query(`
      create function drop_file_of_no_submission() returns trigger language plpgsql as $$
      begin
        delete from stored_file f where f.id = old.file_id
          and not exists (select from submission_file x where x.file_id = f.id);
        return null;
      end $$`);
    await runner.query(`
      create trigger file_of_no_submission after delete on submission_file
      for each row execute function drop_file_of_no_submission()`);
    await runner.query(`
      create table upload (
        id uuid not null,
        submission_id uuid not null,
        user_id uuid not null,
        name text not null,
        bytes bigint not null,
        received bigint not null default 0,
        path text,
        file_id uuid,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        constraint upload_pkey primary key (id),
        constraint upload_submission foreign key (submission_id) references submission (id) on delete cascade,
        constraint upload_user foreign key (user_id) references app_user (id) on delete cascade,
        constraint upload_received check (received between 0 and bytes)
      )`);
    await runner.query(`create index upload_of_submission on upload (submission_id)`);
    await runner.query(`create index upload_of_user on upload (user_id)`);
    await runner.query(`create index upload_abandoned on upload (changed_at)`);

    // One row is an allocation with its lease, and the review that comes of it. Nobody gets the same work twice.
    await runner.query(`
      create table review (
        id uuid not null,
        round_id uuid not null,
        submission_id uuid,
        example_id text,
        rubric_id uuid not null,
        reviewer_id uuid,
        enrolment_id uuid,
        kind text not null,
        number int not null,
        way text not null,
        seed int,
        reason jsonb,
        extra boolean not null default false,
        allocated_at timestamptz not null,
        lease_until timestamptz,
        lapsed_at timestamptz,
        lapsed_why text,
        answers jsonb not null default '[]',
        overall text,
        revision int not null default 0,
        changed_at timestamptz not null,
        done_at timestamptz,
        points real,
        set_aside_at timestamptz,
        set_aside_why text,
        helpful int,
        answer text,
        rated_at timestamptz,
        constraint review_pkey primary key (id),
        constraint review_round foreign key (round_id) references review_round (id) on delete cascade,
        constraint review_submission foreign key (submission_id) references submission (id) on delete cascade,
        constraint review_rubric foreign key (rubric_id) references rubric (id),
        constraint review_reviewer foreign key (reviewer_id) references app_user (id) on delete set null,
        constraint review_enrolment foreign key (enrolment_id) references enrolment (id) on delete set null,
        constraint review_kind check (kind in ('peer', 'example', 'trainer')),
        constraint review_way check (way in ('next', 'batch', 'top-up', 'trainer')),
        constraint review_about check ((kind = 'example') = (submission_id is null) and (kind = 'example') = (example_id is not null)),
        constraint review_whole check (done_at is null or points is not null),
        constraint review_points check (points between 0 and 100),
        constraint review_helpful check (helpful between 1 and 4)
      )`);
    await runner.query(
      `create unique index review_once on review (submission_id, reviewer_id) where submission_id is not null`,
    );
    await runner.query(
      `create unique index review_example_once on review (round_id, reviewer_id, example_id) where example_id is not null`,
    );
    await runner.query(`create index review_of_reviewer on review (reviewer_id, round_id)`);
    await runner.query(`create index review_of_enrolment on review (enrolment_id)`);
    await runner.query(`create index review_in_round on review (round_id)`);
    await runner.query(
      `create index review_lease on review (lease_until) where done_at is null and lapsed_at is null and lease_until is not null`,
    );
    await runner.query(`
      create table review_conflict (
        round_id uuid not null,
        reviewer_id uuid not null,
        author_id uuid not null,
        declared_at timestamptz not null,
        constraint review_conflict_pkey primary key (round_id, reviewer_id, author_id),
        constraint review_conflict_round foreign key (round_id) references review_round (id) on delete cascade,
        constraint review_conflict_reviewer foreign key (reviewer_id) references app_user (id) on delete cascade,
        constraint review_conflict_author foreign key (author_id) references app_user (id) on delete cascade
      )`);
    await runner.query(`create index review_conflict_of_author on review_conflict (author_id)`);
    await runner.query(`create index review_conflict_of_reviewer on review_conflict (reviewer_id)`);
    // Who was asked for what, once a day at the most, whatever the round.
    await runner.query(`
      create table review_reminder (
        user_id uuid not null,
        reminded_on date not null,
        round_id uuid not null,
        batch_id uuid not null,
        kind text not null,
        reminded_at timestamptz not null,
        constraint review_reminder_pkey primary key (user_id, reminded_on),
        constraint review_reminder_round foreign key (round_id) references review_round (id) on delete cascade,
        constraint review_reminder_user foreign key (user_id) references app_user (id) on delete cascade,
        constraint review_reminder_kind check (kind in ('owed', 'more'))
      )`);
    await runner.query(`create index review_reminder_of_batch on review_reminder (batch_id)`);
    await runner.query(`
      create table review_flag (
        id uuid not null,
        submission_id uuid not null,
        review_id uuid,
        kind text not null,
        note text not null,
        flagged_by uuid,
        flagged_at timestamptz not null,
        decided_at timestamptz,
        decided_by uuid,
        decision text,
        decided_why text,
        constraint review_flag_pkey primary key (id),
        constraint review_flag_submission foreign key (submission_id) references submission (id) on delete cascade,
        constraint review_flag_review foreign key (review_id) references review (id) on delete set null,
        constraint review_flag_by foreign key (flagged_by) references app_user (id) on delete set null,
        constraint review_flag_decider foreign key (decided_by) references app_user (id) on delete set null,
        constraint review_flag_kind check (kind in ('plagiarism', 'offence', 'empty', 'identity', 'other')),
        constraint review_flag_decision check (decision in ('dismiss', 'exclude', 'set-aside')),
        constraint review_flag_decided check ((decided_at is null) = (decision is null))
      )`);
    await runner.query(`create index review_flag_of_submission on review_flag (submission_id)`);
    await runner.query(`create index review_flag_of_review on review_flag (review_id) where review_id is not null`);

    await runner.query(`
      create table grade (
        submission_id uuid not null,
        round_id uuid not null,
        method text not null,
        points real not null,
        low real not null,
        high real not null,
        mean real,
        reviews int not null,
        criteria jsonb not null,
        shares jsonb not null,
        doubtful boolean not null,
        computed_at timestamptz not null,
        published_at timestamptz,
        constraint grade_pkey primary key (submission_id),
        constraint grade_submission foreign key (submission_id) references submission (id) on delete cascade,
        constraint grade_round foreign key (round_id) references review_round (id) on delete cascade,
        constraint grade_method check (method in ('calibrated', 'mean', 'median', 'trainer')),
        constraint grade_order check (0 <= low and low <= points and points <= high and high <= 100)
      )`);
    await runner.query(`create index grade_of_round on grade (round_id)`);
    // What trainers decide, each decision a row more: the newest counts, unless it was taken back.
    await runner.query(`
      create table grade_decision (
        id uuid not null,
        submission_id uuid not null,
        points real not null,
        reason text not null,
        decided_by uuid,
        decided_at timestamptz not null,
        taken_back_at timestamptz,
        constraint grade_decision_pkey primary key (id),
        constraint grade_decision_submission foreign key (submission_id) references submission (id) on delete cascade,
        constraint grade_decision_by foreign key (decided_by) references app_user (id) on delete set null,
        constraint grade_decision_points check (points between 0 and 100)
      )`);
    await runner.query(
      `create unique index grade_decision_valid on grade_decision (submission_id) where taken_back_at is null`,
    );
    await runner.query(`
      create table reviewing_grade (
        round_id uuid not null,
        enrolment_id uuid not null,
        points real not null,
        agreement real not null,
        helpfulness real,
        bias real,
        noise real,
        given int not null,
        owed int not null,
        computed_at timestamptz not null,
        constraint reviewing_grade_pkey primary key (round_id, enrolment_id),
        constraint reviewing_grade_round foreign key (round_id) references review_round (id) on delete cascade,
        constraint reviewing_grade_enrolment foreign key (enrolment_id) references enrolment (id) on delete cascade
      )`);
    await runner.query(`create index reviewing_grade_of_enrolment on reviewing_grade (enrolment_id)`);
    await runner.query(`
      create table appeal (
        id uuid not null,
        submission_id uuid not null,
        made_by uuid,
        reason text not null,
        points_before real not null,
        made_at timestamptz not null,
        decided_at timestamptz,
        decided_by uuid,
        points_after real,
        answer text,
        constraint appeal_pkey primary key (id),
        constraint appeal_submission foreign key (submission_id) references submission (id) on delete cascade,
        constraint appeal_maker foreign key (made_by) references app_user (id) on delete set null,
        constraint appeal_decider foreign key (decided_by) references app_user (id) on delete set null,
        constraint appeal_answered check ((decided_at is null) = (answer is null))
      )`);
    await runner.query(`create unique index appeal_once on appeal (submission_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table appeal, reviewing_grade, grade_decision, grade, review_flag, review_reminder, review_conflict, review,
        upload, submission_file, submission_author, submission, team_member, team, extension, rubric, review_round`);
    await runner.query(`drop function drop_submission_of_nobody`);
    await runner.query(`drop function drop_file_of_no_submission`);
    await runner.query(`alter table notification_setting drop column review_mails`);
    await runner.query(`alter table item drop column assignment`);
  }
}
