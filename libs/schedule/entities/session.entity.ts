import type { SessionMode } from '@kohorte/rules';
import {
  Check,
  Column,
  Entity,
  Exclusion,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
  Unique,
} from 'typeorm';
import { CohortGroup } from './cohort-group.entity.js';
import { Room } from './room.entity.js';

/** One live meeting of one group, as everybody has been told. */
@Entity()
@Index('session_of_group', ['groupId', 'itemId'], { unique: true, where: 'cancelled_at is null' })
@Index('session_of_cohort', ['cohortId', 'startsAt'])
@Index('session_by_time', ['startsAt'], { where: 'cancelled_at is null' })
@Unique('session_time', ['id', 'startsAt', 'endsAt'])
@Check('session_mode', `mode in ('on-site', 'online', 'hybrid')`)
@Check('session_order', `ends_at > starts_at`)
@Exclusion(
  'session_room_once',
  `using gist (room_id with =, tstzrange(starts_at, ends_at) with &&) where (cancelled_at is null)`,
  { deferrable: 'INITIALLY DEFERRED' },
)
export class Session {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_pkey' }) id: string;
  @Column('uuid') cohortId: string;
  @Column('uuid') itemId: string;
  @Column('uuid') groupId: string;
  @ManyToOne(() => CohortGroup, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'group_id', foreignKeyConstraintName: 'session_group' })
  group: Relation<CohortGroup>;
  @Column('text') mode: SessionMode;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') endsAt: Date;
  @Column('uuid', { nullable: true }) roomId: string | null;
  @ManyToOne(() => Room)
  @JoinColumn({ name: 'room_id', foreignKeyConstraintName: 'session_room' })
  room: Relation<Room> | null;
  /** Of the room; `null`: no limit. */
  @Column('int', { nullable: true }) seats: number | null;
  @Column('text', { nullable: true }) joinUrl: string | null;
  /** Rises with each change that people are told of (RFC 5546). */
  @Column('int', { default: 0 }) sequence: number;
  @Column('timestamptz') publishedAt: Date;
  @Column('timestamptz') changedAt: Date;
  @Column('timestamptz', { nullable: true }) cancelledAt: Date | null;
  /** When it was decided whether enough people come. */
  @Column('timestamptz', { nullable: true }) goDecidedAt: Date | null;
  /** What the rotating codes of its attendance are made from. */
  @Column('bytea') codeSecret: Buffer;
}
