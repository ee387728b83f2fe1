import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A digest that was laid for a person; its id is made of the person and the day, so that there is one. */
@Entity()
@Index('digest_of_user', ['userId', 'laidAt'])
export class Digest {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'digest_pkey' }) id: string;
  @Column('uuid') userId: string;
  /** The day in the person's zone. */
  @Column('date') periodOn: string;
  /** Tells what has come since. */
  @Column('timestamptz') since: Date;
  @Column('timestamptz') laidAt: Date;
}
