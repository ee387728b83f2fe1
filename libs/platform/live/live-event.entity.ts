import { Check, Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** Something that was told live, kept for an hour; ids only. */
@Entity('live_event')
@Unique('live_event_once', ['factId', 'threadId'])
@Index('live_event_tx', ['tx'])
@Index('live_event_created', ['createdAt'])
@Check('live_event_small', `octet_length(payload::text) <= 1024`)
export class StoredLiveEvent {
  @PrimaryGeneratedColumn('identity', { primaryKeyConstraintName: 'live_event_pkey', generatedIdentity: 'ALWAYS', type: 'bigint' }) // prettier-ignore
  id: string;
  /** The transaction that wrote it. */
  @Column('bigint') tx: string;
  @Column('text') kind: string;
  @Column('uuid', { nullable: true }) cohortId: string | null;
  @Column('uuid', { nullable: true }) threadId: string | null;
  @Column('uuid', { nullable: true }) groupId: string | null;
  /** To whom alone it is told. */
  @Column('uuid', { nullable: true }) userId: string | null;
  /** What caused it: it is told once. */
  @Column('uuid', { nullable: true }) factId: string | null;
  @Column('jsonb', { default: {} }) payload: Record<string, string | number | null>;
  @Column('timestamptz') createdAt: Date;
}
