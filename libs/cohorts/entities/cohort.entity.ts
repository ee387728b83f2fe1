import { type Admission, type Door, type OnHoliday, type Pacing, type ReleasePlan } from '@kohorte/rules';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { RegionalPlan } from '../calendar.js';
import { doorOf } from '../door.js';

/** One run of one course version by one group of people. */
@Entity()
@Index('cohort_of_course', ['courseId', 'startOn'])
@Index('cohort_of_version', ['versionId'])
@Index('cohort_by_start', ['startOn', 'id'])
@Check('cohort_pacing', `pacing in ('weekly', 'relative', 'all-at-once')`)
@Check('cohort_weekday', `weekday between 1 and 7`)
@Check('cohort_on_holiday', `on_holiday in ('keep', 'next-working-day', 'skip-week')`)
@Check('cohort_admission', `admission in ('open', 'approval', 'invitation')`)
@Check('cohort_seats', `seats_taken >= 0 and waiting >= 0 and (capacity is null or seats_taken <= capacity)`)
export class Cohort {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cohort_pkey' }) id: string;
  @Column('uuid') courseId: string;
  @Column('uuid') versionId: string;
  @Column('text') name: string;
  @Column('text') pacing: Pacing;
  @Column('date') startOn: string;
  /** The day on which its last week ends, as planned or moved. */
  @Column('date') endsOn: string;
  /** From this instant on it lies in the past; `null` while it goes on for as long as people join. */
  @Column('timestamptz', { nullable: true }) endsAt: Date | null;
  @Column('text') timeZone: string;
  @Column('int') weekday: number;
  @Column('text') releaseTime: string;
  @Column('int') modulesPerStep: number;
  @Column('int') weeksPerStep: number;
  @Column('text') onHoliday: OnHoliday;
  @Column('text') holidayRegion: string;
  @Column('jsonb', { default: [] }) breaks: { from: string; to: string }[];
  @Column('text') admission: Admission;
  @Column('int', { nullable: true }) capacity: number | null;
  /** People who are active or completed, and seats held by offers. Counted by a trigger: never written here. */
  @Column({ type: 'int', default: 0, insert: false, update: false }) seatsTaken: number;
  /** People in the waitlist without an offer. Counted by a trigger: never written here. */
  @Column({ type: 'int', default: 0, insert: false, update: false }) waiting: number;
  @Column('timestamptz', { nullable: true }) enrolmentOpensAt: Date | null;
  @Column('timestamptz', { nullable: true }) enrolmentClosesAt: Date | null;
  @Column('int', { default: 48 }) offerHours: number;
  @Column('uuid', { nullable: true }) createdBy: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) cancelledAt: Date | null;

  get plan(): ReleasePlan {
    const { pacing, startOn, timeZone, weekday, modulesPerStep, weeksPerStep, onHoliday, breaks } = this;
    return {
      pacing,
      startOn,
      timeZone,
      weekday,
      time: this.releaseTime,
      modulesPerStep,
      weeksPerStep,
      onHoliday,
      breaks,
    };
  }

  get regionalPlan(): RegionalPlan {
    return { ...this.plan, holidayRegion: this.holidayRegion };
  }

  /** What of it decides who may join. */
  get door(): Door {
    return doorOf(this);
  }

  hasEnded(now: Date): boolean {
    return this.endsAt !== null && now >= this.endsAt;
  }
}
