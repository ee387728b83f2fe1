import type { ModuleDraftView } from '@kohorte/contracts';

type Modules = readonly ModuleDraftView[];

/** Puts an item into a module, before another one of it, or at its end. */
export function placeItem(modules: Modules, itemId: string, to: { moduleId: string; before: string | null }): Modules {
  const item = modules.flatMap(({ items }) => items).find((one) => one.itemId === itemId);
  if (!item || to.before === itemId) return modules;
  return modules.map((module) => {
    const others = module.items.filter((one) => one.itemId !== itemId);
    if (module.moduleId !== to.moduleId) return { ...module, items: others };
    const index = others.findIndex((one) => one.itemId === to.before);
    return { ...module, items: others.toSpliced(index < 0 ? others.length : index, 0, item) };
  });
}

/** Puts a module before another one, or at the end. */
export function placeModule(modules: Modules, moduleId: string, before: string | null): Modules {
  const module = modules.find((one) => one.moduleId === moduleId);
  if (!module || before === moduleId) return modules;
  const others = modules.filter((one) => one !== module);
  const index = others.findIndex((one) => one.moduleId === before);
  return others.toSpliced(index < 0 ? others.length : index, 0, module);
}

/** Moves an item up or down by one; at the edge of its module into the neighbouring one. */
export function stepItem(modules: Modules, itemId: string, by: 1 | -1): Modules {
  const at = modules.findIndex(({ items }) => items.some((one) => one.itemId === itemId));
  const module = modules[at];
  if (!module) return modules;
  const index = module.items.findIndex((one) => one.itemId === itemId);
  const isAtEdge = by === 1 ? index === module.items.length - 1 : index === 0;
  const neighbour = modules[at + by];
  if (isAtEdge) {
    if (!neighbour) return modules;
    const before = by === 1 ? (neighbour.items[0]?.itemId ?? null) : null;
    return placeItem(modules, itemId, { moduleId: neighbour.moduleId, before });
  }
  const before = module.items[by === 1 ? index + 2 : index - 1]?.itemId ?? null;
  return placeItem(modules, itemId, { moduleId: module.moduleId, before });
}

/** Moves a module up or down by one. */
export function stepModule(modules: Modules, moduleId: string, by: 1 | -1): Modules {
  const index = modules.findIndex((one) => one.moduleId === moduleId);
  if (index < 0 || !modules[index + by]) return modules;
  return placeModule(modules, moduleId, modules[by === 1 ? index + 2 : index - 1]?.moduleId ?? null);
}

/** The order as the API takes it. */
export const orderOf = (modules: Modules): { moduleId: string; itemIds: string[] }[] =>
  modules.map(({ moduleId, items }) => ({ moduleId, itemIds: items.map(({ itemId }) => itemId) }));
