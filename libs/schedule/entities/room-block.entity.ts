import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Room } from './room.entity.js';

/** A time in which a room is not to be had. */
@Entity()
@Index('room_block_of_room', ['roomId', 'endsAt'])
@Check('room_block_order', `ends_at > starts_at`)
export class RoomBlock {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'room_block_pkey' }) id: string;
  @Column('uuid') roomId: string;
  @ManyToOne(() => Room, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'room_id', foreignKeyConstraintName: 'room_block_room' })
  room: Relation<Room>;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') endsAt: Date;
  @Column('text', { nullable: true }) note: string | null;
}
