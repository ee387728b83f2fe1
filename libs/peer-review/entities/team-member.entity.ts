import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Team } from './team.entity.js';

/** A learner in a team; in one team of a round at the most. */
@Entity()
@Index('team_member_of_team', ['teamId'])
@Index('team_member_of_enrolment', ['enrolmentId'])
export class TeamMember {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'team_member_pkey' }) roundId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'team_member_pkey' }) enrolmentId: string;
  @Column('uuid') teamId: string;
  @ManyToOne(() => Team, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'team_id', foreignKeyConstraintName: 'team_member_team' })
  team: Relation<Team>;
}
