import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** One assignment in one cohort: what was moved by hand, and which phases have been noted. */
@Entity()
@Unique('review_round_once', ['cohortId', 'itemId'])
@Index('review_round_running', ['id'], { where: 'published_at is null' })
export class ReviewRound {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'review_round_pkey' }) id: string;
  @Column('uuid') cohortId: string;
  @Column('uuid') itemId: string;
  /** What allocations of this round are drawn from. */
  @Column('int') seed: number;
  /** By hand, for the whole cohort; `null`: as the course says. */
  @Column('timestamptz', { nullable: true }) dueMovedTo: Date | null;
  @Column('timestamptz', { nullable: true }) reviewsMovedTo: Date | null;
  /** When the due date was last moved, for all or for somebody, and how often: calendars go by it. */
  @Column('timestamptz', { nullable: true }) deadlinesChangedAt: Date | null;
  @Column('int', { default: 0 }) deadlinesSequence: number;
  @Column('timestamptz') createdAt: Date;
  /** Each phase is noted once, when its sweep has acted on it. */
  @Column('timestamptz', { nullable: true }) reviewsOpenedAt: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  @Column('timestamptz', { nullable: true }) allocatedAt: Date | null;
  @Column('timestamptz', { nullable: true }) moreAskedAt: Date | null;
  @Column('timestamptz', { nullable: true }) reviewsClosedAt: Date | null;
  @Column('timestamptz', { nullable: true }) gradedAt: Date | null;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
}
