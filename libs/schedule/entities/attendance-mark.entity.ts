import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { SessionSeat } from './session-seat.entity.js';

/** That somebody was there, or not; a correction is one mark more, and the newest counts. */
@Entity()
@Index('attendance_mark_newest', ['sessionId', 'enrolmentId', 'id'])
@Check('attendance_mark_mark', `mark in ('present', 'late', 'excused', 'absent')`)
@Check('attendance_mark_way', `way in ('roster', 'code')`)
export class AttendanceMark {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'attendance_mark_pkey' }) id: string;
  @Column('uuid') sessionId: string;
  @Column('uuid') enrolmentId: string;
  @ManyToOne(() => SessionSeat, { onDelete: 'CASCADE' })
  @JoinColumn([
    { name: 'session_id', referencedColumnName: 'sessionId', foreignKeyConstraintName: 'attendance_mark_seat' },
    { name: 'enrolment_id', referencedColumnName: 'enrolmentId', foreignKeyConstraintName: 'attendance_mark_seat' },
  ])
  seat: Relation<SessionSeat>;
  @Column('text') mark: 'present' | 'late' | 'excused' | 'absent';
  @Column('text') way: 'roster' | 'code';
  @Column('uuid', { nullable: true }) markedBy: string | null;
  @Column('timestamptz') markedAt: Date;
}
