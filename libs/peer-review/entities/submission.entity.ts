import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ReviewRound } from './round.entity.js';
import { Rubric } from './rubric.entity.js';
import { Team } from './team.entity.js';

/** What one learner or team hands in; a draft until it is. */
@Entity()
@Index('submission_of_team', ['teamId'], { unique: true, where: 'team_id is not null' })
@Index('submission_in_pool', ['roundId'], { where: 'handed_in_at is not null and excluded_at is null' })
@Check('submission_pinned', `handed_in_at is null or rubric_id is not null`)
export class Submission {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'submission_pkey' }) id: string;
  @Column('uuid') roundId: string;
  @ManyToOne(() => ReviewRound, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'submission_round' })
  round: Relation<ReviewRound>;
  @Column('uuid', { nullable: true }) teamId: string | null;
  @ManyToOne(() => Team, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'team_id', foreignKeyConstraintName: 'submission_team' })
  team: Relation<Team> | null;
  /** Pinned when it is handed in. */
  @Column('uuid', { nullable: true }) rubricId: string | null;
  @ManyToOne(() => Rubric)
  @JoinColumn({ name: 'rubric_id', foreignKeyConstraintName: 'submission_rubric' })
  rubric: Relation<Rubric> | null;
  @Column('text', { nullable: true }) text: string | null;
  @Column('text', { nullable: true }) link: string | null;
  @Column('text', { nullable: true }) video: string | null;
  /** Rises with each change, so that two devices do not overwrite each other. */
  @Column('int', { default: 0 }) revision: number;
  @Column('timestamptz') changedAt: Date;
  @Column('timestamptz', { nullable: true }) handedInAt: Date | null;
  @Column('uuid', { nullable: true }) handedInBy: string | null;
  @Column('boolean', { default: false }) late: boolean;
  @Column('timestamptz', { nullable: true }) excludedAt: Date | null;
  @Column('text', { nullable: true }) excludedWhy: string | null;
  @Column('timestamptz', { nullable: true }) galleryAt: Date | null;
}
