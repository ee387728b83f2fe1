import { Worker } from 'node:worker_threads';
import { Clock, Database, type Ids, log, threadFile, Work } from '@kohorte/platform';
import type { Assembled } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { readSituation } from './asked-schedule.js';
import type { ThreadTask, ThreadWord } from './assemble-thread.js';
import { type AssemblySettings, type Proposal, withoutPenalty } from './proposal.js';

/** Progress is written at most so often. */
const writtenEvery = 300;

interface OpenAssembly {
  id: string;
  cohort_ids: string[];
  seed: number;
  settings: AssemblySettings;
  base: Proposal | null;
}

/** The job that assembles: on a thread of its own, so that the worker's other jobs go on. */
@Injectable()
export class Assembling {
  constructor(
    private readonly work: Work,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Safe to run again: it begins anew, and the same seed gives the same schedule. */
  async run(assemblyId: string, signal: AbortSignal): Promise<void> {
    const [open] = await this.work.run((unit) =>
      unit.query<OpenAssembly>(
        `update assembly a set begun_at = coalesce(begun_at, $2) where id = $1 and finished_at is null
         returning id, cohort_ids, seed, settings,
           (select b.proposal from assembly b where b.id = (a.settings ->> 'basedOn')::uuid) as base`,
        [assemblyId, unit.now],
      ),
    );
    if (!open) return;
    const { asked } = await readSituation(
      (text, values) => this.database.query(text, values),
      { cohortIds: open.cohort_ids, seed: open.seed, settings: open.settings, proposal: open.base },
      this.clock.now(),
    );
    const outcome = await this.think(assemblyId, { asked, effort: open.settings.effort }, signal);
    await this.work.run(async (unit) => {
      const proposal = 'failed' in outcome ? null : proposalOf(outcome.result, open.base?.excluded ?? [], unit.ids);
      const ended = await unit.query(
        `update assembly set finished_at = $2, proposal = $3, problem_code = $4, best_cost = $5, best_unplaced = $6,
           steps_done = steps
         where id = $1 and finished_at is null returning id`,
        [
          assemblyId,
          unit.now,
          proposal && JSON.stringify(proposal),
          'failed' in outcome ? 'plan-impossible' : null,
          proposal ? withoutPenalty(proposal.cost) : null,
          proposal?.unplaced.length ?? null,
        ],
      );
      if (ended.length > 0) unit.record('schedule.assembled', { assemblyId });
    });
  }

  private think(
    assemblyId: string,
    task: ThreadTask,
    signal: AbortSignal,
  ): Promise<{ result: Assembled } | { failed: string }> {
    return new Promise((resolve, reject) => {
      const thread = new Worker(threadFile(import.meta.url, 'assemble-thread.js'), { workerData: task });
      const stop = (): void => {
        void thread.terminate();
        reject(new Error('The worker is stopping.'));
      };
      signal.addEventListener('abort', stop, { once: true });
      let writing: Promise<void> | null = null;
      let last = 0;
      thread.on('message', (word: ThreadWord) => {
        if (!('progress' in word)) {
          if ('failed' in word) log.warn({ assemblyId, reason: word.failed }, 'a schedule could not be assembled');
          signal.removeEventListener('abort', stop);
          void Promise.resolve(writing).finally(() => resolve(word));
          return;
        }
        const now = performance.now();
        if (writing || now - last < writtenEvery) return;
        last = now;
        writing = this.tell(assemblyId, word.progress)
          .then((isCancelled) => {
            if (isCancelled) thread.postMessage('enough');
          })
          .catch(() => undefined)
          .finally(() => {
            writing = null;
          });
      });
      thread.on('error', reject);
      thread.on('exit', (code) => code !== 0 && reject(new Error(`The thread that assembles ended with ${code}.`)));
    });
  }

  /** Writes how far it is; tells whether somebody has asked to stop. */
  private async tell(
    assemblyId: string,
    progress: { done: number; steps: number; cost: number; unplaced: number },
  ): Promise<boolean> {
    const [row] = await this.work.run((unit) =>
      unit.query<{ cancelled: boolean }>(
        `update assembly set steps_done = $2, steps = $3, best_cost = $4, best_unplaced = $5
         where id = $1 and finished_at is null returning cancelled_at is not null as cancelled`,
        [assemblyId, progress.done, progress.steps, progress.cost, progress.unplaced],
      ),
    );
    return row?.cancelled ?? true;
  }
}

/** What was assembled, with ids for new groups. */
function proposalOf(assembled: Assembled, excluded: readonly string[], ids: Ids): Proposal {
  const renamed = new Map<string, string>();
  const groups = assembled.groups.flatMap(({ cohortId, groups: own }) =>
    own.map((group) => {
      const isNew = group.groupId.includes('#');
      const groupId = isNew ? ids.next() : group.groupId;
      renamed.set(group.groupId, groupId);
      return { ...group, groupId, cohortId };
    }),
  );
  const rename = (groupId: string): string => renamed.get(groupId) ?? groupId;
  const renamedSubject = (subject: string | null): string | null => {
    const [itemId, groupId] = subject?.split(' ') ?? [];
    return itemId && groupId ? `${itemId} ${rename(groupId)}` : subject;
  };
  return {
    groups,
    placed: assembled.placed.map((one) => ({ ...one, groupId: rename(one.groupId) })),
    unplaced: assembled.unplaced.map((one) => ({
      ...one,
      groupId: rename(one.groupId),
      reasons: one.reasons.map((reason) => ({ ...reason, subject: renamedSubject(reason.subject) })),
      wouldHelp: {
        ...one.wouldHelp,
        reasons: one.wouldHelp.reasons.map((reason) => ({ ...reason, subject: renamedSubject(reason.subject) })),
      },
    })),
    excluded: [...excluded],
    cost: { ...assembled.cost },
  };
}
