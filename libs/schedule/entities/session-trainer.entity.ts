import { Column, Entity, Exclusion, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Session } from './session.entity.js';

/** Who leads a session. Its time stands here, too, so that Postgres sees when somebody would be needed twice. */
@Entity()
@Index('session_trainer_of_user', ['userId', 'startsAt'])
@Exclusion(
  'session_trainer_once',
  `using gist (user_id with =, tstzrange(starts_at, ends_at) with &&) where (left_at is null)`,
  { deferrable: 'INITIALLY DEFERRED' },
)
export class SessionTrainer {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_trainer_pkey' }) sessionId: string;
  @ManyToOne(() => Session, { onDelete: 'CASCADE', onUpdate: 'CASCADE' })
  @JoinColumn([
    { name: 'session_id', referencedColumnName: 'id', foreignKeyConstraintName: 'session_trainer_session' },
    { name: 'starts_at', referencedColumnName: 'startsAt', foreignKeyConstraintName: 'session_trainer_session' },
    { name: 'ends_at', referencedColumnName: 'endsAt', foreignKeyConstraintName: 'session_trainer_session' },
  ])
  session: Relation<Session>;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_trainer_pkey' }) userId: string;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') endsAt: Date;
  @Column('timestamptz') joinedAt: Date;
  /** Leads it no longer since then; kept, so that they can be told. */
  @Column('timestamptz', { nullable: true }) leftAt: Date | null;
}
