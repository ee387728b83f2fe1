import { Injectable } from '@nestjs/common';
import { ChannelListener } from '../channel-listener.js';
import { Clock } from '../clock.js';
import { Config } from '../config.js';
import { log } from '../log.js';
import { relayLag } from '../queue/queue.metrics.js';
import { QueueSettings } from '../queue/queue-settings.js';
import { Queues } from '../queue/queues.js';
import { factsChannel } from '../work.js';
import { Outbox, type PendingReaction } from './outbox.js';

/**
 * Hands what facts have caused to the queue, and hands it again until it is done.
 *
 * A reaction is *recorded* (due at once), *handed* (due again after some patience, which doubles) and *done*
 * (`done_at`, set by the runner after the handler). Only `done` is final; whatever happens to the queue, what is
 * not done becomes due again, and is then looked for in the queue:
 *
 * - missing: the queue was wiped, or the job was dropped as one too many failures → added again
 * - waiting, delayed, running: it is coming → left alone
 * - failed: all attempts are used up; it stays there, with its error, until an admin retries or removes it → left
 *   alone
 * - completed, though not done here: the database was set back to an older state → removed and added again
 *
 * If the process dies after adding and before noting it, the reaction is due at once and added again, which changes
 * nothing: the job has the same id. If that job is already gone again, it is done, and no longer taken.
 */
@Injectable()
export class Relay {
  private listener: ChannelListener | null = null;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private isWanted = false;
  private isStopped = false;

  constructor(
    private readonly outbox: Outbox,
    private readonly queues: Queues,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly settings: QueueSettings,
  ) {}

  /** Begins to hand over, whenever facts are recorded and every so often. */
  start(): void {
    const wake = () => this.wake();
    this.listener = new ChannelListener(
      { databaseUrl: this.config.databaseUrl, channel: factsChannel, name: 'relay' },
      wake,
    );
    this.timer = setInterval(wake, this.settings.relayEvery);
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.listener?.close();
    await this.running;
  }

  /** Hands over one batch of what is due, and gives how many that were. */
  async handDue(): Promise<number> {
    const { batch, patience, patienceLimit } = this.settings;
    return this.outbox.handOver(batch, { first: patience, limit: patienceLimit }, async (due) => {
      const isMissing = await Promise.all(due.map((reaction) => this.isMissing(reaction)));
      await this.queues.add(due.filter((_reaction, index) => isMissing[index]));
      const now = this.clock.now().getTime();
      for (const { handed, recordedAt } of due)
        if (handed === 0) relayLag.observe((now - recordedAt.getTime()) / 1_000);
    });
  }

  private async isMissing(reaction: PendingReaction): Promise<boolean> {
    if (reaction.handed === 0) return true;
    const standing = await this.queues.standingOf(reaction);
    if (standing === 'completed') await this.queues.remove(reaction);
    return standing === 'missing' || standing === 'completed';
  }

  private wake(): void {
    this.isWanted = true;
    this.running ??= this.handAllDue().finally(() => {
      this.running = null;
    });
  }

  private async handAllDue(): Promise<void> {
    while (this.isWanted && !this.isStopped) {
      this.isWanted = false;
      try {
        while (!this.isStopped && (await this.handDue()) === this.settings.batch);
      } catch (error) {
        log.warn({ err: String(error) }, 'the relay could not hand over and will try again');
      }
    }
  }
}
