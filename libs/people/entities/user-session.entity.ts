import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { AppUser } from './app-user.entity.js';

/** One person signed in on one device. */
@Entity()
@Unique('user_session_secret', ['secretHash'])
@Index('user_session_of_user', ['userId'])
@Index('user_session_expiry', ['expiresAt'])
export class UserSession {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'user_session_pkey' }) id: string;
  @Column('bytea') secretHash: Buffer;
  @Column('uuid') userId: string;
  @ManyToOne(() => AppUser, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'user_session_user' })
  user: Relation<AppUser>;
  /** The browser, as it calls itself. */
  @Column('text') agent: string;
  @Column('timestamptz') createdAt: Date;
  /** True to the hour. */
  @Column('timestamptz') seenAt: Date;
  @Column('timestamptz') expiresAt: Date;
}
