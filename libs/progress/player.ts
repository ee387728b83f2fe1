import type { PlayerView } from '@kohorte/contracts';
import { itemContent, itemContentColumns, type ItemRow } from '@kohorte/courses';
import { Database, found, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { openItem } from './open-item.js';
import type { Walk } from './walk.js';
import { Walks } from './walks.js';

/** One item at a time, with the way to the one before and the one after. */
@Injectable()
export class Player {
  constructor(
    private readonly walks: Walks,
    private readonly database: Database,
  ) {}

  /** @throws {Problem} `not-found`, `not-allowed`, `module-not-open` */
  async view(actor: SignedIn, cohortId: string, itemId: string): Promise<PlayerView> {
    const walk = await this.walks.through(cohortId, actor, 'reads-cohort');
    const { module, item } = openItem(walk, itemId, actor);
    const content = await this.database.one<ItemRow>(
      `select ${itemContentColumns} from item i left join stored_file f on f.id = i.file_id where i.id = $1`,
      [itemId],
    );
    return {
      itemId,
      cohortId,
      moduleTitle: module.title,
      step: module.step,
      content: itemContent(found(content)),
      dueAt: walk.whenDue(module, item)?.toISOString() ?? null,
      doneAt: walk.whenDone(itemId)?.toISOString() ?? null,
      countable: item.countable,
      handIn: item.assignment !== null,
      learns: walk.learns,
      ...neighbours(walk, itemId),
    };
  }
}

function neighbours(walk: Walk, itemId: string): Pick<PlayerView, 'previousItemId' | 'nextItemId'> {
  const open = walk.modules.filter(({ isOpen }) => isOpen).flatMap(({ items }) => items.map((item) => item.itemId));
  const index = open.indexOf(itemId);
  return { previousItemId: open[index - 1] ?? null, nextItemId: open[index + 1] ?? null };
}
