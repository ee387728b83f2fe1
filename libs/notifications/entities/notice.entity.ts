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
  /** What it is about: an enrolment, a release, a post or an import, as the kind says. */
  @Column('uuid') subjectId: string;
  @Column('uuid') onceKey: string;
  @Column('timestamptz') createdAt: Date;
  /** For posts: it stands for those of the thread after this number, which the person had read when it was told. */
  @Column('int', { nullable: true }) afterNumber: number | null;
  /** Marked as read by itself. */
  @Column('timestamptz', { nullable: true }) readAt: Date | null;
}
