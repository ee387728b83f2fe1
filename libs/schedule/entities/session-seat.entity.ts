import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Session } from './session.entity.js';

/** A learner's seat in a session, and whether they come. */
@Entity()
@Index('session_seat_of_user', ['userId'])
@Index('session_seat_of_enrolment', ['enrolmentId'])
@Check('session_seat_answer', `answer in ('yes', 'no', 'maybe')`)
@Check('session_seat_answered', `(answer is null) = (answered_at is null)`)
export class SessionSeat {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_seat_pkey' }) sessionId: string;
  @ManyToOne(() => Session, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id', foreignKeyConstraintName: 'session_seat_session' })
  session: Relation<Session>;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_seat_pkey' }) enrolmentId: string;
  @Column('uuid') userId: string;
  @Column('timestamptz') seatedAt: Date;
  /** Waits for a seat since then; `null`: has one. */
  @Column('timestamptz', { nullable: true }) waitsSince: Date | null;
  /** Has given it up, or was put elsewhere. */
  @Column('timestamptz', { nullable: true }) leftAt: Date | null;
  /** Chose this session over the one of the own group; stays so when schedules are published anew. */
  @Column('timestamptz', { nullable: true }) chosenAt: Date | null;
  @Column('text', { nullable: true }) answer: 'yes' | 'no' | 'maybe' | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
}
