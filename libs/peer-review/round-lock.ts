/** SQL that keeps others who allocate in the same round waiting until the transaction ends. */
export const lockRound = (cohortId: string, itemId: string): string =>
  `pg_advisory_xact_lock(hashtextextended('review ' || ${cohortId}::uuid || ' ' || ${itemId}::uuid, 0))`;
