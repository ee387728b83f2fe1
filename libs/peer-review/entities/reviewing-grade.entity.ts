import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ReviewRound } from './round.entity.js';

/** How somebody has reviewed in a round. */
@Entity()
@Index('reviewing_grade_of_enrolment', ['enrolmentId'])
export class ReviewingGrade {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reviewing_grade_pkey' }) roundId: string;
  @ManyToOne(() => ReviewRound, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'reviewing_grade_round' })
  round: Relation<ReviewRound>;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reviewing_grade_pkey' }) enrolmentId: string;
  @Column('real') points: number;
  @Column('real') agreement: number;
  @Column('real', { nullable: true }) helpfulness: number | null;
  /** Points milder (above 0) or more severe than the others. */
  @Column('real', { nullable: true }) bias: number | null;
  @Column('real', { nullable: true }) noise: number | null;
  @Column('int') given: number;
  @Column('int') owed: number;
  @Column('timestamptz') computedAt: Date;
}
