import type { MailWay, NoticeTopic } from '@kohorte/contracts';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How a person wants to hear of a topic; no row means the default. */
@Entity()
@Check('notification_preference_mail', `mail in ('at-once', 'digest', 'none')`)
export class NotificationPreference {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notification_preference_pkey' }) userId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'notification_preference_pkey' }) topic: NoticeTopic;
  @Column('text') mail: MailWay;
  @Column('boolean') push: boolean;
}
