import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** What a trainer is qualified for, and how much they do. */
@Entity()
@Check('trainer_profile_limits', `most_per_day >= 1 and most_per_week >= 1`)
export class TrainerProfile {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'trainer_profile_pkey' }) userId: string;
  @Column('text', { array: true, default: '{}' }) qualifications: string[];
  /** Sessions; `null`: no limit. */
  @Column('int', { nullable: true }) mostPerDay: number | null;
  @Column('int', { nullable: true }) mostPerWeek: number | null;
  /** Sites besides their own. */
  @Column('uuid', { array: true, default: '{}' }) travelsTo: string[];
}
