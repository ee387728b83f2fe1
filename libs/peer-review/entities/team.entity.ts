import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ReviewRound } from './round.entity.js';

/** Learners who hand in together. */
@Entity()
@Index('team_of_round', ['roundId'])
export class Team {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'team_pkey' }) id: string;
  @Column('uuid') roundId: string;
  @ManyToOne(() => ReviewRound, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'team_round' })
  round: Relation<ReviewRound>;
  @Column('text') name: string;
}
