import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person wants by mail, and how far they have read; no row means the defaults. */
@Entity()
export class NotificationSetting {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notification_setting_pkey' }) userId: string;
  @Column('boolean', { default: true }) releaseMails: boolean;
  @Column('boolean', { default: true }) enrolmentMails: boolean;
  @Column('boolean', { default: true }) reviewMails: boolean;
  @Column('timestamptz', { nullable: true }) readUpTo: Date | null;
}
