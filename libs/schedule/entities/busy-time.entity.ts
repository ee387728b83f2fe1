import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A time in which somebody cannot come: an absence entered by hand, or what their own calendar calls busy. */
@Entity()
@Index('busy_time_of_user', ['userId', 'endsAt'])
@Check('busy_time_order', `ends_at > starts_at`)
@Check('busy_time_source', `source in ('absence', 'calendar')`)
export class BusyTime {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'busy_time_pkey' }) id: string;
  @Column('uuid') userId: string;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') endsAt: Date;
  @Column('text') source: 'absence' | 'calendar';
  @Column('text', { nullable: true }) note: string | null;
}
