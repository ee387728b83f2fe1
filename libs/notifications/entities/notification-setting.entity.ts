import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** When a person wants mails, and how far they have read; no row means the defaults, which the columns have too. */
@Entity()
@Check('notification_setting_digest', `digest in ('daily', 'weekly', 'none')`)
@Check('notification_setting_hour', `digest_hour between 0 and 23`)
@Check('notification_setting_weekday', `digest_weekday between 1 and 7`)
@Check('notification_setting_quiet', `num_nulls(quiet_from, quiet_until) <> 1`)
@Check('notification_setting_days', `cardinality(working_days) > 0`)
@Check('notification_setting_budget', `mails_a_day between 0 and 50`)
export class NotificationSetting {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notification_setting_pkey' }) userId: string;
  @Column('timestamptz', { nullable: true }) readUpTo: Date | null;
  @Column('text', { default: 'daily' }) digest: 'daily' | 'weekly' | 'none';
  @Column('int', { default: 8 }) digestHour: number;
  /** Monday is 1. */
  @Column('int', { default: 1 }) digestWeekday: number;
  /** Wall-clock times in the person's zone, `20:00`. */
  @Column('text', { nullable: true, default: '20:00' }) quietFrom: string | null;
  @Column('text', { nullable: true, default: '07:00' }) quietUntil: string | null;
  @Column('int', { array: true, default: () => `'{1,2,3,4,5}'` }) workingDays: number[];
  /** Mails at once within a day; the rest waits for the digest. */
  @Column('int', { name: 'mails_a_day', default: 5 }) mailsADay: number;
}
