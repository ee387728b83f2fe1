import type { EnrolmentStatus } from '@kohorte/rules';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Cohort } from './cohort.entity.js';

/** One learner in one cohort. Whoever leaves and comes back keeps the row. */
@Entity()
@Unique('enrolment_once', ['cohortId', 'userId'])
@Index('enrolment_of_user', ['userId'], { where: `status <> 'withdrawn'` })
@Index('enrolment_queue', ['cohortId', 'queueNumber'], { where: `status = 'waitlisted'` })
@Index('enrolment_offers', ['offerEndsAt'], { where: 'offer_ends_at is not null' })
@Index('enrolment_batch', ['batchId'], { where: 'batch_id is not null' })
@Check('enrolment_status', `status in ('requested', 'waitlisted', 'active', 'completed', 'withdrawn')`)
@Check('enrolment_requested', `status <> 'requested' or requested_at is not null`)
@Check('enrolment_queued', `status <> 'waitlisted' or (queued_at is not null and queue_number is not null)`)
@Check('enrolment_active', `status not in ('active', 'completed') or active_at is not null`)
@Check('enrolment_completed', `(status = 'completed') = (completed_at is not null)`)
@Check('enrolment_withdrawn', `(status = 'withdrawn') = (withdrawn_at is not null)`)
@Check('enrolment_offer', `offer_ends_at is null or status = 'waitlisted'`)
export class Enrolment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'enrolment_pkey' }) id: string;
  @Column('uuid') cohortId: string;
  @Column('uuid') userId: string;
  @ManyToOne(() => Cohort, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'cohort_id', foreignKeyConstraintName: 'enrolment_cohort' })
  cohort: Relation<Cohort>;
  @Column('text') status: EnrolmentStatus;
  /** The place in the waitlist goes by it: it rises with each entry into one. */
  @Column('bigint', { nullable: true }) queueNumber: string | null;
  @Column('timestamptz', { nullable: true }) requestedAt: Date | null;
  @Column('timestamptz', { nullable: true }) queuedAt: Date | null;
  /** Until then a seat is held for whoever waited. */
  @Column('timestamptz', { nullable: true }) offerEndsAt: Date | null;
  /** Offers that ended unanswered since the person last joined. */
  @Column('int', { default: 0 }) offersLapsed: number;
  @Column('timestamptz', { nullable: true }) activeAt: Date | null;
  @Column('timestamptz', { nullable: true }) completedAt: Date | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
  /** The bulk enrolment that it came by. */
  @Column('uuid', { nullable: true }) batchId: string | null;
}
