import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Cohort } from './cohort.entity.js';
import { Enrolment } from './enrolment.entity.js';

/** The opening of one module: to a whole cohort, or to one learner who goes by their own start. */
@Entity()
@Unique('release_once', ['cohortId', 'moduleId', 'enrolmentId'])
@Index('release_due', ['opensAt'], { where: 'released_at is null' })
@Index('release_of_enrolment', ['enrolmentId'], { where: 'enrolment_id is not null' })
@Check('release_moved_by', `moved_by in ('holiday', 'break', 'hand')`)
export class Release {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'release_pkey' }) id: string;
  @Column('uuid') cohortId: string;
  @ManyToOne(() => Cohort, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'cohort_id', foreignKeyConstraintName: 'release_cohort' })
  cohort: Relation<Cohort>;
  @Column('uuid') moduleId: string;
  /** Only for relative pacing. */
  @Column('uuid', { nullable: true }) enrolmentId: string | null;
  @ManyToOne(() => Enrolment, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'enrolment_id', foreignKeyConstraintName: 'release_enrolment' })
  enrolment: Relation<Enrolment> | null;
  /** The week it is labelled with, from 1. */
  @Column('int') step: number;
  /** From this instant on the module is open, whether or not any job has run. */
  @Column('timestamptz') opensAt: Date;
  /** The day it had before a holiday or a break moved it. */
  @Column('date') plannedOn: string;
  @Column('text', { nullable: true }) movedBy: 'holiday' | 'break' | 'hand' | null;
  @Column('text', { nullable: true }) holiday: string | null;
  /** When the opening was noticed and people were told. */
  @Column('timestamptz', { nullable: true }) releasedAt: Date | null;
  @Column('timestamptz') changedAt: Date;
  /** Rises with each change of the instant, as calendars expect. */
  @Column('int', { default: 0 }) sequence: number;
}
