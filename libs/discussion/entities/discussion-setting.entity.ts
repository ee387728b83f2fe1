import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How a cohort discusses; no row means the defaults. */
@Entity()
@Check('discussion_setting_target', `answer_target_hours between 1 and 720`)
@Check('discussion_setting_slow', `slow_mode_seconds between 0 and 86400`)
@Check('discussion_setting_hide', `hide_after_reports between 1 and 100`)
export class DiscussionSetting {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'discussion_setting_pkey' }) cohortId: string;
  @Column('text', { nullable: true }) guidelines: string | null;
  @Column('int', { default: 24 }) answerTargetHours: number;
  @Column('int', { default: 0 }) slowModeSeconds: number;
  @Column('boolean', { default: false }) anonymousAllowed: boolean;
  @Column('int', { default: 3 }) hideAfterReports: number;
  @Column('boolean', { default: true }) trainersSeeGroups: boolean;
  @Column('text', { array: true, default: [] }) prompts: string[];
  @Column('timestamptz') changedAt: Date;
}
