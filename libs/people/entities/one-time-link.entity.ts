import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { AppUser } from './app-user.entity.js';

/** A secret link that lets somebody in once: to set a password, or to become the first admin. */
@Entity()
@Unique('one_time_link_secret', ['secretHash'])
@Check('one_time_link_purpose', `purpose in ('first-admin', 'set-password')`)
@Check('one_time_link_names_user', `(purpose = 'set-password') = (user_id is not null)`)
export class OneTimeLink {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'one_time_link_pkey' }) id: string;
  @Column('bytea') secretHash: Buffer;
  @Column('text') purpose: 'first-admin' | 'set-password';
  @Column('uuid', { nullable: true }) userId: string | null;
  @ManyToOne(() => AppUser, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'one_time_link_user' })
  user: Relation<AppUser> | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
}
