import type { SessionView, SetJoinLink } from '@kohorte/contracts';
import { type SignedIn, Work } from '@kohorte/platform';
import { goHorizon } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { seatsTaken } from './coming.js';
import { SessionViews } from './session-views.js';

/** Sessions as those who run them look after them. */
@Injectable()
export class Sessions {
  constructor(
    private readonly work: Work,
    private readonly views: SessionViews,
  ) {}

  /** Once called off it stays so; a new schedule may put another one in its place. */
  async cancel(actor: SignedIn, sessionId: string): Promise<SessionView> {
    await this.work.run(async (unit) => {
      await this.views.row(unit.query, actor, sessionId, 'runs-cohort');
      const ended = await unit.query(
        `with gone as (
           update session set cancelled_at = $2, changed_at = $2, sequence = sequence + 1
           where id = $1 and cancelled_at is null returning id
         ), free as (
           update session_trainer t set left_at = $2 from gone where t.session_id = gone.id and t.left_at is null
         )
         select id from gone`,
        [sessionId, unit.now],
      );
      if (ended.length > 0) unit.record('schedule.session-cancelled', { sessionId });
    }, actor.userId);
    return this.views.view(actor, sessionId);
  }

  async setJoinLink(actor: SignedIn, sessionId: string, { joinUrl }: SetJoinLink): Promise<SessionView> {
    await this.work.run(async (unit) => {
      await this.views.row(unit.query, actor, sessionId, 'runs-cohort');
      await unit.query(`update session set join_url = $2 where id = $1`, [sessionId, joinUrl ?? null]);
    }, actor.userId);
    return this.views.view(actor, sessionId);
  }

  /**
   * The sweep of go and no-go: two days before a session begins, its trainers hear if fewer are coming than it needs.
   * Each session is decided on once, however often and however late this runs; one that has begun no more.
   */
  async decideGo(): Promise<void> {
    await this.work.run(async (unit) => {
      const short = await unit.query<{ id: string }>(
        `with decided as (
           update session s set go_decided_at = $1
           where s.cancelled_at is null and s.go_decided_at is null and s.starts_at > $1 and s.starts_at <= $2
           returning s.id, s.item_id
         )
         select d.id from decided d join item i on i.id = d.item_id
         where ${seatsTaken('d.id')} < coalesce((i.session ->> 'groupLeast')::int, 1)`,
        [unit.now, goHorizon(unit.now)],
      );
      for (const { id } of short) unit.record('schedule.session-short', { sessionId: id });
    });
  }
}
