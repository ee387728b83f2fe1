import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One attempt on an account that was not successful, or is not yet; also for accounts that do not exist. */
@Entity()
@Index('failed_sign_in_recent', ['accountHash', 'failedAt'])
export class FailedSignIn {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'failed_sign_in_pkey' }) id: string;
  @Column('bytea') accountHash: Buffer;
  @Column('timestamptz') failedAt: Date;
}
