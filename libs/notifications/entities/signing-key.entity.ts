import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A secret of the product's own that links are signed with. */
@Entity()
export class SigningKey {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'signing_key_pkey' }) name: 'mail-links';
  @Column('bytea') secret: Buffer;
}
