import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** The secret subscription link of one person's timetable; of the secret only its fingerprint is kept. */
@Entity('calendar_feed')
@Unique('calendar_feed_of_user', ['userId'])
@Unique('calendar_feed_secret', ['secretHash'])
export class CalendarFeedLink {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'calendar_feed_pkey' }) id: string;
  @Column('uuid') userId: string;
  @Column('bytea') secretHash: Buffer;
  @Column('timestamptz') createdAt: Date;
  /** When a calendar program last asked; noted at most every ten minutes. */
  @Column('timestamptz', { nullable: true }) lastReadAt: Date | null;
}
