import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Somebody has marked a broadcast as read, by itself. */
@Entity()
@Index('broadcast_read_of_broadcast', ['broadcastId'])
export class BroadcastRead {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'broadcast_read_pkey' }) userId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'broadcast_read_pkey' }) broadcastId: string;
  @Column('timestamptz') readAt: Date;
}
