import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An answer by mail that was taken: each message once, however often the gateway hands it over. */
@Entity()
@Index('inbound_answer_of_post', ['postId'])
export class InboundAnswer {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'inbound_answer_pkey' }) userId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'inbound_answer_pkey' }) messageId: string;
  /** What became of it. */
  @Column('uuid', { nullable: true }) postId: string | null;
  @Column('timestamptz') receivedAt: Date;
}
