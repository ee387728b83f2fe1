import type { NoticeKind } from '@kohorte/contracts';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** Something a whole cohort is told: one row, read by all. */
@Entity()
@Unique('broadcast_once', ['kind', 'onceKey'])
@Index('broadcast_of_cohort', ['cohortId', 'createdAt'])
export class Broadcast {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'broadcast_pkey' }) id: string;
  @Column('uuid') cohortId: string;
  @Column('text') kind: NoticeKind;
  /** What it is about: a release or a cohort, as the kind says. */
  @Column('uuid') subjectId: string;
  /** Nothing is told twice for one key. */
  @Column('uuid') onceKey: string;
  @Column('timestamptz') createdAt: Date;
}
