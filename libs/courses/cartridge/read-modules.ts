import { setImmediate } from 'node:timers/promises';
import { minutesFromTitle } from '@kohorte/rules';
import type { CartridgeModule, ImportReportLine } from './cartridge-course.js';
import { CartridgeProblem } from './cartridge-problem.js';
import type { Limits } from './limits.js';
import type { OutlineLeaf, OutlineModule } from './outline.js';
import type { Reading } from './reading.js';
import { oneLine } from './text.js';

/** Fills the outline: the modules with what could be read, and a line for everything that was in it. */
export async function readModules(
  outline: OutlineModule[],
  how: { limits: Limits; read: (leaf: OutlineLeaf) => Promise<Reading>; onProgress: (share: number) => void },
): Promise<{ modules: CartridgeModule[]; lines: ImportReportLine[] }> {
  const total = outline.reduce((sum, { leaves }) => sum + Math.max(1, leaves.length), 0);
  if (total > how.limits.items) throw new CartridgeProblem('cartridge-too-large', `${total} items`);

  const modules: CartridgeModule[] = [];
  const lines: ImportReportLine[] = [];
  for (const [index, { title, leaves }] of outline.entries()) {
    const module: CartridgeModule = { title: oneLine(title, 300) || String(index + 1), items: [] };
    if (leaves.length === 0) lines.push(lineOfEmpty(module));
    else modules.push(module);
    for (const leaf of leaves) {
      // Parsing does not wait for anything: others get their turn here.
      await setImmediate();
      const reading = await how.read(leaf);
      const named = titleAndMinutes(leaf, reading.title);
      if (reading.content) module.items.push({ ...named, source: leaf.identifier, ...reading.content });
      lines.push(lineOf(module, named.title, reading));
      how.onProgress(lines.length / total);
    }
  }
  return { modules, lines };
}

/** The folders stand before the title, and the time is read before they do. */
function titleAndMinutes(leaf: OutlineLeaf, ownTitle: string | null): { title: string; minutes: number | null } {
  const told = [leaf.title, ownTitle ?? '', leaf.identifier].map((title) => oneLine(title, 300));
  const { title, minutes } = minutesFromTitle(told.find((title) => title !== '') ?? '…');
  const folders = leaf.folders.map((folder) => oneLine(folder, 300));
  return { title: oneLine([...folders, title].join(': '), 300), minutes };
}

function lineOf(module: CartridgeModule, title: string, { content, kind, reason }: Reading): ImportReportLine {
  const outcome = content === null ? 'left-out' : reason === null ? 'imported' : 'placeholder';
  return { module: module.title, title, kind, outcome, reason };
}

function lineOfEmpty({ title }: CartridgeModule): ImportReportLine {
  return { module: title, title, kind: 'module', outcome: 'left-out', reason: 'empty' };
}
