import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../clock.js';

/** A reaction that is not done, with what its job needs to know. */
export interface PendingReaction {
  factId: string;
  job: string;
  payload: Record<string, string>;
  recordedAt: Date;
  handed: number;
}

/** How far a reaction that is handed over is put off, in milliseconds. */
interface Patience {
  first: number;
  limit: number;
}

const reading = `select r.fact_id as "factId", r.job, r.handed, f.payload, f.recorded_at as "recordedAt"
  from reaction r join fact f on f.id = r.fact_id`;

/** What has happened and what is still to be done about it: the truth of which the queue is a copy. */
@Injectable()
export class Outbox {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives what is due to `hand`, and puts it off in the same transaction: if `hand` fails, or the process dies on
   * the way, it is due at once. Others who do the same meanwhile are given other reactions.
   * @returns how many there were
   */
  async handOver(
    limit: number,
    patience: Patience,
    hand: (due: readonly PendingReaction[]) => Promise<void>,
  ): Promise<number> {
    return this.source.transaction(async (manager) => {
      const now = this.clock.now();
      const due: PendingReaction[] = await manager.query(
        `${reading} where r.done_at is null and r.due_at <= $1
          order by r.due_at, r.fact_id limit $2 for update of r skip locked`,
        [now, limit],
      );
      if (due.length === 0) return 0;
      await hand(due);
      await manager.query(
        `update reaction r set handed = r.handed + 1,
            due_at = $3::timestamptz + least($4 * 2 ^ least(r.handed, 30), $5) * interval '1 millisecond'
          from unnest($1::uuid[], $2::text[]) as h (fact_id, job)
         where r.fact_id = h.fact_id and r.job = h.job`,
        [due.map(({ factId }) => factId), due.map(({ job }) => job), now, patience.first, patience.limit],
      );
      return due.length;
    });
  }

  /** The oldest of what is not done, whether it was handed over or not. */
  async pending(limit: number): Promise<PendingReaction[]> {
    return this.source.query(`${reading} where r.done_at is null order by f.recorded_at, r.fact_id, r.job limit $1`, [
      limit,
    ]);
  }

  async isPending(factId: string, job: string): Promise<boolean> {
    const rows: unknown[] = await this.source.query(
      `select 1 from reaction where fact_id = $1 and job = $2 and done_at is null`,
      [factId, job],
    );
    return rows.length > 0;
  }

  async markDone(factId: string, job: string): Promise<void> {
    await this.source.query(
      `update reaction set done_at = $3, error = null where fact_id = $1 and job = $2 and done_at is null`,
      [factId, job, this.clock.now()],
    );
  }

  /** Notes what a run failed with. It stays pending. */
  async markFailed(factId: string, job: string, error: string): Promise<void> {
    await this.source.query(`update reaction set error = $3 where fact_id = $1 and job = $2 and done_at is null`, [
      factId,
      job,
      error.replaceAll('\0', '').slice(0, 2_000),
    ]);
  }

  /** How much is not done, and since when. */
  async backlog(): Promise<{ count: number; oldestAt: Date | null }> {
    const [row]: { count: number; oldestAt: Date | null }[] = await this.source.query(
      `select count(*)::int as count, min(f.recorded_at) as "oldestAt"
         from reaction r join fact f on f.id = r.fact_id where r.done_at is null`,
    );
    return row!;
  }
}
