import type { Criterion } from '@kohorte/rules';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { ReviewRound } from './round.entity.js';

/** A rubric as it stood at a time; a submission keeps the one it was handed in for. */
@Entity()
@Unique('rubric_number', ['roundId', 'number'])
export class Rubric {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'rubric_pkey' }) id: string;
  @Column('uuid') roundId: string;
  @ManyToOne(() => ReviewRound, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'rubric_round' })
  round: Relation<ReviewRound>;
  @Column('int') number: number;
  @Column('jsonb') criteria: Criterion[];
  @Column('timestamptz') createdAt: Date;
  @Column('uuid', { nullable: true }) createdBy: string | null;
}
