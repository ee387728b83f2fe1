import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A browser that takes push messages for a person. */
@Entity()
@Unique('push_subscription_endpoint', ['endpoint'])
@Index('push_subscription_of_user', ['userId'])
export class PushSubscription {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'push_subscription_pkey' }) id: string;
  @Column('uuid') userId: string;
  /** An address at the push service of the browser's maker. */
  @Column('text') endpoint: string;
  @Column('text') p256dh: string;
  @Column('text') auth: string;
  @Column('timestamptz') createdAt: Date;
}
