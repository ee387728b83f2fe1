import type { Language } from '@kohorte/contracts';
import type { Role } from '@kohorte/rules';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { OrgUnit } from './org-unit.entity.js';

/** A person who can sign in. */
@Entity()
@Unique('app_user_email', ['email'])
@Index('app_user_of_unit', ['orgUnitId'])
@Index('app_user_by_name', ['familyName', 'givenName', 'id'])
@Index('app_user_admins', ['id'], { where: `'admin' = any(roles) and deactivated_at is null` })
@Index('app_user_search', { synchronize: false })
@Check('app_user_language', `language in ('de', 'en')`)
@Check('app_user_roles', `roles <@ array['trainer', 'admin']`)
export class AppUser {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'app_user_pkey' }) id: string;
  @Column('citext') email: string;
  @Column('text') givenName: string;
  @Column('text') familyName: string;
  @Column('text', { nullable: true }) jobTitle: string | null;
  @Column('uuid', { nullable: true }) orgUnitId: string | null;
  @ManyToOne(() => OrgUnit)
  @JoinColumn({ name: 'org_unit_id', foreignKeyConstraintName: 'app_user_unit' })
  orgUnit: Relation<OrgUnit> | null;
  @Column('text', { default: 'de' }) language: Language;
  @Column('text', { default: 'Europe/Berlin' }) timeZone: string;
  @Column('text', { array: true, default: '{}' }) roles: Role[];
  /** `null` until the person has set one: nobody can sign in with it. */
  @Column('text', { nullable: true }) passwordHash: string | null;
  @Column('timestamptz') createdAt: Date;
  /** Since when the person is kept out. */
  @Column('timestamptz', { nullable: true }) deactivatedAt: Date | null;

  /** Counts among those who can run this Kohorte. */
  get isActiveAdmin(): boolean {
    return this.roles.includes('admin') && this.deactivatedAt === null;
  }
}
