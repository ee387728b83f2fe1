/** Something handed in, as far as allocating reviews is concerned. */
export interface PooledSubmission {
  submissionId: string;
  /** One, or a team. */
  authorIds: readonly string[];
}

/**
 * A review that somebody was given: done, still held by a lease, or let go; or set aside by a trainer, so that it was
 * given and yet is missing to the work.
 */
export interface Allocated {
  reviewerId: string;
  submissionId: string;
  state: 'done' | 'held' | 'lapsed' | 'set-aside';
}

/** Everything that allocating reviews is decided by; the same pool gives the same answer. */
export interface ReviewPool {
  seed: number;
  /** Reviews that each submission shall get. */
  need: number;
  /** Reviews that each person shall give. */
  give: number;
  submissions: readonly PooledSubmission[];
  allocated: readonly Allocated[];
  /** Pairs that must not meet: a manager and a report, or what somebody has declared. */
  conflicts: readonly { reviewerId: string; authorId: string }[];
}

/** Why this submission: what it had, what its authors have earned, and among how many equals it was drawn. */
export interface AllocationReason {
  /** Reviews it had got or was getting. */
  served: number;
  /** Reviews that it shall get before others, by what its authors have given themselves. */
  earned: number;
  /** Whether the reviewer's own work is reviewed by one of its authors. */
  reciprocal: boolean;
  /** Submissions that were as good a choice; the seed drew. */
  among: number;
  /** Beyond what the reviewer owes. */
  extra: boolean;
}

/** A number that looks drawn, from a seed and texts: the same for the same (FNV-1a, then mixed as by MurmurHash3). */
export function drawn(seed: number, ...texts: readonly string[]): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (const text of texts)
    for (let at = 0; at <= text.length; at += 1)
      hash = Math.imul(hash ^ (at < text.length ? text.charCodeAt(at) : 0x1f), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0;
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A pool, prepared to be asked. */
export class Pool {
  /** Reviews done and held, by submission. */
  readonly served = new Map<string, number>();
  /** Reviews done, by person. */
  readonly given = new Map<string, number>();
  /** Reviews done and held, by person; also those that were set aside. */
  readonly taken = new Map<string, number>();
  private readonly had = new Set<string>();
  private readonly apart: Set<string>;
  private readonly authorOf = new Map<string, readonly string[]>();
  /** Who reviews whom: `reviewer author`. */
  private readonly reviews = new Set<string>();

  constructor(readonly pool: ReviewPool) {
    for (const { submissionId, authorIds } of pool.submissions) this.authorOf.set(submissionId, authorIds);
    this.apart = new Set(pool.conflicts.map(({ reviewerId, authorId }) => `${reviewerId} ${authorId}`));
    for (const one of pool.allocated) this.note(one);
  }

  note({ reviewerId, submissionId, state }: Allocated): void {
    this.had.add(`${reviewerId} ${submissionId}`);
    if (state === 'lapsed') return;
    this.taken.set(reviewerId, (this.taken.get(reviewerId) ?? 0) + 1);
    if (state === 'set-aside') return;
    this.served.set(submissionId, (this.served.get(submissionId) ?? 0) + 1);
    if (state === 'done') this.given.set(reviewerId, (this.given.get(reviewerId) ?? 0) + 1);
    for (const authorId of this.authorOf.get(submissionId) ?? []) this.reviews.add(`${reviewerId} ${authorId}`);
  }

  /** Never the own work, nothing twice, nobody one must not meet. */
  mayReview(reviewerId: string, { submissionId, authorIds }: PooledSubmission): boolean {
    return (
      !authorIds.includes(reviewerId) &&
      !this.had.has(`${reviewerId} ${submissionId}`) &&
      !authorIds.some((authorId) => this.apart.has(`${reviewerId} ${authorId}`))
    );
  }

  /** Whether an author of this reviews the reviewer's own work. */
  isReciprocal(reviewerId: string, { authorIds }: PooledSubmission): boolean {
    return authorIds.some((authorId) => this.reviews.has(`${authorId} ${reviewerId}`));
  }

  /**
   * Reviews that a submission shall get before others: one, and one for each that its authors have given, so that those
   * who never review do not use up the reviews of those who do.
   */
  earned({ authorIds }: PooledSubmission): number {
    const given = Math.max(0, ...authorIds.map((authorId) => this.given.get(authorId) ?? 0));
    return Math.min(this.pool.need, 1 + given);
  }
}
