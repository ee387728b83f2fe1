import type {
  AddItem,
  AddModule,
  ChangeItem,
  ChangeModule,
  FileView,
  ItemKind,
  OrderVersion,
  SessionDemandInput,
  VersionView,
} from '@kohorte/contracts';
import { fieldProblem, found, Problem, type SignedIn, type Unit, Work } from '@kohorte/platform';
import type { AssignmentDesign } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { mostItems, mostModules } from './courses.js';
import { checkAssignment, checkContent, checkSession } from './item-checks.js';
import { CourseStanding } from './standing.js';
import { VersionViews } from './version-views.js';

/** The modules and items of a draft, and their order. */
@Injectable()
export class Outline {
  constructor(
    private readonly work: Work,
    private readonly standing: CourseStanding,
    private readonly views: VersionViews,
  ) {}

  async addModule(actor: SignedIn, versionId: string, asked: AddModule): Promise<VersionView> {
    await this.standing.ofVersion(actor, versionId);
    return this.edit(actor, versionId, async (unit) => {
      const [{ modules }] = (await unit.query<{ modules: number }>(
        `select count(*)::int as modules from module where version_id = $1`,
        [versionId],
      )) as [{ modules: number }];
      if (modules >= mostModules) throw new Problem('course-too-large', { params: { limit: mostModules } });
      await unit.query(
        `insert into module (id, version_id, position, title, summary, objectives, highlights)
         select $2, $1, coalesce(max(position), 0) + 1, $3, $4, $5, $6 from module where version_id = $1`,
        [
          versionId,
          unit.ids.next(),
          asked.title,
          asked.summary ?? null,
          asked.objectives ?? [],
          asked.highlights ?? null,
        ],
      );
    });
  }

  async changeModule(actor: SignedIn, moduleId: string, asked: ChangeModule): Promise<VersionView> {
    const { versionId } = await this.standing.ofModule(actor, moduleId);
    return this.edit(actor, versionId!, async (unit) => {
      await unit.query(
        `update module set title = coalesce($2, title), summary = coalesce($3, summary),
           objectives = coalesce($4, objectives), highlights = coalesce($5, highlights) where id = $1`,
        [moduleId, asked.title ?? null, asked.summary ?? null, asked.objectives ?? null, asked.highlights ?? null],
      );
    });
  }

  async removeModule(actor: SignedIn, moduleId: string): Promise<VersionView> {
    const { versionId } = await this.standing.ofModule(actor, moduleId);
    return this.edit(actor, versionId!, async (unit) => {
      await unit.query(`delete from module where id = $1`, [moduleId]);
    });
  }

  /** @throws {Problem} `item-needs-address`, `item-needs-file`, `invalid-input`, naming the field */
  async addItem(actor: SignedIn, moduleId: string, asked: AddItem): Promise<VersionView> {
    const { versionId, courseId } = await this.standing.ofModule(actor, moduleId);
    checkContent(asked.kind, asked.url ?? null, asked.fileId ?? null, actor);
    checkSession(asked.kind, asked.session ?? null, asked.minutes ?? 0, actor);
    checkAssignment(asked.kind, asked.assignment ?? null, asked.dueAfterDays ?? null, actor);
    return this.edit(actor, versionId!, async (unit) => {
      const [{ items }] = (await unit.query<{ items: number }>(
        `select count(*)::int as items from item i join module m on m.id = i.module_id where m.version_id = $1`,
        [versionId],
      )) as [{ items: number }];
      if (items >= mostItems) throw new Problem('course-too-large', { params: { limit: mostItems } });
      if (asked.fileId) await fileOfCourse(unit, courseId, asked.fileId, actor);
      await unit.query(
        `insert into item (id, module_id, position, kind, title, minutes, required, due_after_days, body, url, file_id,
           session, assignment)
         select $2, $1, coalesce(max(position), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb, $12::jsonb
         from item where module_id = $1`,
        [
          moduleId,
          unit.ids.next(),
          asked.kind,
          asked.title,
          asked.minutes ?? 0,
          asked.required ?? true,
          asked.dueAfterDays ?? null,
          asked.body ?? null,
          asked.url ?? null,
          asked.fileId ?? null,
          asked.session ? JSON.stringify(asked.session) : null,
          asked.assignment ? JSON.stringify(asked.assignment) : null,
        ],
      );
    });
  }

  /** @throws {Problem} as `addItem` */
  async changeItem(actor: SignedIn, itemId: string, asked: ChangeItem): Promise<VersionView> {
    const { versionId, courseId } = await this.standing.ofItem(actor, itemId);
    return this.edit(actor, versionId!, async (unit) => {
      const [item] = await unit.query<ItemRow>(
        `select kind, url, file_id, minutes, due_after_days, session, assignment from item where id = $1 for update`,
        [itemId],
      );
      const { kind, url, file_id, minutes, due_after_days, session, assignment } = found(item);
      checkContent(kind, asked.url ?? url, asked.fileId ?? file_id, actor);
      checkSession(kind, asked.session === undefined ? session : asked.session, asked.minutes ?? minutes, actor);
      checkAssignment(
        kind,
        asked.assignment === undefined ? assignment : asked.assignment,
        asked.dueAfterDays === undefined ? due_after_days : asked.dueAfterDays,
        actor,
      );
      if (asked.fileId) await fileOfCourse(unit, courseId, asked.fileId, actor);
      await unit.query(
        `update item set title = coalesce($2, title), minutes = coalesce($3, minutes), required = coalesce($4, required),
           due_after_days = case when $5 then $6::int else due_after_days end,
           body_format = case when $7::text is not null then 'markdown' else body_format end,
           body = coalesce($7, body), url = coalesce($8, url), file_id = coalesce($9, file_id),
           session = case when $10 then $11::jsonb else session end,
           assignment = case when $12 then $13::jsonb else assignment end
         where id = $1`,
        [
          itemId,
          asked.title ?? null,
          asked.minutes ?? null,
          asked.required ?? null,
          asked.dueAfterDays !== undefined,
          asked.dueAfterDays ?? null,
          asked.body ?? null,
          asked.url ?? null,
          asked.fileId ?? null,
          asked.session !== undefined,
          asked.session ? JSON.stringify(asked.session) : null,
          asked.assignment !== undefined,
          asked.assignment ? JSON.stringify(asked.assignment) : null,
        ],
      );
    });
  }

  async removeItem(actor: SignedIn, itemId: string): Promise<VersionView> {
    const { versionId } = await this.standing.ofItem(actor, itemId);
    return this.edit(actor, versionId!, async (unit) => {
      await unit.query(`delete from item where id = $1`, [itemId]);
    });
  }

  /**
   * Puts everything in the order given, which must name every module and item exactly once.
   * @throws {Problem} `order-incomplete` where somebody has added or removed something meanwhile
   */
  async order(actor: SignedIn, versionId: string, { modules }: OrderVersion): Promise<VersionView> {
    await this.standing.ofVersion(actor, versionId);
    return this.edit(actor, versionId, async (unit) => {
      const there = await unit.query<{ id: string; items: string[] }>(
        `select m.id, coalesce(array_agg(i.id) filter (where i.id is not null), '{}') as items
         from module m left join item i on i.module_id = m.id where m.version_id = $1 group by m.id`,
        [versionId],
      );
      const isSame =
        sameIds(
          there.map(({ id }) => id),
          modules.map(({ moduleId }) => moduleId),
        ) &&
        sameIds(
          there.flatMap(({ items }) => items),
          modules.flatMap(({ itemIds }) => itemIds),
        );
      if (!isSame) throw new Problem('order-incomplete');
      await unit.query(
        `update module m set position = o.position from unnest($1::uuid[]) with ordinality as o (id, position)
         where m.id = o.id`,
        [modules.map(({ moduleId }) => moduleId)],
      );
      const places = modules.flatMap(({ moduleId, itemIds }) =>
        itemIds.map((itemId, index) => ({ itemId, moduleId, position: index + 1 })),
      );
      await unit.query(
        `update item i set module_id = o.module_id, position = o.position
         from unnest($1::uuid[], $2::uuid[], $3::int[]) as o (id, module_id, position) where i.id = o.id`,
        [places.map((p) => p.itemId), places.map((p) => p.moduleId), places.map((p) => p.position)],
      );
    });
  }

  /** Changes a draft, one change after the other; a published version refuses. */
  private async edit(actor: SignedIn, versionId: string, change: (unit: Unit) => Promise<void>): Promise<VersionView> {
    await this.work.run(async (unit) => {
      const [version] = await unit.query<{ published_at: Date | null; course_id: string }>(
        `select published_at, course_id from course_version where id = $1 for update`,
        [versionId],
      );
      if (found(version).published_at) throw new Problem('version-published');
      await change(unit);
      await unit.query(`update course set changed_at = $2 where id = $1`, [version!.course_id, unit.now]);
    }, actor.userId);
    return this.views.version(versionId);
  }
}

interface ItemRow {
  kind: ItemKind;
  url: string | null;
  file_id: string | null;
  minutes: number;
  due_after_days: number | null;
  session: SessionDemandInput | null;
  assignment: AssignmentDesign | null;
}

function sameIds(some: string[], others: string[]): boolean {
  const rest = new Set(others);
  return some.length === others.length && rest.size === others.length && some.every((id) => rest.has(id));
}

/** An item may only use a file that was uploaded for its own course. */
async function fileOfCourse(
  unit: Unit,
  courseId: string,
  fileId: FileView['fileId'],
  { language }: SignedIn,
): Promise<void> {
  const [own] = await unit.query(`select 1 from course_file where course_id = $1 and file_id = $2`, [courseId, fileId]);
  if (!own) throw new Problem('invalid-input', { errors: [fieldProblem('fileId', 'isIn', language)] });
}
