import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One item that one learner has done; who takes it back has no row. */
@Entity()
export class DoneMark {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'done_mark_pkey' }) enrolmentId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'done_mark_pkey' }) itemId: string;
  @Column('timestamptz') doneAt: Date;
}
