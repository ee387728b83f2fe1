import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is known of a kept file. Who may read it follows from where it is used. */
@Entity()
export class StoredFile {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'stored_file_pkey' }) id: string;
  /** The name it came with; for showing and downloading only. */
  @Column('text') name: string;
  @Column('text') mediaType: string;
  @Column('bigint') bytes: string;
  @Column('bytea') sha256: Buffer;
  @Column('text') path: string;
  @Column('timestamptz') createdAt: Date;
}
