import type { Manifest, ManifestItem, Resource } from './manifest.js';
import { typeOf } from './resource-type.js';

/** A module with the items in it, in order, nothing nested any more. */
export interface OutlineModule {
  title: string;
  leaves: OutlineLeaf[];
}

export interface OutlineLeaf {
  identifier: string;
  title: string;
  /** The titles of the folders it was in, below its module. */
  folders: string[];
  /** `null`: nothing but a title. */
  resourceId: string | null;
}

/**
 * The modules of a course: the folders at the top of its tree. What stands beside them goes into one module of the
 * course's title, where the first of it stood. A cartridge without a tree, such as a Canvas course that never used
 * modules, gets one module of all that a learner could open.
 */
export function outlineOf(manifest: Manifest, courseTitle: string): OutlineModule[] {
  const top = withoutRoot(manifest.items);
  const leaves = top.length > 0 ? [] : leavesOfResources(manifest);
  if (leaves.length > 0) return [{ title: courseTitle, leaves }];

  const modules: OutlineModule[] = [];
  let beside: OutlineModule | null = null;
  for (const item of top) {
    if (item.children.length > 0 || item.resourceId === null) {
      modules.push({ title: item.title, leaves: moduleLeaves(item) });
      continue;
    }
    if (!beside) modules.push((beside = { title: courseTitle, leaves: [] }));
    beside.leaves.push(...leavesOf(item, []));
  }
  return modules;
}

/** By the standard, one item without a title holds the whole tree; some tools give it one, others leave it out. */
function withoutRoot(items: ManifestItem[]): ManifestItem[] {
  const [only, ...others] = items;
  if (!only || others.length > 0 || only.resourceId !== null) return items;
  const isRoot = only.title.trim() === '' || only.children.some(({ children }) => children.length > 0);
  return isRoot ? only.children : items;
}

function moduleLeaves(module: ManifestItem): OutlineLeaf[] {
  const below = module.children.flatMap((child) => leavesOf(child, []));
  return module.resourceId === null ? below : [leafOf(module, []), ...below];
}

function leavesOf(item: ManifestItem, folders: string[]): OutlineLeaf[] {
  const isFolder = item.children.length > 0;
  const self = item.resourceId !== null || !isFolder ? [leafOf(item, folders)] : [];
  const inside = item.title.trim() === '' ? folders : [...folders, item.title];
  return [...self, ...item.children.flatMap((child) => leavesOf(child, inside))];
}

function leafOf({ identifier, title, resourceId }: ManifestItem, folders: string[]): OutlineLeaf {
  return { identifier, title, folders, resourceId };
}

function leavesOfResources({ resources }: Manifest): OutlineLeaf[] {
  return [...resources.values()]
    .filter(isForLearners)
    .map(({ identifier }) => ({ identifier, title: '', folders: [], resourceId: identifier }));
}

/** Not what pages are made of, nor what only the other system needs. */
function isForLearners(resource: Resource): boolean {
  const type = typeOf(resource);
  if (type === 'unknown' || type === 'question-bank') return false;
  return (
    type !== 'content' ||
    !/(^|\/)course_settings\/|\.(png|jpe?g|gif|svg|webp|ico|css|js|xml|txt)$/i.test(resource.href ?? '')
  );
}
