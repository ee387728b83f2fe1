import type { AddItem, ItemDraftView, ModuleDraftView, SessionDemandInput, VersionView } from '@kohorte/contracts';
import { api } from '../../api.js';
import { orderOf, placeItem, placeModule } from './reorder.js';

/**
 * A page's text for the editor, which writes Markdown. HTML is allowed in it, but an empty line would end it and make
 * what is indented below a block of code: so none is left.
 */
export function textOf({ body, bodyFormat }: Pick<ItemDraftView, 'body' | 'bodyFormat'>): string {
  if (body === null) return '';
  return bodyFormat === 'html' ? body.replace(/\n(?:[ \t]*\n)+/g, '\n<!-- -->\n') : body;
}

/** What a session asks for, as it is sent. */
export const asDemand = (session: ItemDraftView['session']): SessionDemandInput | null =>
  session && { ...session, equipment: [...session.equipment] };

const asAdded = (item: ItemDraftView): AddItem => ({
  kind: item.kind,
  title: item.title,
  minutes: item.minutes,
  required: item.required,
  dueAfterDays: item.dueAfterDays,
  ...(item.body === null ? {} : { body: textOf(item) }),
  ...(item.url === null ? {} : { url: item.url }),
  ...(item.file === null ? {} : { fileId: item.file.fileId }),
  ...(item.session === null ? {} : { session: asDemand(item.session) }),
  ...(item.assignment === null ? {} : { assignment: item.assignment }),
});

/** Undoes the removal of an item: the same again, where it was. `before` is the version with it. */
export async function putItemBack(before: VersionView, itemId: string): Promise<VersionView> {
  const module = before.modules.find(({ items }) => items.some((one) => one.itemId === itemId))!;
  const index = module.items.findIndex((one) => one.itemId === itemId);
  const { moduleId } = module;
  const version = await api('POST /modules/:moduleId/items', {
    params: { moduleId },
    body: asAdded(module.items[index]!),
  });
  const there = version.modules.find((one) => one.moduleId === moduleId)!;
  const follower = module.items.slice(index + 1).find((one) => there.items.some((it) => it.itemId === one.itemId));
  if (!follower) return version;
  const modules = placeItem(version.modules, there.items.at(-1)!.itemId, { moduleId, before: follower.itemId });
  return order(version, modules);
}

/** Undoes the removal of a module with all its items. */
export async function putModuleBack(before: VersionView, moduleId: string): Promise<VersionView> {
  const index = before.modules.findIndex((one) => one.moduleId === moduleId);
  const { title, summary, objectives, highlights, items } = before.modules[index]!;
  let version = await api('POST /versions/:versionId/modules', {
    params: { versionId: before.versionId },
    body: { title, objectives, ...(summary ? { summary } : {}), ...(highlights ? { highlights } : {}) },
  });
  const added = version.modules.at(-1)!.moduleId;
  for (const item of items) {
    version = await api('POST /modules/:moduleId/items', { params: { moduleId: added }, body: asAdded(item) });
  }
  const isThere = ({ moduleId: id }: ModuleDraftView): boolean => version.modules.some((one) => one.moduleId === id);
  const follower = before.modules.slice(index + 1).find(isThere);
  return follower ? order(version, placeModule(version.modules, added, follower.moduleId)) : version;
}

const order = ({ versionId }: VersionView, modules: readonly ModuleDraftView[]): Promise<VersionView> =>
  api('PUT /versions/:versionId/order', { params: { versionId }, body: { modules: orderOf(modules) } });
