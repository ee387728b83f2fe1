import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The reusable template a trainer authors; what it says of itself stands in its versions. */
@Entity()
export class Course {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'course_pkey' }) id: string;
  @Column('uuid', { nullable: true }) createdBy: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') changedAt: Date;
}
