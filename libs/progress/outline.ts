import type { NextStep, OutlineItem, OutlineModule, OutlineView } from '@kohorte/contracts';
import type { SignedIn } from '@kohorte/platform';
import { progressIn } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import type { Walk, WalkItem, WalkModule } from './walk.js';
import { Walks } from './walks.js';

/** The cohort space by weeks. */
@Injectable()
export class Outline {
  constructor(private readonly walks: Walks) {}

  /** One statement, however many learn in the cohort. */
  async view(actor: SignedIn, cohortId: string): Promise<OutlineView> {
    const walk = await this.walks.through(cohortId, actor, 'reads-cohort');
    const { row, done } = walk;
    return {
      cohortId: row.cohort_id,
      courseId: row.course_id,
      name: row.name,
      courseTitle: row.course_title,
      startOn: row.start_on,
      endsOn: row.ends_on,
      timeZone: row.time_zone,
      learns: walk.learns,
      runs: walk.runs,
      completedAt: (walk.learns && row.completed_at?.toISOString()) || null,
      cancelledAt: row.cancelled_at?.toISOString() ?? null,
      progress: walk.progress,
      next: nextStepView(walk),
      modules: walk.modules.map((module) => outlineModule(walk, module, done)),
    };
  }
}

/** The next step of a walk as the views have it. */
export function nextStepView({ next }: Walk): NextStep | null {
  if (!next) return null;
  const { itemId, kind, title, minutes } = next.item;
  return { itemId, kind, title, minutes, step: next.module.step };
}

/** What is in a module that is not open stays hidden, beside how much it is. */
function outlineModule(walk: Walk, module: WalkModule, done: ReadonlySet<string>): OutlineModule {
  const { moduleId, releaseId, step, title, isOpen, items } = module;
  return {
    moduleId,
    releaseId,
    step,
    title,
    summary: isOpen ? module.summary : null,
    objectives: isOpen ? module.objectives : [],
    opensAt: module.opensAt.toISOString(),
    isOpen,
    minutes: items.reduce((sum, { minutes }) => sum + minutes, 0),
    progress: progressIn(items, done),
    items: isOpen ? items.map((item) => outlineItem(walk, module, item)) : [],
  };
}

function outlineItem(walk: Walk, module: WalkModule, item: WalkItem): OutlineItem {
  const { itemId, kind, title, minutes, required, countable, assignment } = item;
  return {
    itemId,
    kind,
    title,
    minutes,
    required,
    dueAt: walk.whenDue(module, item)?.toISOString() ?? null,
    doneAt: walk.whenDone(itemId)?.toISOString() ?? null,
    countable,
    handIn: assignment !== null,
  };
}
