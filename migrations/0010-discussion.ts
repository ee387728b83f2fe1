import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Threads and posts of cohorts with all that people do to them, learning groups, announcements, drafts. */
export class Discussion1780000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Words are found by their stem in both languages, accents aside.
    for (const language of ['german', 'english']) {
      await runner.query(`create text search configuration kohorte_${language} (copy = ${language})`);
      await runner.query(
        `alter text search configuration kohorte_${language} alter mapping for hword, hword_part, word with unaccent, ${language}_stem`,
      );
    }
    await runner.query(`
      create table discussion_setting (
        cohort_id uuid not null,
        guidelines text,
        answer_target_hours int not null default 24,
        slow_mode_seconds int not null default 0,
        anonymous_allowed boolean not null default false,
        hide_after_reports int not null default 3,
        trainers_see_groups boolean not null default true,
        prompts text[] not null default '{}',
        changed_at timestamptz not null,
        constraint discussion_setting_pkey primary key (cohort_id),
        constraint discussion_setting_cohort foreign key (cohort_id) references cohort (id) on delete cascade,
        constraint discussion_setting_target check (answer_target_hours between 1 and 720),
        constraint discussion_setting_slow check (slow_mode_seconds between 0 and 86400),
        constraint discussion_setting_hide check (hide_after_reports between 1 and 100)
      )`);

    await runner.query(`
      create table learning_group (
        id uuid not null,
        cohort_id uuid not null,
        number int not null,
        name text not null,
        seed int,
        created_at timestamptz not null,
        dissolved_at timestamptz,
        constraint learning_group_pkey primary key (id),
        constraint learning_group_cohort foreign key (cohort_id) references cohort (id) on delete cascade,
        constraint learning_group_number unique nulls not distinct (cohort_id, number, dissolved_at)
          deferrable initially deferred
      )`);
    // Who was in a group when it was dissolved stays named, so that they can go on reading.
    await runner.query(`
      create table learning_group_member (
        enrolment_id uuid not null,
        group_id uuid not null,
        user_id uuid not null,
        left_at timestamptz,
        constraint learning_group_member_pkey primary key (group_id, enrolment_id),
        constraint learning_group_member_enrolment foreign key (enrolment_id) references enrolment (id) on delete cascade,
        constraint learning_group_member_group foreign key (group_id) references learning_group (id) on delete cascade,
        constraint learning_group_member_user foreign key (user_id) references app_user (id) on delete cascade
      )`);
    await runner.query(
      `create unique index learning_group_member_once on learning_group_member (enrolment_id) where left_at is null`,
    );
    await runner.query(`create index learning_group_member_of_enrolment on learning_group_member (enrolment_id)`);
    await runner.query(`create index learning_group_member_of_user on learning_group_member (user_id)`);

    await runner.query(`
      create table thread (
        id uuid not null,
        cohort_id uuid not null,
        module_id uuid,
        item_id uuid,
        at_second int,
        group_id uuid,
        kind text not null,
        title text not null,
        author_id uuid,
        anonymous boolean not null default false,
        created_at timestamptz not null,
        active_at timestamptz not null,
        posts int not null default 0,
        newest_number int not null default 0,
        same_count int not null default 0,
        helpful_count int not null default 0,
        answered_at timestamptz,
        accepted_post_id uuid,
        pinned_at timestamptz,
        locked_at timestamptz,
        deleted_at timestamptz,
        merged_into uuid,
        prompt_number int,
        words tsvector,
        constraint thread_pkey primary key (id),
        constraint thread_cohort foreign key (cohort_id) references cohort (id) on delete cascade,
        constraint thread_module foreign key (module_id) references module (id),
        constraint thread_item foreign key (item_id) references item (id),
        constraint thread_group foreign key (group_id) references learning_group (id) on delete cascade,
        constraint thread_author foreign key (author_id) references app_user (id) on delete set null,
        constraint thread_merged foreign key (merged_into) references thread (id) on delete set null,
        constraint thread_kind check (kind in ('question', 'discussion', 'announcement', 'prompt')),
        constraint thread_second check (at_second is null or (at_second >= 0 and item_id is not null))
      )`);
    const shown = `where deleted_at is null and merged_into is null`;
    await runner.query(`create index thread_active on thread (cohort_id, active_at, id) ${shown}`);
    await runner.query(`create index thread_new on thread (cohort_id, created_at, id) ${shown}`);
    await runner.query(`create index thread_helpful on thread (cohort_id, helpful_count, id) ${shown}`);
    await runner.query(
      `create index thread_unanswered on thread (cohort_id, created_at, id) ${shown} and kind = 'question' and answered_at is null`,
    );
    await runner.query(
      `create index thread_pinned on thread (cohort_id, pinned_at) ${shown} and pinned_at is not null`,
    );
    await runner.query(`create index thread_of_item on thread (item_id, cohort_id) where item_id is not null`);
    await runner.query(`create index thread_of_group on thread (group_id) where group_id is not null`);
    await runner.query(`create index thread_of_author on thread (author_id)`);
    await runner.query(`create index thread_merged_into on thread (merged_into) where merged_into is not null`);
    // Each group is asked once a week, however often the sweep comes by.
    await runner.query(
      `create unique index thread_prompt on thread (group_id, prompt_number) where prompt_number is not null`,
    );
    await runner.query(`create index thread_title_like on thread using gin (title gin_trgm_ops)`);
    await runner.query(`create index thread_title_parts on thread using gin (searchable(title) gin_trgm_ops)`);

    await runner.query(`
      create function words_of_thread() returns trigger language plpgsql as $$
      begin
        new.words := to_tsvector('kohorte_german', new.title) || to_tsvector('kohorte_english', new.title);
        return new;
      end $$`);
    await runner.query(`
      create trigger thread_words before insert or update of title on thread
      for each row execute function words_of_thread()`);
    await runner.query(`create index thread_words on thread using gin (words)`);

    // A post's number counts within its thread and never changes: read markers are numbers.
    await runner.query(`
      create table post (
        id uuid not null,
        thread_id uuid not null,
        cohort_id uuid not null,
        number int not null,
        parent_id uuid,
        author_id uuid,
        anonymous boolean not null default false,
        body text not null,
        created_at timestamptz not null,
        edited_at timestamptz,
        deleted_at timestamptz,
        deleted_by uuid,
        hidden_at timestamptz,
        reports int not null default 0,
        helpful int not null default 0,
        endorsed_at timestamptz,
        endorsed_by uuid,
        by_trainer boolean not null default false,
        words tsvector,
        constraint post_pkey primary key (id),
        constraint post_thread foreign key (thread_id) references thread (id) on delete cascade,
        constraint post_cohort foreign key (cohort_id) references cohort (id) on delete cascade,
        constraint post_parent foreign key (parent_id) references post (id) on delete cascade,
        constraint post_author foreign key (author_id) references app_user (id) on delete set null,
        constraint post_deleter foreign key (deleted_by) references app_user (id) on delete set null,
        constraint post_endorser foreign key (endorsed_by) references app_user (id) on delete set null,
        constraint post_number unique (thread_id, number)
      )`);
    // What it is found by, in both languages, whoever writes it.
    await runner.query(`
      create function words_of_post() returns trigger language plpgsql as $$
      begin
        new.words := to_tsvector('kohorte_german', new.body) || to_tsvector('kohorte_english', new.body);
        return new;
      end $$`);
    await runner.query(`
      create trigger post_words before insert or update of body on post
      for each row execute function words_of_post()`);
    await runner.query(`create index post_of_parent on post (parent_id) where parent_id is not null`);
    await runner.query(`create index post_of_author on post (author_id, created_at)`);
    await runner.query(`create index post_words on post using gin (words)`);
    // For parts of compound words, which no stem finds.
    await runner.query(`create index post_parts on post using gin (searchable(body) gin_trgm_ops)`);
    await runner.query(
      `create index post_to_moderate on post (cohort_id) where deleted_at is null and (reports > 0 or hidden_at is not null)`,
    );
    await runner.query(`create index post_newest on post (cohort_id, created_at, id)`);
    await runner.query(
      `alter table thread add constraint thread_accepted foreign key (accepted_post_id) references post (id) on delete set null`,
    );
    await runner.query(`
      create table post_version (
        post_id uuid not null,
        number int not null,
        body text not null,
        written_at timestamptz not null,
        constraint post_version_pkey primary key (post_id, number),
        constraint post_version_post foreign key (post_id) references post (id) on delete cascade
      )`);
    await runner.query(`
      create table post_vote (
        post_id uuid not null,
        user_id uuid not null,
        voted_at timestamptz not null,
        constraint post_vote_pkey primary key (post_id, user_id),
        constraint post_vote_post foreign key (post_id) references post (id) on delete cascade,
        constraint post_vote_user foreign key (user_id) references app_user (id) on delete cascade
      )`);
    await runner.query(`create index post_vote_of_user on post_vote (user_id)`);
    await runner.query(`
      create table same_question (
        thread_id uuid not null,
        user_id uuid not null,
        said_at timestamptz not null,
        constraint same_question_pkey primary key (thread_id, user_id),
        constraint same_question_thread foreign key (thread_id) references thread (id) on delete cascade,
        constraint same_question_user foreign key (user_id) references app_user (id) on delete cascade
      )`);
    await runner.query(`create index same_question_of_user on same_question (user_id)`);
    await runner.query(`
      create table mention (
        post_id uuid not null,
        user_id uuid not null,
        constraint mention_pkey primary key (post_id, user_id),
        constraint mention_post foreign key (post_id) references post (id) on delete cascade,
        constraint mention_user foreign key (user_id) references app_user (id) on delete cascade
      )`);
    await runner.query(`create index mention_of_user on mention (user_id)`);
    await runner.query(`
      create table post_report (
        post_id uuid not null,
        user_id uuid not null,
        kind text not null,
        note text,
        reported_at timestamptz not null,
        decided_at timestamptz,
        constraint post_report_pkey primary key (post_id, user_id),
        constraint post_report_post foreign key (post_id) references post (id) on delete cascade,
        constraint post_report_user foreign key (user_id) references app_user (id) on delete cascade,
        constraint post_report_kind check (kind in ('offence', 'spam', 'off-topic', 'private', 'other'))
      )`);
    await runner.query(`create index post_report_of_user on post_report (user_id)`);
    await runner.query(`create index post_report_open on post_report (post_id) where decided_at is null`);
    // How somebody follows a cohort, one of its modules, or a thread; the nearest counts.
    await runner.query(`
      create table following (
        id uuid not null,
        user_id uuid not null,
        cohort_id uuid not null,
        module_id uuid,
        thread_id uuid,
        level text not null,
        changed_at timestamptz not null,
        constraint following_pkey primary key (id),
        constraint following_once unique nulls not distinct (user_id, cohort_id, module_id, thread_id),
        constraint following_user foreign key (user_id) references app_user (id) on delete cascade,
        constraint following_cohort foreign key (cohort_id) references cohort (id) on delete cascade,
        constraint following_module foreign key (module_id) references module (id) on delete cascade,
        constraint following_thread foreign key (thread_id) references thread (id) on delete cascade,
        constraint following_level check (level in ('watch', 'follow', 'mute')),
        constraint following_one check (module_id is null or thread_id is null)
      )`);
    await runner.query(`
      create table read_marker (
        user_id uuid not null,
        thread_id uuid not null,
        number int not null,
        changed_at timestamptz not null,
        constraint read_marker_pkey primary key (user_id, thread_id),
        constraint read_marker_user foreign key (user_id) references app_user (id) on delete cascade,
        constraint read_marker_thread foreign key (thread_id) references thread (id) on delete cascade
      )`);
    await runner.query(`create index read_marker_of_thread on read_marker (thread_id)`);
    await runner.query(`
      create table discussion_draft (
        user_id uuid not null,
        place text not null,
        body jsonb not null,
        revision int not null,
        changed_at timestamptz not null,
        constraint discussion_draft_pkey primary key (user_id, place),
        constraint discussion_draft_user foreign key (user_id) references app_user (id) on delete cascade
      )`);
    await runner.query(`
      create table discussion_file (
        file_id uuid not null,
        nameless_id uuid,
        cohort_id uuid not null,
        user_id uuid,
        post_id uuid,
        created_at timestamptz not null,
        constraint discussion_file_pkey primary key (file_id),
        constraint discussion_file_file foreign key (file_id) references stored_file (id) on delete cascade,
        constraint discussion_file_nameless_file foreign key (nameless_id) references stored_file (id) on delete set null,
        constraint discussion_file_cohort foreign key (cohort_id) references cohort (id) on delete cascade,
        constraint discussion_file_user foreign key (user_id) references app_user (id) on delete set null,
        constraint discussion_file_post foreign key (post_id) references post (id) on delete set null
      )`);
    await runner.query(`create index discussion_file_of_post on discussion_file (post_id)`);
    await runner.query(`create index discussion_file_open on discussion_file (created_at) where post_id is null`);
    await runner.query(`create index discussion_file_of_user on discussion_file (user_id, post_id)`);
    await runner.query(`create index discussion_file_nameless on discussion_file (nameless_id)`);
    await runner.query(`
      create table announcement (
        id uuid not null,
        cohort_id uuid not null,
        title text not null,
        body text not null,
        author_id uuid,
        publish_at timestamptz not null,
        published_at timestamptz,
        cancelled_at timestamptz,
        thread_id uuid,
        created_at timestamptz not null,
        constraint announcement_pkey primary key (id),
        constraint announcement_cohort foreign key (cohort_id) references cohort (id) on delete cascade,
        constraint announcement_author foreign key (author_id) references app_user (id) on delete set null,
        constraint announcement_thread foreign key (thread_id) references thread (id) on delete set null
      )`);
    await runner.query(
      `create index announcement_due on announcement (publish_at) where published_at is null and cancelled_at is null`,
    );
    await runner.query(`create index announcement_of_cohort on announcement (cohort_id, publish_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table thread drop constraint thread_accepted`);
    await runner.query(
      `drop table announcement, discussion_file, discussion_draft, read_marker, following, post_report, mention, same_question, post_vote, post_version, post, thread, learning_group_member, learning_group, discussion_setting`,
    );
    await runner.query(`drop function words_of_post, words_of_thread`);
    await runner.query(`drop text search configuration kohorte_german`);
    await runner.query(`drop text search configuration kohorte_english`);
  }
}
