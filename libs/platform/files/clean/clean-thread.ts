import { open, readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { walkArchive } from './archives.js';
import { type ByteSink, type ByteSource, ofFile } from './bytes.js';
import { cleanContent, headBytes, isZip, largestContent, mayBeCleaned } from './content.js';
import { damaged, Unreadable } from './unreadable.js';
import { usualBudget } from './zip-table.js';

/** What the thread is given: a file as it lies on the disk. */
export interface CleanTask {
  path: string;
  /** The name it came with. */
  name: string;
  /** Where it shall be written without names; `null`: it is only looked at. */
  output: string | null;
}

/** What it tells: whether there is another file now, or why this one is not taken, or what failed that is not its fault. */
export type CleanWord = { cleaned: boolean } | { code: Unreadable['code']; reason: string } | { failed: string };

async function clean({ path, name, output }: CleanTask): Promise<CleanWord> {
  const file = await open(path);
  try {
    return await cleanFile(await ofFile(file), { path, name, output });
  } finally {
    await file.close();
  }
}

async function cleanFile(source: ByteSource, { path, name, output }: CleanTask): Promise<CleanWord> {
  if (isZip(await source.read(0, 4))) {
    if (output === null) await walkArchive(source, usualBudget());
    else await written(output, (sink) => walkArchive(source, usualBudget(), sink));
    return { cleaned: output !== null };
  }
  if (output === null || !mayBeCleaned(await source.read(0, headBytes), name)) return { cleaned: false };
  if (source.size > largestContent) throw damaged('larger than can be looked through');
  const bytes = await readFile(path);
  const cleaned = await cleanContent(bytes, name);
  if (cleaned.equals(bytes)) return { cleaned: false };
  await written(output, (sink) => sink(cleaned));
  return { cleaned: true };
}

/** A file is on the disk before it is told of. */
async function written(output: string, write: (sink: ByteSink) => Promise<void>): Promise<void> {
  const target = await open(output, 'wx', 0o640);
  try {
    await write(async (bytes) => {
      await target.writeFile(bytes);
    });
    await target.sync();
  } finally {
    await target.close();
  }
}

if (parentPort) {
  const port = parentPort;
  clean(workerData as CleanTask).then(
    (word) => port.postMessage(word),
    (error: unknown) => port.postMessage(wordOf(error)),
  );
}

/** Whatever goes wrong with its bytes is the file's fault; a full disk is not. */
function wordOf(error: unknown): CleanWord {
  if (error instanceof Unreadable) return { code: error.code, reason: error.message };
  const isOfDisk = error instanceof Error && 'syscall' in error;
  return isOfDisk ? { failed: error.message } : { code: 'file-unreadable', reason: String(error) };
}
