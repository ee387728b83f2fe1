import type { NoticeKind } from '@kohorte/contracts';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** Something one person is told. */
@Entity()
@Unique('notice_once', ['userId', 'kind', 'onceKey'])
@Index('notice_of_user', ['userId', 'createdAt'])
export class Notice {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notice_pkey' }) id: string;
  @Column('uuid') userId: string;
  @Column('text') kind: NoticeKind;
  /** What it is about: an enrolment, a release, a cohort or an import, as the kind says. */
  @Column('uuid') subjectId: string;
  @Column('uuid') onceKey: string;
  @Column('timestamptz') createdAt: Date;
}
